import type { Knex } from 'knex';
import type { Database as Connection } from 'sqlite3';
import type { Database, WriteBinding } from './database.ts';
import { type Connections, selectRows } from './sqlite-client.ts';

/** A statement that waits for a connection. */
type Waiting = {
  sql: string;
  bindings: readonly WriteBinding[];
  done: (rows: unknown[]) => void;
  failed: (error: unknown) => void;
};

/**
 * Single statements that every request needs, on connections of knex's that are kept: taking one and giving it back, and
 * making knex's own query of a text, costs as much as the statement itself.
 * @param read knex with the connections that read.
 * @param most how many of them are kept; the others stay for knex.
 */
export function createSelect(read: Knex, most: number): { select: Database['select']; close: () => Promise<void> } {
  const connections = read.client as Connections;
  const free: Connection[] = [];
  const waiting: Waiting[] = [];
  let kept = 0;

  async function keepOneMore(): Promise<void> {
    kept += 1;
    try {
      work(await connections.acquireConnection());
    } catch (error) {
      kept -= 1;
      waiting.shift()?.failed(error);
    }
  }

  function work(connection: Connection): void {
    const next = waiting.shift();
    if (!next) {
      free.push(connection);
      return;
    }
    void selectRows(connection, next.sql, next.bindings)
      .then(next.done, next.failed)
      .then(() => work(connection));
  }

  return {
    select: <Row>(sql: string, bindings: readonly WriteBinding[]) =>
      new Promise<Row[]>((done, failed) => {
        waiting.push({ sql, bindings, done: done as Waiting['done'], failed });
        const connection = free.pop();
        if (connection) work(connection);
        else if (kept < most) void keepOneMore();
      }),
    close: async () => {
      await Promise.all(free.splice(0).map((connection) => connections.releaseConnection(connection)));
    },
  };
}
