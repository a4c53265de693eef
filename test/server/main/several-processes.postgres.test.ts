import { once } from 'node:events';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEventStreamParser } from '../../../shared/event-stream.ts';
import { type Balancer, startBalancer } from '../kit/balancer.ts';
import { signIn } from '../kit/browser.ts';
import { createScimClient } from '../kit/scim-client.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { makeStore, type TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

const CLIENTS = 8;
const BEFORE_THE_KILL = 150;
const AFTER_THE_KILL = 150;

/** Two processes behind a balancer, and a third server by which the test looks into the store. */
describe('two processes on one database', { timeout: 120_000 }, () => {
  let store: TestStore;
  let processes: ServerProcess[];
  let balancer: Balancer;
  let onlooker: TestServer;

  beforeAll(async () => {
    store = await makeStore();
    processes = await Promise.all([1, 2].map(() => startServerProcess(store, { SCIM_RATE_LIMIT: '0' })));
    balancer = await startBalancer(processes.map(({ url }) => Number(new URL(url).port)));
    onlooker = await startTestServer({ store });
  });
  afterAll(async () => {
    for (const { child } of processes) child.kill('SIGKILL');
    await balancer.close();
    await onlooker.close();
    await store.remove();
  });

  it('lose no acknowledged write, and a watcher misses no call, when one is killed under load', async () => {
    const { id } = await onlooker.rules.companies.find('acme.example');
    const { headers } = await signIn(onlooker, 'support');
    const watcher = watch(`${balancer.url}/api/companies/${id}/activity/events`, headers);
    // The first connection goes to the first process: the one that is killed.
    await until(() => watcher.connections() === 1);
    const acknowledged = new Set<string>();
    const scim = createScimClient(`${balancer.url}/scim/v2`, processes[0]?.key ?? null);
    let stopped = false;
    let made = 0;
    const client = async () => {
      while (!stopped) {
        const userName = `user-${(made += 1)}@acme.example`;
        // A connection that breaks acknowledges nothing; the next request takes another one.
        const answer = await scim.post('/Users', { userName }).catch(() => null);
        if (answer?.status === 201) acknowledged.add(userName);
      }
    };
    const load = Promise.all(Array.from({ length: CLIENTS }, client));
    await until(() => acknowledged.size >= BEFORE_THE_KILL);
    const victim = processes[0];
    if (!victim) throw new Error('There is no process to kill.');
    victim.child.kill('SIGKILL');
    await once(victim.child, 'exit');
    const after = acknowledged.size;
    await until(() => acknowledged.size >= after + AFTER_THE_KILL);
    stopped = true;
    await load;

    const kept = await onlooker.database.read('users').where({ company_id: id }).pluck<string[]>('user_name');
    expect([...acknowledged].filter((userName) => !kept.includes(userName))).toEqual([]);

    const stored = () =>
      onlooker.database.read('activity').where({ company_id: id }).orderBy('id').pluck<number[]>('id');
    // Calls are recorded off the requests' path, so the survivor's last ones come a moment later.
    await until(async () => {
      const ids = await stored();
      return ids.length >= acknowledged.size - after && isDeepStrictEqual(watcher.ids, ids);
    });
    watcher.stop();
    expect(watcher.connections()).toBeGreaterThan(1);
  });
});

/** Follows a stream of events as a browser does: comes back with Last-Event-ID whenever the connection is lost. */
function watch(url: string, headers: Record<string, string>) {
  const abort = new AbortController();
  const ids: number[] = [];
  let connections = 0;

  async function follow(): Promise<void> {
    const lastEventId = String(ids.at(-1) ?? 0);
    const { body } = await fetch(url, { headers: { ...headers, 'Last-Event-ID': lastEventId }, signal: abort.signal });
    connections += 1;
    const parse = createEventStreamParser(({ id }) => void ids.push(Number(id)));
    const decoder = new TextDecoder();
    for await (const piece of body ?? []) parse(decoder.decode(piece, { stream: true }));
  }

  async function comeBack(): Promise<void> {
    while (!abort.signal.aborted) await follow().catch(() => undefined);
  }

  void comeBack();
  return { ids, connections: () => connections, stop: () => abort.abort() };
}
