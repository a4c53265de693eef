import type { Knex } from 'knex';
import { invalid } from '../../errors.ts';
import { resolveFilter } from '../../scim/filter/resolve.ts';
import type { ResourceType } from '../../scim/schema/attribute.ts';
import { findAttribute, resolvePath } from '../../scim/schema/attribute-path.ts';
import type { ListQuery, Page } from '../record.ts';
import { compileFilter, sortExpression } from './filter-sql.ts';
import { sql } from './sql.ts';
import type { Sql } from './sql.ts';

/**
 * One page of a company's rows and how many fit in all. In a stable order: what is given, then the id, which grows with
 * time. Throws 400 invalidFilter and, for `sortBy`, invalidPath.
 */
export async function listRows<Row extends object>(
  read: Knex,
  table: 'users' | 'groups',
  companyId: string,
  type: ResourceType,
  query: ListQuery,
): Promise<Page<Row>> {
  const where = query.filter === null ? sql('1 = 1') : compileFilter(companyId, resolveFilter(type, query.filter));
  const order = orderBy(type, query.sort);
  const rows = query.limit === 0 ? [] : await page<Row>(read, table, companyId, where, order, query);
  return { records: rows, total: await countAll(read, table, companyId, where, query, rows.length) };
}

async function page<Row extends object>(
  read: Knex,
  table: string,
  companyId: string,
  where: Sql,
  order: string,
  query: ListQuery,
): Promise<Row[]> {
  const from = query.after === null ? sql('') : sql(' AND r.id > ?', [query.after]);
  const rows: unknown = await read.raw(
    `SELECT r.* FROM ${table} r WHERE r.company_id = ? AND (${where.text})${from.text} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [companyId, ...where.bindings, ...from.bindings, query.limit, query.offset],
  );
  return rows as Row[];
}

/** A first page that is not full has told the number already. */
async function countAll(
  read: Knex,
  table: string,
  companyId: string,
  where: Sql,
  query: ListQuery,
  found: number,
): Promise<number> {
  if (query.offset === 0 && query.after === null && found < query.limit) return found;
  const [row] = await read.raw<{ total: number }[]>(
    `SELECT count(*) AS total FROM ${table} r WHERE r.company_id = ? AND (${where.text})`,
    [companyId, ...where.bindings],
  );
  return row?.total ?? 0;
}

/** Resources without a value come last when ascending, first when descending (RFC 7644 section 3.4.2.3). */
function orderBy(type: ResourceType, sort: ListQuery['sort']): string {
  if (sort === null) return 'r.id';
  const resolved = resolvePath(type, sort.by);
  if (!resolved) throw invalid('invalidPath', `sortBy: a ${type.name} has no attribute "${sort.by.name}".`);
  const { extension, attribute, sub } = resolved;
  const prefix = extension ? [extension.id] : [];
  const part = sub ?? findAttribute(attribute.subAttributes, 'value');
  const expression = sortExpression({
    path: [...prefix, attribute.name, ...(part ? [part.name] : [])],
    column: (part ?? attribute).column,
    list: attribute.multiValued ? { path: [...prefix, attribute.name], part: part?.name ?? null } : null,
  });
  const direction = sort.descending ? 'DESC' : 'ASC';
  return `${expression} IS NULL ${direction}, ${expression} ${direction}, r.id ${direction}`;
}
