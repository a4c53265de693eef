import { once } from 'node:events';
import { expect } from 'vitest';
import { createScimClient, type ScimClient } from '../kit/scim-client.ts';
import type { TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';
import { person } from '../scim/kit.ts';
import { startServerProcess } from './server-process.ts';

/** What the server answered that it did: the title that an account has in the end, null when it was deleted. */
type Kept = Map<string, string | null>;

const WRITERS = 16;
/** With writes waiting, a server that answers none for so long has stalled. */
const STALLED_AFTER_MS = 30_000;
const DOMAIN = 'acme.example';

/**
 * Kills a server under load after so many answered writes, starts it again on its store, and expects every write that was
 * answered to be there. The last write of each client may have been made or not: nobody was told.
 */
export async function killUnderLoad(store: TestStore, answeredWrites: number): Promise<void> {
  const { child, url, key } = await startServerProcess(store, { SCIM_RATE_LIMIT: '0' });
  const kept: Kept = new Map();
  const unsure = new Set<string>();
  let answered = 0;
  const scim = createScimClient(`${url}/scim/v2`, key);
  const clients = Promise.all(
    Array.from({ length: WRITERS }, (_, writer) => keepWriting(scim, writer, kept, unsure, () => (answered += 1))),
  );
  const ended = once(child, 'exit');
  try {
    // A client ends by itself only when it was answered what it should not be.
    await Promise.race([clients, progress(() => answered, answeredWrites)]);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
  await clients;

  const again = await startServerProcess(store);
  try {
    const look = createScimClient(`${again.url}/scim/v2`, key);
    for (const [id, title] of kept) {
      if (unsure.has(id)) continue;
      const { status, body } = await look.get(`/Users/${id}`);
      expect(status, id).toBe(title === null ? 404 : 200);
      if (title !== null) expect(body['title'], id).toBe(title);
    }
    expect(kept.size).toBeGreaterThan(0);
  } finally {
    again.child.kill('SIGKILL');
    await once(again.child, 'exit');
  }
}

/** Waits until so many writes were answered, however slow the machine is; fails when none is for a while. */
async function progress(answered: () => number, wanted: number): Promise<void> {
  while (answered() < wanted) {
    const before = answered();
    await until(() => answered() > before, STALLED_AFTER_MS);
  }
}

/** Creates an account, changes it, and deletes every third one, until the server is gone. */
async function keepWriting(
  scim: ScimClient,
  writer: number,
  kept: Kept,
  unsure: Set<string>,
  answered: () => void,
): Promise<void> {
  let id = '';
  try {
    for (let turn = 0; ; turn += 1) {
      id = '';
      const made = await scim.post('/Users', person(`w${String(writer)}-${String(turn)}@${DOMAIN}`, { title: 'new' }));
      expect(made.status).toBe(201);
      id = made.body.id ?? '';
      kept.set(id, 'new');
      answered();
      await change(scim, id, turn, kept);
      answered();
    }
  } catch (error) {
    // fetch says so when the server is gone; what an expectation says is no TypeError.
    if (!(error instanceof TypeError)) throw error;
    unsure.add(id);
  }
}

async function change(scim: ScimClient, id: string, turn: number, kept: Kept): Promise<void> {
  if (turn % 3 === 0) {
    expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
    kept.set(id, null);
    return;
  }
  const Operations = [{ op: 'replace', path: 'title', value: 'changed' }];
  expect((await scim.patch(`/Users/${id}`, { Operations })).status).toBe(200);
  kept.set(id, 'changed');
}
