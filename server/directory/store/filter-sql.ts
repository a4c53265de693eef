import type { ResolvedFilter, Test } from '../../scim/filter/resolve.ts';
import type { ListRows } from '../../scim/schema/attribute.ts';
import { isIndexed } from './indexed.ts';
import { join, sql } from './sql.ts';
import type { Binding, Sql } from './sql.ts';

/** Lists with a table of their own: which resources have such a row, and which expression each part is. */
const ROWS: Record<ListRows, { from: string; parts: Record<string, string> }> = {
  emails: {
    from: 'SELECT e.user_id FROM user_emails e WHERE e.company_id = ?',
    parts: { value: 'e.value', type: 'e.type', display: 'e.display', is_primary: 'e.is_primary' },
  },
  groups: {
    from:
      'SELECT m.user_id FROM group_members m ' +
      'JOIN groups g ON g.company_id = m.company_id AND g.id = m.group_id WHERE m.company_id = ?',
    parts: { value: 'm.group_id', display: 'g.display_name_folded', type: "'direct'" },
  },
  members: {
    from:
      'SELECT m.group_id FROM group_members m ' +
      'JOIN users u ON u.company_id = m.company_id AND u.id = m.user_id WHERE m.company_id = ?',
    parts: { value: 'm.user_id', display: 'coalesce(u.display_name_folded, u.user_name_folded)', type: "'user'" },
  },
};

/** What a place is in SQL: inside the resource `r`, or inside one element of a list. */
type Scope = (path: readonly string[], column: string | null) => string;

const resourceScope: Scope = (path, column) => (column === null ? jsonAt('r.search', path) : `r.${column}`);

const elementScope: Scope = (path) => (path.length === 0 ? 'e.value' : jsonAt('e.value', path));

const rowScope =
  (rows: ListRows): Scope =>
  (_path, column) =>
    (column === null ? undefined : ROWS[rows].parts[column]) ?? 'NULL';

/** Whose rows, and which. */
type Rows = { companyId: string; table: 'users' | 'groups' };

/** More branches than that are one condition: SQLite takes no more than 500 SELECTs in one UNION. */
const MOST_BRANCHES = 100;

/**
 * A filter as a condition on `r`, a row of users or groups. Indexed columns and rows where the schema names them, the rest
 * over the search document; values are always bound, never part of the text.
 */
export function compileFilter(rows: Rows, filter: ResolvedFilter): Sql {
  if (filter.kind === 'or' && isIndexed(filter) && filter.filters.length <= MOST_BRANCHES) {
    return anyOf(rows, filter.filters);
  }
  if (filter.kind === 'and') {
    return join(
      filter.filters.map((part) => compileFilter(rows, part)),
      'AND',
    );
  }
  return compile(rows.companyId, filter, resourceScope);
}

/** Each branch looked up by an index of its own: as one condition, databases read every row in the order of the list. */
function anyOf(rows: Rows, branches: readonly ResolvedFilter[]): Sql {
  const lookUps = branches.map((branch) => {
    const { text, bindings } = compileFilter(rows, branch);
    return sql(`SELECT r.id FROM ${rows.table} r WHERE r.company_id = ? AND (${text})`, [rows.companyId, ...bindings]);
  });
  return sql(
    `r.id IN (${lookUps.map(({ text }) => text).join(' UNION ')})`,
    lookUps.flatMap(({ bindings }) => bindings),
  );
}

/** A filter on the members of a group, as the condition of a DELETE from group_members. */
export function compileMemberFilter(companyId: string, groupId: string, filter: ResolvedFilter): Sql {
  const where = compile(companyId, filter, rowScope('members'));
  const from = ROWS.members.from.replace('SELECT m.group_id', 'SELECT m.user_id');
  return sql(`user_id IN (${from} AND m.group_id = ? AND (${where.text}))`, [companyId, groupId, ...where.bindings]);
}

function compile(companyId: string, filter: ResolvedFilter, scope: Scope): Sql {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const pieces = filter.filters.map((part) => compile(companyId, part, scope));
      return join(pieces, filter.kind === 'and' ? 'AND' : 'OR');
    }
    case 'not': {
      // What is unknown in SQL (NULL) is no match, so its opposite is one.
      const inner = compile(companyId, filter.filter, scope);
      return sql(`(${inner.text}) IS NOT TRUE`, inner.bindings);
    }
    case 'test':
      return compileTest(scope(filter.place.path, filter.place.column), filter.test);
    case 'some':
      return compileSome(companyId, filter);
    case 'never':
      return sql('1 = 0');
  }
}

function compileSome(companyId: string, { list, where }: Extract<ResolvedFilter, { kind: 'some' }>): Sql {
  if (list.rows) {
    const inner = where === null ? null : compile(companyId, where, rowScope(list.rows));
    const and = inner === null ? '' : ` AND (${inner.text})`;
    return sql(`r.id IN (${ROWS[list.rows].from}${and})`, [companyId, ...(inner?.bindings ?? [])]);
  }
  const inner = where === null ? null : compile(companyId, where, elementScope);
  const and = inner === null ? '' : ` WHERE ${inner.text}`;
  return sql(`EXISTS (SELECT 1 FROM json_each(r.search, '${jsonPath(list.path)}') e${and})`, inner?.bindings ?? []);
}

function compileTest(place: string, test: Test): Sql {
  switch (test.operator) {
    case 'pr':
      return sql(`${place} IS NOT NULL AND ${place} <> ''`);
    case 'eq':
      return sql(`${place} = ?`, [test.value]);
    case 'ne':
      return sql(`${place} IS NULL OR ${place} <> ?`, [test.value]);
    case 'gt':
      return sql(`${place} > ?`, [test.value]);
    case 'ge':
      return sql(`${place} >= ?`, [test.value]);
    case 'lt':
      return sql(`${place} < ?`, [test.value]);
    case 'le':
      return sql(`${place} <= ?`, [test.value]);
    case 'co':
    case 'sw':
    case 'ew':
      return compilePart(place, test.operator, test.value);
  }
}

/** Parts of texts, without LIKE: its %, _ and ASCII-only folding are not what the RFC means. */
function compilePart(place: string, operator: 'co' | 'sw' | 'ew', value: string): Sql {
  if (value === '') return sql(`${place} IS NOT NULL`);
  if (operator === 'co') return sql(`instr(${place}, ?) > 0`, [value]);
  const length: Binding = Array.from(value).length;
  // The range lets an index be used; the second half is exact.
  if (operator === 'sw') return sql(`${place} >= ? AND substr(${place}, 1, ?) = ?`, [value, length, value]);
  return sql(`substr(${place}, ?) = ?`, [-length, value]);
}

function jsonAt(document: string, path: readonly string[]): string {
  return `json_extract(${document}, '${jsonPath(path)}')`;
}

/** The names are the schema's own, never a client's. */
function jsonPath(path: readonly string[]): string {
  return `$${path.map((name) => `."${name}"`).join('')}`;
}

/** What a resource is sorted by: of a list, its primary element, else the first. */
export function sortExpression(target: {
  path: readonly string[];
  column: string | null;
  list: { path: readonly string[]; part: string | null } | null;
}): string {
  if (target.list === null) return resourceScope(target.path, target.column);
  const part = target.list.part === null ? 'e.value' : jsonAt('e.value', [target.list.part]);
  const primary = target.list.part === null ? 'e.key' : `${jsonAt('e.value', ['primary'])} IS TRUE DESC, e.key`;
  return `(SELECT ${part} FROM json_each(r.search, '${jsonPath(target.list.path)}') e ORDER BY ${primary} LIMIT 1)`;
}
