import { beforeAll, describe, expect, it } from 'vitest';
import type { ScimAnswer } from '../kit/scim-client.ts';
import { created, person, resourcesOf, useServer } from './kit.ts';
import type { Tenant } from './kit.ts';

/** A value may be 64 KiB, and a body 1 MiB. */
const LARGE = { roles: Array.from({ length: 14 }, (_, n) => ({ value: `${n} ${'x'.repeat(65_000)}` })) };
const MIB = 1_024 * 1_024;
/** With 16 MiB a page is full; the last one of it may be a few more. */
const MOST_BYTES = 21 * MIB;
/** The large ones, of nearly a megabyte each, with small ones between and behind them. */
const USERS = 120;
const isLarge = (n: number) => (n % 2 === 0 && n < 56) || n === USERS - 2;

const { server, tenant } = useServer();
let own: Tenant;
let ids: string[];

/** Copies of two users, straight into the store, since reading them is what is tested. */
beforeAll(async () => {
  own = await tenant();
  const { database } = server();
  const large = await created(own.scim, '/Users', person(`large@${own.domain}`, { title: '2', ...LARGE }));
  const small = await created(own.scim, '/Users', person(`small@${own.domain}`, { title: '1' }));
  ids = [];
  for (let n = 0; n < USERS - 2; n += 1) {
    const id = `01900000-0000-7000-8000-${n.toString().padStart(12, '0')}`;
    const user_name = `copy-${n}@${own.domain}`;
    await database.write.raw(
      `INSERT INTO users (company_id, id, user_name, user_name_folded, active, document, search, version, created_at, updated_at)
       SELECT company_id, ?, ?, ?, active, document, search, version, created_at, updated_at FROM users
        WHERE company_id = ? AND id = ?`,
      [id, user_name, user_name, own.id, isLarge(n) ? large : small],
    );
    ids.push(id);
  }
  ids.push(large, small);
});

const idsOf = (answer: ScimAnswer): unknown[] => resourcesOf(answer).map(({ id }) => id);

function expectFitting(answer: ScimAnswer): void {
  expect(answer.status, answer.text.slice(0, 200)).toBe(200);
  expect(answer.body).toMatchObject({ totalResults: USERS, itemsPerPage: resourcesOf(answer).length });
  expect(answer.text.length).toBeLessThan(MOST_BYTES);
}

/** All that there is, page by page from where the last one ended. */
async function byIndex(list: string): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  for (let read = 0; read < USERS; read = pages.flat().length) {
    const answer = await own.scim.get(`${list}startIndex=${read + 1}&count=1000`);
    expectFitting(answer);
    pages.push(idsOf(answer));
  }
  return pages;
}

async function byCursor(list: string, start: string, way: 'nextCursor' | 'previousCursor', count = 1000) {
  const pages: unknown[][] = [];
  let last = start;
  for (let cursor: unknown = start; typeof cursor === 'string';) {
    last = cursor;
    const answer = await own.scim.get(`${list}count=${count}&cursor=${cursor}`);
    expectFitting(answer);
    pages.push(idsOf(answer));
    cursor = answer.body[way];
  }
  return { pages, last };
}

describe('a list of large resources', () => {
  it('comes in pages of which each can be sent, each user once', async () => {
    const pages = await byIndex('/Users?');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(ids);
  });

  it.each(['/Users?', '/?'])('leads by cursors to every user once, and back (%s)', async (list) => {
    const { pages, last } = await byCursor(list, '', 'nextCursor');
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flat()).toEqual(ids);
    const back = await byCursor(list, last, 'previousCursor');
    expect(back.pages.reverse().flat()).toEqual(ids);
  });

  it.each([
    ['ascending', 10, 1000],
    ['descending', 1000, 15],
  ])('keeps an order that is asked for (%s, %d at most), back as well (%d)', async (order, count, countBack) => {
    const list = `/Users?sortBy=title&sortOrder=${order}&`;
    const { pages, last } = await byCursor(list, '', 'nextCursor', count);
    const sorted = [...ids.filter((_, n) => !isLarge(n)), ...ids.filter((_, n) => isLarge(n))];
    if (order === 'descending') sorted.reverse();
    expect(pages.flat()).toEqual(sorted);
    const { previousCursor } = (await own.scim.get(`${list}count=${count}&cursor=${last}`)).body;
    const back = await byCursor(list, String(previousCursor), 'previousCursor', countBack);
    expect([...back.pages.reverse(), pages.at(-1)].flat()).toEqual(sorted);
  });

  it('has a single large resource whole', async () => {
    const answer = await own.scim.get(`/Users?filter=${encodeURIComponent(`userName eq "copy-0@${own.domain}"`)}`);
    expect(answer.body).toMatchObject({ totalResults: 1, itemsPerPage: 1 });
    expect(idsOf(answer)).toEqual(ids.slice(0, 1));
    expect((await own.scim.get('/Users?count=0')).body).toMatchObject({ totalResults: USERS, itemsPerPage: 0 });
  });
});

it('groups of many members come one after the other, each with all of them', async () => {
  const { scim } = own;
  const members = ids.map((value) => ({ value }));
  for (const displayName of ['One', 'Two', 'Three'])
    await created(scim, '/Groups', { displayName, members: [...members] });
  const answer = await scim.get('/Groups');
  expect(answer.body).toMatchObject({ totalResults: 3, itemsPerPage: 3 });
  for (const group of resourcesOf(answer)) expect(group['members']).toHaveLength(USERS);
});
