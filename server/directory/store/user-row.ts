import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import type { Dialect } from '../../db/dialect.ts';
import { foldCase } from '../../scim/schema/fold.ts';
import { toSearchDocument } from '../../scim/schema/search-document.ts';
import { USER_TYPE } from '../../scim/schema/user.ts';
import type { Link, TestKind, UserRecord } from '../record.ts';

/** A row of `users`, as the database gives it, with the groups of the user as a JSON list of ids and names. */
export type UserRow = {
  id: string;
  user_name: string;
  external_id: string | null;
  active: number | boolean;
  test_kind: string | null;
  document: string;
  version: number;
  created_at: string;
  updated_at: string;
  links: string | null;
};

/** What is read of a row `r` of `users`: all there is to a user, in one statement. */
export const userColumns = (dialect: Dialect): string =>
  `r.id, r.user_name, r.external_id, r.active, r.test_kind, r.document, r.version, r.created_at, r.updated_at, ${userLinks(dialect)} AS links`;

const GROUPS_OF_USER = `FROM group_members m JOIN groups g ON g.company_id = m.company_id AND g.id = m.group_id
    WHERE m.company_id = r.company_id AND m.user_id = r.id`;

/** The groups of a row `r` of `users`, for `toLinks`. */
const userLinks = (dialect: Dialect): string =>
  `(SELECT ${dialect.jsonPairs('g.id', 'g.display_name')} ${GROUPS_OF_USER})`;

/** The same as rows, for frames. */
export const groupsOfUser = (): string => `SELECT g.id, g.display_name AS display ${GROUPS_OF_USER} ORDER BY g.id`;

export function fromUserRow(row: UserRow): UserRecord {
  return new ReadUser(row);
}

/** A user as it was read. A class, since one is made for every request, and a getter of a literal is made anew each time. */
class ReadUser implements UserRecord {
  readonly id: string;
  readonly document: string;
  readonly userName: string;
  readonly externalId: string | null;
  readonly active: boolean;
  readonly testKind: TestKind;
  readonly groups: Link[];
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  private parsed: JsonObject | null = null;

  constructor(row: UserRow) {
    this.id = row.id;
    this.document = row.document;
    this.userName = row.user_name;
    this.externalId = row.external_id;
    this.active = Boolean(row.active);
    this.testKind = toTestKind(row.test_kind);
    this.groups = toLinks(row.links);
    this.version = row.version;
    this.createdAt = row.created_at;
    this.updatedAt = row.updated_at;
  }

  get resource(): JsonObject {
    return (this.parsed ??= parseDocument(this.document));
  }
}

/** The columns of a user; those that filters use are folded. */
export function toUserRow(companyId: string, user: UserRecord) {
  const displayName = displayNameOf(user);
  return {
    company_id: companyId,
    id: user.id,
    user_name: user.userName,
    user_name_folded: foldCase(user.userName),
    external_id: user.externalId,
    display_name_folded: displayName === null ? null : foldCase(displayName),
    active: user.active,
    test_kind: user.testKind,
    document: user.document,
    search: searchDocument(USER_TYPE, user),
    version: user.version,
    created_at: user.createdAt,
    updated_at: user.updatedAt,
  };
}

/** Whether two userNames are the same for the index that keeps them apart. */
export function isSameUserName(one: string, other: string): boolean {
  return foldCase(one) === foldCase(other);
}

export function displayNameOf({ resource: { displayName } }: Pick<UserRecord, 'resource'>): string | null {
  return textOrNull(displayName);
}

/** The search document, with what the service itself knows of the resource. */
export function searchDocument(
  type: Parameters<typeof toSearchDocument>[0],
  { resource, version, createdAt, updatedAt }: Pick<UserRecord, 'resource' | 'version' | 'createdAt' | 'updatedAt'>,
): JsonObject {
  const meta = { resourceType: type.name, created: createdAt, lastModified: updatedAt, version: `W/"${version}"` };
  return { ...toSearchDocument(type, resource), meta };
}

export function parseDocument(document: string): JsonObject {
  const parsed: unknown = JSON.parse(document);
  return isJsonObject(parsed) ? parsed : {};
}

function toLinks(links: string | null): Link[] {
  if (links === null || links === '' || links === '[]') return [];
  return (JSON.parse(links) as [string, string][]).map(([id, display]) => ({ id, display }));
}

function toTestKind(value: string | null): TestKind {
  return value === 'address' || value === 'placeholder' ? value : null;
}

function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
