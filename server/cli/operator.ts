import type { Command } from 'commander';
import { type ConfigLine, type DatabaseConfig, describeConfig, readConfig, withoutPassword } from '../config.ts';
import { DomainError } from '../errors.ts';
import type { Answer, CliDeps, Run } from './context.ts';

/** `config`, `migrate` and `backup`: the server itself. */
export function addOperatorCommands(program: Command, run: Run, deps: CliDeps, print: (answer: Answer) => void): void {
  program
    .command('config')
    .description('every setting, what it means and what it is now')
    .action(() => {
      print(ofConfig(describeConfig(deps.env)));
      // Shown first, so that what is wrong can be seen in its place.
      readConfig(deps.env);
    });
  program
    .command('migrate')
    .description('bring the store up to date; starting the server does so too')
    .action(() =>
      run((_, { database }) =>
        Promise.resolve({ text: `The store is up to date: ${placeOf(database)}`, json: { upToDate: true } }),
      ),
    );
  program
    .command('backup')
    .description('copy the store (not in this version)')
    .argument('<file>')
    .action(() => {
      throw new DomainError(
        501,
        'This version has no backup yet. Stop the server, then copy the SQLite file together with the .secret-key file beside it.',
      );
    });
}

function placeOf(database: DatabaseConfig): string {
  return database.kind === 'sqlite' ? database.file : withoutPassword(database.url.reveal());
}

function ofConfig(settings: ConfigLine[]): Answer {
  const text = settings.map(({ name, value, meaning }) => `${name}=${value ?? ''}\n    ${meaning}`).join('\n');
  return { text, json: { settings } };
}
