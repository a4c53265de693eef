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

/** `scimType` is invalidFilter for filters, invalidPath for PATCH paths. */
export function createScanner(text: string, name: string, scimType: 'invalidFilter' | 'invalidPath'): Scanner {
  return new TextScanner(text, name, scimType);
}

class TextScanner implements Scanner {
  readonly #text: string;
  readonly #name: string;
  readonly #scimType: 'invalidFilter' | 'invalidPath';
  #at = 0;

  constructor(text: string, name: string, scimType: 'invalidFilter' | 'invalidPath') {
    this.#text = text;
    this.#name = name;
    this.#scimType = scimType;
  }

  take(pattern: RegExp): string | null {
    const taken = this.#match(pattern);
    if (taken !== null) this.#at += taken.length;
    return taken;
  }

  sees(pattern: RegExp): boolean {
    return this.#match(pattern) !== null;
  }

  position(): number {
    return this.#at + 1;
  }

  atEnd(): boolean {
    this.#skipBlanks();
    return this.#at >= this.#text.length;
  }

  fail(what: string): DomainError {
    return invalid(this.#scimType, `${this.#name}, character ${this.#at + 1}: ${what}.`);
  }

  #match(pattern: RegExp): string | null {
    this.#skipBlanks();
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? null;
  }

  #skipBlanks(): void {
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at += 1;
  }
}
