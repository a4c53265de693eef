import { afterAll, beforeAll } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import type { Database } from '../../../server/db/database.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { makeStore, type TestStore } from './store.ts';

/** One store, opened once, for a file of tests that need no server around it. */
export function useDatabase(): { database: () => Database; store: () => TestStore } {
  let opened: { store: TestStore; database: Database } | undefined;
  beforeAll(async () => {
    const store = await makeStore();
    opened = { store, database: await openDatabase(readConfig(store.env).database) };
  });
  afterAll(async () => {
    await opened?.database.close();
    await opened?.store.remove();
  });
  const now = () => {
    if (!opened) throw new Error('The store is not opened.');
    return opened;
  };
  return { database: () => now().database, store: () => now().store };
}
