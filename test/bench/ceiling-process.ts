import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { prepareStatements } from './ceiling-statements.ts';
import { answerParent } from './child.ts';

/*
 * What the same machine gives with the same building blocks and nothing else: Koa alone, Koa with one prepared statement
 * that reads a user of the very store that is measured, and Koa with one prepared statement that inserts what was sent,
 * with the same durability, into a table that has nothing but a primary key.
 */

/** Where the store is, and where a table for inserts may be made. */
export type CeilingQuestion = { store: string; scratch: string };

const { store, scratch } = JSON.parse(process.env['BENCH_CEILING'] ?? '{}') as CeilingQuestion;
const statements = await prepareStatements(store, scratch);

const app = new Koa();
app.silent = true;
let inserted = 0;
app.use(async (ctx) => {
  ctx.type = 'application/scim+json';
  if (ctx.method === 'POST') {
    const document = await bodyOf(ctx.req);
    await statements.insert(`${inserted++}`.padStart(36, '0'), document);
    ctx.status = 201;
    ctx.body = document;
  } else {
    ctx.body = ctx.path === '/' ? '{"schemas":[]}' : await statements.select(ctx.path.slice(1));
  }
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');

answerParent(
  () => ({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  async () => {
    server.close();
    await statements.close();
  },
);

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
