import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../kit/until.ts';
import { startServerProcess } from './server-process.ts';
import { startTestServer } from '../kit/start.ts';
import { makeStore, type TestStore } from '../kit/store.ts';

describe('a server process', () => {
  const stores: TestStore[] = [];
  afterEach(() => Promise.all(stores.splice(0).map((store) => store.remove())));

  async function serve() {
    const store = await makeStore();
    stores.push(store);
    return startServerProcess(store);
  }

  it('answers a request that began, says 503 at /readyz and ends with 0 on SIGTERM', async () => {
    const { child, url, key } = await serve();
    const ended = once(child, 'exit');
    const slow = request(`${url}/scim/v2/Users`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/scim+json', 'Content-Length': '32' },
    });
    const answered = once(slow, 'response') as Promise<[{ statusCode: number }]>;
    slow.write('{"userName":"ana@');
    await until(async () => (await fetch(`${url}/readyz`)).status === 200);
    child.kill('SIGTERM');
    await until(async () => (await fetch(`${url}/readyz`)).status === 503);
    slow.end('acme.example"}\n');
    expect((await answered)[0].statusCode).toBe(201);
    expect((await ended)[0]).toBe(0);
  });
});

describe('stopping', () => {
  it('ends open event streams, so that their readers go elsewhere', async () => {
    const server = await startTestServer();
    const { id } = await server.company();
    const link = await server.rules.setup.sessions.createLink(id, { target: 'server' });
    const token = link.url.split('/').at(-1) ?? '';
    const stream = await fetch(`${server.url}/api/setup/events`, { headers: { Authorization: `Bearer ${token}` } });
    let text = '';
    const ended = (async () => {
      for await (const piece of stream.body ?? []) text += new TextDecoder().decode(piece);
    })();
    await until(() => text.includes('event: snapshot'));
    await server.close();
    await ended;
  });
});
