import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../server/scim/filter/parse.ts';
import { GROUP_TYPE } from '../../../server/scim/schema/group.ts';
import { USER_TYPE } from '../../../server/scim/schema/user.ts';
import { selectionOf } from '../../../server/directory/store/selection.ts';
import { INDEXED_GROUP_FILTERS, INDEXED_USER_FILTERS } from './indexed-filters.ts';
import { useServer } from './kit.ts';

const { server } = useServer();

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
  it.each(INDEXED_USER_FILTERS)('is found by an index over users: %s', async (filter) => {
    const plan = await planOf(USER_TYPE, filter);
    expect(plan.filter((step) => READS_ALL.test(step))).toEqual([]);
  });

  it.each(INDEXED_GROUP_FILTERS)('is found by an index over groups: %s', async (filter) => {
    const plan = await planOf(GROUP_TYPE, filter);
    expect(plan.filter((step) => READS_ALL.test(step))).toEqual([]);
  });

  it('looks up single members of a group by the whole key', async () => {
    const { read } = server().database;
    const plans = [
      `EXPLAIN QUERY PLAN DELETE FROM group_members WHERE company_id = 'c' AND group_id = 'g' AND user_id IN ('u')`,
      `EXPLAIN QUERY PLAN SELECT user_id FROM group_members WHERE company_id = 'c' AND group_id = 'g' AND user_id IN ('u')`,
    ];
    for (const plan of plans) {
      const rows = await read.raw<{ detail: string }[]>(plan);
      expect(rows[0]?.detail).toMatch(/SEARCH .*\(company_id=\? AND group_id=\? AND user_id=\?\)/);
    }
  });
});
