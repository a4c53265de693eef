import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import type { Database } from '../../../server/db/database.ts';
import { openDatabase } from '../../../server/db/open-database.ts';
import { translated } from '../../../server/db/translate-error.ts';
import { UniqueViolation } from '../../../server/errors.ts';
import { makeStore, type TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

describe('the database', () => {
  let store: TestStore;
  let one: Database;
  let other: Database;

  beforeAll(async () => {
    store = await makeStore({ empty: true });
    const { database } = readConfig(store.env);
    // Together, on an empty store, as two processes would.
    [one, other] = await Promise.all([openDatabase(database), openDatabase(database)]);
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    await store.remove();
  });

  const company = (id: string, domain = `${id}.example`) => ({
    id,
    name: id,
    product: 'ai-voice',
    plan: 'pro',
    primary_domain: domain,
    created_at: '2026-01-01T00:00:00.000Z',
  });

  it('is migrated once when several open it empty', async () => {
    expect(await one.ready()).toBe(true);
    expect(await other.ready()).toBe(true);
  });

  it('shows the next read what a write committed', async () => {
    await one.write('companies').insert(company('a'));
    expect(await one.read('companies').where({ id: 'a' }).first()).toMatchObject({ primary_domain: 'a.example' });
  });

  it('lets transactions that lock the same name read before they write, one after the other', async () => {
    await one.write('companies').insert(company('counter', 'counter.example'));
    const add = (database: Database) =>
      database.transaction(async (transaction) => {
        await database.dialect.lock(transaction, 'counter');
        const row = await transaction<{ id: string; name: string }>('companies').where({ id: 'counter' }).first();
        const next = Number(row?.name) + 1 || 1;
        await transaction('companies').where({ id: 'counter' }).update({ name: next.toString() });
      });
    await Promise.all(Array.from({ length: 40 }, (_, turn) => add(turn % 2 ? one : other)));
    expect(await one.read('companies').where({ id: 'counter' }).first()).toMatchObject({ name: '40' });
  });

  it('answers raw statements by their rows, and counts by numbers', async () => {
    const [row] = await one.read.raw<{ total: number }[]>('SELECT count(*) AS total FROM companies WHERE id = ?', [
      'a',
    ]);
    expect(row).toEqual({ total: 1 });
  });

  it('orders texts by code point', async () => {
    const ids = ['Zoe', 'ana', 'Äpfel', 'a-b', 'aB', '😀', '\uff5a'];
    for (const id of ids) await one.write('companies').insert(company(`order ${id}`));
    const rows = await one
      .read('companies')
      .where('id', 'like', 'order %')
      .orderBy('id')
      .select<{ id: string }[]>('id');
    const byCodePoint = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));
    expect(rows.map(({ id }) => id)).toEqual(ids.map((id) => `order ${id}`).sort(byCodePoint));
  });

  it('tells of what another process committed, and not of its own', async () => {
    let told = 0;
    const stop = one.onForeignChange(
      (table) => table === 'companies',
      () => (told += 1),
    );
    await one.write('companies').insert(company('mine'));
    await other.write('companies').insert(company('theirs-1'));
    await until(() => told > 0);
    const before = told;
    await one.write('companies').insert(company('mine-2'));
    await other.write('companies').insert(company('theirs-2'));
    await until(() => told > before);
    expect(told).toBe(before + 1);
    stop();
  });

  it('names the columns of a violated uniqueness', async () => {
    const again = translated(() => Promise.resolve(one.write('companies').insert(company('again', 'a.example'))));
    await expect(again).rejects.toThrow(UniqueViolation);
    await expect(again).rejects.toMatchObject({ table: 'companies', columns: ['primary_domain'] });
  });

  it('keeps the values of a statement out of what went wrong with it', async () => {
    const wrong = one.write.raw('SELECT nothing FROM companies WHERE id = ?', ['ana@acme.example']);
    await expect(wrong).rejects.toSatisfy(
      (error) => !JSON.stringify([error, String(error)]).includes('ana@acme.example'),
    );
  });
});
