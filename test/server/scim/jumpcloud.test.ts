import { describe, expect, it } from 'vitest';
import { connect, openSession } from '../setup/kit.ts';
import {
  created,
  ENTERPRISE,
  idOf,
  memberIdsOf,
  patchOf,
  person,
  recorded,
  resourcesOf,
  testUser,
  useServer,
} from './kit.ts';

const { server, tenant } = useServer();

describe('JumpCloud’s activation', () => {
  it('gets through all thirteen calls', async () => {
    const { scim, domain } = await tenant();
    const address = `test-user@${domain}`;

    const list = await scim.get('/Users');
    expect(list.status).toBe(200);
    expect(list.body).toMatchObject({ totalResults: 0, Resources: [] });

    expect((await scim.get('/Users/65f0c0ffee0123456789abcd')).status).toBe(404);
    const byName = await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "${address}"`)}`);
    expect(byName.status).toBe(200);
    expect(byName.body).toMatchObject({ totalResults: 0, Resources: [] });

    const made = await scim.post('/Users', testUser(address));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ userName: address, displayName: 'displayname' });
    const id = idOf(made);

    expect((await scim.get(`/Users/${id}`)).status).toBe(200);

    const put = await scim.put(`/Users/${id}`, { ...recorded('test-user-put'), id, userName: address });
    expect(put.status).toBe(200);
    expect(put.body).toMatchObject({
      id,
      userName: address,
      emails: [{ value: address, type: 'work', primary: true }],
    });

    const group = await scim.post('/Groups', { ...recorded('test-group-create'), members: [{ value: id }] });
    expect(group.status).toBe(201);
    const groupId = idOf(group);
    expect((await scim.get(`/Groups/${groupId}`)).status).toBe(200);
    const renamed = await scim.patch(`/Groups/${groupId}`, recorded('test-group-rename'));
    expect(renamed.status).toBe(200);
    expect(renamed.body).toMatchObject({ id: groupId, displayName: 'new-group-name' });
    expect((await scim.delete(`/Groups/${groupId}`)).status).toBe(204);

    const suspended = await scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: false }));
    expect(suspended.status).toBe(200);
    expect(suspended.body['active']).toBe(false);
    expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
    expect((await scim.get(`/Users/${id}`)).status).toBe(404);
  });

  it('leaves in the activity record what each call was', async () => {
    const { scim, id: companyId, domain } = await tenant();
    const address = `kinds@${domain}`;
    await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "${address}"`)}`);
    const id = await created(scim, '/Users', testUser(address));
    await scim.put(`/Users/${id}`, { ...recorded('test-user-put'), id, userName: address });
    const group = await created(scim, '/Groups', recorded('test-group-create'));
    await scim.patch(`/Groups/${group}`, recorded('test-group-rename'));
    await scim.delete(`/Groups/${group}`);
    await scim.delete(`/Users/${id}`);
    const real = await created(scim, '/Users', person(`real@${domain}`));
    await scim.put(`/Users/${real}`, person(`real@${domain}`, { active: false }));
    await scim.put(`/Users/${real}`, person(`real@${domain}`, { active: true }));
    await scim.put(`/Users/${real}`, person(`real@${domain}`, { title: 'Captain' }));
    await scim.delete(`/Users/${real}`);
    const { rows } = await activityOf(companyId, 12);
    expect(rows.map(({ kind, route, status }) => `${kind} ${route} ${status}`)).toEqual([
      'lookup /Users 200',
      'test-user-create /Users 201',
      'test-user-update /Users/{id} 200',
      'test-group /Groups 201',
      'test-group /Groups/{id} 200',
      'test-group /Groups/{id} 204',
      'test-user-delete /Users/{id} 204',
      'create /Users 201',
      'suspend /Users/{id} 200',
      'reactivate /Users/{id} 200',
      'update /Users/{id} 200',
      'delete /Users/{id} 204',
    ]);
  });

  it('names the domain in the record of a test user that was refused', async () => {
    const { scim, id, domain } = await tenant();
    const refused = await scim.post('/Users', testUser('probe@jumpcloud.com'));
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ scimType: 'invalidValue' });
    expect(refused.body.detail).toContain('jumpcloud.com');
    expect(refused.body.detail).toContain(
      'Contact us > Submit a request > Account changes > Adding a secondary domain',
    );
    expect(refused.body.detail).toContain(`domain allow ${domain} jumpcloud.com`);
    const { rows } = await activityOf(id, 1);
    expect(rows[0]).toMatchObject({
      kind: 'test-user-create',
      status: 400,
      reason: 'domain-not-allowed',
      domain: 'jumpcloud.com',
    });
  });
});

