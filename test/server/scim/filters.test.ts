import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { matches } from '../../../server/scim/filter/evaluate.ts';
import { parseFilter } from '../../../server/scim/filter/parse.ts';
import { resolveFilter } from '../../../server/scim/filter/resolve.ts';
import { USER_TYPE } from '../../../server/scim/schema/user.ts';
import { created, ENTERPRISE, person, resourcesOf, useServer } from './kit.ts';

const { tenant } = useServer();

/** Three accounts that differ in every type of attribute. */
function people(domain: string): JsonObject[] {
  return [
    person(`ann@${domain}`, {
      displayName: 'Ann',
      title: 'Captain',
      externalId: 'A1',
      profileUrl: 'https://x.example/ann',
      emails: [
        { value: `ann@${domain}`, type: 'work', primary: true },
        { value: 'ann@home.example', type: 'home' },
      ],
      x509Certificates: [{ value: 'MIIB' }],
      [ENTERPRISE]: { department: 'Sales', manager: { value: 'm1' } },
    }),
    person(`bob@${domain}`, {
      displayName: 'Bob',
      title: 'Major',
      externalId: 'B2',
      active: false,
      phoneNumbers: [{ value: '+1', type: 'mobile' }],
    }),
    person(`cem@${domain}`, {
      displayName: 'Cem',
      externalId: 'C3',
      emails: [{ value: 'cem@work.example', type: 'work' }],
    }),
  ];
}

const TABLE: [filter: string, names: string][] = [
  ['userName sw "ANN@"', 'Ann'],
  ['userName ew ".example"', 'Ann Bob Cem'],
  ['userName co "B@"', 'Bob'],
  ['userName gt "b"', 'Bob Cem'],
  ['userName le "b"', 'Ann'],
  ['title eq "captain"', 'Ann'],
  ['title ne "captain"', 'Bob Cem'],
  ['title pr', 'Ann Bob'],
  ['not (title pr)', 'Cem'],
  ['title eq null', 'Cem'],
  ['title ne null', 'Ann Bob'],
  ['title co "A"', 'Ann Bob'],
  ['title sw ""', 'Ann Bob'],
  ['title ge "major"', 'Bob'],
  ['title lt "major"', 'Ann'],
  ['not (title eq "captain")', 'Bob Cem'],
  ['externalId eq "A1"', 'Ann'],
  ['externalId sw "a"', ''],
  ['externalId gt "A1"', 'Bob Cem'],
  ['active eq true', 'Ann Cem'],
  ['active eq "False"', 'Bob'],
  ['active ne true', 'Bob'],
  ['active pr', 'Ann Bob Cem'],
  ['name.familyName eq "doe"', 'Ann Bob Cem'],
  ['name[givenName eq "ann" and familyName pr]', 'Ann'],
  ['name pr', 'Ann Bob Cem'],
  ['profileUrl sw "https://"', 'Ann'],
  ['profileUrl eq "https://X.example/ann"', ''],
  ['emails co "HOME.example"', 'Ann'],
  ['emails.value eq "cem@work.example"', 'Cem'],
  ['emails[type eq "home"]', 'Ann'],
  ['emails[type eq "work" and value co "home"]', ''],
  ['emails[type eq "work" and value sw "cem"]', 'Cem'],
  ['emails[not (type eq "work")]', 'Ann'],
  ['emails.primary eq true', 'Ann Bob'],
  ['emails.type ne "work"', 'Ann'],
  ['phoneNumbers pr', 'Bob'],
  ['not (phoneNumbers pr)', 'Ann Cem'],
  ['phoneNumbers.type eq "MOBILE"', 'Bob'],
  ['phoneNumbers[type eq "mobile" and value eq "+1"]', 'Bob'],
  ['phoneNumbers.type ne "mobile"', 'Ann Cem'],
  ['x509Certificates.value eq "MIIB"', 'Ann'],
  ['schemas eq "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"', 'Ann'],
  [`${ENTERPRISE}:department eq "SALES"`, 'Ann'],
  [`${ENTERPRISE}:manager.value eq "m1"`, 'Ann'],
  [`${ENTERPRISE}:manager eq "m1"`, 'Ann'],
  ['meta.resourceType eq "User"', 'Ann Bob Cem'],
  ['meta.created gt "2020-01-01T00:00:00Z"', 'Ann Bob Cem'],
  ['meta.lastModified lt "2020-01-01T00:00:00+02:00"', ''],
  ['meta.version eq "W/\\"1\\""', 'Ann Bob Cem'],
  ['groups.display eq "sales"', 'Ann'],
  ['groups[display sw "sa" and type eq "direct"]', 'Ann'],
  ['not (groups pr)', 'Bob Cem'],
  ['title pr and (active eq false or userName sw "a")', 'Ann Bob'],
  ['active eq true and not (emails[type eq "home"]) and title eq null', 'Cem'],
];

