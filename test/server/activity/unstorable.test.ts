import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCall } from '../kit/new-call.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.close());

const call = (route: string) => newCall({ route, time: new Date().toISOString() });

describe('a call that can never be stored', () => {
  it('is left out, and keeps no other from being stored in its order', async () => {
    const { id } = await server.company();
    const routes = ['/a', '/b', '/c', '/d', '/e', '/f', '/g'];
    for (const [at, route] of routes.entries()) {
      if (at === 2 || at === 3) server.rules.activity.record('nobody', call('/secret'));
      server.rules.activity.record(id, call(route));
    }
    await server.rules.activity.flush();
    expect((await server.rules.activity.latest(id, 10)).map(({ route }) => route)).toEqual(routes);
    expect(await server.rules.activity.hours(id, 1)).toMatchObject([{ calls: routes.length }]);
    const said = server
      .log()
      .split('\n')
      .filter((line) => line.includes('left out of the record'));
    expect(said).toHaveLength(2);
    expect(said.join()).toMatch(/left out of the record: (SQLITE_CONSTRAINT|23503)\./);
    expect(said.join()).not.toMatch(/secret|nobody/);
  });
});
