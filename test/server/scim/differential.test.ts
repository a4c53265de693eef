import SCIMMY from 'scimmy';
import { scimPatch } from 'scim-patch';
import { filter as otherFilter, parse as otherParse } from 'scim2-parse-filter';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { matches } from '../../../server/scim/filter/evaluate.ts';
import { parseFilter } from '../../../server/scim/filter/parse.ts';
import { resolveFilter } from '../../../server/scim/filter/resolve.ts';
import { applyPatch } from '../../../server/scim/patch/apply.ts';
import { readOperations } from '../../../server/scim/patch/operations.ts';
import { USER_TYPE } from '../../../server/scim/schema/user.ts';
import { CORE, ENTERPRISE } from './kit.ts';

/*
 * Other libraries as second opinions. Where one says something else, the RFC decides, and the case names its section; a
 * library that comes to agree with the RFC makes its case fail, so that the list stays true.
 */

const USERS: JsonObject[] = [
  {
    schemas: [CORE],
    id: 'ann',
    userName: 'Ann@x.example',
    title: 'Captain',
    active: true,
    externalId: 'A1',
    name: { givenName: 'Ann', familyName: 'Doe' },
    emails: [
      { value: 'ann@x.example', type: 'work', primary: true },
      { value: 'ann@home.example', type: 'home' },
    ],
    meta: { created: '2026-01-01T00:00:00.000Z' },
    [ENTERPRISE]: { department: 'Sales', manager: { value: 'bob' } },
  },
  {
    schemas: [CORE],
    id: 'bob',
    userName: 'bob@x.example',
    active: false,
    name: { givenName: 'Bob' },
    emails: [{ value: 'bob@x.example', type: 'work' }],
    meta: { created: '2026-03-01T00:00:00.000Z' },
  },
  {
    schemas: [CORE],
    id: 'cem',
    userName: 'cem@x.example',
    title: 'Major AND or',
    active: true,
    meta: { created: '2026-02-01T00:00:00.000Z' },
  },
];

const CASE = 'RFC 7643 section 2.2: caseExact false is the default, so case does not matter';
const UNASSIGNED = 'RFC 7643 section 2.5: what is unassigned has no value, so it differs from every other';
const INSTANT = 'RFC 7644 section 3.4.2.2: date-times are compared as instants, whatever their form';
const VALUE = 'RFC 7644 section 3.4.2.2: a complex attribute stands for its value, as in emails co "example.com"';
const URN = 'RFC 7644 section 3.10: the URN of the core schema may stand before the name of an attribute';
const ELEMENT = 'RFC 7644 section 3.4.2.2: every condition in brackets is met by the same element';
const ABSENT = 'RFC 7643 section 2.5: an absent attribute matches nothing, and is no reason to fail';

type Differences = { parseFilter?: string; scimmy?: string };

