import { keyWithin } from '../../shared/api-key.ts';
import type { AppContext } from './app-state.ts';

/** What a call brought for a key, and whether it came as a bearer token, the only way that lets anybody in. */
export type SentKey = { key: string; asBearer: boolean };

/** The bearer token of a request (RFC 6750; the scheme's case does not matter), or null. */
export function bearerToken(ctx: AppContext): string | null {
  return /^bearer +(\S+) *$/i.exec(ctx.get('Authorization'))?.[1] ?? null;
}

/**
 * What a call brought for a key, or null. Clients may be told to send it otherwise than as a bearer token: bare, after
 * another word, as a user or a password, or in a header of its own.
 */
export function sentKey(ctx: AppContext): SentKey | null {
  const token = bearerToken(ctx);
  if (token !== null) return { key: token, asBearer: true };
  const header = ctx.get('Authorization') || ctx.get('X-Api-Key');
  const key = /^basic /i.test(header) ? ofBasic(keyWithin(header)) : keyWithin(header);
  return key === '' ? null : { key, asBearer: false };
}

function ofBasic(credentials: string): string {
  const [user = '', password = ''] = Buffer.from(credentials, 'base64').toString().split(':');
  return password || user;
}
