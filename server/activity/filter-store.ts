import type { Knex } from 'knex';
import { TEST_KINDS } from '../../shared/setup/activity.ts';
import type { ActivityFilter } from './activity-filter.ts';

/** In the very words of the partial indexes, which are used only where these appear. */
const FAILED = 'status >= 400';
export const IS_TEST = `kind in (${TEST_KINDS.map((kind) => `'${kind}'`).join(', ')})`;
const CHANGED_OR_FAILED = `(changed is not null or ${FAILED})`;
const EXPECTED_MISS = "(status = 404 and reason is null and kind in ('lookup', 'read'))";

/** Narrows a query of `activity` to the calls that fit. */
export function narrowed<Q extends Knex.QueryBuilder>(query: Q, filter: ActivityFilter): Q {
  const { kinds, outcome, userId, history } = filter;
  if (kinds) void query.whereIn('kind', kinds);
  if (outcome === 'failed') void query.whereRaw(`${FAILED} and not ${EXPECTED_MISS}`);
  if (outcome === 'answered') void query.whereRaw(`(status < 400 or ${EXPECTED_MISS})`);
  void query.where(userId === null ? { part: 0 } : { user_id: userId });
  if (history) void query.whereRaw(`${CHANGED_OR_FAILED} and (changed is not null or not ${EXPECTED_MISS})`);
  return query;
}

/**
 * Calls about one user: an index has those that changed it or failed, the others are looked for behind an id.
 * @param query the same calls, made anew each time.
 */
export function indexedAndOthers<Q extends Knex.QueryBuilder>(query: () => Q, behind: number): [Q, Q] {
  const [indexed, others] = [query(), query()];
  void indexed.whereRaw(CHANGED_OR_FAILED);
  void others.whereRaw(`not ${CHANGED_OR_FAILED}`).where('id', '>', behind);
  return [indexed, others];
}
