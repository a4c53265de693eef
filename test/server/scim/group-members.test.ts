import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { created, GROUP, memberIdsOf, patchOf, person, useServer } from './kit.ts';

const { tenant } = useServer();

async function withGroup() {
  const own = await tenant();
  const user = (name: string) => created(own.scim, '/Users', person(`${name}@${own.domain}`));
  const [a, b, outsider] = [await user('a'), await user('b'), await user('c')];
  const group = await created(own.scim, '/Groups', { displayName: 'Sales', members: [{ value: a }, { value: b }] });
  const patch = (operation: JsonObject) => own.scim.patch(`/Groups/${group}`, patchOf(operation));
  const members = async () => memberIdsOf(await own.scim.get(`/Groups/${group}`));
  return { ...own, a, b, outsider, group, patch, members };
}

describe('a PATCH that replaces members by a filter', () => {
  it('is 400 noTarget when nobody fits, and adds nobody', async () => {
    const { a, b, outsider, patch, members } = await withGroup();
    for (const filter of [`value eq "${outsider}"`, 'value eq "nobody"', 'type eq "Group"']) {
      const answer = await patch({ op: 'replace', path: `members[${filter}]`, value: { value: outsider } });
      expect([answer.status, answer.body.scimType]).toEqual([400, 'noTarget']);
    }
    expect(await members()).toEqual([a, b].sort());
  });

  it('puts another in the place of who fits', async () => {
    const { a, b, outsider, patch } = await withGroup();
    const answer = await patch({ op: 'replace', path: `members[value eq "${a}"]`, value: { value: outsider } });
    expect(answer.status, answer.text).toBe(200);
    expect(memberIdsOf(answer)).toEqual([b, outsider].sort());
  });

  it('changes nothing when the other is the same', async () => {
    const { a, group, patch, scim } = await withGroup();
    const before = await scim.get(`/Groups/${group}`);
    const answer = await patch({ op: 'replace', path: `members[value eq "${a}"]`, value: [{ value: a }] });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toEqual(before.body);
  });
});

describe('members that a PATCH takes out and puts back', () => {
  it.each<[string, (ids: { a: string; b: string; outsider: string }) => JsonObject[]]>([
    [
      'one by one',
      ({ a }): JsonObject[] => [
        { op: 'remove', path: 'members', value: [{ value: a }] },
        { op: 'add', path: 'members', value: [{ value: a }] },
      ],
    ],
    [
      'by a filter, and all',
      ({ a, b, outsider }): JsonObject[] => [
        { op: 'remove', path: `members[value eq "${b}"]` },
        { op: 'add', path: 'members', value: [{ value: outsider }] },
        { op: 'replace', path: 'members', value: [{ value: a }] },
        { op: 'add', path: 'members', value: [{ value: b }] },
      ],
    ],
  ])('leave the group and its version as they were (%s)', async (_, operations) => {
    const { group, scim, ...ids } = await withGroup();
    const before = await scim.get(`/Groups/${group}`);
    const answer = await scim.patch(`/Groups/${group}`, patchOf(...operations(ids)));
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toEqual(before.body);
    expect(answer.headers.get('ETag')).toBe(before.headers.get('ETag'));
  });

  it('is another version when one of them stays out', async () => {
    const { a, b, group, scim, members } = await withGroup();
    const operations: JsonObject[] = [
      { op: 'remove', path: 'members' },
      { op: 'add', path: 'members', value: [{ value: a }] },
    ];
    const answer = await scim.patch(`/Groups/${group}`, patchOf(...operations));
    expect([answer.status, answer.headers.get('ETag')]).toEqual([200, 'W/"2"']);
    expect(await members()).toEqual([a]);
    expect(
      (await scim.patch(`/Groups/${group}`, patchOf({ op: 'remove', path: `members[value eq "${b}"]` }))).headers.get(
        'ETag',
      ),
    ).toBe('W/"2"');
  });
});

it.each(['members.type', 'members.$ref', 'members.value', 'members.display', 'members[value eq "A"].type'])(
  'a PATCH that removes %s is 400 mutability, and removes nobody',
  async (path) => {
    const { a, b, patch, members } = await withGroup();
    const answer = await patch({ op: 'remove', path: path.replace('A', a) });
    expect([answer.status, answer.body.scimType]).toEqual([400, 'mutability']);
    expect(await members()).toEqual([a, b].sort());
  },
);

it.each([[{}], [{ value: null }], [{ display: 'x' }], [null]])(
  'a member that names nobody (%j) is 400 in a POST and a PUT as in a PATCH',
  async (member) => {
    const { a, b, group, patch, members, scim } = await withGroup();
    const answers = [
      await scim.post('/Groups', { displayName: 'Others', members: [member] }),
      await scim.put(`/Groups/${group}`, { displayName: 'Sales', members: [{ value: a }, member] }),
      await scim.put(`/Groups/${group}`, { displayName: 'Sales', [`${GROUP}:Members`]: [member] }),
      await patch({ op: 'add', path: 'members', value: [member] }),
    ];
    for (const { status, body } of answers) expect([status, body.scimType]).toEqual([400, 'invalidValue']);
    expect(await members()).toEqual([a, b].sort());
  },
);

describe('the address of a member or of a group', () => {
  it('cannot be filtered by, and says so', async () => {
    const { scim } = await withGroup();
    for (const [path, filter] of [
      ['/Groups', 'members.$ref pr'],
      ['/Groups', 'members[$ref co "x"]'],
      ['/Groups', 'not (members.$ref eq "x")'],
      ['/Users', 'groups.$ref eq "x"'],
    ] as const) {
      const answer = await scim.get(`${path}?filter=${encodeURIComponent(filter)}`);
      expect([answer.status, answer.body.scimType], filter).toEqual([400, 'invalidFilter']);
    }
  });

  it.each(['members[$ref eq "x"]', 'members[not ($ref pr)]'])('chooses no member in a path: %s', async (path) => {
    const { a, b, patch, members } = await withGroup();
    const answer = await patch({ op: 'remove', path });
    expect([answer.status, answer.body.scimType]).toEqual([400, 'invalidFilter']);
    expect(await members()).toEqual([a, b].sort());
  });
});
