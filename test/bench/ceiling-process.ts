import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import sqlite3 from 'sqlite3';
import { answerParent } from './child.ts';

/*
 * What the same machine gives with the same building blocks and nothing else: Koa alone, Koa with one prepared statement
 * that reads a user of the very store that was measured, and Koa with one prepared statement that inserts what was sent,
 * with the same durability, into a table that has nothing but a primary key.
 */

/** Where the store is, and where rows may be inserted. */
export type CeilingQuestion = { store: string; scratch: string };

const { store, scratch } = JSON.parse(process.env['BENCH_CEILING'] ?? '{}') as CeilingQuestion;
const MOST_IN_MEMORY = 'PRAGMA cache_size = -16384';

const reader = new sqlite3.Database(store, sqlite3.OPEN_READONLY);
await run(reader, MOST_IN_MEMORY);
const select = reader.prepare('SELECT document FROM users WHERE company_id = (SELECT id FROM companies) AND id = ?');

const writer = new sqlite3.Database(scratch);
await run(writer, `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${MOST_IN_MEMORY}`);
await run(writer, 'CREATE TABLE documents (id TEXT NOT NULL PRIMARY KEY, document TEXT NOT NULL)');
const insert = writer.prepare('INSERT INTO documents (id, document) VALUES (?, ?)');

const app = new Koa();
app.silent = true;
let inserted = 0;
app.use(async (ctx) => {
  ctx.type = 'application/scim+json';
  if (ctx.method === 'POST') {
    const document = await bodyOf(ctx.req);
    await new Promise<void>((resolve, reject) => {
      insert.run([`${inserted++}`.padStart(36, '0'), document], (error) => (error ? reject(error) : resolve()));
    });
    ctx.status = 201;
    ctx.body = document;
  } else if (ctx.path === '/') {
    ctx.body = '{"schemas":[]}';
  } else {
    const row = await new Promise<{ document: string } | undefined>((resolve, reject) => {
      select.get<{ document: string }>([ctx.path.slice(1)], (error, found) => (error ? reject(error) : resolve(found)));
    });
    ctx.body = row?.document;
  }
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');

answerParent(
  () => ({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  async () => {
    server.close();
    select.finalize();
    insert.finalize();
    await Promise.all([reader, writer].map((database) => new Promise((resolve) => database.close(resolve))));
  },
);

function run(database: sqlite3.Database, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    database.exec(sql, (error) => (error ? reject(error) : resolve()));
  });
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
