import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import type { Database } from '../../../server/db/database.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import type { UserRecord } from '../../../server/directory/record.ts';
import { insertRows } from '../../../server/directory/store/row-steps.ts';
import { createUserStore } from '../../../server/directory/store/user-store.ts';
import { makeStore, type TestStore } from '../kit/store.ts';

const AT = '2026-01-01T00:00:00.000Z';
const COMPANY = { id: 'acme', name: 'Acme', product: 'ai-voice', plan: 'pro', primary_domain: 'acme.example' };

let store: TestStore;
let database: Database;

beforeAll(async () => {
  store = await makeStore();
  database = await openDatabase(readConfig(store.env).database);
  await database.commit([insertRows(database.dialect, 'companies', [{ ...COMPANY, created_at: AT }])]);
});
afterAll(async () => {
  await database.close();
  await store.remove();
});

function testUser(id: string): UserRecord {
  const resource = { userName: 'test@acme.example' };
  const kept = { document: JSON.stringify(resource), resource, ...resource, externalId: null, active: true };
  return { ...kept, id, testKind: 'address', groups: [], version: 1, createdAt: AT, updatedAt: AT };
}

it('a create replaces the test user in its way, though somebody else is quicker each time it tries', async () => {
  const others = createUserStore(database, () => new Date(AT));
  const anyTestUser = () => true;
  let tries = 0;
  // Before each of its first tries, another create of the same name is made; the first one of all is already there.
  const commit: Database['commit'] = async (steps) => {
    tries += 1;
    if (tries <= 3) await others.insert(COMPANY.id, testUser(`quicker-${tries}`), anyTestUser);
    return database.commit(steps);
  };
  const ours = createUserStore({ ...database, commit }, () => new Date(AT));
  await ours.insert(COMPANY.id, testUser('ours'), anyTestUser);
  expect(tries).toBe(4);
  expect(await others.find(COMPANY.id, 'ours')).not.toBeNull();
  expect(await others.find(COMPANY.id, 'quicker-3')).toBeNull();
});
