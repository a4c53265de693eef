import type { Knex } from 'knex';

/** The channel on which every process hears of changes. */
export const CHANNEL = 'store_changes';

/**
 * Tables whose changes do not announce themselves: the directory changes with every call, each of which leaves a row of
 * activity, and announcements make commits wait for each other. Shapes and batches of calls go with these.
 */
const QUIET = [
  'users',
  'user_emails',
  'groups',
  'group_members',
  'call_shapes',
  'stored_batches',
  'knex_migrations',
  'knex_migrations_lock',
];

/** Columns that only say when something was last used or seen: nobody acts on them. */
const QUIET_COLUMNS = 'last\\_%\\_at';

/**
 * What every table gets, whichever migration made it: texts that compare by code point, and a trigger that announces
 * changes as `<table> <process>`.
 */
export async function settleSchema(transaction: Knex): Promise<void> {
  await compareByCodePoint(transaction);
  await announceChanges(transaction);
}

async function compareByCodePoint(transaction: Knex): Promise<void> {
  const columns = await transaction.raw<{ table_name: string; column_name: string }[]>(
    `SELECT c.table_name, c.column_name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
        AND c.data_type = 'text' AND c.collation_name IS DISTINCT FROM 'C'`,
  );
  for (const { table_name, column_name } of columns) {
    await transaction.raw('ALTER TABLE ?? ALTER COLUMN ?? TYPE text COLLATE "C"', [table_name, column_name]);
  }
}

async function announceChanges(transaction: Knex): Promise<void> {
  await transaction.raw(
    `CREATE OR REPLACE FUNCTION announce_change() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       PERFORM pg_notify('${CHANNEL}', TG_TABLE_NAME || ' ' || current_setting('application_name'));
       RETURN NULL;
     END $$`,
  );
  const tables = await transaction.raw<{ table_name: string; columns: string }[]>(
    `SELECT c.table_name, string_agg(quote_ident(c.column_name), ', ') AS columns
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
        AND c.column_name NOT LIKE '${QUIET_COLUMNS}' AND NOT c.table_name = ANY (?)
      GROUP BY c.table_name`,
    [QUIET],
  );
  for (const { table_name, columns } of tables) {
    await transaction.raw(
      `CREATE OR REPLACE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE OF ${columns} ON ??
       FOR EACH STATEMENT EXECUTE FUNCTION announce_change()`,
      [table_name],
    );
  }
}
