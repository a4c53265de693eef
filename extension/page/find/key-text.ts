import { API_KEY_BODY_LENGTH, API_KEY_PREFIX, apiKeyKind } from '../../../shared/api-key.ts';

const KEY_LENGTH = API_KEY_PREFIX.length + API_KEY_BODY_LENGTH;

/** Soft breaks and joiners: they let a long word wrap, nobody sees them, and they are in no key. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** What may stand right before and after a key in a sentence, and never in one. */
const AROUND = /^[("'`[«„“‘]+|[)"'`\]»“”’,;:!?]+$/g;

/** A bearer token of another service as the standards write one; shorter ones and plain words are none. */
const TOKEN = /^(?=.*[0-9])(?=.*[A-Za-z])[\w\-.~+/]{16,512}={0,2}$/;

/** What has the form of a token and is none: a day, what is cut off by dots or masked, a path, a host or file name. */
const NO_TOKEN = /^\d{4}-\d\d-\d\d|\.\.|\.$|(.)\1{5}|^\/|\.[a-z]{2,6}$/;

/** A text without the marks that nobody sees. */
function visible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** The whole keys of ours in a text, with or without blanks in them: their checksum proves them. */
export function ourKeysIn(text: string): string[] {
  const bare = visible(text).replace(/\s+/g, '');
  const found = new Set<string>();
  for (let at = bare.indexOf(API_KEY_PREFIX); at >= 0; at = bare.indexOf(API_KEY_PREFIX, at + 1)) {
    const key = bare.slice(at, at + KEY_LENGTH);
    if (apiKeyKind(key) === 'ours') found.add(key);
  }
  return [...found];
}

/** Whether a text holds a key of ours or a part of one. */
export function speaksOfOurs(text: string): boolean {
  return visible(text).includes(API_KEY_PREFIX);
}

/** The words of a text that may be keys of another service. */
export function tokensIn(text: string): string[] {
  const words = visible(text)
    .split(/\s+/)
    .map((word) => word.replace(AROUND, ''));
  return words.filter((word) => TOKEN.test(word) && !NO_TOKEN.test(word));
}

/** Whether a text is one unbroken word that may be a piece of a key. */
export function isPiece(text: string): boolean {
  return /^(?=.*[0-9])[\w\-.~+/=]{8,}$/.test(visible(text).trim());
}
