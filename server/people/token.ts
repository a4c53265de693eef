import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A new unguessable token: 256 random bits, safe in a URL. Whoever makes one keeps its hash and hands the token on. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is kept of a token: its SHA-256, as hex. With 256 random bits no slow hash is needed. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
