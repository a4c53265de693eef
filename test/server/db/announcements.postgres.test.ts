import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import type { Database } from '../../../server/db/database.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { cutListeners } from '../kit/postgres-databases.ts';
import { openPostgresLine } from '../kit/postgres-line.ts';
import { makeStore, type TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

describe('announcements that are not part of a change', () => {
  let store: TestStore;
  let database: Database;
  let listener: pg.Client;
  /** The tables that were announced since the test began. */
  let heard: string[] = [];
  const open = () => openDatabase(readConfig(store.env).database);

  beforeAll(async () => {
    store = await makeStore();
    database = await open();
    listener = new pg.Client({ connectionString: store.env.DATABASE_URL });
    await listener.connect();
    // Its own way to say it, by which it is not taken for a connection of the server when these are cut.
    await listener.query('LISTEN "store_changes"');
    listener.on('notification', ({ payload = '' }) => heard.push(payload.split(' ')[0] ?? ''));
  });
  afterAll(async () => {
    await listener.end();
    await database.close();
    await store.remove();
  });

  it('are made at once, and what follows together', async () => {
    heard = [];
    for (let times = 0; times < 100; times += 1) database.announce('users');
    await until(() => heard.length > 1);
    await database.write('companies').delete();
    await until(() => heard.includes('companies'));
    expect(heard).toEqual(['users', 'users', 'companies']);
  });

  it('are made when the connection that was lost is back', async () => {
    expect(await cutListeners(store.env.DATABASE_URL)).toBeGreaterThan(0);
    heard = [];
    database.announce('users');
    await until(() => heard.includes('users'));
  });

  it('are made when the connection fell silent under them', async () => {
    const line = await openPostgresLine(store);
    const other = await openDatabase(readConfig(line.store.env).database);
    heard = [];
    line.silence();
    other.announce('groups');
    await until(() => heard.includes('groups'));
    await other.close();
    await line.close();
  });

  it('are made before the process ends', async () => {
    const other = await open();
    heard = [];
    other.announce('users');
    other.announce('groups');
    await other.close();
    await until(() => heard.includes('groups'));
  });
});
