import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import type { Database } from '../../../server/db/database.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { makeStore, type TestStore } from '../kit/store.ts';

let store: TestStore;
let one: Database;
let other: Database;

beforeAll(async () => {
  store = await makeStore();
  const config = readConfig(store.env).database;
  [one, other] = [await openDatabase(config), await openDatabase(config)];
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await store.remove();
});

/** Work that goes on until it is told to end. */
function longWork() {
  let begin: () => void = () => undefined;
  let end: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = async (): Promise<void> => {
    begin();
    await ended;
  };
  return { work, begun, end };
}

describe('sweeping, of two processes on one database', () => {
  it('is done by one at a time, and left by the other', async () => {
    const { work, begun, end } = longWork();
    const first = one.alone('sweep', work);
    await begun;
    let ranBeside = false;
    expect(await other.alone('sweep', () => Promise.resolve(void (ranBeside = true)))).toBe(false);
    expect(ranBeside).toBe(false);
    // Other work is nobody's hindrance.
    expect(await other.alone('something else', () => Promise.resolve())).toBe(true);
    end();
    expect(await first).toBe(true);
    expect(await other.alone('sweep', () => Promise.resolve())).toBe(true);
  });

  it('is free again for the others when it failed', async () => {
    await expect(one.alone('sweep', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
    expect(await other.alone('sweep', () => Promise.resolve())).toBe(true);
  });

  it('is free again when the connection of who did it is cut', async () => {
    const { work, begun, end } = longWork();
    const first = one.alone('sweep', work).catch(() => 'cut');
    await begun;
    await other.write.raw(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database =
        (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    await expect.poll(() => other.alone('sweep', () => Promise.resolve())).toBe(true);
    end();
    expect(await first).toBe('cut');
  });
});
