import { describe, expect, it } from 'vitest';
import { created, patchOf, person, useServer } from './kit.ts';

const { server, tenant } = useServer();

it('filters find a user by the emails that it has now, whichever request changed them', async () => {
  const { id: company, scim, domain } = await tenant();
  const of = (name: string) => `${name}@${domain}`;
  const found = async (filter: string) => {
    const answer = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
    return answer.body['totalResults'];
  };
  const atHome = { value: of('Home'), type: 'home', primary: false };
  const atWork = { value: of('ana'), type: 'work', primary: true };
  const body = person(of('ana'), { emails: [atWork, atHome] });

  const id = await created(scim, '/Users', body);
  expect(await found(`emails.value eq "${of('home')}"`)).toBe(1);
  expect(await found(`emails[type eq "home" and primary eq false]`)).toBe(1);

  const elsewhere = { ...atHome, value: of('elsewhere') };
  await scim.put(`/Users/${id}`, { ...body, emails: [atWork, elsewhere] });
  expect(await found(`emails.value eq "${of('home')}"`)).toBe(0);
  expect(await found(`emails.value eq "${of('elsewhere')}"`)).toBe(1);

  await scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'title', value: 'Captain' }));
  expect(await found(`emails.value eq "${of('elsewhere')}"`)).toBe(1);

  await scim.patch(`/Users/${id}`, patchOf({ op: 'remove', path: 'emails[type eq "home"]' }));
  expect(await found(`emails.value eq "${of('elsewhere')}"`)).toBe(0);
  expect(await found(`emails.value eq "${of('ana')}"`)).toBe(1);

  await scim.delete(`/Users/${id}`);
  const left = await server().database.read('user_emails').where({ company_id: company });
  expect(left).toEqual([]);
});

describe('the login e-mail', () => {
  const derived = (address: string) => [{ value: address, type: 'work', primary: true }];
  const without = [[{ value: null, type: 'work', primary: true }], [{ value: '' }], [{ value: ' ' }, { type: 'work' }]];

  it.each(without)('is not lost through e-mails without an address (%j)', async (...emails) => {
    const { scim, domain } = await tenant();
    const userName = `x@${domain}`;
    const made = await scim.post('/Users', { userName, emails });
    expect(made.body['emails'], made.text).toEqual(derived(userName));
    const id = String(made.body.id);
    await scim.put(`/Users/${id}`, { userName, emails: [{ value: `y@${domain}`, type: 'home' }] });
    expect((await scim.put(`/Users/${id}`, { userName, emails })).body['emails']).toEqual(derived(userName));
  });

  it('is not lost when a PATCH takes the address away', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', { userName: `x@${domain}` });
    const gone = await scim.patch(`/Users/${id}`, patchOf({ op: 'remove', path: 'emails[type eq "work"].value' }));
    expect(gone.body['emails'], gone.text).toEqual(derived(`x@${domain}`));
  });

  it('leaves the others as they are when one has no address', async () => {
    const { scim, domain } = await tenant();
    const home = { value: `home@${domain}`, type: 'home' };
    const answer = await scim.post('/Users', { userName: `x@${domain}`, emails: [{ type: 'work' }, home] });
    expect(answer.body['emails'], answer.text).toEqual([home]);
  });
});
