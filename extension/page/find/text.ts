import { kept } from './kept.ts';

/** Longer texts are prose, not the name of anything; in characters. */
const LONGEST_NAME = 240;

/**
 * A text as it is compared: NFKC, lower case, without accents, without the signs that surround a name (`*`, `:`, `+`,
 * arrows, a count in brackets), white space folded.
 */
export function normalise(text: string): string {
  const short = text.length > LONGEST_NAME * 2 ? text.slice(0, LONGEST_NAME * 2) : text;
  const folded = PLAIN.test(short) ? short.toLowerCase() : unaccented(short);
  const bare = SURROUNDED.test(folded) ? withoutSurroundings(folded) : folded;
  return bare.length > LONGEST_NAME ? bare.slice(0, LONGEST_NAME) : bare;
}

/** Texts as they are compared, each in all its spellings. */
export function spelled(texts: readonly string[]): string[] {
  return texts.flatMap((text) => spellings(normalise(text)));
}

/** All spellings of a site's texts, which are sought again at every look, ready to be asked whether a text is one of them. */
export const spelledSet = kept((texts: readonly string[]): ReadonlySet<string> => new Set(spelled(texts)));

/** Between Japanese and Latin letters some write a blank and some do not. */
function spellings(text: string): string[] {
  if (!JAPANESE.test(text)) return [text];
  return [...new Set([text, text.replace(JOINT, ''), text.replace(JOINT, ' ')])];
}

export const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;
/** Where a Latin letter or a digit meets a Japanese one, with a blank or without. */
const JOINT = /(?<=[a-z0-9]) ?(?=[\u3040-\u30ff\u3400-\u9fff])|(?<=[\u3040-\u30ff\u3400-\u9fff]) ?(?=[a-z0-9])/g;

/** Pieces of text whose form is kept from one look at a page to the next. */
const PIECES = new Map<string, string>();
const MOST_KEPT = 5000;

/** `normalise` of a piece of the page's text: the same ones come again at every look. */
export function normalisePiece(raw: string): string {
  const before = PIECES.get(raw);
  if (before !== undefined) return before;
  const text = normalise(raw);
  keep(PIECES, raw, text);
  return text;
}

/** Keeps an answer for a text of the page; of one long word none, for it may be a key that the page shows. */
export function keep<T>(answers: Map<string, T>, text: string, answer: T): void {
  if (text.length >= SHORTEST_KEY && !/\s/.test(text)) return;
  if (answers.size >= MOST_KEPT) answers.clear();
  answers.set(text, answer);
}

/** In characters. */
const SHORTEST_KEY = 20;

/** Printable ASCII without white space to fold: most of a page, and ten times quicker. */
const PLAIN = /^(?!.* {2})(?!.*e-mail)[\x20-\x7e]*$/i;
const SURROUNDED = /^[^\p{L}\p{N}]|[^\p{L}\p{N}]$/u;

function unaccented(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u00ad\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/[‐‑–]/g, '-')
    .replace(/e-mail/g, 'email')
    .replace(/\s+/g, ' ')
    .replace(SPREAD, '$1$2');
}

/** A design system (Ant) writes a label of two such letters with a blank between them. */
const SPREAD = /^(\p{Script=Han}) (\p{Script=Han})$/u;

function withoutSurroundings(text: string): string {
  return text
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(TRAILING, '')
    .replace(/\s*\((?:\d+|required|optional)\)$/u, '')
    .replace(TRAILING, '');
}

/** Signs, arrows and icons, but not what makes a question or a remark in brackets of it. */
const TRAILING = /[^\p{L}\p{N}\p{Pe}\p{Pf}?!%'"]+$/u;

/** A pattern that holds when any of the phrases stands in a text between word boundaries; null for no phrases. */
export function phrasePattern(phrases: readonly string[]): RegExp | null {
  const alike = new Map<string, string[]>();
  for (const phrase of phrases) {
    if (phrase === '') continue;
    const [before, after] = boundsOf(phrase);
    const key = `${before}#${after}`;
    alike.set(key, [...(alike.get(key) ?? []), escape(phrase)]);
  }
  // Bounds are written once for all that share them: each of its own would take a browser long to compile.
  const sources = [...alike].map(([key, parts]) => key.replace('#', () => `(?:${parts.join('|')})`));
  return sources.length === 0 ? null : new RegExp(sources.join('|'), 'u');
}

/** What must not stand beside a phrase. Japanese writes no boundaries of words, nor any between its own letters and Latin ones. */
function boundsOf(phrase: string): [before: string, after: string] {
  return [
    JAPANESE.test(phrase.charAt(0)) ? '' : '(?<![\\p{Script=Latin}\\p{N}])',
    JAPANESE.test(phrase.slice(-1)) ? '' : '(?![\\p{Ll}\\p{N}])',
  ];
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
