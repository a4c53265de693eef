import { beforeAll, describe, expect, it } from 'vitest';
import { postgresTogether } from '../../../server/db/postgres-together.ts';
import type { Statement } from '../../../server/db/writing.ts';
import { parseFilter } from '../../../server/scim/filter/parse.ts';
import { GROUP_TYPE } from '../../../server/scim/schema/group.ts';
import { USER_TYPE } from '../../../server/scim/schema/user.ts';
import { selectionOf } from '../../../server/directory/store/selection.ts';
import { INDEXED_GROUP_FILTERS, INDEXED_USER_FILTERS } from './indexed-filters.ts';
import { useServer } from './kit.ts';

const { server } = useServer();

/** One step of a plan (PostgreSQL's EXPLAIN in its JSON format). */
type Step = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  Plans?: Step[];
};

/** Enough that reading them all is never the cheapest. */
const ROWS = 5_000;
let companyId: string;

beforeAll(async () => {
  const { write } = server().database;
  companyId = (await server().company()).id;
  const times = "'2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z'";
  const numbers = `generate_series(1, ${ROWS}) n`;
  for (const sql of [
    `INSERT INTO users (company_id, id, user_name, user_name_folded, external_id, display_name_folded, active, document, search, version, created_at, updated_at)
      SELECT ?, 'u' || n, 'n' || n, 'n' || n, 'x' || n, 'd' || n, true, '{}', '{}', 1, ${times} FROM ${numbers}`,
    `INSERT INTO user_emails (company_id, user_id, position, value, type) SELECT ?, 'u' || n, 0, 'e' || n, 'work' FROM ${numbers}`,
    `INSERT INTO groups (company_id, id, display_name, display_name_folded, external_id, document, search, version, created_at, updated_at)
      SELECT ?, 'g' || n, 'g' || n, 'g' || n, 'y' || n, '{}', '{}', 1, ${times} FROM ${numbers}`,
    `INSERT INTO group_members (company_id, group_id, user_id) SELECT ?, 'g' || n, 'u' || n FROM ${numbers}`,
  ]) {
    await write.raw(sql, [companyId]);
  }
  for (const table of ['users', 'user_emails', 'groups', 'group_members']) await write.raw(`ANALYZE ${table}`);
});

async function planOf({ sql, bindings }: Statement): Promise<Step[]> {
  const [row] = await server().database.read.raw<{ 'QUERY PLAN': { Plan: Step }[] }[]>(`EXPLAIN (FORMAT JSON) ${sql}`, [
    ...bindings,
  ]);
  return (row?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => stepsOf(Plan));
}

function stepsOf(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}

/** Reads a table, or every row of the company in it: found by the company alone, or by nothing. */
function readsAll(step: Step): boolean {
  if (step['Node Type'] === 'Seq Scan') return true;
  if (!/^(Index|Index Only|Bitmap Index) Scan$/.test(step['Node Type'])) return false;
  const condition = (step['Index Cond'] ?? '').replace(/\(?company_id = [^)]*\)/g, '');
  return !/ (=|>=|~) /.test(condition);
}

/** When it is asked for alone, and together with another one. */
async function readingAll(type: typeof USER_TYPE, filter: string): Promise<Step[]> {
  const query = { filter: parseFilter(filter), sort: null, from: { offset: 0 }, limit: 100 };
  const { table, where } = selectionOf(server().database.dialect, type, companyId, query);
  const sql = `SELECT r.* FROM ${table} r WHERE ${where.text} ORDER BY r.id LIMIT ?`;
  const alone = { sql, bindings: [...where.bindings, 100] };
  const steps = await Promise.all([alone, postgresTogether.statement([alone, alone])].map(planOf));
  return steps.flat().filter(readsAll);
}

describe('what a filter looks at', () => {
  it.each(INDEXED_USER_FILTERS)('is found by an index over users: %s', async (filter) => {
    expect(await readingAll(USER_TYPE, filter)).toEqual([]);
  });

  it.each(INDEXED_GROUP_FILTERS)('is found by an index over groups: %s', async (filter) => {
    expect(await readingAll(GROUP_TYPE, filter)).toEqual([]);
  });

  it('is everything when there is no index for it, which this test would see', async () => {
    expect(await readingAll(USER_TYPE, 'title eq "a"')).not.toEqual([]);
  });

  it('of a page in the middle is what is behind the mark', async () => {
    const sql =
      'SELECT r.id FROM users r WHERE r.company_id = ? AND (1 = 1) AND r.id >= ? ORDER BY r.id LIMIT ? OFFSET ?';
    const alone = { sql, bindings: [companyId, 'u3', 100, 20] };
    for (const statement of [alone, postgresTogether.statement([alone, alone])]) {
      expect((await planOf(statement)).filter(readsAll)).toEqual([]);
    }
  });
});
