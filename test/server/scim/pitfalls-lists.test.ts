import { describe, expect, it } from 'vitest';
import { created, CORE, GROUP, idOf, patchOf, person, resourcesOf, useServer } from './kit.ts';
import type { Tenant } from './kit.ts';

const { server, tenant } = useServer({ env: { PUBLIC_URL: 'https://scim.example.com' } });

const list = (scim: Tenant['scim'], filter: string, path = '/Users') =>
  scim.get(`${path}?filter=${encodeURIComponent(filter)}`);
const namesIn = async (scim: Tenant['scim'], filter: string) =>
  resourcesOf(await list(scim, filter)).map(({ displayName }) => displayName);

describe('filters (scim-pitfalls)', () => {
  it('19: takes names and operators in any case', async () => {
    const { scim, domain } = await tenant();
    await created(scim, '/Users', person(`jane@${domain}`));
    for (const filter of [
      `username EQ "jane@${domain}"`,
      `USERNAME Eq "jane@${domain}"`,
      `urn:ietf:params:scim:schemas:core:2.0:user:userName eq "jane@${domain}"`,
    ]) {
      expect((await list(scim, filter)).body['totalResults']).toBe(1);
    }
  });

  it('20: compares userName and displayName without case, externalId and id with it', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`Jane@${domain}`, { externalId: 'AbC' }));
    expect((await list(scim, `userName eq "jANE@${domain}"`)).body['totalResults']).toBe(1);
    expect((await list(scim, 'displayName eq "JANE DOE"')).body['totalResults']).toBe(1);
    expect((await list(scim, 'externalId eq "AbC"')).body['totalResults']).toBe(1);
    expect((await list(scim, 'externalId eq "abc"')).body['totalResults']).toBe(0);
    expect((await list(scim, `id eq "${id}"`)).body['totalResults']).toBe(1);
    expect((await list(scim, `id eq "${id.toUpperCase()}"`)).body['totalResults']).toBe(0);
  });

  it('21 and 22: keeps precedence, brackets, not, and values that are words', async () => {
    const { scim, domain } = await tenant();
    for (const [name, title] of [
      ['a', 'AND'],
      ['b', 'OR'],
      ['c', 'x'],
    ] as const) {
      await created(scim, '/Users', person(`${name}@${domain}`, { displayName: name, title }));
    }
    expect(await namesIn(scim, 'displayName eq "a" or displayName eq "b" and title eq "x"')).toEqual(['a']);
    expect(await namesIn(scim, '(displayName eq "a" or displayName eq "b") and title eq "OR"')).toEqual(['b']);
    expect(await namesIn(scim, 'not (title eq "AND") and displayName pr')).toEqual(['b', 'c']);
    expect(await namesIn(scim, 'title eq "AND" or title eq "OR"')).toEqual(['a', 'b']);
  });

  it.each([
    'userName',
    'userName eq',
    'nope eq "x"',
    '((',
    'name eq "x"',
    'active gt true',
    'active co "t"',
    'userName eq 5',
    'meta.created gt "x"',
    'title gt null',
  ])('23 and 24: refuses %j as invalidFilter', async (filter) => {
    const { scim } = await tenant();
    const answer = await list(scim, filter);
    expect(answer.status).toBe(400);
    expect(answer.body.scimType).toBe('invalidFilter');
  });

  it('25: takes %, _ and backslashes literally, and folds beyond ASCII', async () => {
    const { scim, domain } = await tenant();
    for (const displayName of ['100%', '100x', 'a_b', 'axb', 'c\\d', 'ÄRGER', 'Straße', 'ΟΔΟΣ']) {
      const name = `u${displayName.length}${displayName.codePointAt(0) ?? 0}${displayName.codePointAt(1) ?? 0}${displayName.codePointAt(3) ?? 0}`;
      await created(scim, '/Users', person(`${name}@${domain}`, { displayName }));
    }
    const only = async (filter: string, ...names: string[]) => expect(await namesIn(scim, filter)).toEqual(names);
    await only('displayName co "0%"', '100%');
    await only('displayName sw "a_"', 'a_b');
    await only('displayName ew "\\\\d"', 'c\\d');
    await only('displayName eq "ärger"', 'ÄRGER');
    await only('displayName co "STRASSE"', 'Straße');
    await only('displayName ew "δος"', 'ΟΔΟΣ');
  });
});

