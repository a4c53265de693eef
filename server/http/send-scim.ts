import { SCIM_MEDIA_TYPE } from '../../shared/scim/urns.ts';
import type { AppContext } from './app-state.ts';

/**
 * Answers with a SCIM body, as `application/scim+json` without a charset (RFC 7644 section 3.8), or as `application/json`
 * for a client that accepts nothing else.
 * @param body an object, or JSON that is ready: its text, or the bytes of it.
 */
export function sendScim(ctx: AppContext, status: number, body: object | string | Buffer): void {
  ctx.status = status;
  ctx.set('Content-Type', scimTypeFor(ctx));
  ctx.body = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
}

/** The type of a SCIM answer, of an error too. */
export function scimTypeFor(ctx: AppContext): string {
  return acceptsPlainJsonOnly(ctx.get('Accept')) ? 'application/json' : SCIM_MEDIA_TYPE;
}

function acceptsPlainJsonOnly(accept: string): boolean {
  return /\bapplication\/json\b/i.test(accept) && !/\*|application\/scim\+json/i.test(accept);
}
