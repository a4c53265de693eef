import { ConfigError } from './config.ts';
import { codeOf } from './db/error-code.ts';

const FAILED = 1;
const BAD_CONFIG = 2;

/** What to do where a server can not listen, by the system's code. */
const HINTS: Record<string, string> = {
  EADDRINUSE: 'Another program has that port: stop it, or set PORT to another one.',
  EADDRNOTAVAIL: 'This machine has no such address: check HOST.',
  ENOTFOUND: 'No address is known by that name: check HOST.',
  EAI_AGAIN: 'No address is known by that name now: check HOST.',
};

/** Ends a program that could not start: says why, without a trace, and exits with 2 when it is the settings, else with 1. */
export function fail(error: unknown): never {
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(error instanceof ConfigError ? BAD_CONFIG : FAILED);
}

/** Why a program could not start, and where it can be told what to do about it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The server could not start.';
  const hint = HINTS[codeOf(error) ?? ''];
  return hint ? `${error.message}. ${hint}` : error.message;
}