describe('lists and answers (scim-pitfalls)', () => {
  it('26 and 27: pages as the RFC counts', async () => {
    const { scim, domain } = await tenant();
    for (const name of ['a', 'b', 'c']) await created(scim, '/Users', person(`${name}@${domain}`));
    const page = async (query: string) => {
      const { body } = await scim.get(`/Users?${query}`);
      return [body['totalResults'], body['itemsPerPage'], body['startIndex'], resourcesOf({ body } as never).length];
    };
    expect(await page('startIndex=0&count=2')).toEqual([3, 2, 1, 2]);
    expect(await page('startIndex=-5')).toEqual([3, 3, 1, 3]);
    expect(await page('count=0')).toEqual([3, 0, 1, 0]);
    expect(await page('count=-1')).toEqual([3, 0, 1, 0]);
    expect(await page('startIndex=3&count=2')).toEqual([3, 1, 3, 1]);
    expect(await page('startIndex=99')).toEqual([3, 0, 99, 0]);
    expect((await scim.get('/Users?count=5000')).status).toBe(200);
    expect((await scim.get('/Users?count=x')).body.scimType).toBe('invalidValue');
  });

  it('pages by cursor (RFC 9865)', async () => {
    const { scim, domain } = await tenant();
    for (const name of ['a', 'b', 'c', 'd', 'e']) await created(scim, '/Users', person(`${name}@${domain}`));
    for (const sort of ['', '&sortBy=userName&sortOrder=descending']) {
      const names: unknown[] = [];
      let cursor: unknown = '';
      while (typeof cursor === 'string') {
        const { body } = await scim.get(`/Users?count=2&cursor=${cursor}${sort}`);
        names.push(...resourcesOf({ body } as never).map(({ userName }) => userName));
        cursor = body['nextCursor'];
      }
      const expected = ['a', 'b', 'c', 'd', 'e'].map((name) => `${name}@${domain}`);
      expect(names).toEqual(sort ? expected.toReversed() : expected);
    }
    expect((await scim.get('/Users?cursor=nonsense')).body.scimType).toBe('invalidCursor');
  });

  it('sorts, with those that have no value last', async () => {
    const { scim, domain } = await tenant();
    for (const [name, title] of [
      ['a', 'B'],
      ['b', 'a'],
      ['c', null],
    ] as const) {
      await created(scim, '/Users', person(`${name}@${domain}`, { displayName: name, title }));
    }
    const order = async (query: string) =>
      resourcesOf(await scim.get(`/Users?${query}`)).map(({ displayName }) => displayName);
    expect(await order('sortBy=title')).toEqual(['b', 'a', 'c']);
    expect(await order('sortBy=title&sortOrder=descending')).toEqual(['c', 'a', 'b']);
    expect(await order('sortBy=emails.value&sortOrder=descending')).toEqual(['c', 'b', 'a']);
    expect(await order('sortBy=meta.lastModified')).toEqual(['a', 'b', 'c']);
    expect((await scim.get('/Users?sortBy=nope')).status).toBe(400);
  });

  it('28: projects what is asked for, id and schemas always', async () => {
    const { scim, domain } = await tenant();
    const user = await created(scim, '/Users', person(`jane@${domain}`));
    const group = await created(scim, '/Groups', { displayName: 'Sales', members: [{ value: user }] });
    const keys = async (path: string) => Object.keys((await scim.get(path)).body).sort();
    expect(await keys(`/Groups/${group}?excludedAttributes=members`)).toEqual(['displayName', 'id', 'meta', 'schemas']);
    expect(await keys(`/Users/${user}?attributes=userName,name.familyName`)).toEqual([
      'id',
      'name',
      'schemas',
      'userName',
    ]);
    expect((await scim.get(`/Users/${user}?attributes=name.familyName`)).body['name']).toEqual({ familyName: 'Doe' });
    expect(await keys(`/Users/${user}?excludedAttributes=id,schemas,NAME,groups,meta`)).not.toContain('name');
    expect(await keys(`/Users/${user}?excludedAttributes=id,schemas`)).toContain('id');
    expect(resourcesOf(await scim.get('/Groups?excludedAttributes=members'))[0]).not.toHaveProperty('members');
    expect((await scim.get(`/Users/${user}?attributes=groups.display`)).body['groups']).toEqual([{ display: 'Sales' }]);
    const posted = await scim.post(`/Users?attributes=userName`, person(`x@${domain}`));
    expect(Object.keys(posted.body).sort()).toEqual(['id', 'schemas', 'userName']);
  });

  it('29: gives errors as flat SCIM errors with a text status', async () => {
    const { scim } = await tenant();
    const error = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] };
    expect((await scim.get('/Users/nobody')).body).toMatchObject({ ...error, status: '404' });
    const unauthorized = await server().scim(null).get('/Users');
    expect(unauthorized.body).toMatchObject({ ...error, status: '401' });
    expect(unauthorized.headers.get('www-authenticate')).toBeTruthy();
  });

  it('30: answers 409 uniqueness on create, PUT and PATCH, in any case; e-mail is no key', async () => {
    const { scim, domain } = await tenant();
    await created(scim, '/Users', person(`jane@${domain}`));
    const john = await created(scim, '/Users', person(`john@${domain}`, { emails: [{ value: `jane@${domain}` }] }));
    const answers = [
      await scim.post('/Users', person(`Jane@${domain}`)),
      await scim.put(`/Users/${john}`, person(`JANE@${domain}`)),
      await scim.patch(`/Users/${john}`, patchOf({ op: 'replace', path: 'userName', value: `jane@${domain}` })),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(409);
      expect(body).toMatchObject({ scimType: 'uniqueness', status: '409' });
    }
    await created(scim, '/Groups', { displayName: 'Sales' });
    expect((await scim.post('/Groups', { displayName: 'SALES' })).body.scimType).toBe('uniqueness');
  });

  it.each(['1', 'x'.repeat(300), '%20', '%F0%9F%98%80', '..%2F..', '00000000-0000-0000-0000-000000000000'])(
    '31: answers 404 for the unknown id %s',
    async (id) => {
      const { scim } = await tenant();
      for (const path of ['/Users', '/Groups']) expect((await scim.get(`${path}/${id}`)).status).toBe(404);
    },
  );

  it.each([
    'application/json',
    'application/scim+json',
    'application/json; charset=utf-8',
    'application/scim+json;charset=ISO-8859-1',
    'APPLICATION/JSON',
  ])('32: takes %s, and answers application/scim+json without a charset', async (type) => {
    const { scim, domain } = await tenant();
    const answer = await scim.post('/Users', person(`jane@${domain}`), { 'Content-Type': type });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe('application/scim+json');
  });

  it('33: gives an absolute location from configuration, the same in header and meta', async () => {
    const { scim, domain, key } = await tenant();
    const made = await scim.post('/Users', person(`jane@${domain}`));
    const location = `https://scim.example.com/scim/v2/Users/${idOf(made)}`;
    expect(made.headers.get('location')).toBe(location);
    expect(made.body['meta']).toMatchObject({ location, resourceType: 'User' });
    expect(
      (
        await server()
          .scim(key, '/scim')
          .get(`/Users/${idOf(made)}`)
      ).body['meta'],
    ).toMatchObject({ location });
  });

  it('34: ignores paging and sorting in discovery, and refuses a filter', async () => {
    const { scim } = await tenant();
    for (const path of ['/Schemas', '/ResourceTypes']) {
      const answer = await scim.get(`${path}?startIndex=5&count=1&sortBy=id`);
      expect(resourcesOf(answer).length).toBe(answer.body['totalResults']);
      expect((await scim.get(`${path}?filter=id%20pr`)).status).toBe(403);
    }
    expect((await scim.get('/ServiceProviderConfig')).body).toMatchObject({
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1000, maxPayloadSize: 8_388_608 },
      etag: { supported: true },
    });
    expect((await scim.get(`/Schemas/${CORE}`)).body).toMatchObject({ id: CORE, name: 'User' });
    expect((await scim.get('/ResourceTypes/Group')).body).toMatchObject({ schema: GROUP });
    expect((await scim.get('/Schemas/nope')).status).toBe(404);
    expect((await scim.get('/Me')).status).toBe(501);
    expect((await scim.get('/Me')).body.detail).toContain('An API key is no user');
  });

  it('35: ignores id, meta and groups in a PUT', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    const put = await scim.put(
      `/Users/${id}`,
      person(`jane@${domain}`, { id: 'x', meta: { a: 1 }, groups: [{ value: 'g' }] }),
    );
    expect(put.status).toBe(200);
    expect(put.body).toMatchObject({ id });
    expect(put.body['groups']).toBeUndefined();
  });

  it('36: takes a deleted user out of its groups, and a deleted group out of its users', async () => {
    const { scim, domain } = await tenant();
    const a = await created(scim, '/Users', person(`a@${domain}`));
    const b = await created(scim, '/Users', person(`b@${domain}`));
    const group = await created(scim, '/Groups', { displayName: 'Sales', members: [{ value: a }, { value: b }] });
    const groups = (await scim.get(`/Users/${b}`)).body['groups'];
    expect(groups).toMatchObject([{ value: group, display: 'Sales', type: 'direct' }]);
    const before = await scim.get(`/Groups/${group}`);
    await scim.delete(`/Users/${a}`);
    const after = await scim.get(`/Groups/${group}`);
    expect(after.body['members']).toMatchObject([{ value: b, display: 'b Doe', type: 'User' }]);
    expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
    await scim.delete(`/Groups/${group}`);
    expect((await scim.get(`/Users/${b}`)).body['groups']).toBeUndefined();
  });

  it('37: answers 404 to a PUT or PATCH of what is unknown', async () => {
    const { scim, domain } = await tenant();
    expect((await scim.put('/Users/nobody', person(`x@${domain}`))).status).toBe(404);
    expect((await scim.patch('/Users/nobody', patchOf({ op: 'remove', path: 'title' }))).status).toBe(404);
    expect((await scim.put('/Groups/nobody', { displayName: 'x' })).status).toBe(404);
    expect((await scim.get('/Users')).body['totalResults']).toBe(0);
  });

  it('38: refuses members that are no users of the company, another company’s too', async () => {
    const { scim } = await tenant();
    const other = await tenant();
    const foreign = await created(other.scim, '/Users', person(`x@${other.domain}`));
    for (const value of ['nobody', foreign]) {
      const answer = await scim.post('/Groups', { displayName: 'Sales', members: [{ value }] });
      expect(answer.status).toBe(400);
      expect(answer.body.scimType).toBe('invalidValue');
    }
    expect((await scim.get('/Groups')).body['totalResults']).toBe(0);
  });

  it('gives weak ETags, and keeps to If-Match and If-None-Match', async () => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users', person(`jane@${domain}`));
    const path = `/Users/${idOf(made)}`;
    const etag = made.headers.get('etag') ?? '';
    expect(etag).toMatch(/^W\/"/);
    expect(made.body['meta']).toMatchObject({ version: etag });
    expect((await scim.get(path, { 'If-None-Match': etag })).status).toBe(304);
    const stale = { 'If-Match': 'W/"99"' };
    expect((await scim.put(path, person(`jane@${domain}`), stale)).status).toBe(412);
    expect((await scim.patch(path, patchOf({ op: 'remove', path: 'title' }), stale)).status).toBe(412);
    expect((await scim.delete(path, stale)).status).toBe(412);
    expect((await scim.put(path, person(`jane@${domain}`, { title: 'X' }), { 'If-Match': etag })).status).toBe(200);
    expect((await scim.get(path, { 'If-None-Match': etag })).status).toBe(200);
  });
});
