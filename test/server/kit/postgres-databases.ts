import pg from 'pg';

/** The address of a database of a server. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}

/** Since this version a database can have an order of its own that every build knows. */
const WITH_ICU = 150_000;

/**
 * Makes a database, empty or as a copy of another one to which nobody is connected. An empty one orders texts as people in
 * America do, so that it shows when ours depend on it.
 */
export async function createDatabase(server: string, name: string, template?: string): Promise<void> {
  if (template) {
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
    return;
  }
  const icu = (await postgresVersion(server)).number >= WITH_ICU ? `LOCALE_PROVIDER icu ICU_LOCALE 'en-US'` : '';
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0 ${icu}`);
}

/** The version of a server as it says it, and as a number that can be compared. */
export async function postgresVersion(server: string): Promise<{ text: string; number: number }> {
  const asked =
    "SELECT current_setting('server_version') AS text, current_setting('server_version_num')::int AS number";
  const [{ text, number } = {}] = await onServer(server, asked);
  return { text: String(text), number: Number(number) };
}

/** Drops a database, and cuts whoever is still connected to it. */
export async function dropDatabase(server: string, name: string): Promise<void> {
  await onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
}

/** Cuts every connection to a database, as a firewall or an operator may. Tells how many there were. */
export async function cutConnections(server: string, name: string): Promise<number> {
  const rows = await onServer(
    server,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND pid <> pg_backend_pid()`,
  );
  return rows.length;
}

/** Cuts the connections to a database that wait for announcements. Tells how many there were. */
export async function cutListeners(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND (query IN ('LISTEN store_changes', 'SELECT 1') OR query LIKE 'SELECT pg_notify(%')`,
    );
    return rows.length;
  } finally {
    await client.end();
  }
}

/** Every row of every table, as text: for tests that look for what must not be there. */
export async function allText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    let text = '';
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      text += rows.map(({ row }) => row).join('\n');
    }
    return text;
  } finally {
    await client.end();
  }
}

async function onServer(server: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl(server, 'postgres') });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