describe('filters over users', () => {
  it.each(TABLE)('%s', async (filter, names) => {
    const { scim, domain } = await shared();
    const answer = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
    expect(answer.status).toBe(200);
    expect(domain).toBeTruthy();
    expect(resourcesOf(answer).map(({ displayName }) => displayName)).toEqual(names.split(' ').filter(Boolean));
  });

  let made: ReturnType<typeof makePeople> | undefined;
  const shared = () => (made ??= makePeople());
});

async function makePeople() {
  const own = await tenant();
  const ids: string[] = [];
  for (const body of people(own.domain)) ids.push(await created(own.scim, '/Users', body));
  await created(own.scim, '/Groups', { displayName: 'Sales', members: [{ value: ids[0] ?? '' }] });
  return own;
}

describe('filters over groups', () => {
  it.each([
    ['displayName eq "sales"', 1],
    ['members pr', 1],
    ['not (members pr)', 1],
    ['members.display sw "ANN"', 1],
    ['members[type eq "user" and display eq "ann doe"]', 1],
    ['members.value eq "nobody"', 0],
    ['externalId eq "g1" and members pr', 1],
  ])('%s', async (filter, total) => {
    const { scim, domain } = await tenant();
    const ann = await created(scim, '/Users', person(`ann@${domain}`));
    await created(scim, '/Groups', { displayName: 'Sales', externalId: 'g1', members: [{ value: ann }] });
    await created(scim, '/Groups', { displayName: 'Empty' });
    const answer = await scim.get(`/Groups?filter=${encodeURIComponent(filter)}`);
    expect(answer.body['totalResults']).toBe(total);
  });

  it('finds groups by a member, without reading the members', async () => {
    const { scim, domain } = await tenant();
    const ann = await created(scim, '/Users', person(`ann@${domain}`));
    const group = await created(scim, '/Groups', { displayName: 'Sales', members: [{ value: ann }] });
    const filter = encodeURIComponent(`members[value eq "${ann}"]`);
    const answer = await scim.get(`/Groups?filter=${filter}&excludedAttributes=members`);
    expect(resourcesOf(answer).map(({ id }) => id)).toEqual([group]);
  });
});

describe('SQL and evaluation in memory', () => {
  it('choose the same users, Unicode included', async () => {
    const { scim, domain } = await tenant();
    const texts = [
      '',
      'a',
      'A',
      'ä',
      'Ä',
      'ß',
      'SS',
      '%',
      '_',
      '\\',
      '"',
      "'",
      '😀',
      '\uFFFD',
      'é',
      'e\u0301',
      'İ',
      'ς',
      'Σ',
      '\u{10FFFF}',
      '\uD7FF',
    ];
    for (const [index, text] of texts.entries()) {
      const other = texts[(index * 7 + 3) % texts.length] ?? '';
      await created(
        scim,
        '/Users',
        person(`u${index}@${domain}`, {
          title: `${text}${other}`,
          nickName: other,
          externalId: `${other}${text}`,
          active: index % 2 === 0,
          phoneNumbers: [{ value: text || 'x', type: other || 'y', primary: index % 3 === 0 }],
        }),
      );
    }
    const stored = resourcesOf(await scim.get('/Users?count=1000')).filter(isJsonObject);
    const text = fc.constantFrom(...texts, 'aä', '%_');
    const test = fc
      .tuple(
        fc.constantFrom(
          'title',
          'nickName',
          'externalId',
          'phoneNumbers.value',
          'phoneNumbers.type',
          'emails.value',
          'name.givenName',
        ),
        fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'),
        text,
      )
      .map(([name, operator, value]) => `${name} ${operator} ${JSON.stringify(value)}`);
    const { filter } = fc.letrec<{ filter: string }>((tie) => ({
      filter: fc.oneof(
        { depthSize: 'small' },
        test,
        fc.constantFrom('active eq true', 'title pr', 'phoneNumbers[primary eq true]', 'nickName eq null'),
        tie('filter').map((inner) => `not (${inner})`),
        fc
          .tuple(tie('filter'), fc.constantFrom('and', 'or'), tie('filter'))
          .map(([a, word, b]) => `(${a}) ${word} (${b})`),
        fc
          .tuple(text, text)
          .map(([a, b]) => `phoneNumbers[value co ${JSON.stringify(a)} and not (type sw ${JSON.stringify(b)})]`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(filter, async (asked) => {
        const answer = await scim.get(`/Users?count=1000&attributes=id&filter=${encodeURIComponent(asked)}`);
        const resolved = resolveFilter(USER_TYPE, parseFilter(asked));
        const expected = stored.filter((user) => matches(resolved, user)).map(({ id }) => id);
        expect(resourcesOf(answer).map(({ id }) => id)).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
