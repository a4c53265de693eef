import { beforeAll, describe, expect, it } from 'vitest';
import { toUserRow } from '../../../server/directory/store/user-row.ts';
import type { UserRecord } from '../../../server/directory/record.ts';
import type { ScimAnswer } from '../kit/scim-client.ts';
import { created, patchOf, person, useServer } from './kit.ts';
import type { Tenant } from './kit.ts';

/** As many as make every read of all of them stand out in a count of rows. */
const MEMBERS = 5_000;
/** What a change of one member may read: the key, the group, the member, a bounded look at how many there are. */
const FEW_ROWS = 20;

const { server, tenant } = useServer();
let own: Tenant;
let group: string;
let outsider: string;
const member = (n: number) => `member-${String(n).padStart(5, '0')}`;

beforeAll(async () => {
  own = await tenant();
  await addUsers(own.id);
  outsider = await created(own.scim, '/Users', person(`outsider@${own.domain}`));
  const members = Array.from({ length: MEMBERS }, (_, n) => ({ value: member(n) }));
  const made = await own.scim.post('/Groups?excludedAttributes=members', { displayName: 'Everybody', members });
  group = String(made.body.id);
});

/** Straight into the store: it is the group that is measured. */
async function addUsers(companyId: string): Promise<void> {
  const rows = Array.from({ length: MEMBERS }, (_, n) => {
    const at = '2026-01-01T00:00:00.000Z';
    const userName = `${member(n)}@${own.domain}`;
    const resource = { schemas: [], userName, active: true };
    const user: UserRecord = {
      id: member(n),
      userName,
      externalId: null,
      active: true,
      testKind: null,
      version: 1,
      createdAt: at,
      updatedAt: at,
      groups: [],
      document: JSON.stringify(resource),
      resource,
    };
    const row = toUserRow(companyId, user);
    return { ...row, search: JSON.stringify(row.search) };
  });
  await server().database.write.batchInsert('users', rows, 50);
}

/** How many rows were read, and which statements run, while it did what it does. */
async function measured(
  run: () => Promise<ScimAnswer>,
): Promise<{ answer: ScimAnswer; rows: number; writes: string[] }> {
  const { read, write } = server().database;
  let rows = 0;
  const writes: string[] = [];
  const listen = (response: unknown, { sql }: { sql: string }) => {
    rows += Array.isArray(response) ? response.length : 0;
    if (/^(insert|update|delete)/i.test(sql) && /group_members/.test(sql)) writes.push(sql);
  };
  read.on('query-response', listen);
  write.on('query-response', listen);
  try {
    return { answer: await run(), rows, writes };
  } finally {
    read.off('query-response', listen);
    write.off('query-response', listen);
  }
}

async function memberCount(): Promise<number> {
  const rows = await server()
    .database.read('group_members')
    .where({ group_id: group })
    .count<{ n: number }[]>({ n: '*' });
  return Number(rows[0]?.n);
}

describe('a group of many members', () => {
  it.each(['', '?excludedAttributes=members'])('gains and loses one without reading the others (%s)', async (query) => {
    const patch = (operation: Parameters<typeof patchOf>[0]) =>
      measured(() => own.scim.patch(`/Groups/${group}${query}`, patchOf(operation)));
    const changes = [
      await patch({ op: 'add', path: 'members', value: [{ value: outsider }] }),
      await patch({ op: 'add', path: 'members', value: [{ value: outsider }] }),
      await patch({ op: 'remove', path: `members[value eq "${outsider}"]` }),
      await patch({ op: 'add', value: { members: [{ value: outsider }] } }),
      await patch({ op: 'remove', path: 'members', value: [{ value: outsider }] }),
    ];
    for (const { answer, rows, writes } of changes) {
      expect(answer.status).toBe(query === '' ? 204 : 200);
      expect(answer.headers.get('etag')).toMatch(/^W\//);
      expect(rows).toBeLessThan(FEW_ROWS);
      expect(writes.length).toBeLessThanOrEqual(1);
    }
    expect(await memberCount()).toBe(MEMBERS);
  });

  it('is answered whole by a PATCH that names attributes', async () => {
    const change = patchOf({ op: 'replace', path: 'externalId', value: 'x' });
    const named = await own.scim.patch(`/Groups/${group}?attributes=displayName`, change);
    expect(named.status).toBe(200);
    expect(named.body).toMatchObject({ id: group, displayName: 'Everybody' });
  });

  it('is asked whether one is in it without reading the others', async () => {
    const ask = (id: string) => {
      const filter = encodeURIComponent(`id eq "${group}" and members[value eq "${id}"]`);
      return measured(() => own.scim.get(`/Groups?filter=${filter}&excludedAttributes=members`));
    };
    const inside = await ask(member(4_000));
    expect(inside.answer.body['totalResults']).toBe(1);
    expect(inside.rows).toBeLessThan(FEW_ROWS);
    expect((await ask(outsider)).answer.body['totalResults']).toBe(0);
  });

  it.each([
    `Groups/GROUP?excludedAttributes=members`,
    `Groups/GROUP?attributes=displayName`,
    `Groups?excludedAttributes=members`,
    `Groups?filter=displayName%20eq%20%22everybody%22&excludedAttributes=members`,
  ])('never reads the members for /%s', async (path) => {
    const { answer, rows } = await measured(() => own.scim.get(`/${path.replace('GROUP', group)}`));
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('"members"');
    expect(rows).toBeLessThan(FEW_ROWS);
  });

  it('loses a deleted user without reading the others', async () => {
    await own.scim.patch(`/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value: outsider }] }));
    const { answer, rows } = await measured(() => own.scim.delete(`/Users/${outsider}`));
    expect(answer.status).toBe(204);
    expect(rows).toBeLessThan(FEW_ROWS);
    expect(await memberCount()).toBe(MEMBERS);
  });

  it('keeps every one of many changes at the same time', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 10; n += 1) ids.push(await created(own.scim, '/Users', person(`new${n}@${own.domain}`)));
    const before = await memberCount();
    const patch = (operation: Parameters<typeof patchOf>[0]) =>
      own.scim.patch(`/Groups/${group}?excludedAttributes=members`, patchOf(operation));
    await Promise.all([
      ...ids.map((value) => patch({ op: 'add', path: 'members', value: [{ value }] })),
      ...ids.map((_, n) => patch({ op: 'remove', path: `members[value eq "${member(n)}"]` })),
    ]);
    expect(await memberCount()).toBe(before);
    const filter = encodeURIComponent(ids.map((id) => `members[value eq "${id}"]`).join(' and '));
    expect((await own.scim.get(`/Groups?filter=${filter}&excludedAttributes=members`)).body['totalResults']).toBe(1);
  });
});
