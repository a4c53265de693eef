/**
 * A value that must never be printed. Anything that turns it into text (a template, JSON, a log line) gets the
 * redacted form; `reveal` is the one way to the value, so every use of it can be found by name.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  /** The value itself: for the one place that sends or fills it. */
  reveal(): string {
    return this.#value;
  }

  /** The last four characters, which people may see. */
  get last4(): string {
    return this.#value.slice(-4);
  }

  toString(): string {
    return `…${this.last4}`;
  }

  toJSON(): string {
    return this.toString();
  }
}
