import type { Dialect, JsonKind } from '../../db/dialect.ts';
import type { Place, ResolvedFilter, Test } from '../../scim/filter/resolve.ts';
import type { AttributeType, ListRows } from '../../scim/schema/attribute.ts';
import { isIndexed, isIndexedRow } from './indexed.ts';
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
type Scope = (place: Place, dialect: Dialect) => string;

const resourceScope: Scope = ({ path, column, attribute }, dialect) =>
  column === null ? dialect.jsonAt('r.search', path, kindOf(attribute.type)) : `r.${column}`;

const elementScope: Scope = ({ path, attribute }, dialect) => dialect.jsonAt('e.value', path, kindOf(attribute.type));

const rowScope =
  (rows: ListRows): Scope =>
  ({ column }) =>
    (column === null ? undefined : ROWS[rows].parts[column]) ?? 'NULL';

/** Whose rows, in which SQL. */
type Whose = { companyId: string; dialect: Dialect };

/** Whose rows, and which. */
type Rows = Whose & { table: 'users' | 'groups' };

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
  return compile(rows, filter, resourceScope);
}

/** Each branch looked up by an index of its own: as one condition, databases read every row in the order of the list. */
function anyOf(rows: Rows, branches: readonly ResolvedFilter[]): Sql {
  const lookUps = branches.map((branch) => {
    const { text, bindings } = compileFilter(rows, branch);
    return sql(`SELECT r.id FROM ${rows.table} r WHERE r.company_id = ? AND (${text})`, [rows.companyId, ...bindings]);
  });
  return sql(
    rows.dialect.among('r.id', lookUps.map(({ text }) => text).join(' UNION '), true),
    lookUps.flatMap(({ bindings }) => bindings),
  );
}

/** A filter on the members of a group, as the condition of a DELETE from group_members. */
export function compileMemberFilter(whose: Whose, groupId: string, filter: ResolvedFilter): Sql {
  const where = compile(whose, filter, rowScope('members'));
  const from = ROWS.members.from.replace('SELECT m.group_id', 'SELECT m.user_id');
  return sql(`user_id IN (${from} AND m.group_id = ? AND (${where.text}))`, [
    whose.companyId,
    groupId,
    ...where.bindings,
  ]);
}

function compile(whose: Whose, filter: ResolvedFilter, scope: Scope): Sql {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const pieces = filter.filters.map((part) => compile(whose, part, scope));
      return join(pieces, filter.kind === 'and' ? 'AND' : 'OR');
    }
    case 'not': {
      // What is unknown in SQL (NULL) is no match, so its opposite is one.
      const inner = compile(whose, filter.filter, scope);
      return sql(`(${inner.text}) IS NOT TRUE`, inner.bindings);
    }
    case 'test':
      return compileTest(whose.dialect, filter.place, scope(filter.place, whose.dialect), filter.test);
    case 'some':
      return compileSome(whose, filter);
    case 'never':
      return sql('1 = 0');
  }
}

function compileSome(whose: Whose, { list, where }: Extract<ResolvedFilter, { kind: 'some' }>): Sql {
  if (list.rows) {
    const inner = where === null ? null : compile(whose, where, rowScope(list.rows));
    const and = inner === null ? '' : ` AND (${inner.text})`;
    const among = whose.dialect.among('r.id', `${ROWS[list.rows].from}${and}`, where !== null && isIndexedRow(where));
    return sql(among, [whose.companyId, ...(inner?.bindings ?? [])]);
  }
  const inner = where === null ? null : compile(whose, where, elementScope);
  const and = inner === null ? '' : ` WHERE ${inner.text}`;
  return sql(`EXISTS (SELECT 1 FROM ${whose.dialect.jsonEach('r.search', list.path)}${and})`, inner?.bindings ?? []);
}

function compileTest(dialect: Dialect, { attribute }: Place, place: string, test: Test): Sql {
  switch (test.operator) {
    case 'pr':
      return sql(`${place} IS NOT NULL${kindOf(attribute.type) === 'text' ? ` AND ${place} <> ''` : ''}`);
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
      return compilePart(dialect, place, test.operator, test.value);
  }
}

/** Parts of texts, without LIKE: its %, _ and ASCII-only folding are not what the RFC means. */
function compilePart(dialect: Dialect, place: string, operator: 'co' | 'sw' | 'ew', value: string): Sql {
  if (value === '') return sql(`${place} IS NOT NULL`);
  if (operator === 'co') return sql(dialect.contains(place), [value]);
  if (operator === 'sw') return compileRange(place, value);
  const length: Binding = Array.from(value).length;
  return sql(`${dialect.ending(place)} = ?`, [length, value]);
}

/** What begins with a text is a range, which an index finds: both databases compare by code point. */
function compileRange(place: string, prefix: string): Sql {
  const end = firstBehind(prefix);
  return end === null ? sql(`${place} >= ?`, [prefix]) : sql(`${place} >= ? AND ${place} < ?`, [prefix, end]);
}

const LAST_CODE_POINT = 0x10ffff;
const [FIRST_SURROGATE, LAST_SURROGATE] = [0xd800, 0xdfff];

/** The least text that is greater than every text with this beginning; null when there is none. */
function firstBehind(prefix: string): string | null {
  const points = Array.from(prefix, (character) => character.codePointAt(0) ?? 0);
  while (points.at(-1) === LAST_CODE_POINT) points.pop();
  const last = points.pop();
  if (last === undefined) return null;
  const next = last + 1 === FIRST_SURROGATE ? LAST_SURROGATE + 1 : last + 1;
  return String.fromCodePoint(...points, next);
}

function kindOf(type: AttributeType): JsonKind {
  if (type === 'integer' || type === 'decimal') return 'number';
  return type === 'boolean' ? 'boolean' : 'text';
}

/** A list, and which part of its elements counts; null: the elements themselves. */
type SortedList = { path: readonly string[]; part: string | null };

/** What a resource is sorted by: of a list, its primary element, else the first. */
export function sortExpression(dialect: Dialect, place: Place, list: SortedList | null): string {
  if (list === null) return resourceScope(place, dialect);
  const part = dialect.jsonAt('e.value', list.part === null ? [] : [list.part], kindOf(place.attribute.type));
  const isPrimary = dialect.jsonAt('e.value', ['primary'], 'boolean');
  const order = list.part === null ? 'e.key' : `${isPrimary} IS TRUE DESC, e.key`;
  return `(SELECT ${part} FROM ${dialect.jsonEach('r.search', list.path)} ORDER BY ${order} LIMIT 1)`;
}