const FILTERS: [filter: string, ids: string, differences: Differences][] = [
  ['userName eq "ann@x.example"', 'ann', { parseFilter: CASE, scimmy: CASE }],
  ['USERNAME EQ "Ann@x.example"', 'ann', {}],
  ['title eq "Captain"', 'ann', {}],
  ['title ne "Captain"', 'bob cem', { parseFilter: UNASSIGNED }],
  ['title pr', 'ann cem', {}],
  ['not (title pr)', 'bob', {}],
  ['title co "apt"', 'ann', {}],
  ['title sw "Maj"', 'cem', {}],
  ['title ew "or"', 'cem', {}],
  ['title gt "B"', 'ann cem', {}],
  ['title eq "Major AND or"', 'cem', {}],
  ['title eq null', 'bob', { parseFilter: UNASSIGNED }],
  ['externalId eq "a1"', '', {}],
  ['externalId eq "A1"', 'ann', {}],
  ['active eq true', 'ann cem', {}],
  ['active ne true', 'bob', {}],
  ['name.familyName eq "Doe"', 'ann', { scimmy: ABSENT }],
  ['emails.value eq "ann@home.example"', 'ann', { scimmy: ABSENT }],
  ['emails co "home.example"', 'ann', { parseFilter: VALUE, scimmy: VALUE }],
  ['emails[type eq "home"]', 'ann', { scimmy: ABSENT }],
  ['emails[type eq "work" and value co "home"]', '', { parseFilter: ELEMENT, scimmy: ABSENT }],
  ['not (emails[type eq "home"])', 'bob cem', { scimmy: ABSENT }],
  ['emails.type ne "work"', 'ann cem', { parseFilter: UNASSIGNED, scimmy: ABSENT }],
  ['emails pr', 'ann bob', { scimmy: ABSENT }],
  ['title eq "Captain" or active eq false and userName sw "b"', 'ann bob', {}],
  ['(title eq "Captain" or active eq false) and userName sw "b"', 'bob', {}],
  ['title eq "x" or title eq "y" or userName sw "cem"', 'cem', {}],
  ['userName sw "ann" and not (title eq "x")', 'ann', { parseFilter: CASE, scimmy: CASE }],
  ['meta.created gt "2026-01-15T00:00:00Z"', 'bob cem', {}],
  ['meta.created ge "2026-02-01T00:00:00Z"', 'bob cem', { parseFilter: INSTANT }],
  ['meta.created eq "2026-01-01T01:00:00+01:00"', 'ann', { parseFilter: INSTANT, scimmy: INSTANT }],
  [`${ENTERPRISE}:department eq "Sales"`, 'ann', { scimmy: URN }],
  [`${ENTERPRISE}:manager.value eq "bob"`, 'ann', { scimmy: URN }],
  [`${CORE}:userName sw "bob"`, 'bob', { parseFilter: URN, scimmy: URN }],
];

describe('filters, beside scim2-parse-filter 0.2.10 and scimmy 1.3.5', () => {
  it.each(FILTERS)('%s', (filter, ids, differences) => {
    const resolved = resolveFilter(USER_TYPE, parseFilter(filter));
    expect(chosen(() => USERS.filter((user) => matches(resolved, user)))).toBe(ids);
    const opinions = {
      parseFilter: chosen(() => USERS.filter(otherFilter(otherParse(filter)))),
      scimmy: chosen(() => new SCIMMY.Types.Filter(filter).match(USERS) as JsonObject[]),
    };
    for (const library of ['parseFilter', 'scimmy'] as const) {
      const reason = differences[library];
      if (reason === undefined) expect(opinions[library], library).toBe(ids);
      else expect(opinions[library], reason).not.toBe(ids);
    }
  });
});

function chosen(run: () => JsonObject[]): string {
  try {
    return run()
      .map(({ id }) => JSON.stringify(id).slice(1, -1))
      .join(' ');
  } catch {
    return 'threw';
  }
}

const BEFORE: JsonObject = {
  schemas: [CORE, ENTERPRISE],
  userName: 'ann@x.example',
  title: 'Captain',
  active: true,
  name: { givenName: 'Ann', familyName: 'Doe' },
  emails: [
    { value: 'ann@x.example', type: 'work', primary: true },
    { value: 'ann@home.example', type: 'home' },
  ],
  [ENTERPRISE]: { department: 'Sales' },
};

const BOOLEAN = 'RFC 7643 section 2.3.2: active is a boolean; the text that Entra ID sends is read as one';
const PRIMARY = 'RFC 7644 section 3.5.2: a new primary makes the others not primary';
const NO_TARGET = 'RFC 7644 section 3.5.2.3: replace with a filter that matches nothing is noTarget';
const EMPTY = 'RFC 7643 section 2.5: an extension without values is unassigned, so it is not there';
const EXTENSION = 'RFC 7644 section 3.10: an extension is named by its whole URN, dots included';
const NAME_CASE = 'RFC 7643 section 2.1: names of attributes are case-insensitive';

