import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type Config, type ConfigLine, describeConfig, readConfig, withoutPassword } from '../config.ts';
import type { DatabaseConfig } from '../config-forms.ts';
import { backUp } from '../db/backup.ts';
import { secretKeyFile } from '../db/secret-key.ts';
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
    .description('copy the store into a new file, while the server runs; on PostgreSQL, say how')
    .argument('<file>', 'a file that is not there yet')
    .action(async (name: string) => {
      const config = readConfig(deps.env);
      const file = resolve(name);
      await backUp(config.database, file);
      print(ofBackup(file, config));
    });
}

function ofBackup(file: string, { secretKey, database }: Config): Answer {
  const keep = secretKey ? ' Keep the same SECRET_KEY for it.' : database.kind === 'sqlite' ? keepKeyOf(database) : '';
  return { text: `Copied the store to ${file}.${keep}`, json: { file } };
}

/** A server makes the key when it first starts; before that nothing can need it. */
function keepKeyOf(database: { file: string }): string {
  const kept = secretKeyFile(database.file);
  return existsSync(kept) ? ` Keep the same SECRET_KEY for it: it is in ${kept}, which is not part of the copy.` : '';
}

function placeOf(database: DatabaseConfig): string {
  return database.kind === 'sqlite' ? database.file : withoutPassword(database.url.reveal());
}

function ofConfig(settings: ConfigLine[]): Answer {
  const text = settings.map(({ name, value, meaning }) => `${name}=${value ?? ''}\n    ${meaning}`).join('\n');
  return { text, json: { settings } };
}
