import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Secret } from '../../shared/secret.ts';

/** How long PostgreSQL may take to let a connection in. */
const CONNECT_TIMEOUT_MS = 4_000;

/** A name of this process among those on the database; statements carry it, and so do announcements of changes. */
export function newProcessName(): string {
  return `dialpad-scim-${randomBytes(6).toString('hex')}`;
}

/** Settings of a connection for `pg`: counts are numbers, documents stay texts. */
export function connectionSettings(url: Secret, processName: string): pg.ClientConfig {
  const named = new URL(url.reveal());
  named.searchParams.set('application_name', processName);
  const types = new pg.TypeOverrides();
  types.setTypeParser(pg.types.builtins.INT8, Number);
  types.setTypeParser(pg.types.builtins.JSONB, String);
  return { connectionString: named.href, connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true, types };
}

/** What nobody set otherwise: neither the server's own settings nor the address, the role or the environment. */
const SETTLE = `
  SELECT set_config(s.name, p.setting, false) FROM pg_settings s JOIN (VALUES
    ('random_page_cost', '1.1'), ('max_parallel_workers_per_gather', '0'), ('jit', 'off'), ('lock_timeout', '5s'))
    p(name, setting) USING (name)
   WHERE s.source = 'default'`;

/**
 * Says how a new connection plans and waits. Nearly all that is asked is found by an index and takes less than a millisecond. A
 * table of a few thousand users seems to be read and sorted as quickly to PostgreSQL, since it takes what an index leads to for
 * far away; and to plan with further processes, or to compile a statement, takes longer than the longest of them. Whoever
 * locks a whole table, as `VACUUM FULL` does, is not waited for longer than for a connection.
 */
export async function settle(client: pg.Client): Promise<void> {
  await client.query(SETTLE);
}
