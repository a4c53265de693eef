import { describe, expect, it } from 'vitest';
import { created, patchOf, person, recorded, testUser, useServer } from '../scim/kit.ts';

const clock = { offset: 0 };
const { server, tenant } = useServer({ now: () => new Date(Date.now() + clock.offset) });
const DAY = 24 * 60 * 60 * 1000;

describe('the domain rule', () => {
  it('takes the primary and every allowed domain, in any case', async () => {
    const { scim, domain } = await tenant({ allowed: ['other.example'] });
    expect((await scim.post('/Users', person(`a@${domain.toUpperCase()}`))).status).toBe(201);
    expect((await scim.post('/Users', person('a@other.example'))).status).toBe(201);
    for (const name of ['a@foreign.example', `a@sub.${domain}`, 'jane', `@${domain}`, `a@${domain}.`]) {
      const answer = await scim.post('/Users', person(name));
      expect(answer.status).toBe(400);
      expect(answer.body.scimType).toBe('invalidValue');
    }
  });

  it.each([
    'a@evil.example@DOMAIN',
    'mailto:y@DOMAIN',
    '<b>z@DOMAIN',
    'a\u0007b@DOMAIN',
    'a\u202eb@DOMAIN',
    '"a b"@DOMAIN',
    'a,b@DOMAIN',
  ])('takes no userName that is no address, such as %j', async (name) => {
    const { scim, domain } = await tenant();
    const answer = await scim.post('/Users', person(name.replace('DOMAIN', domain)));
    expect([answer.status, answer.body.scimType], answer.text).toEqual([400, 'invalidValue']);
  });

  it.each(["o'neil+x_y.z@DOMAIN", 'françois-ß@DOMAIN', '用户@DOMAIN', 'a!#$%&*/=?^`{|}~b@DOMAIN'])(
    'takes %s, which is an address',
    async (name) => {
      const { scim, domain } = await tenant();
      expect((await scim.post('/Users', { userName: name.replace('DOMAIN', domain) })).status).toBe(201);
    },
  );

  it('takes anything where * is allowed', async () => {
    const { scim } = await tenant({ allowed: ['*'] });
    const answer = await scim.post('/Users', { userName: 'bjensen' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ userName: 'bjensen', active: true });
    expect(answer.body['emails']).toBeUndefined();
  });

  it('is asked again for a rename, not for other changes', async () => {
    const { scim, domain, id: companyId } = await tenant({ allowed: ['other.example'] });
    const id = await created(scim, '/Users', person('a@other.example'));
    const { companies } = server().rules;
    await companies.revokeDomain(await companies.find(companyId), 'other.example');
    expect((await scim.put(`/Users/${id}`, person('a@other.example', { title: 'X' }))).status).toBe(200);
    expect((await scim.put(`/Users/${id}`, person('b@other.example'))).status).toBe(400);
    expect((await scim.put(`/Users/${id}`, person(`a@${domain}`))).status).toBe(200);
  });

  it('takes another spelling of the same userName for no rename', async () => {
    const { scim, id: companyId } = await tenant({ allowed: ['other.example'] });
    const id = await created(scim, '/Users', person('stra\u00dfe@other.example'));
    const { companies } = server().rules;
    await companies.revokeDomain(await companies.find(companyId), 'other.example');
    expect((await scim.put(`/Users/${id}`, person('STRASSE@other.example'))).status).toBe(200);
  });
});

describe('accounts', () => {
  it('begin with the userName alone, and derive the primary work e-mail', async () => {
    const { scim, domain } = await tenant();
    const answer = await scim.post('/Users', { userName: `Jane@${domain}` });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      userName: `Jane@${domain}`,
      active: true,
      emails: [{ value: `Jane@${domain}`, type: 'work', primary: true }],
    });
  });

  it('keep being suspended through a PUT that does not speak of it', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`, { active: false, title: 'X' }));
    const put = await scim.put(`/Users/${id}`, { userName: `jane@${domain}` });
    expect(put.body).toMatchObject({ active: false });
    expect(put.body['title']).toBeUndefined();
  });

  it('are made once when the same create arrives many times at once', async () => {
    const { scim, domain } = await tenant();
    const answers = await Promise.all(Array.from({ length: 8 }, () => scim.post('/Users', person(`jane@${domain}`))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409, 409, 409]);
  });

  it('of one company are unknown to another', async () => {
    const own = await tenant();
    const other = await tenant();
    const user = await created(own.scim, '/Users', person(`jane@${own.domain}`));
    const group = await created(own.scim, '/Groups', { displayName: 'Sales', members: [{ value: user }] });
    for (const path of [`/Users/${user}`, `/Groups/${group}`]) {
      expect((await other.scim.get(path)).status).toBe(404);
      expect((await other.scim.put(path, person(`x@${other.domain}`))).status).toBe(404);
      expect((await other.scim.patch(path, patchOf({ op: 'replace', value: { displayName: 'x' } }))).status).toBe(404);
      expect((await other.scim.delete(path)).status).toBe(404);
    }
    expect((await other.scim.get('/Users')).body['totalResults']).toBe(0);
    expect((await other.scim.get(`/Users?filter=id%20eq%20%22${user}%22`)).body['totalResults']).toBe(0);
    expect((await own.scim.get(`/Groups/${group}`)).status).toBe(200);
  });
});

describe('test users', () => {
  it('are those on jumpcloud.com, and those of the placeholder body', async () => {
    const { scim, domain, id } = await tenant({ allowed: ['jumpcloud.com'] });
    await created(scim, '/Users', person('probe@jumpcloud.com'));
    await created(scim, '/Users', testUser(`probe@${domain}`));
    await created(scim, '/Users', person(`jane@${domain}`));
    expect(await testUsersOf(id)).toEqual([`probe@${domain}`, 'probe@jumpcloud.com']);
    const again = await scim.post('/Users', person('Probe@jumpcloud.com'));
    expect(again.status).toBe(201);
    expect((await scim.get('/Users')).body['totalResults']).toBe(3);
  });

  it('become ordinary when a placeholder gets a person’s names', async () => {
    const { scim, domain, id } = await tenant();
    const user = await created(scim, '/Users', testUser(`jane@${domain}`));
    await scim.put(`/Users/${user}`, { ...recorded('test-user-put'), userName: `jane@${domain}` });
    expect(await testUsersOf(id)).toEqual([`jane@${domain}`]);
    await scim.put(`/Users/${user}`, person(`jane@${domain}`));
    expect(await testUsersOf(id)).toEqual([]);
    expect((await scim.post('/Users', testUser(`jane@${domain}`))).status).toBe(409);
  });

  it('are swept after a day, and nobody else is', async () => {
    const { scim, domain, id } = await tenant();
    await created(scim, '/Users', testUser(`probe@${domain}`));
    await created(scim, '/Users', person(`jane@${domain}`));
    const { accounts } = server().rules.directory;
    expect(await accounts.sweepTestUsers(id)).toBe(0);
    clock.offset = DAY + 1000;
    expect(await accounts.sweepTestUsers(id)).toBe(1);
    clock.offset = 0;
    expect((await scim.get('/Users')).body).toMatchObject({
      totalResults: 1,
      Resources: [{ userName: `jane@${domain}` }],
    });
  });

  async function testUsersOf(companyId: string): Promise<string[]> {
    const query = { search: null, state: 'test', from: null, limit: 100 } as const;
    const { users } = await server().rules.overview.page(companyId, query);
    return users.map(({ userName }) => userName);
  }
});
