import type { Names } from './types.ts';

/** Longer texts are prose, not the name of anything; in characters. */
const LONGEST_NAME = 240;

/**
 * A text as it is compared: NFKC, lower case, without accents, without the signs that surround a name (`*`, `:`, `+`,
 * arrows, a count in brackets), white space folded.
 */
export function normalise(text: string): string {
  return text
    .slice(0, LONGEST_NAME * 2)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/[\s*:：.…›»▾▸▼>+^✓✔•|-]+$/u, '')
    .replace(/\s*\((?:\d+|required|optional)\)$/u, '')
    .replace(/[\s*:：.…›»▾▸▼>+|-]+$/u, '')
    .slice(0, LONGEST_NAME);
}

/** How a text answers to a name. */
export type NameMatch = 'exact' | 'weak' | 'prefix' | 'contains';

/** The names of a control, ready to be compared. */
export type CompiledNames = {
  match: (normalised: string) => NameMatch | null;
  /** Whether one of the words that rule it out stands in the text. */
  rulesOut: (normalised: string) => boolean;
};

/** Compiles a control's names once; comparing is then cheap. */
export function compileNames(names: Names): CompiledNames {
  const words = (names.words ?? []).map(normalise);
  const exact = new Set([...words, ...(names.exact ?? []).map(normalise)]);
  const weak = new Set((names.weak ?? []).map(normalise));
  const not = phrasePattern((names.not ?? []).map(normalise));
  const contains = phrasePattern(words);
  return {
    match(text) {
      if (exact.has(text)) return 'exact';
      if (weak.has(text)) return 'weak';
      if (!contains?.test(text)) return null;
      return words.some((word) => text.startsWith(word)) ? 'prefix' : 'contains';
    },
    rulesOut: (text) => not?.test(text) ?? false,
  };
}

/** A pattern that holds when any of the phrases stands in a text between word boundaries; null for no phrases. */
export function phrasePattern(phrases: readonly string[]): RegExp | null {
  const sources = phrases.filter((phrase) => phrase !== '').map((phrase) => escape(phrase));
  return sources.length === 0
    ? null
    : new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.join('|')})(?![\\p{Ll}\\p{N}])`, 'u');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
