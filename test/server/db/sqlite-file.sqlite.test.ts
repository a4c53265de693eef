import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../../server/db/database.ts';
import { openSqlite } from '../../../server/db/sqlite-database.ts';
import { keptSecretKey } from '../../../server/db/secret-key.ts';
import { translated } from '../../../server/db/translate-error.ts';
import { DomainError } from '../../../server/errors.ts';

describe('the SQLite file', () => {
  let folder: string;
  let one: Database;
  let other: Database;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'store-'));
    const file = join(folder, 'deeper', 'app.sqlite');
    // Together, on an empty store, as two processes would.
    [one, other] = await Promise.all([openSqlite({ file }), openSqlite({ file })]);
  });
  afterAll(async () => {
    await Promise.all([one.close(), other.close()]);
    await rm(folder, { recursive: true });
  });

  const company = (id: string, domain = `${id}.example`) => ({
    id,
    name: id,
    product: 'ai-voice',
    plan: 'pro',
    primary_domain: domain,
    created_at: '2026-01-01T00:00:00.000Z',
  });

  it('keeps what is answered: write-ahead log, full synchronous, foreign keys', async () => {
    const pragma = async (name: string) =>
      (await one.write.raw<Record<string, unknown>[]>(`PRAGMA ${name}`))[0]?.[name];
    expect(await pragma('journal_mode')).toBe('wal');
    expect(await pragma('synchronous')).toBe(2);
    expect(await pragma('foreign_keys')).toBe(1);
  });

  it('is for its owner only, with what lies beside it', async () => {
    await one.write('companies').insert(company('private'));
    const file = join(folder, 'deeper', 'app.sqlite');
    for (const ending of ['', '-wal', '-shm']) expect((await stat(file + ending)).mode & 0o777).toBe(0o600);
  });

  it('gives back what its log took while somebody read for long, as who copies the store does', async () => {
    const file = join(folder, 'deeper', 'app.sqlite');
    const MIB = 1_024 * 1_024;
    const logged = async () => (await stat(`${file}-wal`)).size;
    await one.write.raw('CREATE TABLE ballast (bytes BLOB)');
    const reader = new sqlite3.Database(file, sqlite3.OPEN_READONLY);
    const reading = reader.prepare('SELECT name FROM sqlite_master');
    await new Promise((resolve) => reading.get(resolve));
    for (let n = 0; n < 24; n += 1) await one.write.raw('INSERT INTO ballast VALUES (zeroblob(?))', [MIB]);
    expect(await logged()).toBeGreaterThan(24 * MIB);
    reading.finalize();
    await new Promise((resolve) => reader.close(resolve));
    await expect
      .poll(async () => {
        await one.write.raw('INSERT INTO ballast VALUES (1)');
        return logged();
      })
      .toBeLessThanOrEqual(16 * MIB);
    await one.write.raw('DROP TABLE ballast');
  });

  it('is named with what to check when it is none, or can not be made', async () => {
    const text = join(folder, 'notes.txt');
    await writeFile(text, 'This is no database, as long as it may be.\n'.repeat(100));
    const why = (file: string) =>
      openSqlite({ file }).then(
        () => 'opened',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    expect(await why(text)).toMatch(
      /^The SQLite file .*notes\.txt can not be used: .*not a database\. Check DATABASE_URL\.$/,
    );
    const inFile = join(text, 'app.sqlite');
    expect(await why(inFile)).toMatch(
      /^The SQLite file .*notes\.txt\/app\.sqlite can not be used: .*Check DATABASE_URL\.$/,
    );
    expect(await why(folder)).toMatch(/can not be used: .*Check DATABASE_URL\.$/);
  });

  it('lets two writers read before they write without refusing each other', async () => {
    await one.write('companies').insert(company('counter', 'counter.example'));
    const add = (database: Database) =>
      database.write.transaction(async (transaction) => {
        const row = await transaction<{ id: string; name: string }>('companies').where({ id: 'counter' }).first();
        const next = Number(row?.name) + 1 || 1;
        await transaction('companies').where({ id: 'counter' }).update({ name: next.toString() });
      });
    await Promise.all(Array.from({ length: 40 }, (_, turn) => add(turn % 2 ? one : other)));
    expect(await one.read('companies').where({ id: 'counter' }).first()).toMatchObject({ name: '40' });
  });

  it('refuses writes on the reading side', async () => {
    await expect(one.read('companies').insert(company('sneaky'))).rejects.toThrow(/readonly/);
  });

  it('binds no LIMIT that SQLite would prepare a statement anew for', async () => {
    const prepare = vi.spyOn(sqlite3.Database.prototype, 'prepare');
    await one.write('companies').insert([company('limit-1'), company('limit-2')]);
    const sql = "SELECT id FROM companies WHERE id LIKE 'limit-%' ORDER BY id LIMIT ? OFFSET ?";
    expect(await one.select(sql, [1, 1])).toEqual([{ id: 'limit-2' }]);
    expect(await one.read('companies').where('id', 'like', 'limit-%').orderBy('id').limit(1).pluck('id')).toEqual([
      'limit-1',
    ]);
    const limited = prepare.mock.calls.map(([text]) => text).filter((text) => / limit /i.test(text));
    expect(limited).toHaveLength(2);
    for (const text of limited) expect(text).toMatch(/limit \+\?/);
    prepare.mockRestore();
  });

  it('keeps few statements prepared where pages are read, so that they leave the connection its own memory', async () => {
    const prepare = vi.spyOn(sqlite3.Database.prototype, 'prepare');
    const texts = Array.from({ length: 6 }, (_, n) => `SELECT ${n.toString()} AS n`);
    const ask = async (read: Database['select'], asked: readonly string[]) => {
      prepare.mockClear();
      for (const text of asked) await read(text, []);
      return prepare.mock.calls.length;
    };
    await ask(one.selectLong, texts);
    expect(await ask(one.selectLong, texts.slice(-4))).toBe(0);
    expect(await ask(one.selectLong, texts.slice(0, 2))).toBe(2);
    await ask(one.select, texts);
    expect(await ask(one.select, texts)).toBe(0);
    prepare.mockRestore();
  });

  it('keeps the statements of a connection usable after the schema changed', async () => {
    await one.write.raw('CREATE TABLE extra (id INTEGER)');
    await one.write('extra').insert({ id: 1 });
    await one.write.raw('ALTER TABLE extra ADD COLUMN more TEXT');
    await one.write('extra').insert({ id: 2 });
    expect(await one.write('extra').select('*').orderBy('id')).toEqual([
      { id: 1, more: null },
      { id: 2, more: null },
    ]);
    expect(await one.write('extra').where({ id: 1 }).delete()).toBe(1);
    expect(await one.write('extra').where({ id: 2 }).update({ more: 'x' })).toBe(1);
  });

  it('answers 503 with a time to come back when the store can not take a write', async () => {
    await one.write.raw('PRAGMA query_only = ON');
    const refused = translated(() => Promise.resolve(one.write('companies').insert(company('late'))));
    await expect(refused).rejects.toThrow(DomainError);
    await expect(refused).rejects.toMatchObject({ status: 503, reason: 'unavailable', retryAfterSeconds: 5 });
    await one.write.raw('PRAGMA query_only = OFF');
  });

  it('makes one secret key for all who start together, readable by its owner only', async () => {
    const file = join(folder, 'keys', 'app.sqlite');
    const keys = await Promise.all(Array.from({ length: 8 }, () => keptSecretKey(file)));
    expect(new Set(keys.map((key) => key.reveal())).size).toBe(1);
    expect((await stat(`${file}.secret-key`)).mode & 0o777).toBe(0o600);
  });
});
