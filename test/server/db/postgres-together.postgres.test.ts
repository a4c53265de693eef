import { expect, it } from 'vitest';
import type { WriteBinding } from '../../../server/db/database.ts';
import { postgresTogether } from '../../../server/db/postgres-together.ts';
import { useDatabase } from '../kit/database.ts';

const { database } = useDatabase();

it.each<[string, WriteBinding[], unknown[]]>([
  ['text', ['one', '"two"\n\\?', ''], ['one', '"two"\n\\?', '']],
  ['integer', [0, -2_147_483_647, 2_147_483_647], [0, -2_147_483_647, 2_147_483_647]],
  ['bigint', [1, 3_000_000_000], [1, 3_000_000_000]],
  ['numeric', [1, 3_000_000_000, 0.5], ['1', '3000000000', '0.5']],
  ['numeric', [1, 1e21], ['1', '1000000000000000000000']],
  ['boolean', [true, false], [true, false]],
  ['integer', [null, 7], [null, 7]],
  ['boolean', [null, true], [null, true]],
  ['text', [null, null], [null, null]],
])('several questions are one statement, and what they are bound to is %s: %j', async (type, bound, values) => {
  const sql = 'SELECT ? AS value, pg_typeof(?)::text AS type';
  const together = postgresTogether.statement(bound.map((value) => ({ sql, bindings: [value, value] })));
  const rows = await database().select(together.sql, together.bindings);
  expect(rows).toEqual(values.map((value, asker) => ({ asker, value, type })));
});
