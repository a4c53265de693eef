import { randomUUID } from 'node:crypto';
import createKnex from 'knex';
import SCIMMY from 'scimmy';

type Row = { id: string; user_name: string; document: string; created: string; modified: string };

/** A user as scimmy's egress and ingress handlers give it. */
export type ScimmyUser = {
  id: string;
  userName: string;
  meta: { resourceType: 'User'; created: string; lastModified: string };
};

export type ScimmyStore = Awaited<ReturnType<typeof openScimmyStore>>;

/** What connections are told so that an answered write is on disk, as ours is. */
const PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;';

/** A file of users with a row each, by knex with its own settings: one connection, which asks one thing at a time. */
export async function openScimmyStore(filename: string) {
  const knex = createKnex({
    client: 'sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      afterCreate: (connection: { exec: (sql: string, done: (error: Error | null) => void) => void }, done: never) =>
        connection.exec(PRAGMAS, done),
    },
  });
  const users = () => knex<Row>('users');
  if (!(await knex.schema.hasTable('users'))) {
    await knex.raw(
      `CREATE TABLE users (id TEXT NOT NULL PRIMARY KEY, user_name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        document TEXT NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL)`,
    );
  }
  return {
    byId: async (id: string) => {
      const row = await users().where({ id }).first();
      return row && userOf(row);
    },
    byUserName: async (userName: string) => (await users().where({ user_name: userName })).map(userOf),
    all: async () => (await users()).map(userOf),
    page: async (startIndex: number, count: number) => {
      const rows = await users()
        .orderBy('id')
        .limit(count)
        .offset(startIndex - 1);
      const total = await users().count({ total: '*' }).first();
      return { users: rows.map(userOf), total: Number(total?.['total']) };
    },
    create: async (userName: string, document: string) => {
      const now = new Date().toISOString();
      const row = { id: randomUUID(), user_name: userName, document, created: now, modified: now };
      await uniquely(users().insert(row));
      return userOf(row);
    },
    /** @returns undefined when there is no such user. */
    replace: async (id: string, userName: string, document: string) => {
      const changes = { user_name: userName, document, modified: new Date().toISOString() };
      const [row] = await uniquely(users().where({ id }).update(changes).returning('*'));
      return row && userOf(row);
    },
    /** @returns whether there was such a user. */
    remove: async (id: string) => (await users().where({ id }).delete()) > 0,
    close: () => knex.destroy(),
  };
}

function userOf({ id, document, created, modified }: Row): ScimmyUser {
  const user = JSON.parse(document) as { userName: string };
  return { ...user, id, meta: { resourceType: 'User', created, lastModified: modified } };
}

async function uniquely<T>(write: PromiseLike<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Error && error.message.includes('UNIQUE'))
      throw new SCIMMY.Types.Error(409, 'uniqueness', 'userName is taken');
    throw error;
  }
}
