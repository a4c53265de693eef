import { isSameJson, type JsonObject } from '../../shared/scim/json.ts';
import { notFound } from '../errors.ts';
import { requireAllowedDomain } from './domain-rule.ts';
import { withEmailsFollowing, withLoginEmail } from './emails.ts';
import type { CompanyScope, Frame, ListQuery, TestKind, TextPage, UserRecord } from './record.ts';
import { isSameUserName } from './store/user-row.ts';
import type { UserStore } from './store/user-store.ts';
import { testKindAfter, testKindOf } from './test-account.ts';
import type { IsTestAddress } from './test-account.ts';

export type Users = ReturnType<typeof createUsers>;

type Deps = { store: UserStore; isTestAddress: IsTestAddress; now: () => Date };

/** The rules of accounts. Resources come in as the schema reads them, and are kept whole. */
export function createUsers({ store, isTestAddress, now }: Deps) {
  return {
    /**
     * Makes an account with a fresh id; one that meets a test user replaces it. `noteTestUser` is told when it is one itself. Throws 400 invalidValue for a domain that is not allowed, 409
     * uniqueness for a userName that is taken, in any case and by a suspended account too.
     */
    async create(
      company: CompanyScope,
      resource: JsonObject,
      id: string,
      noteTestUser: () => void,
    ): Promise<UserRecord> {
      const whole = withLoginEmail({ ...resource, active: resource['active'] ?? true });
      const testKind = await testKindOf(company, whole, isTestAddress);
      if (testKind !== null) noteTestUser();
      requireAllowedDomain(company, nameOf(whole));
      const at = now().toISOString();
      const user = userOf(whole, JSON.stringify(whole), {
        id,
        testKind,
        groups: [],
        version: 1,
        createdAt: at,
        updatedAt: at,
      });
      await store.insert(company.id, user, (existing) => existing.testKind !== null);
      return user;
    },

    /** Throws 404. */
    async find(companyId: string, id: string): Promise<UserRecord> {
      const user = await store.find(companyId, id);
      if (!user) throw notFound(`User ${id.slice(0, 100)}`);
      return user;
    },

    /** Those of the ids that there are. */
    findAll: (companyId: string, ids: readonly string[]): Promise<UserRecord[]> => store.findAll(companyId, ids),

    list: (companyId: string, query: ListQuery, frame: Frame): Promise<TextPage> => store.list(companyId, query, frame),

    /**
     * Changes an account by what `next` makes of it; `replace` takes its result as all there is, `patch` as it was with
     * changes. The same again is no change: `lastModified` stays. Throws 404, 400 and 409 as create does.
     */
    async change(
      company: CompanyScope,
      id: string,
      mode: 'replace' | 'patch',
      next: (current: UserRecord) => JsonObject,
    ): Promise<{ before: UserRecord; after: UserRecord }> {
      const changed = await store.change(company.id, id, async (current) => {
        const made = next(current);
        const whole = withLoginEmail(mode === 'patch' ? withEmailsFollowing(current.resource, made) : made);
        const document = JSON.stringify(whole);
        // Mostly the same in the same order; else the order of the attributes does not matter.
        if (document === current.document || isSameJson(whole, current.resource)) return null;
        const renamed = !isSameUserName(nameOf(whole), current.userName);
        if (renamed) requireAllowedDomain(company, nameOf(whole));
        const stays = current.testKind === null && !renamed;
        const testKind = stays ? null : await testKindAfter(company, current.testKind, whole, isTestAddress);
        return nextOf(current, whole, document, testKind, now().toISOString());
      });
      if (!changed) throw notFound(`User ${id.slice(0, 100)}`);
      return changed;
    },

    /**
     * Deletes an account: from then on it is unknown and its userName free. Where the company keeps deleted accounts, a copy
     * stays that only people see. `guard` may refuse by throwing. Throws 404.
     */
    async remove(company: CompanyScope, id: string, guard: (current: UserRecord) => void): Promise<UserRecord> {
      const keeps = (current: UserRecord) => company.settings.onDelete === 'keep' && current.testKind === null;
      const removed = await store.remove(company.id, id, now().toISOString(), { guard, keeps });
      if (!removed) throw notFound(`User ${id.slice(0, 100)}`);
      return removed;
    },
  };
}

function nameOf({ userName }: JsonObject): string {
  return typeof userName === 'string' ? userName : '';
}

function nextOf(
  { id, groups, version, createdAt }: UserRecord,
  resource: JsonObject,
  document: string,
  testKind: TestKind,
  updatedAt: string,
): UserRecord {
  return userOf(resource, document, { id, testKind, groups, version: version + 1, createdAt, updatedAt });
}

type Kept = Pick<UserRecord, 'id' | 'testKind' | 'groups' | 'version' | 'createdAt' | 'updatedAt'>;

/** A record of the resource, and of what is kept beside it; named one by one, since all of them are made alike then. */
function userOf(
  resource: JsonObject,
  document: string,
  { id, testKind, groups, version, createdAt, updatedAt }: Kept,
): UserRecord {
  const { externalId, active } = resource;
  return {
    id,
    document,
    resource,
    userName: nameOf(resource),
    externalId: typeof externalId === 'string' ? externalId : null,
    active: active !== false,
    testKind,
    groups,
    version,
    createdAt,
    updatedAt,
  };
}
