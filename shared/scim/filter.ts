/** The filters of RFC 7644 section 3.4.2.2, as a tree. */
export const COMPARE_OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type CompareOperator = (typeof COMPARE_OPERATORS)[number];

export type FilterValue = string | number | boolean | null;

/** `urn:…:User:name.familyName`, taken apart; names as they were written. */
export type AttributePath = { schema: string | null; name: string; sub: string | null };

/** `position` is where the path begins in the filter's text, counted from 1: errors name it. */
export type Filter =
  | { kind: 'compare'; path: AttributePath; operator: CompareOperator; value: FilterValue; position: number }
  | { kind: 'present'; path: AttributePath; position: number }
  | { kind: 'value-path'; path: AttributePath; filter: Filter; position: number }
  | { kind: 'and'; filters: Filter[] }
  | { kind: 'or'; filters: Filter[] }
  | { kind: 'not'; filter: Filter };

/** A PATCH path (RFC 7644 section 3.5.2): an attribute, perhaps only some of its elements, perhaps one part of them. */
export type PatchPath = { path: AttributePath; filter: Filter | null };
