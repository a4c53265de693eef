import { Command, CommanderError } from 'commander';
import { ConfigError } from '../config.ts';
import { DomainError } from '../errors.ts';
import { addCompanyCommands } from './companies.ts';
import { type Answer, type CliDeps, type Run, withRules } from './context.ts';
import { addKeyCommands } from './keys.ts';
import { addOperatorCommands } from './operator.ts';
import { addPeopleCommands } from './people.ts';
import { addRecordCommands } from './records.ts';

const REFUSED = 1;
const BAD_USAGE = 2;

/**
 * Runs the operator's command line once.
 * @param args what follows the program's name.
 * @returns the exit code: 0, 1 (refused, with the reason on stderr) or 2 (bad usage).
 */
export async function runCli(args: string[], deps: CliDeps): Promise<number> {
  try {
    await program(deps).parseAsync(args, { from: 'user' });
    return 0;
  } catch (error) {
    return explain(error, deps);
  }
}

function program(deps: CliDeps): Command {
  const root = new Command('npm run --silent admin --');
  root
    .description("The operator's command line. COMPANY is an id or a primary domain; durations are like 90d or 24h.")
    .option('--json', 'answer with one JSON document')
    .exitOverride()
    .configureOutput({ writeOut: (text) => deps.out(text.trimEnd()), writeErr: (text) => deps.error(text.trimEnd()) });
  const print = ({ text, json }: Answer): void => deps.out(root.opts().json ? JSON.stringify(json) : text);
  const run: Run = async (work) => print(await withRules(deps, work));
  addCompanyCommands(root, run);
  addKeyCommands(root, run);
  addPeopleCommands(root, run);
  addRecordCommands(root, run);
  addOperatorCommands(root, run, deps, print);
  return root;
}

/** Says what went wrong, unless the parser has said it already. */
function explain(error: unknown, { error: say }: CliDeps): number {
  if (error instanceof CommanderError) {
    return error.exitCode === 0 ? 0 : BAD_USAGE;
  }
  if (error instanceof ConfigError) {
    say(error.message);
    return BAD_USAGE;
  }
  say(error instanceof DomainError ? error.detail : messageOf(error));
  return REFUSED;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.';
}
