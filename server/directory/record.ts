import type { AttributePath, Filter } from '../../shared/scim/filter.ts';
import type { JsonObject } from '../../shared/scim/json.ts';

/** What the rules need to know of a company. */
export type CompanyScope = { id: string; primaryDomain: string; allowedDomains: string[] };

/**
 * Why an account counts as JumpCloud's test user: its address, or the placeholder body that it was made of. Null for an
 * ordinary account.
 */
export type TestKind = 'address' | 'placeholder' | null;

/** What every stored resource has; times are ISO 8601 in UTC, `version` grows with every change. */
type Stored = { id: string; resource: JsonObject; version: number; createdAt: string; updatedAt: string };

export type UserRecord = Stored & {
  userName: string;
  externalId: string | null;
  active: boolean;
  testKind: TestKind;
};

export type GroupRecord = Stored & { displayName: string; externalId: string | null };

/** A group of a user, or a user of a group: the id of the other, and its name for people. */
export type Link = { id: string; display: string };

/** A change of a group's members, which never needs the others. Filters are those in square brackets. */
export type MemberChange =
  | { kind: 'add'; ids: string[] }
  | { kind: 'remove'; ids: string[] }
  | { kind: 'remove-matching'; filter: Filter }
  | { kind: 'set'; ids: string[] };

/** `after` is the id behind which a page begins (cursor paging), which excludes `offset` and `sort`. */
export type ListQuery = {
  filter: Filter | null;
  sort: { by: AttributePath; descending: boolean } | null;
  offset: number;
  limit: number;
  after: string | null;
};

export type Page<T> = { records: T[]; total: number };
