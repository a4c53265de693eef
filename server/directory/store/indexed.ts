import type { ResolvedFilter } from '../../scim/filter/resolve.ts';

/** Columns of users and groups that have an index of their own, beginning with the company. */
const INDEXED_COLUMNS = new Set(['id', 'user_name_folded', 'display_name_folded', 'external_id']);

/** Those whose values hardly two resources share. */
const OWN_COLUMNS = new Set(['id', 'user_name_folded', 'external_id']);

/** Whether nearly always one resource fits, or none. */
export function isOne(filter: ResolvedFilter): boolean {
  return filter.kind === 'test' && filter.test.operator === 'eq' && OWN_COLUMNS.has(filter.place.column ?? '');
}

/** Whether an index finds what fits: few rows are looked at, however many there are. */
export function isIndexed(filter: ResolvedFilter): boolean {
  switch (filter.kind) {
    case 'test':
      return INDEXED_COLUMNS.has(filter.place.column ?? '') && isNarrow(filter);
    case 'some':
      return filter.list.rows !== null && filter.where !== null && isIndexedRow(filter.where);
    case 'and':
      return filter.filters.some(isIndexed);
    case 'or':
      return filter.filters.every(isIndexed);
    case 'never':
      return true;
    case 'not':
      return false;
  }
}

/** Whether an index finds what fits among the rows of a list: they are found by their value. */
export function isIndexedRow(filter: ResolvedFilter): boolean {
  if (filter.kind === 'and') return filter.filters.some(isIndexedRow);
  if (filter.kind === 'or') return filter.filters.every(isIndexedRow);
  return filter.kind === 'test' && filter.place.column === 'value' && isNarrow(filter);
}

function isNarrow({ test }: Extract<ResolvedFilter, { kind: 'test' }>): boolean {
  return test.operator === 'eq' || (test.operator === 'sw' && test.value !== '');
}
