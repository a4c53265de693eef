import type { Dialect } from '../../db/dialect.ts';
import { invalid } from '../../errors.ts';
import { resolveFilter } from '../../scim/filter/resolve.ts';
import type { ResourceType } from '../../scim/schema/attribute.ts';
import { findAttribute, resolvePath } from '../../scim/schema/attribute-path.ts';
import type { ListQuery } from '../record.ts';
import { compileFilter, sortExpression } from './filter-sql.ts';
import { isIndexed, isOne } from './indexed.ts';
import { sql } from './sql.ts';
import type { Sql } from './sql.ts';

/**
 * What a list chooses from the rows `r` of one type's table, whether an index finds that, whether it is nearly always one, and by
 * what it sorts them; null: by their ids alone.
 */
export type Selection = {
  table: 'users' | 'groups';
  where: Sql;
  indexed: boolean;
  one: boolean;
  sortKey: string | null;
};

/**
 * A query in SQL. Attributes that only one of the other types has count as unassigned (RFC 7644 section 3.4.2.1). Throws 400
 * invalidFilter and, for `sortBy`, invalidPath for those that none has.
 */
export function selectionOf(
  dialect: Dialect,
  type: ResourceType,
  companyId: string,
  query: ListQuery,
  others: readonly ResourceType[] = [],
): Selection {
  const table = type.name === 'User' ? 'users' : 'groups';
  const filter = query.filter === null ? null : resolveFilter(type, query.filter, others);
  const chosen = filter === null ? sql('1 = 1') : compileFilter({ companyId, dialect, table }, filter);
  return {
    table,
    where: sql(`r.company_id = ? AND (${chosen.text})`, [companyId, ...chosen.bindings]),
    indexed: filter !== null && isIndexed(filter),
    one: table === 'users' && filter !== null && isOne(filter),
    sortKey: query.sort === null ? null : sortKeyOf(dialect, type, others, query.sort.by),
  };
}

function sortKeyOf(
  dialect: Dialect,
  type: ResourceType,
  others: readonly ResourceType[],
  by: NonNullable<ListQuery['sort']>['by'],
): string {
  const resolved = resolvePath(type, by);
  if (!resolved) {
    if (others.some((other) => resolvePath(other, by))) return 'NULL';
    throw invalid('invalidPath', `sortBy: a ${type.name} has no attribute "${by.name}".`);
  }
  const { extension, attribute, sub } = resolved;
  const prefix = extension ? [extension.id] : [];
  const part = sub ?? findAttribute(attribute.subAttributes, 'value');
  const path = [...prefix, attribute.name];
  const leaf = part ?? attribute;
  const place = { path: part ? [...path, part.name] : path, column: leaf.column, attribute: leaf };
  return sortExpression(dialect, place, attribute.multiValued ? { path, part: part?.name ?? null } : null);
}

/** Where the page begins, as a condition on `r` with an AND before it, and how many rows come before it. */
export function pageBounds(
  { from }: ListQuery,
  mark: { id: string; before: number } | null = null,
): { bound: Sql; offset: number; backward: boolean } {
  if ('after' in from) return { bound: sql(' AND r.id > ?', [from.after]), offset: 0, backward: false };
  if ('before' in from) return { bound: sql(' AND r.id < ?', [from.before]), offset: 0, backward: true };
  if (mark) return { bound: sql(' AND r.id >= ?', [mark.id]), offset: from.offset - mark.before, backward: false };
  return { bound: sql(''), offset: from.offset, backward: false };
}

/**
 * The stable order of a list: what is asked for, then the id, which grows with time. Resources without a value come last
 * when ascending, first when descending (RFC 7644 section 3.4.2.3).
 */
export function orderOf(sortKey: string | null, id: string, query: ListQuery, backward: boolean): string {
  const direction = query.sort?.descending || backward ? 'DESC' : 'ASC';
  const sorted = sortKey === null ? '' : `${sortKey} IS NULL ${direction}, ${sortKey} ${direction}, `;
  return `${sorted}${id} ${direction}`;
}
