import type { AttributePath, Filter } from '../../../shared/scim/filter.ts';

/** A filter as text, with brackets around everything that could be read otherwise. */
export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return filter.filters.map((part) => `(${printFilter(part)})`).join(` ${filter.kind} `);
    case 'not':
      return `not (${printFilter(filter.filter)})`;
    case 'present':
      return `${printPath(filter.path)} pr`;
    case 'compare':
      return `${printPath(filter.path)} ${filter.operator} ${JSON.stringify(filter.value)}`;
    case 'value-path':
      return `${printPath(filter.path)}[${printFilter(filter.filter)}]`;
  }
}

function printPath({ schema, name, sub }: AttributePath): string {
  return `${schema === null ? '' : `${schema}:`}${name}${sub === null ? '' : `.${sub}`}`;
}

/** The filter without where its parts stood. */
export function withoutPositions(filter: Filter): unknown {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return { kind: filter.kind, filters: filter.filters.map(withoutPositions) };
    case 'not':
      return { kind: 'not', filter: withoutPositions(filter.filter) };
    case 'value-path':
      return { kind: filter.kind, path: filter.path, filter: withoutPositions(filter.filter) };
    case 'present':
      return { kind: filter.kind, path: filter.path };
    case 'compare':
      return { kind: filter.kind, path: filter.path, operator: filter.operator, value: filter.value };
  }
}
