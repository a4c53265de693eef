import sqlite3 from 'sqlite3';
import { describe, expect, it } from 'vitest';
import { signIn } from '../kit/browser.ts';
import { startTestServer } from '../kit/start.ts';

describe('a file that somebody else writes to all the time', () => {
  it('makes requests wait for seconds, and keeps nobody from stopping', async () => {
    const server = await startTestServer();
    const { id, key, domain } = await server.company();
    const scim = server.scim(key);
    const admin = await signIn(server, 'admin', id);
    await scim.get('/Users');
    await server.rules.activity.flush();
    const lock = await lockOf(server.store.env.DATABASE_URL.slice('sqlite:'.length));
    const begun = performance.now();
    const answers = await Promise.all([
      ...Array.from({ length: 8 }, (_, n) => admin.post(`/api/companies/${id}/keys`, { name: `key ${n}` })),
      scim.post('/Users', { userName: `ana@${domain}` }),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
    // Five seconds for the connection, and five for the file.
    expect(performance.now() - begun).toBeLessThan(20_000);
    // Each of these is one more flush.
    for (let n = 0; n < 20; n += 1) {
      await scim.get('/Users');
      void server.rules.activity.flush();
    }
    const stopping = performance.now();
    await server.close();
    expect(performance.now() - stopping).toBeLessThan(10_000);
    await lock.end();
  });
});

/** Takes the only place of a writer, as a process does that hangs in a transaction. */
async function lockOf(file: string) {
  const connection = await new Promise<sqlite3.Database>((resolve) => {
    const opened = new sqlite3.Database(file, () => resolve(opened));
  });
  const run = (sql: string) =>
    new Promise<void>((resolve, reject) => connection.run(sql, (error) => (error ? reject(error) : resolve())));
  await run('BEGIN IMMEDIATE');
  return { end: () => new Promise<void>((resolve) => connection.close(() => resolve())) };
}
