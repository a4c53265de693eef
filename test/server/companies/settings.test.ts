import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { userDetailSchema, userListSchema } from '../../../shared/api/users.ts';
import { type Caller, signIn } from '../kit/browser.ts';
import type { ScimClient } from '../kit/scim-client.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

const DAY_MS = 86_400_000;

let server: TestServer;
let now = new Date('2026-03-01T12:00:00.000Z');
let company: { id: string; domain: string; key: string };
let admin: Caller;
let scim: ScimClient;

beforeAll(async () => {
  server = await startTestServer({ now: () => now });
});
afterAll(() => server.close());

async function acme(settings: Record<string, unknown>) {
  company = await server.company();
  admin = await signIn(server, 'admin', company.id);
  scim = server.scim(company.key);
  const answer = await admin.patch(`/api/companies/${company.id}/settings`, settings);
  expect(answer.status).toBe(200);
  return answer.body;
}

async function usersThatAre(state: string) {
  const answer = await admin.post(`/api/companies/${company.id}/users/search`, { state });
  return userListSchema.parse(answer.body).users;
}

describe('settings', () => {
  it('are changed one by one, and say what is wrong', async () => {
    expect(await acme({ onDelete: 'keep' })).toEqual({
      groupManagement: 'accept',
      onDelete: 'keep',
      keepRemovedDays: 365,
      keepActivityDays: 90,
    });
    const wrong = { onDelete: 'burn', keepActivityDays: 0 };
    expect((await admin.patch(`/api/companies/${company.id}/settings`, wrong)).body).toMatchObject({
      errors: [{ path: 'onDelete' }, { path: 'keepActivityDays' }],
    });
  });

  it('that refuse groups hold for every write, but not for JumpCloud’s test group', async () => {
    await acme({ groupManagement: 'accept' });
    const before = await scim.post('/Groups', { displayName: 'Sales' });
    await admin.patch(`/api/companies/${company.id}/settings`, { groupManagement: 'refuse' });
    for (const answer of [
      await scim.post('/Groups', { displayName: 'Support' }),
      await scim.put(`/Groups/${before.body.id}`, { displayName: 'Sales', members: [] }),
      await scim.patch(`/Groups/${before.body.id}`, { Operations: [{ op: 'replace', value: { displayName: 'X' } }] }),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.detail).toContain('does not take groups');
    }
    const test = await scim.post('/Groups', { displayName: 'group-name' });
    expect(test.status).toBe(201);
    expect((await scim.delete(`/Groups/${test.body.id}`)).status).toBe(204);
    expect((await scim.delete(`/Groups/${before.body.id}`)).status).toBe(204);
    await server.rules.activity.flush();
    const calls = await server.rules.activity.latest(company.id, 10);
    expect(calls.filter(({ reason }) => reason === 'groups-off').map(({ kind }) => kind)).toEqual(
      Array(3).fill('group'),
    );
  });

  it('that keep a deleted user leave it gone over SCIM, its userName free, and a copy for people', async () => {
    await acme({ onDelete: 'keep' });
    const ana = { userName: `ana@${company.domain}`, displayName: 'Ana', title: 'Captain' };
    const { id } = (await scim.post('/Users', ana)).body;
    expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
    expect((await scim.get(`/Users/${id}`)).status).toBe(404);
    expect((await scim.put(`/Users/${id}`, ana)).status).toBe(404);
    expect((await scim.delete(`/Users/${id}`)).status).toBe(404);
    expect((await scim.get('/Users')).body).toMatchObject({ totalResults: 0 });
    expect(await usersThatAre('present')).toEqual([]);
    expect(await usersThatAre('removed')).toMatchObject([{ id, displayName: 'Ana', removedAt: now.toISOString() }]);
    const detail = await admin.get(`/api/companies/${company.id}/users/${id}`);
    expect(userDetailSchema.parse(detail.body).resource).toMatchObject({ title: 'Captain' });

    const again = await scim.post('/Users', ana);
    expect(again.status).toBe(201);
    expect(again.body.id).not.toBe(id);
    expect((await scim.delete(`/Users/${again.body.id}`)).status).toBe(204);
    expect(await usersThatAre('removed')).toHaveLength(2);
  });

  it('that remove leave nothing, and nothing of a test user or of an undone bulk request is ever kept', async () => {
    await acme({ onDelete: 'remove' });
    const { id } = (await scim.post('/Users', { userName: `ana@${company.domain}` })).body;
    await scim.delete(`/Users/${id}`);
    await admin.patch(`/api/companies/${company.id}/settings`, { onDelete: 'keep' });
    const placeholder = { displayName: 'displayname', name: { givenName: 'firstname', familyName: 'lastname' } };
    const test = await scim.post('/Users', { userName: `probe@${company.domain}`, ...placeholder });
    await scim.delete(`/Users/${test.body.id}`);
    expect(await usersThatAre('removed')).toEqual([]);
  });

  it('say how long such copies and the activity stay', async () => {
    await acme({ onDelete: 'keep', keepRemovedDays: 10, keepActivityDays: 20 });
    const { id } = (await scim.post('/Users', { userName: `ana@${company.domain}` })).body;
    await scim.delete(`/Users/${id}`);
    await server.rules.activity.flush();
    const left = async () => [
      (await usersThatAre('removed')).length,
      (await server.rules.activity.latest(company.id, 10)).length,
    ];
    const begun = now;
    const after = async (days: number) => {
      now = new Date(begun.getTime() + days * DAY_MS);
      await server.rules.sweep();
      admin = await signIn(server, 'admin', company.id);
      return left();
    };
    expect(await after(9)).toEqual([1, 2]);
    expect(await after(11)).toEqual([0, 2]);
    expect(await after(21)).toEqual([0, 0]);
  });
});

describe('the record beyond its latest calls', () => {
  it('keeps what changed a user, without its details', async () => {
    await acme({ keepActivityDays: 90 });
    await scim.post('/Users', { userName: `ana@${company.domain}` });
    await scim.get('/Users');
    await server.rules.activity.flush();
    const [row] = await server.database
      .read<Record<string, unknown>>('activity')
      .where({ company_id: company.id, kind: 'list' });
    const { id: _id, ...copy } = row ?? {};
    for (let batch = 0; batch < 200; batch += 1) {
      await server.database.write('activity').insert(Array.from({ length: 50 }, () => copy));
    }
    await server.rules.sweep();
    const kept = await server.database
      .read('activity')
      .where({ company_id: company.id })
      .select<{ kind: string; details: string | null }[]>('kind', 'details');
    expect(kept).toHaveLength(10_001);
    expect(kept.filter(({ kind }) => kind === 'create')).toMatchObject([{ details: null }]);
  });
});
