import type { Knex } from 'knex';
import { setTimeout as delay } from 'node:timers/promises';
import type { Dialect } from './dialect.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { isBusy } from './sqlite-errors.ts';

/** How long a process waits for another one that migrates the same store. */
const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** knex wants a way back for each; a store goes back by restoring a copy of it. */
const onlyForward = () => Promise.reject(new Error('Migrations only go forward; restore a copy of the store instead.'));

/** knex reads migrations from files unless it is told otherwise; ours are code, so that their names are ours too. */
function migrationSource(dialect: Dialect): Knex.MigrationSource<Migration> {
  return {
    getMigrations: () => Promise.resolve([...migrations]),
    getMigrationName: (migration) => migration.name,
    getMigration: (migration) => Promise.resolve({ up: (knex) => migration.up(knex, dialect), down: onlyForward }),
  };
}

/**
 * Brings the schema up to date, all or nothing, in one transaction. Processes that start together wait for each other:
 * knex's own lock would throw instead, and a crash would leave it taken.
 * @returns The names of the migrations that were applied now.
 */
export async function migrate(write: Knex, dialect: Dialect): Promise<string[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await write.transaction((transaction) => applyAll(transaction, dialect));
    } catch (error) {
      if (!isBusy(error) || Date.now() > deadline) throw error;
      await delay(PAUSE_MS);
    }
  }
}

/** Whether every migration that this program knows was applied. */
export async function isMigrated(read: Knex): Promise<boolean> {
  if (!(await read.schema.hasTable('knex_migrations'))) return false;
  const applied: { name: string }[] = await read('knex_migrations').select('name');
  const names = new Set(applied.map(({ name }) => name));
  return migrations.every(({ name }) => names.has(name));
}

async function applyAll(transaction: Knex, dialect: Dialect): Promise<string[]> {
  await dialect.wait(transaction);
  await dialect.lock(transaction, 'migrations');
  // A store that a newer version migrated further still opens, to be read: this one may not know how to write to it.
  const [, applied] = (await transaction.migrate.latest({
    migrationSource: migrationSource(dialect),
    disableTransactions: true,
    disableMigrationsListValidation: true,
  })) as [number, string[]];
  if (applied.length > 0) await dialect.settleSchema(transaction);
  return applied;
}
