import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../server/scim/filter/parse.ts';
import { GROUP_TYPE } from '../../../server/scim/schema/group.ts';
import { USER_TYPE } from '../../../server/scim/schema/user.ts';
import { selectionOf } from '../../../server/directory/store/selection.ts';
import { created, person, resourcesOf, useServer } from './kit.ts';

const { server, tenant } = useServer();

/** The steps by which the database finds what fits. */
async function planOf(type: typeof USER_TYPE, filter: string): Promise<string[]> {
  const query = { filter: parseFilter(filter), sort: null, from: { offset: 0 }, limit: 100 };
  const { table, where } = selectionOf(server().database.dialect, type, 'c', query);
  const rows = await server().database.read.raw<{ detail: string }[]>(
    `EXPLAIN QUERY PLAN SELECT r.* FROM ${table} r WHERE ${where.text} ORDER BY r.id LIMIT 100`,
    where.bindings,
  );
  return rows.map(({ detail }) => detail);
}

/** A step that goes through every row of the company: found by the company alone. */
const READS_ALL = /^(SCAN (r|e|m|u|g)\b|SEARCH \w+ USING .*\(company_id=\?\))/;

describe('what a filter looks at', () => {
  it.each([
    'userName eq "a"',
    'externalId eq "a"',
    'displayName eq "a"',
    'userName sw "a"',
    'id eq "a"',
    'emails.value eq "a"',
    'emails eq "a"',
    'emails[type eq "work" and value eq "a"]',
    'groups.value eq "a"',
    'groups[value eq "a"]',
    'userName eq "a" and active eq true',
    'active eq true and title co "x" and externalId eq "a"',
    'userName eq "a" or externalId eq "b"',
    'userName eq "a" or userName eq "b" or userName eq "c"',
    'userName eq "a" or emails.value eq "b" or externalId eq "c"',
    '(userName eq "a" and active eq true) or (externalId eq "b" and not (active eq true))',
    'active eq true and (userName eq "a" or emails[value sw "b"])',
    'userName eq "a" or (externalId eq "b" or displayName eq "c")',
  ])('is found by an index over users: %s', async (filter) => {
    const plan = await planOf(USER_TYPE, filter);
    expect(plan.filter((step) => READS_ALL.test(step))).toEqual([]);
  });

  it.each([
    'displayName eq "a"',
    'externalId eq "a" or displayName eq "b"',
    'members.value eq "a"',
    'id eq "a" and members[value eq "b"]',
    'members[value eq "a"] or displayName sw "b"',
  ])('is found by an index over groups: %s', async (filter) => {
    const plan = await planOf(GROUP_TYPE, filter);
    expect(plan.filter((step) => READS_ALL.test(step))).toEqual([]);
  });

  it('gives the same by index as one by one', async () => {
    const { scim, domain } = await tenant();
    for (const name of ['a', 'b', 'c', 'd']) {
      await created(scim, '/Users', person(`${name}@${domain}`, { externalId: name.toUpperCase(), displayName: name }));
    }
    const names = async (filter: string) => {
      const answer = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
      return resourcesOf(answer).map(({ displayName }) => displayName);
    };
    const either = `userName eq "d@${domain}" or externalId eq "A" or emails.value eq "b@${domain}" or displayName sw "a"`;
    expect(await names(either)).toEqual(['a', 'b', 'd']);
    expect(await names(`not (${either})`)).toEqual(['c']);
    expect(await names(`externalId gt "A" and (${either})`)).toEqual(['b', 'd']);
    expect(await names(`${either} and active eq false`)).toEqual(['a', 'b', 'd']);
  });

  it.each(['id pr', 'id eq "x"', 'ims pr', 'emails pr', 'not(id pr)', 'id eq "x" and id pr'])(
    'may be as long as a filter can be: %s, again and again',
    async (part) => {
      const { scim } = await tenant();
      for (const word of [' or ', ' and ']) {
        const times = Math.floor((8_192 + word.length) / (part.length + word.length));
        const filter = Array.from({ length: times }, () => part).join(word);
        const answer = await scim.post('/Users/.search', { filter });
        expect(answer.status, answer.text).toBe(200);
      }
    },
  );
});