const PATCHES: [operations: JsonObject[], difference?: string][] = [
  [[{ op: 'add', path: 'nickName', value: 'A' }]],
  [[{ op: 'add', path: 'title', value: 'Captain' }]],
  [[{ op: 'replace', path: 'title', value: 'Major' }]],
  [[{ op: 'replace', path: 'TITLE', value: 'Major' }], NAME_CASE],
  [[{ op: 'remove', path: 'title' }]],
  [[{ op: 'Replace', path: 'active', value: false }]],
  [[{ op: 'replace', path: 'active', value: 'False' }], BOOLEAN],
  [[{ op: 'replace', value: { title: 'Major', nickName: 'A' } }]],
  [[{ op: 'replace', value: { 'name.familyName': 'Smith' } }]],
  [[{ op: 'add', value: { emails: [{ value: 'n@x.example', type: 'other' }] } }]],
  [[{ op: 'replace', path: 'name.familyName', value: 'Smith' }]],
  [[{ op: 'add', path: 'name', value: { middleName: 'B' } }]],
  [[{ op: 'replace', path: 'name', value: { givenName: 'Anna' } }]],
  [[{ op: 'remove', path: 'name.familyName' }]],
  [[{ op: 'remove', path: 'name' }]],
  [[{ op: 'add', path: 'emails', value: [{ value: 'n@x.example', type: 'other' }] }]],
  [[{ op: 'add', path: 'emails', value: [{ value: 'ann@home.example', type: 'home' }] }]],
  [[{ op: 'add', path: 'emails', value: [{ value: 'n@x.example', primary: true }] }], PRIMARY],
  [[{ op: 'replace', path: 'emails', value: [{ value: 'n@x.example' }] }]],
  [[{ op: 'remove', path: 'emails' }]],
  [[{ op: 'remove', path: 'emails', value: [{ value: 'ann@home.example', type: 'home' }] }]],
  [[{ op: 'remove', path: 'emails[type eq "home"]' }]],
  [[{ op: 'remove', path: 'emails[type eq "nope"]' }]],
  [[{ op: 'remove', path: 'emails[type eq "work"].primary' }]],
  [[{ op: 'replace', path: 'emails[type eq "work"].value', value: 'w@x.example' }]],
  [[{ op: 'replace', path: 'emails[type eq "nope"].value', value: 'w@x.example' }], NO_TARGET],
  [[{ op: 'replace', path: 'emails[type eq "home"]', value: { value: 'h@x.example', type: 'home' } }]],
  [[{ op: 'add', path: 'emails[type eq "other"].value', value: 'o@x.example' }]],
  [[{ op: 'add', path: `${ENTERPRISE}:costCenter`, value: '7' }]],
  [[{ op: 'add', path: `${ENTERPRISE}:manager`, value: { value: 'b' } }]],
  [[{ op: 'replace', path: `${ENTERPRISE}:department`, value: 'Ops' }]],
  [[{ op: 'remove', path: `${ENTERPRISE}:department` }], EMPTY],
  [[{ op: 'add', path: ENTERPRISE, value: { costCenter: '7' } }], EXTENSION],
  [[{ op: 'add', value: { [ENTERPRISE]: { costCenter: '7' } } }], EXTENSION],
  [[{ op: 'add', value: { [`${ENTERPRISE}:costCenter`]: '7' } }]],
  [[{ op: 'remove' }]],
  [
    [
      { op: 'replace', path: 'userName', value: 'b@x.example' },
      { op: 'remove', path: 'title' },
    ],
  ],
];

describe('PATCH, beside scim-patch 0.8.3', () => {
  it.each(PATCHES)('%j', (operations, difference) => {
    const ours = outcome(
      () => applyPatch(USER_TYPE, structuredClone(BEFORE), readOperations({ Operations: operations })).resource,
    );
    const theirs = outcome(() => {
      const meta = { created: new Date(0), lastModified: new Date(0) };
      return scimPatch(
        { ...structuredClone(BEFORE), schemas: [CORE], meta },
        operations as never,
      ) as unknown as JsonObject;
    });
    if (difference === undefined) expect(theirs).toEqual(ours);
    else expect(theirs, difference).not.toEqual(ours);
  });
});

/** The resource but for what only the service sets; or the scimType of a refusal. */
function outcome(run: () => JsonObject): Json {
  try {
    const { meta: _meta, schemas: _schemas, ...rest } = run();
    return rest;
  } catch (error) {
    const told: unknown = error;
    if (!(told instanceof Error)) return 'threw';
    const { scimType, scimCode } = told as { scimType?: string; scimCode?: string };
    return scimType ?? scimCode ?? 'threw';
  }
}
