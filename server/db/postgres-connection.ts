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
