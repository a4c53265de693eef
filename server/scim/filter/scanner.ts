import { invalid } from '../../errors.ts';
import type { DomainError } from '../../errors.ts';

/** Reads a filter's text from left to right. Its errors are 400s that name the character, counted from 1. */
export type Scanner = {
  /** Takes what matches the (sticky) pattern here, after any blanks; null when nothing does. */
  take(pattern: RegExp): string | null;
  /** Whether the (sticky) pattern matches here, after any blanks. */
  sees(pattern: RegExp): boolean;
  /** Where the next sign stands, counted from 1. */
  position(): number;
  atEnd(): boolean;
  fail(what: string): DomainError;
};

const BLANKS = /[ \t]*/y;

/** `scimType` is invalidFilter for filters, invalidPath for PATCH paths. */
export function createScanner(text: string, name: string, scimType: 'invalidFilter' | 'invalidPath'): Scanner {
  let at = 0;

  function match(pattern: RegExp): string | null {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  }

  function skipBlanks(): void {
    at += match(BLANKS)?.length ?? 0;
  }

  return {
    take(pattern) {
      skipBlanks();
      const taken = match(pattern);
      if (taken !== null) at += taken.length;
      return taken;
    },
    sees(pattern) {
      skipBlanks();
      return match(pattern) !== null;
    },
    position: () => at + 1,
    atEnd() {
      skipBlanks();
      return at >= text.length;
    },
    fail: (what) => invalid(scimType, `${name}, character ${at + 1}: ${what}.`),
  };
}
