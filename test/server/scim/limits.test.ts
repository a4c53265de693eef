import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../shared/api-key.ts';
import type { ScimClient } from '../kit/scim-client.ts';
import { created, patchOf, person, resourcesOf, useServer } from './kit.ts';

const { server, tenant } = useServer();

describe('limits', () => {
  it('of a PATCH: 1,000 operations are taken, more are 400 with the limit', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    const titles = (count: number) =>
      patchOf(...Array.from({ length: count }, (_, n) => ({ op: 'replace', path: 'title', value: `t${n}` })));
    expect((await scim.patch(`/Users/${id}`, titles(1_000))).body['title']).toBe('t999');
    const refused = await scim.patch(`/Users/${id}`, titles(1_001));
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toContain('1000 are the limit');
    expect((await scim.get(`/Users/${id}`)).body['title']).toBe('t999');
  });

  it('of changes of lists: one operation that names them in its value counts as often as it does', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`, { roles: [{ value: 'a', type: 'b' }] }));
    const change = (count: number) => {
      const names = Array.from({ length: count }, (_, n) => `roles[type eq "b" or value eq "${n}"].display`);
      const value = Object.fromEntries(names.map((name, n) => [name, `d${n}`]));
      return scim.patch(`/Users/${id}`, patchOf({ op: 'replace', value }));
    };
    expect((await change(1_000)).body['roles']).toEqual([{ value: 'a', type: 'b', display: 'd999' }]);
    const refused = await change(1_001);
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toContain('1000 times');
  });

  describe('of a PATCH of a long list', () => {
    const numbers = Array.from({ length: 20_000 }, (_, n) => ({ value: `${n}` }));
    const replace = (path: string, count: number) =>
      patchOf(...Array.from({ length: count }, (_, n) => ({ op: 'replace', path, value: `t${n}` })));
    const many = Array.from({ length: 200 }, (_, n) => `value eq "${n}"`).join(' or ');
    const sets: Record<string, string>[] = [{ type: 'a' }, { display: 'a' }, { type: 'a', display: 'a' }];

    it.each([
      ['that goes through it often', replace('phoneNumbers[value eq "1"].type', 200)],
      [
        'that adds to it often',
        patchOf(...numbers.slice(0, 200).map((one) => ({ op: 'add', path: 'phoneNumbers', value: [one] }))),
      ],
      ['with long filters', replace(`phoneNumbers[${many}].type`, 1)],
      [
        'that removes by many sets of parts',
        patchOf(...Array.from({ length: 50 }, () => ({ op: 'remove', path: 'phoneNumbers', value: sets }))),
      ],
    ])('one %s is 400 with the limit, and changes nothing', async (_what, body) => {
      const { scim, domain } = await tenant();
      const id = await created(scim, '/Users', person(`jane@${domain}`, { phoneNumbers: numbers }));
      const refused = await scim.patch(`/Users/${id}`, body);
      expect(refused.status).toBe(400);
      expect(refused.body).toMatchObject({ scimType: 'invalidValue' });
      expect(refused.body.detail).toContain('16777216 characters');
      expect((await scim.get(`/Users/${id}`)).body['meta']).toMatchObject({ version: 'W/"1"' });
    });

    it('takes what a client has to change', async () => {
      const { scim, domain } = await tenant();
      const id = await created(scim, '/Users', person(`jane@${domain}`, { phoneNumbers: numbers }));
      const taken = await scim.patch(`/Users/${id}`, replace('phoneNumbers[value eq "19999"].type', 40));
      expect(taken.status).toBe(200);
      expect((taken.body['phoneNumbers'] as object[]).at(-1)).toEqual({ value: '19999', type: 't39' });
    });
  });

  it('of a page: count is capped at 1,000, told by itemsPerPage', async () => {
    const { scim, domain } = await tenant();
    const operations = (from: number, count: number) =>
      Array.from({ length: count }, (_, n) => ({
        method: 'POST',
        path: '/Users',
        bulkId: `${from + n}`,
        data: { userName: `u${from + n}@${domain}` },
      }));
    await scim.post('/Bulk', { Operations: operations(0, 1_000) });
    await scim.post('/Bulk', { Operations: operations(1_000, 1) });
    const answer = await scim.get('/Users?count=5000&attributes=id');
    expect(answer.body).toMatchObject({ totalResults: 1_001, itemsPerPage: 1_000 });
    expect(resourcesOf(answer)).toHaveLength(1_000);
    expect((await scim.get('/Users?attributes=id')).body['itemsPerPage']).toBe(100);
  });

  it.each([
    ['a filter of 8 KiB', `title eq "${'x'.repeat(8_192)}"`, '8192 bytes'],
    ['50 levels of brackets', `${'('.repeat(60)}title pr${')'.repeat(60)}`, '50 levels'],
  ])('of filters: more than %s is 400 with the limit', async (_what, filter, limit) => {
    const { scim } = await tenant();
    const answer = await scim.post('/Users/.search', { filter });
    expect(answer.status).toBe(400);
    expect(answer.body.scimType).toBe('invalidFilter');
    expect(answer.body.detail).toContain(limit);
  });

  it('of a value: 64 KiB are kept, more is 400 with the limit', async () => {
    const { scim, domain } = await tenant();
    const title = 'x'.repeat(65_536);
    expect((await scim.post('/Users', person(`jane@${domain}`, { title }))).body['title']).toBe(title);
    const refused = await scim.post('/Users', person(`john@${domain}`, { title: `${title}x` }));
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toContain('65536 bytes');
  });
});

describe('scopes', () => {
  const ROUTES: [Scope, (scim: ScimClient, id: string) => Promise<{ status: number }>][] = [
    ['users:read', (scim) => scim.get('/Users')],
    ['users:read', (scim, id) => scim.get(`/Users/${id}`)],
    ['users:read', (scim) => scim.post('/Users/.search', {})],
    ['users:write', (scim) => scim.post('/Users', {})],
    ['users:write', (scim, id) => scim.put(`/Users/${id}`, {})],
    ['users:write', (scim, id) => scim.patch(`/Users/${id}`, {})],
    ['users:write', (scim, id) => scim.delete(`/Users/${id}`)],
    ['groups:read', (scim) => scim.get('/Groups')],
    ['groups:read', (scim, id) => scim.get(`/Groups/${id}`)],
    ['groups:read', (scim) => scim.post('/Groups/.search', {})],
    ['groups:write', (scim) => scim.post('/Groups', {})],
    ['groups:write', (scim, id) => scim.put(`/Groups/${id}`, {})],
    ['groups:write', (scim, id) => scim.patch(`/Groups/${id}`, {})],
    ['groups:write', (scim, id) => scim.delete(`/Groups/${id}`)],
  ];

  it('let a key do just what they name, on every route', async () => {
    const { id } = await tenant();
    const { companies, keys } = server().rules;
    const company = await companies.find(id);
    for (const scope of ['users:read', 'users:write', 'groups:read', 'groups:write'] as const) {
      const { secret } = await keys.create(company, { name: scope, createdBy: 'test', scopes: [scope] });
      const scim = server().scim(secret.reveal());
      for (const [needed, call] of ROUTES) {
        const { status } = await call(scim, 'nobody');
        expect(status === 403, `${scope} on a route for ${needed} answered ${status}`).toBe(needed !== scope);
      }
      expect((await scim.post('/.search', {})).status).toBe(403);
      expect((await scim.get('/Schemas')).status).toBe(200);
    }
  });

  it('are named in the refusal', async () => {
    const { id } = await tenant();
    const { companies, keys } = server().rules;
    const { secret } = await keys.create(await companies.find(id), {
      name: 'r',
      createdBy: 't',
      scopes: ['users:read'],
    });
    const refused = await server().scim(secret.reveal()).post('/Users', {});
    expect(refused.body).toMatchObject({ status: '403', detail: 'The API key lacks the scope users:write.' });
  });
});
