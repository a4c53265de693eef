import crc32 from 'crc-32';

/** Prefix of every key of ours, so that secret scanners and people know one when they see it. */
export const API_KEY_PREFIX = 'dpk_';

/** Base62 characters after the prefix: 34 random ones and a checksum of 6. */
export const API_KEY_BODY_LENGTH = 40;

const CHECKSUM_LENGTH = 6;
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Scopes that a new key has unless told otherwise: what JumpCloud's SCIM needs. */
export const DEFAULT_SCOPES = ['users:read', 'users:write', 'groups:read', 'groups:write'] as const;
export type Scope = (typeof DEFAULT_SCOPES)[number];

/** What a pasted text is: ours and whole, ours but cut off or mistyped, or somebody else's. */
export type ApiKeyKind = 'ours' | 'damaged' | 'foreign';

/**
 * The key that starts with these random characters.
 * @param random 34 base62 characters.
 */
export function apiKeyFrom(random: string): string {
  return API_KEY_PREFIX + random + checksum(random);
}

/** Base62 digit for a number from 0 to 61. */
export function base62Digit(index: number): string {
  return BASE62.charAt(index);
}

/** Tells a whole key of ours from a damaged one and from a foreign one, without asking anybody. */
export function apiKeyKind(text: string): ApiKeyKind {
  if (!text.startsWith(API_KEY_PREFIX)) return 'foreign';
  const body = text.slice(API_KEY_PREFIX.length);
  const random = body.slice(0, -CHECKSUM_LENGTH);
  const whole = body.length === API_KEY_BODY_LENGTH && /^[0-9A-Za-z]+$/.test(body);
  return whole && body.endsWith(checksum(random)) ? 'ours' : 'damaged';
}

/** The key in what was typed or sent for one: a scheme before it, as in "Bearer dpk_…", is no part of it. */
export function keyWithin(text: string): string {
  return text.trim().split(/\s+/).at(-1) ?? '';
}

/** CRC-32 of the characters, as six base62 digits, most significant first. */
function checksum(text: string): string {
  let rest = crc32.buf(new TextEncoder().encode(text)) >>> 0;
  let digits = '';
  for (let position = 0; position < CHECKSUM_LENGTH; position += 1) {
    digits = base62Digit(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}
