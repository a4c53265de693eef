import { FILLERS } from './fillers.ts';
import { JAPANESE, keep, normalise, phrasePattern, spelled } from './text.ts';
import type { Names } from './types.ts';

/** How a text answers to a name. */
export type NameMatch = 'exact' | 'weak' | 'prefix' | 'contains' | 'loose';

/** The names of a control, ready to be compared. */
export type CompiledNames = {
  match: (normalised: string) => NameMatch | null;
  /** Whether a text speaks of it, whatever else it says: enough to take care, not to act. */
  mentions: (normalised: string) => boolean;
  /** Whether one of the words that rule it out stands in the text. */
  rulesOut: (normalised: string) => boolean;
  /** Whether what is called like that is never it without somebody's choice. */
  setsAside: (normalised: string) => boolean;
};

/** Compiles a control's names once; comparing is then cheap. `whole`: whatever it is called, nothing else may be said. */
export function compileNames(names: Names, whole = false): CompiledNames {
  const words = spelled(names.words ?? []);
  const exact = new Set([...words, ...spelled(names.exact ?? [])]);
  const weak = new Set(spelled(names.weak ?? []));
  const not = phrasePattern((names.not ?? []).map(normalise));
  const contains = phrasePattern(words);
  const isLoose = looseTest([names]);
  const saysOnly = createSaysOnly(names);
  return {
    match(text) {
      if (exact.has(text)) return 'exact';
      if (weak.has(text)) return 'weak';
      if (!contains?.test(text)) return isLoose(text) && saysOnly(text) ? 'loose' : null;
      if (whole && !saysOnly(text)) return null;
      return words.some((word) => text.startsWith(word)) ? 'prefix' : 'contains';
    },
    mentions: (text) => exact.has(text) || weak.has(text) || (contains?.test(text) ?? false) || isLoose(text),
    rulesOut: (text) => (not?.test(text) ?? false) || (names.unlike?.test(text) ?? false),
    setsAside: (text) => names.aside?.test(text) ?? false,
  };
}

/** Whether all the parts of one of the loose phrases of those names stand in a text, in any order, in any word. */
function looseTest(all: readonly Names[]): (normalised: string) => boolean {
  const phrases = all.flatMap((names) => names.loose ?? []);
  const parts = [...new Set(phrases)].map((phrase) => phrase.split('+').map((part) => part.split('|').map(normalise)));
  return (text) => parts.some((needed) => needed.every((words) => words.some((word) => text.includes(word))));
}

/** An address given as an example. */
const ADDRESS = /https?:\/\/\S+/g;

/** A run of letters of one script: Japanese parts no words, and none of them from Latin ones. */
const RUN = /[\p{Script=Latin}\p{N}]+|[\u3040-\u30ff\u3400-\u9fff]+|\p{L}+/gu;

/**
 * A test of whether a name says nothing besides the words of those names: what else is said may make of it the name of
 * something else ("API key name", "Test failure email").
 */
function createSaysOnly(names: Names): (normalised: string) => boolean {
  const own = [...(names.words ?? []), ...(names.exact ?? []), ...(names.weak ?? []), ...(names.beside ?? [])];
  const parts = (names.loose ?? []).flatMap((phrase) => phrase.split(/[+|]/));
  const known = new Set([...own, ...parts, ...FILLERS].flatMap((text) => normalise(text).match(RUN) ?? []));
  // The longest first: of two that begin alike the shorter one would leave the rest of the longer.
  const japanese = [...known].filter((run) => JAPANESE.test(run)).sort((one, other) => other.length - one.length);
  const phrases = new RegExp(japanese.join('|'), 'g');
  return (text) =>
    (text.replace(ADDRESS, '').match(RUN) ?? []).every((run) => known.has(run) || run.replace(phrases, '') === '');
}

/**
 * A quick test of whether a text may answer to any of the names, for the many texts of a page that answer to none:
 * a word of it must begin as one of the phrases does.
 */
export function createGate(all: readonly Names[]): (normalised: string) => boolean {
  const phrases = all.flatMap((names) => [...(names.words ?? []), ...(names.exact ?? []), ...(names.weak ?? [])]);
  const beginnings = new Set(phrases.map((phrase) => normalise(phrase).slice(0, GATE_LENGTH)));
  const known = new Map<string, boolean>();
  const isLoose = looseTest(all);
  const opens = (text: string): boolean => {
    for (let at = 0; at < text.length; at++) {
      if (at > 0 && WORD.test(text.charAt(at - 1))) continue;
      if (beginnings.has(text.slice(at, at + GATE_LENGTH))) return true;
    }
    return false;
  };
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const open = opens(text) || isLoose(text);
    keep(known, text, open);
    return open;
  };
}

/** Long enough to tell most texts apart, short enough for the shortest name ("sso", "2.0", "構成"). */
const GATE_LENGTH = 2;
const WORD = /[\p{L}\p{N}]/u;