async function activityOf(companyId: string, count: number) {
  const { activity } = server().rules;
  await activity.flush();
  const rows = await activity.latest(companyId, 100);
  expect(rows).toHaveLength(count);
  return { rows };
}

describe('toward JumpCloud (jumpcloud.md section 4)', () => {
  it('1: answers a list of an empty company', async () => {
    const { scim } = await tenant();
    for (const path of ['/Users', '/Groups']) {
      expect((await scim.get(path)).body).toMatchObject({
        totalResults: 0,
        itemsPerPage: 0,
        startIndex: 1,
        Resources: [],
      });
    }
  });

  it('2: refuses a wrong token with a SCIM error', async () => {
    const answer = await server().scim('dpk_wrong').get('/Users');
    expect(answer.status).toBe(401);
    expect(answer.body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '401' });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
  });

  it('3: collapses doubled and trailing slashes, at both bases', async () => {
    const { key } = await tenant();
    for (const base of ['/scim/v2/', '/scim/', '/scim/v2', '/scim']) {
      expect((await server().scim(key, base).get('/Users')).status).toBe(200);
      expect((await server().scim(key, base).get('/Users/')).status).toBe(200);
    }
  });

  it('4: answers the look-ups before a create', async () => {
    const { scim, domain } = await tenant();
    expect((await scim.get('/Users/unknown')).status).toBe(404);
    for (const filter of [`userName eq "nobody@${domain}"`, 'externalId eq "65f0c0ffee0123456789abcd"']) {
      const answer = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ totalResults: 0, Resources: [] });
    }
  });

  it('5: creates the test user with and without externalId and echoes all of it', async () => {
    const { scim, domain } = await tenant();
    const body = testUser(`probe@${domain}`);
    const withId = await scim.post('/Users', body);
    expect(withId.status).toBe(201);
    expect(typeof withId.body.id).toBe('string');
    const core = ['urn:ietf:params:scim:schemas:core:2.0:User'];
    expect(withId.body).toMatchObject({ ...body, schemas: core });
    const without = { ...testUser(`other@${domain}`), externalId: null };
    expect((await scim.post('/Users', without)).status).toBe(201);
  });

  it('6: refuses an address that an ordinary account has, and leaves that account alone', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    await scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: false }));
    const refused = await scim.post('/Users', testUser(`JANE@${domain}`));
    expect(refused.status).toBe(409);
    expect(refused.body.scimType).toBe('uniqueness');
    expect((await scim.get(`/Users/${id}`)).body).toMatchObject({ userName: `jane@${domain}`, active: false });
  });

  it('7: reads back the test user that was created', async () => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users', testUser(`probe@${domain}`));
    const read = await scim.get(`/Users/${idOf(made)}`);
    expect(read.status).toBe(200);
    expect(read.body).toEqual(made.body);
  });

  it('8: keeps the login e-mail when a PUT says null', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', testUser(`probe@${domain}`));
    const put = await scim.put(`/Users/${id}`, { ...recorded('test-user-put'), userName: `probe@${domain}` });
    expect(put.status).toBe(200);
    expect(put.body['emails']).toEqual([{ value: `probe@${domain}`, type: 'work', primary: true }]);
    expect(put.body['phoneNumbers']).toBeUndefined();
  });

  it('9 to 12: carries the test group from create to delete, with a string id', async () => {
    const { scim } = await tenant();
    const made = await scim.post('/Groups', recorded('test-group-create'));
    expect(made.status).toBe(201);
    const id = idOf(made);
    expect((await scim.get(`/Groups/${id}`)).body).toMatchObject({ id, displayName: 'group-name', members: [] });
    expect((await scim.patch(`/Groups/${id}`, recorded('test-group-rename'))).body).toMatchObject({ id });
    expect((await scim.delete(`/Groups/${id}`)).status).toBe(204);
    expect((await scim.delete(`/Groups/${id}`)).status).toBe(404);
  });

  it('10: reads back the test group that was created', async () => {
    const { scim } = await tenant();
    const made = await scim.post('/Groups', recorded('test-group-create'));
    const read = await scim.get(`/Groups/${idOf(made)}`);
    expect(read.status).toBe(200);
    expect(read.body).toEqual(made.body);
  });

  it('13 and 19: suspends in each of three forms and keeps the data', async () => {
    const { scim, domain } = await tenant();
    const body = person(`jane@${domain}`, { title: 'Captain' });
    const id = await created(scim, '/Users', body);
    const forms = [
      () => scim.put(`/Users/${id}`, { ...body, active: false }),
      () => scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'active', value: false })),
      () => scim.patch(`/Users/${id}`, patchOf({ op: 'replace', value: { active: false } })),
    ];
    for (const suspend of forms) {
      const answer = await suspend();
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({ id, active: false, title: 'Captain' });
      expect((await scim.put(`/Users/${id}`, body)).body).toMatchObject({ id, active: true });
    }
  });

  it('14: deletes, and the userName is free again', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
    expect((await scim.get(`/Users/${id}`)).status).toBe(404);
    expect((await scim.delete(`/Users/${id}`)).status).toBe(404);
    expect((await scim.post('/Users', person(`jane@${domain}`))).status).toBe(201);
  });

  it('15 and 16: recovers from a stranded test user and test group, as often as the cycle repeats', async () => {
    const { scim, domain } = await tenant();
    const seen = new Set<string>();
    for (let run = 0; run < 4; run += 1) {
      seen.add(await created(scim, '/Users', testUser(`probe@${domain}`)));
      const member = [...seen].at(-1) ?? '';
      const group = await scim.post('/Groups', { ...recorded('test-group-create'), members: [{ value: member }] });
      expect(group.status).toBe(201);
      const renamed = await scim.patch(`/Groups/${idOf(group)}`, recorded('test-group-rename'));
      expect(renamed.status).toBe(200);
    }
    expect(seen.size).toBe(4);
    expect((await scim.get('/Users')).body['totalResults']).toBe(1);
    expect((await scim.get('/Groups')).body['totalResults']).toBe(1);
  });

  it('15: does not take a group with an ordinary member for the test group', async () => {
    const { scim, domain } = await tenant();
    const jane = await created(scim, '/Users', person(`jane@${domain}`));
    await created(scim, '/Groups', { ...recorded('test-group-create'), members: [{ value: jane }] });
    expect((await scim.post('/Groups', recorded('test-group-create'))).status).toBe(409);
  });

  it('17: takes a member of a bound group by look-up, then POST, and then by look-up, then PUT', async () => {
    const { scim, domain } = await tenant();
    const lookUp = async () => {
      const answer = await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "jane@${domain}"`)}`);
      return resourcesOf(answer).map(({ id }) => id);
    };
    expect(await lookUp()).toEqual([]);
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    expect(await lookUp()).toEqual([id]);
    const put = await scim.put(`/Users/${id}`, person(`jane@${domain}`, { title: 'Captain' }));
    expect(put.body).toMatchObject({ id, title: 'Captain' });
  });

  it('18: takes the merged full PUT, echoed attributes and all', async () => {
    const { scim, domain } = await tenant({ allowed: ['example.com'] });
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    const stored = await scim.get(`/Users/${id}`);
    const merged = { ...stored.body, ...recorded('user-put-full'), id, unknownAttribute: { a: [1] } };
    const put = await scim.put(`/Users/${id}`, merged);
    expect(put.status).toBe(200);
    expect(put.body).toMatchObject({
      id,
      userName: 'john.doe@example.com',
      title: 'Captain',
      emails: [{ value: 'john.doe@example.io', type: 'work', primary: true }],
      photos: [{ value: 'https://example.com/photo.png' }],
      [ENTERPRISE]: { department: 'C-Suite' },
    });
    expect(put.body['unknownAttribute']).toBeUndefined();
  });

  it('20: reactivates by PUT, and refuses a second POST', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`, { active: false }));
    expect((await scim.post('/Users', person(`jane@${domain}`))).status).toBe(409);
    expect((await scim.put(`/Users/${id}`, person(`jane@${domain}`))).body).toMatchObject({ id, active: true });
    expect((await scim.get('/Users')).body['totalResults']).toBe(1);
  });

  it('21: renames by PUT, and answers a collision with 409', async () => {
    const { scim, domain } = await tenant();
    const jane = await created(scim, '/Users', person(`jane@${domain}`));
    await created(scim, '/Users', person(`john@${domain}`));
    expect((await scim.put(`/Users/${jane}`, person(`janet@${domain}`))).body).toMatchObject({
      id: jane,
      userName: `janet@${domain}`,
      emails: [{ value: `janet@${domain}` }],
    });
    const collision = await scim.put(`/Users/${jane}`, person(`JOHN@${domain}`));
    expect(collision.status).toBe(409);
    expect(collision.body.scimType).toBe('uniqueness');
  });

  it('22: changes members in every form, idempotently', async () => {
    const { scim, domain } = await tenant();
    const ids = await Promise.all(['a', 'b', 'c'].map((name) => created(scim, '/Users', person(`${name}@${domain}`))));
    const [a = '', b = '', c = ''] = ids;
    const group = await created(scim, '/Groups', { displayName: 'Sales' });
    const change = (...operations: Parameters<typeof patchOf>) =>
      scim.patch(`/Groups/${group}`, patchOf(...operations));
    const add = { op: 'add', path: 'members', value: [{ value: a }, { value: b }] };
    expect(memberIdsOf(await change(add))).toEqual([a, b].sort());
    expect(memberIdsOf(await change(add))).toEqual([a, b].sort());
    expect(memberIdsOf(await change({ op: 'remove', path: 'members', value: [{ value: a }] }))).toEqual([b]);
    expect(memberIdsOf(await change({ op: 'remove', path: 'members', value: [{ value: a }] }))).toEqual([b]);
    expect(memberIdsOf(await change({ op: 'add', value: { members: [{ value: c }] } }))).toEqual([b, c].sort());
    expect(memberIdsOf(await change({ op: 'remove', path: `members[value eq "${b}"]` }))).toEqual([c]);
    expect(memberIdsOf(await change({ op: 'replace', path: 'members', value: [{ value: a }] }))).toEqual([a]);
    expect(memberIdsOf(await change({ op: 'replace', value: { members: [{ value: b }] } }))).toEqual([b]);
    const put = await scim.put(`/Groups/${group}`, { displayName: 'Sales', members: [{ value: a }, { value: c }] });
    expect(memberIdsOf(put)).toEqual([a, c].sort());
    expect(memberIdsOf(await change({ op: 'remove', path: 'members' }))).toEqual([]);
  });

  it('23: pages through everybody once, in a stable order', async () => {
    const { scim, domain } = await tenant();
    for (let n = 0; n < 7; n += 1) await created(scim, '/Users', person(`user${n}@${domain}`));
    const names: unknown[] = [];
    for (let startIndex = 1; startIndex <= 7; startIndex += 3) {
      const page = await scim.get(`/Users?startIndex=${startIndex}&count=3`);
      expect(page.body['totalResults']).toBe(7);
      names.push(...resourcesOf(page).map(({ userName }) => userName));
    }
    expect(names).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `user${n}@${domain}`));
  });

  it('24: answers strict decoders: ids are texts, booleans booleans, lists lists, numbers numbers', async () => {
    const { scim, domain } = await tenant();
    const jane = await created(scim, '/Users', { ...testUser(`jane@${domain}`), active: 'True' });
    await created(scim, '/Groups', { displayName: 'Sales', members: [{ value: jane }] });
    for (const path of ['/Users', '/Groups']) {
      const { body } = await scim.get(path);
      for (const name of ['totalResults', 'itemsPerPage', 'startIndex']) expect(typeof body[name]).toBe('number');
      expect(Array.isArray(body['schemas'])).toBe(true);
      const [resource] = resourcesOf({ body } as never);
      expect(typeof resource?.['id']).toBe('string');
      for (const name of ['emails', 'members', 'groups', 'phoneNumbers', 'addresses', 'schemas']) {
        if (resource?.[name] !== undefined) expect(Array.isArray(resource[name])).toBe(true);
      }
    }
    expect((await scim.get(`/Users/${jane}`)).body['active']).toBe(true);
  });

  it('25: takes both media types and answers with the one that is accepted', async () => {
    const { scim, domain } = await tenant();
    for (const type of ['application/json', 'application/scim+json; charset=utf-8', 'application/json;charset=UTF-8']) {
      const name = `u${type.length}@${domain}`;
      const answer = await scim.post('/Users', person(name), { 'Content-Type': type });
      expect(answer.status).toBe(201);
      expect(answer.headers.get('content-type')).toBe('application/scim+json');
    }
    const plain = await scim.get('/Users', { Accept: 'application/json' });
    expect(plain.headers.get('content-type')).toBe('application/json');
  });

  it('26: is the same after a client that retries as after one that gives up', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    const put = () => scim.put(`/Users/${id}`, person(`jane@${domain}`, { title: 'Captain' }));
    const once = (await put()).body;
    expect((await put()).body).toEqual(once);
    expect((await scim.post('/Users', person(`jane@${domain}`))).status).toBe(409);
    expect((await scim.get('/Users')).body['totalResults']).toBe(1);
    expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
    expect((await scim.delete(`/Users/${id}`)).status).toBe(404);
  });

  it('27: undoes nothing when the integration is deactivated and its key revoked', async () => {
    const { scim, domain, id: companyId } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`));
    const { keys, companies } = server().rules;
    const company = await companies.find(companyId);
    const [key] = await keys.list(company.id);
    await keys.revoke(company.id, key?.id ?? '');
    expect((await scim.get('/Users')).status).toBe(401);
    const { secret } = await keys.create(company, { name: 'again', createdBy: 'test' });
    expect((await server().scim(secret.reveal()).get(`/Users/${id}`)).body).toMatchObject({ active: true });
  });

  it('16: replaces a stranded test user on an address that a setup session issued', async () => {
    const { companyId, key, token } = await openSession(server());
    const browser = await connect(server(), token);
    const issued = await browser.post('/api/setup/test-address');
    const { address } = issued.body as { address: string };
    const scim = server().scim(key);
    // Names of a person: only the address tells that it is a test user.
    const first = await created(scim, '/Users', person(address.toUpperCase()));
    const second = await created(scim, '/Users', person(address));
    expect((await scim.get(`/Users/${first}`)).status).toBe(404);
    expect((await scim.get(`/Users/${second}`)).status).toBe(200);
    await server().rules.activity.flush();
    const rows = await server().rules.activity.latest(companyId, 10);
    expect(rows.filter(({ kind }) => kind === 'test-user-create')).toHaveLength(2);
  });
});
