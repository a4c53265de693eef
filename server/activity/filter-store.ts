import type { Knex } from 'knex';
import { TEST_KINDS } from '../../shared/setup/activity.ts';
import type { ActivityFilter } from './activity-filter.ts';

/** In the very words of the partial indexes, which are used only where these appear. */
const FAILED = 'status >= 400';
export const IS_TEST = `kind in (${TEST_KINDS.map((kind) => `'${kind}'`).join(', ')})`;
const EXPECTED_MISS = "(status = 404 and reason is null and kind in ('lookup', 'read'))";

/** Narrows a query of `activity` to the calls that fit. */
export function narrowed<Q extends Knex.QueryBuilder>(query: Q, filter: ActivityFilter): Q {
  const { kinds, outcome, userId, history } = filter;
  if (kinds) void query.whereIn('kind', kinds);
  if (outcome === 'failed') void query.whereRaw(`${FAILED} and not ${EXPECTED_MISS}`);
  if (outcome === 'answered') void query.whereRaw(`(status < 400 or ${EXPECTED_MISS})`);
  void query.where(userId === null ? { part: 0 } : { user_id: userId });
  if (history) void query.whereRaw(`(changed is not null or (${FAILED} and not ${EXPECTED_MISS}))`);
  return query;
}
