import { open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import knex from 'knex';
import { shellWord } from '../../shared/shell-word.ts';
import { withoutPassword } from '../config.ts';
import type { DatabaseConfig } from '../config-forms.ts';
import { DomainError } from '../errors.ts';
import { codeOf } from './error-code.ts';
import { QUIET_KNEX } from './knex-settings.ts';
import { sqliteClient } from './sqlite-client.ts';
import { translated } from './translate-error.ts';

/**
 * Copies a SQLite store into a new file, whole and as of one moment, while others go on writing; the copy is on disk when this
 * returns, and for its owner's eyes only. The store stays as it is: it is not migrated, nor made when it is missing.
 * @throws DomainError 404 without a store or the file's folder, 409 when the file exists, 501 on PostgreSQL with the line to use instead.
 */
export async function backUp(database: DatabaseConfig, file: string): Promise<void> {
  if (database.kind === 'postgres') throw byPgDump(withoutPassword(database.url.reveal()), file);
  await requireStore(database.file);
  const copy = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw whyNotMade(file, error);
  });
  try {
    // SQLite takes an empty file as a new one.
    await translated(() => vacuumInto(database.file, file));
    await copy.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  } finally {
    await copy.close();
  }
}

function whyNotMade(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'EEXIST') return new DomainError(409, `${file} exists already; name a new file.`);
  if (code === 'ENOENT')
    return new DomainError(404, `There is no folder ${dirname(file)} for the copy; make it first.`);
  return error;
}

async function vacuumInto(store: string, file: string): Promise<void> {
  const connection = { filename: store, flags: ['OPEN_READWRITE'] };
  const source = knex({ ...QUIET_KNEX, client: sqliteClient, connection, useNullAsDefault: true });
  try {
    await source.raw('VACUUM INTO ?', [file]);
  } finally {
    await source.destroy();
  }
}

async function requireStore(file: string): Promise<void> {
  if ((await stat(file).catch(() => null))?.isFile()) return;
  throw new DomainError(404, `There is no store at ${file}; check DATABASE_URL.`);
}

function byPgDump(url: string, file: string): DomainError {
  return new DomainError(
    501,
    `PostgreSQL is copied by its own program (put the password in, or leave it out and set PGPASSWORD):\n` +
      `  pg_dump --format=custom --file=${shellWord(file)} ${shellWord(url)}\n` +
      'Keep the same SECRET_KEY for the copy.',
  );
}
