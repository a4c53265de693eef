import type { AttributePath, Filter } from '../../shared/scim/filter.ts';
import type { JsonObject } from '../../shared/scim/json.ts';
import type { CompanySettings } from '../../shared/setup/company-settings.ts';

/** What the rules need to know of a company. */
export type CompanyScope = {
  id: string;
  primaryDomain: string;
  allowedDomains: string[];
  settings: Pick<CompanySettings, 'groupManagement' | 'onDelete'>;
};

/**
 * Why an account counts as JumpCloud's test user: its address, or the placeholder body that it was made of. Null for an
 * ordinary account.
 */
export type TestKind = 'address' | 'placeholder' | null;

/**
 * What every stored resource has; times are ISO 8601 in UTC, `version` grows with every change. `document` is the resource as
 * JSON text, ready to be answered; `resource` may be read from it only once somebody asks.
 */
type Stored = {
  id: string;
  readonly document: string;
  readonly resource: JsonObject;
  version: number;
  createdAt: string;
  updatedAt: string;
};

/** What an answer is made of. */
export type Answerable = Omit<Stored, 'resource'>;

/**
 * How a resource is put together as JSON text: literal pieces, and what is kept between them. `content` is the document
 * without its opening brace; the list is that of the links, which is left out when there are none unless `evenEmpty`. Stores put
 * whole pages together by it, so that what they hold need not become objects first.
 */
export type Frame = readonly (
  string | { slot: 'id' | 'content' | 'createdAt' | 'updatedAt' | 'version' } | LinksFrame
)[];

/** The groups of a user or the members of a group, each put together in the same way; `display` is written as JSON. */
export type LinksFrame = {
  before: string;
  each: readonly (string | { slot: 'id' | 'display' })[];
  after: string;
  evenEmpty: boolean;
};

export type UserRecord = Stored & {
  userName: string;
  externalId: string | null;
  active: boolean;
  testKind: TestKind;
  /** The groups that it is a member of. */
  groups: Link[];
};

/** An account that JumpCloud deleted and that was kept; `removedAt` is ISO 8601. */
export type RemovedUser = { id: string; userName: string; resource: JsonObject; createdAt: string; removedAt: string };

export type GroupRecord = Stored & { displayName: string; externalId: string | null };

/** A group of a user, or a user of a group: the id of the other, and its name for people. */
export type Link = { id: string; display: string };

/** A change of a group's members, which never needs the others. Filters are those in square brackets. */
export type MemberChange =
  | { kind: 'add'; ids: string[] }
  | { kind: 'remove'; ids: string[] }
  | { kind: 'remove-matching'; filter: Filter }
  /** Those that fit go and the ids come; without any that fits there is nothing to replace. */
  | { kind: 'replace-matching'; filter: Filter; ids: string[] }
  | { kind: 'set'; ids: string[] };

/**
 * Where a page begins: so many in, or right behind or before an id. The latter two are for lists in their own order, that of
 * ids, and cost the same however deep they are.
 */
export type ListFrom = { offset: number } | { after: string } | { before: string };

/** What to list. Without `sort`, in the order of ids. */
export type ListQuery = {
  filter: Filter | null;
  sort: { by: AttributePath; descending: boolean } | null;
  from: ListFrom;
  limit: number;
};

/** A page, how many fit in all, and whether there may be more behind it. */
export type Page<T> = { records: T[]; total: number; isFull: boolean };

/** JSON text, or the bytes (UTF-8) of it. */
export type Text = string | Buffer;

/** White space around the resources of a page that is bytes: what stands around them is written into it. */
export const ROOM = { before: 1_024, after: 2 };

/**
 * A page that is put together already: its resources with a comma between them, with `ROOM` around them where they are bytes,
 * how many they are, how many fit in all, and the least and the greatest id among them. `isFull`: there may be more behind
 * them, since there are as many as were asked for, or as much as fits on a page.
 */
export type TextPage = {
  text: Text;
  shown: number;
  total: number;
  isFull: boolean;
  first: string | null;
  last: string | null;
};

/** One resource of a list of both types. */
export type Found = { type: 'User'; record: UserRecord } | { type: 'Group'; record: GroupRecord };
