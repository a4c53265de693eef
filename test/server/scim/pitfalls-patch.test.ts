import { describe, expect, it } from 'vitest';
import { created, ENTERPRISE, memberIdsOf, patchOf, person, recorded, useServer } from './kit.ts';
import type { Tenant } from './kit.ts';

const { tenant } = useServer();

async function withPerson(more = {}): Promise<Tenant & { user: string; id: string }> {
  const own = await tenant();
  const user = await created(own.scim, '/Users', person(`jane@${own.domain}`, more));
  return { ...own, user };
}

async function withGroup(): Promise<Tenant & { group: string; a: string; b: string }> {
  const own = await tenant();
  const a = await created(own.scim, '/Users', person(`a@${own.domain}`));
  const b = await created(own.scim, '/Users', person(`b@${own.domain}`));
  const group = await created(own.scim, '/Groups', { displayName: 'Sales', members: [{ value: a }, { value: b }] });
  return { ...own, group, a, b };
}

describe('JumpCloud (scim-pitfalls)', () => {
  it('1: takes null, [] and any order of schemas in a PUT', async () => {
    const { scim, user, domain } = await withPerson({ phoneNumbers: [{ value: '+1', type: 'work' }] });
    const body = { ...recorded('user-put-full'), userName: `jane@${domain}`, emails: null };
    const put = await scim.put(`/Users/${user}`, body);
    expect(put.status).toBe(200);
    expect(put.body['phoneNumbers']).toBeUndefined();
    expect(put.body['photos']).toEqual([{ value: 'https://example.com/photo.png' }]);
    expect(put.body['schemas']).toEqual(['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE]);
  });

  it('2: answers 200 for users and groups of an empty store', async () => {
    const { scim } = await tenant();
    expect((await scim.get('/Users')).status).toBe(200);
    expect((await scim.get('/Groups')).status).toBe(200);
  });

  it('3 and 15: repeats member adds without a change of lastModified', async () => {
    const { scim, group, a } = await withGroup();
    const before = await scim.get(`/Groups/${group}`);
    const again = await scim.patch(`/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value: a }] }));
    expect(again.status).toBe(200);
    expect(again.body).toEqual(before.body);
  });

  it('4: removes members by a value list without a filter', async () => {
    const { scim, group, a, b } = await withGroup();
    const body = patchOf({ op: 'remove', path: 'members', value: [{ value: a }] });
    expect(memberIdsOf(await scim.patch(`/Groups/${group}`, body))).toEqual([b]);
    const nobody = patchOf({ op: 'remove', path: 'members', value: [] });
    expect(memberIdsOf(await scim.patch(`/Groups/${group}`, nobody))).toEqual([b]);
  });

  it('5: takes the enterprise URN in schemas without a body for it', async () => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users', { ...recorded('test-user-create'), userName: `x@${domain}` });
    expect(made.status).toBe(201);
    expect(made.body[ENTERPRISE]).toBeUndefined();
  });
});

describe('PATCH (scim-pitfalls)', () => {
  it('6: takes operations in capitals', async () => {
    const { scim, user } = await withPerson();
    const change = (op: string, value?: string) =>
      scim.patch(`/Users/${user}`, patchOf({ op, path: 'title', ...(value ? { value } : {}) }));
    expect((await change('Add', 'Captain')).body['title']).toBe('Captain');
    expect((await change('REPLACE', 'Major')).body['title']).toBe('Major');
    expect((await change('Remove')).body['title']).toBeUndefined();
  });

  it.each(['True', 'False', 'true', 'FALSE'])('7: takes active as the text %s', async (value) => {
    const { scim, user } = await withPerson();
    const answer = await scim.patch(`/Users/${user}`, patchOf({ op: 'Replace', path: 'active', value }));
    expect(answer.status).toBe(200);
    expect(answer.body['active']).toBe(value.toLowerCase() === 'true');
  });

  it('8: takes a path-less replace with id in it, and empties the members by it', async () => {
    const { scim, group } = await withGroup();
    const value = { id: 'other', displayName: 'Marketing', members: [], unknown: 1, meta: {} };
    const answer = await scim.patch(`/Groups/${group}`, patchOf({ op: 'replace', value }));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ id: group, displayName: 'Marketing', members: [] });
  });

  it('9: takes path-less dotted and URN keys', async () => {
    const { scim, user } = await withPerson();
    const value = {
      'name.familyName': 'Smith',
      [`${ENTERPRISE}:department`]: 'Sales',
      [ENTERPRISE]: { costCenter: '7' },
      'emails[type eq "work"].display': 'Work',
    };
    const answer = await scim.patch(`/Users/${user}`, patchOf({ op: 'replace', value }));
    expect(answer.body).toMatchObject({
      name: { givenName: 'jane', familyName: 'Smith' },
      [ENTERPRISE]: { department: 'Sales', costCenter: '7' },
      emails: [{ display: 'Work' }],
    });
  });

  it('10: removes just the member that a filter names', async () => {
    const { scim, group, a, b } = await withGroup();
    const nobody = patchOf({ op: 'remove', path: 'members[value eq "nobody"]' });
    expect(memberIdsOf(await scim.patch(`/Groups/${group}`, nobody))).toEqual([a, b].sort());
    const one = patchOf({ op: 'remove', path: `members[value eq "${a}"]` });
    expect(memberIdsOf(await scim.patch(`/Groups/${group}`, one))).toEqual([b]);
    const byName = patchOf({ op: 'remove', path: 'members[display sw "B "]' });
    expect(memberIdsOf(await scim.patch(`/Groups/${group}`, byName))).toEqual([]);
  });

  it('11: leaves the members alone when another attribute is replaced', async () => {
    const { scim, group, a, b } = await withGroup();
    const answer = await scim.patch(`/Groups/${group}`, patchOf({ op: 'replace', path: 'displayName', value: 'X' }));
    expect(memberIdsOf(answer)).toEqual([a, b].sort());
  });

  it('12: creates by add what no filter matches, and refuses the same as replace', async () => {
    const { scim, user } = await withPerson();
    const path = 'emails[type eq "home"].value';
    const refused = await scim.patch(`/Users/${user}`, patchOf({ op: 'replace', path, value: 'h@x.example' }));
    expect(refused.status).toBe(400);
    expect(refused.body.scimType).toBe('noTarget');
    const added = await scim.patch(`/Users/${user}`, patchOf({ op: 'add', path, value: 'h@x.example' }));
    expect(added.body['emails']).toContainEqual({ type: 'home', value: 'h@x.example' });
  });

  it('13: takes a manager as a bare text, and by its URN path', async () => {
    const { scim, user } = await withPerson();
    for (const path of [`${ENTERPRISE}:manager`, `${ENTERPRISE}:manager.value`]) {
      const answer = await scim.patch(`/Users/${user}`, patchOf({ op: 'add', path, value: '26' }));
      expect(answer.status).toBe(200);
      expect(answer.body[ENTERPRISE]).toEqual({ manager: { value: '26' } });
    }
    const gone = await scim.patch(`/Users/${user}`, patchOf({ op: 'remove', path: `${ENTERPRISE}:manager` }));
    expect(gone.body[ENTERPRISE]).toBeUndefined();
  });

  it('14: takes primary from the others when one is made so', async () => {
    const { scim, user, domain } = await withPerson();
    const value = [{ value: 'new@x.example', type: 'home', primary: true }];
    const answer = await scim.patch(`/Users/${user}`, patchOf({ op: 'add', path: 'emails', value }));
    expect(answer.body['emails']).toEqual([
      { value: `jane@${domain}`, type: 'work', primary: false },
      { value: 'new@x.example', type: 'home', primary: true },
    ]);
  });

  it('15: leaves lastModified and version when nothing changes', async () => {
    const { scim, user } = await withPerson({ title: 'Captain' });
    const before = (await scim.get(`/Users/${user}`)).body['meta'];
    const answer = await scim.patch(`/Users/${user}`, patchOf({ op: 'add', path: 'title', value: 'Captain' }));
    expect(answer.body['meta']).toEqual(before);
  });

  it('16: leaves nothing of the first operation when the second fails', async () => {
    const { scim, user, group, a } = { ...(await withPerson()), ...(await withGroup()) };
    const own = await withPerson();
    const failing = patchOf({ op: 'replace', path: 'title', value: 'X' }, { op: 'replace', path: 'nope', value: 1 });
    expect((await own.scim.patch(`/Users/${own.user}`, failing)).status).toBe(400);
    expect((await own.scim.get(`/Users/${own.user}`)).body['title']).toBeUndefined();
    expect(user).not.toBe(a);
    const members = patchOf(
      { op: 'remove', path: 'members' },
      { op: 'add', path: 'members', value: [{ value: 'no' }] },
    );
    expect((await scim.patch(`/Groups/${group}`, members)).status).toBe(400);
    expect(memberIdsOf(await scim.get(`/Groups/${group}`))).toHaveLength(2);
  });

  it('17: loses none of the members that are added at the same time', async () => {
    const { scim, domain } = await tenant();
    const group = await created(scim, '/Groups', { displayName: 'All' });
    const ids: string[] = [];
    for (let n = 0; n < 20; n += 1) ids.push(await created(scim, '/Users', person(`u${n}@${domain}`)));
    const answers = await Promise.all(
      ids.map((value) => scim.patch(`/Groups/${group}`, patchOf({ op: 'add', path: 'members', value: [{ value }] }))),
    );
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(memberIdsOf(await scim.get(`/Groups/${group}`))).toEqual(ids.sort());
  });

  it('18: answers what was stored', async () => {
    const { scim, user } = await withPerson();
    const answer = await scim.patch(`/Users/${user}`, patchOf({ op: 'replace', value: { displayName: 'X', nope: 1 } }));
    expect(answer.body).toEqual((await scim.get(`/Users/${user}`)).body);
  });

  it.each([
    ['id', { op: 'replace', path: 'id', value: 'x' }, 'mutability'],
    ['meta', { op: 'replace', path: 'meta.created', value: 'x' }, 'mutability'],
    ['groups', { op: 'add', path: 'groups', value: [] }, 'mutability'],
    ['an unknown attribute', { op: 'add', path: 'shoeSize', value: 1 }, 'invalidPath'],
    ['a broken path', { op: 'add', path: 'emails[type eq', value: 1 }, 'invalidPath'],
    ['a wrong type', { op: 'replace', path: 'name', value: 5 }, 'invalidValue'],
    ['a missing value', { op: 'replace', path: 'title' }, 'invalidValue'],
    ['the userName', { op: 'remove', path: 'userName' }, 'mutability'],
    ['nothing at all', { op: 'remove' }, 'noTarget'],
    ['an unknown operation', { op: 'move', path: 'title' }, 'invalidSyntax'],
  ])('refuses to change %s', async (_what, operation, scimType) => {
    const { scim, user } = await withPerson();
    const answer = await scim.patch(`/Users/${user}`, patchOf(operation));
    expect(answer.status).toBe(400);
    expect(answer.body.scimType).toBe(scimType);
  });

  it('lets the derived e-mail follow a PATCH of the userName, and leaves one that was given', async () => {
    const { scim, user, domain } = await withPerson();
    const rename = (value: string) => scim.patch(`/Users/${user}`, patchOf({ op: 'replace', path: 'userName', value }));
    expect((await rename(`janet@${domain}`)).body['emails']).toMatchObject([{ value: `janet@${domain}` }]);
    const value = [{ value: 'own@x.example', type: 'work' }];
    await scim.patch(`/Users/${user}`, patchOf({ op: 'replace', path: 'emails', value }));
    expect((await rename(`jo@${domain}`)).body['emails']).toMatchObject([{ value: 'own@x.example' }]);
  });
});
