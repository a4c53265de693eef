import { ConfigError } from './config.ts';

const FAILED = 1;
const BAD_CONFIG = 2;

/** Ends a program that could not start: says why, without a trace, and exits with 2 when it is the settings, else with 1. */
export function fail(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(error instanceof ConfigError ? BAD_CONFIG : FAILED);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The server could not start.';
  const taken = 'code' in error && error.code === 'EADDRINUSE';
  return taken
    ? `${error.message}. Another program has that port: stop it, or set PORT to another one.`
    : error.message;
}
