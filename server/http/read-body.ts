import type { IncomingMessage } from 'node:http';
import { DomainError, invalid } from '../errors.ts';
import type { AppMiddleware } from './app-state.ts';

const MIB = 1_048_576;
const LIMIT = MIB;
const LARGE_LIMIT = 8 * MIB;
/** Groups carry all their members, a bulk request many operations. */
const LARGE = /^\/(Groups|Bulk)(\/|$)/;
const DEEPEST = 64;
const NOTHING = Buffer.alloc(0);
const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** `application/json` and every `+json` type, SCIM's own among them; whatever its charset parameter says, JSON is UTF-8. */
const JSON_TYPE = /^application\/([\w.+-]+\+)?json\s*(;|$)/i;

/**
 * Reads a JSON body into `ctx.request.body`. Invalid UTF-8 is refused rather than repaired, which is why the usual parsers,
 * all of which decode it with replacement characters, are not used.
 * @throws DomainError 400 `invalidSyntax`, 413 or 415.
 */
export function readBody(): AppMiddleware {
  return async (ctx, next) => {
    const bytes = hasBody(ctx.req) ? await readAll(ctx.req, LARGE.test(ctx.path) ? LARGE_LIMIT : LIMIT) : NOTHING;
    if (bytes.length > 0) {
      checkType(ctx.get('Content-Type'), ctx.get('Content-Encoding'));
      ctx.request.body = parse(bytes);
    }
    await next();
  };
}

/** RFC 9112 section 6.3: a request without these headers has none. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';
}

/** By events: to walk over the request as an iterator took a tenth of what a POST costs. */
function readAll(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  return new Promise((resolve, reject) => {
    // No event tells of a caller that went away before anybody listened.
    if (request.destroyed) throw gone();
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      // The rest is read and dropped, so that the connection can carry the answer.
      else reject(tooLarge(limit));
    });
    request.on('end', () => resolve(Buffer.concat(chunks, size)));
    request.on('error', () => reject(gone()));
    request.on('close', () => {
      if (!request.readableEnded) reject(gone());
    });
  });
}

function checkType(type: string, encoding: string): void {
  if (encoding && encoding.toLowerCase() !== 'identity') {
    throw new DomainError(415, 'Compressed bodies are not taken; send the JSON as it is.', { reason: 'invalid' });
  }
  if (type && !JSON_TYPE.test(type)) {
    const detail =
      'The body has to be application/scim+json or application/json; the Content-Type header says otherwise.';
    throw new DomainError(415, detail, { reason: 'invalid' });
  }
}

function parse(bytes: Buffer): unknown {
  const value = parseJson(decode(bytes));
  if (isDeeperThan(value, DEEPEST)) {
    throw invalid('invalidSyntax', `The body is nested more than ${DEEPEST} levels deep, which is the limit.`);
  }
  return value;
}

function decode(bytes: Buffer): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    throw invalid('invalidSyntax', 'The body is no valid UTF-8.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('invalidSyntax', 'The body is no valid JSON.');
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1));
}

/** Nobody reads it, but that a caller went away is no fault of ours. */
function gone(): DomainError {
  return new DomainError(400, 'The connection ended before the whole body was there.', { reason: 'invalid' });
}

function tooLarge(limit: number): DomainError {
  return new DomainError(413, `The body is larger than ${limit / MIB} MiB, which is the limit here.`, {
    reason: 'invalid',
  });
}
