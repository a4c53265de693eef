import type { Database, GivenRow, RowStep } from '../../db/database.ts';
import type { Dialect } from '../../db/dialect.ts';
import { deleteVersion, insertRows, updateVersion } from '../../db/row-steps.ts';
import { translated } from '../../db/translate-error.ts';
import { conflict, DomainError, UniqueViolation } from '../../errors.ts';
import type { UserRecord } from '../record.ts';
import { createOneByOne } from './one-by-one.ts';
import { toRemovedRow } from './removed-store.ts';
import type { Ruler } from './ruler.ts';
import { displayNameOf, isSameUserName, toUserRow } from './user-row.ts';

/** Decides on a stored user: the next one, of the next version, or null to leave it as it is. It is asked again when somebody else was quicker. */
type Decide = (current: UserRecord) => Promise<UserRecord | null>;

/** What is asked of a user before it goes. */
type Removal = { guard: (current: UserRecord) => void; keeps: (current: UserRecord) => boolean };

type Search = (companyId: string, what: string) => Promise<UserRecord | null>;

type Deps = Pick<Database, 'commit' | 'dialect'> & { find: Search; findByUserName: Search; ruler: Ruler };

/**
 * The SQL that changes users. A change is decided on what was read and made only while the version is still the one that was
 * read, so that no process waits for another one's decision; it is decided anew when it is another one. Within a process
 * changes of one user wait for each other: one that is overtaken holds up all that are made durable together with it.
 */
export function writingUsers({ commit, dialect, find, findByUserName, ruler }: Deps) {
  const oneByOne = createOneByOne(isAway);
  const inTurn = <T>(companyId: string, id: string, work: () => Promise<T>): Promise<T> =>
    oneByOne(`${companyId} ${id}`, () => translated(work));

  /** Null when it is done, else what stood in the way: a userName that is taken, or a version that is another one now. */
  async function tryTo(steps: readonly RowStep[]): Promise<UniqueViolation | 'changed' | null> {
    try {
      return (await translated(() => commit(steps))) ? null : 'changed';
    } catch (error) {
      if (error instanceof UniqueViolation) return error;
      throw error;
    }
  }

  return {
    /** Inserts the user; one of the same userName that `mayReplace` accepts goes first, together with it. */
    async insert(companyId: string, user: UserRecord, mayReplace: (existing: UserRecord) => boolean): Promise<void> {
      const insertion = insertRows(dialect, 'users', [toUserRow(companyId, user)]);
      let inTheWay = await tryTo([insertion]);
      while (inTheWay !== null) {
        const existing = await findByUserName(companyId, user.userName);
        if (existing && !mayReplace(existing)) throw userExists(user, inTheWay);
        if (!existing && isOfSomethingElse(inTheWay)) throw inTheWay;
        inTheWay = await tryTo([
          ...(existing ? removeUser(dialect, companyId, existing, user.updatedAt) : []),
          insertion,
        ]);
        if (existing && inTheWay === null) ruler.gone(companyId, existing.id);
      }
      ruler.made(companyId, user.id);
    },

    /** Null when there is no such user; else how it was and how it is. */
    change: (companyId: string, id: string, decide: Decide) =>
      inTurn(companyId, id, async () => {
        for (;;) {
          const before = await find(companyId, id);
          if (!before) return null;
          const after = await decide(before);
          if (after === null) return { before, after: before };
          const inTheWay = await tryTo([updateUser(dialect, companyId, before, after)]);
          if (inTheWay === null) return { before, after };
          if (inTheWay !== 'changed') throw userExists(after, inTheWay);
        }
      }),

    /**
     * Deletes a user and its memberships; null when there is none. `guard` may refuse by throwing, and `keeps` tells whether a
     * copy stays among the removed ones.
     */
    remove: (companyId: string, id: string, now: string, { guard, keeps }: Removal) =>
      inTurn(companyId, id, async () => {
        for (;;) {
          const current = await find(companyId, id);
          if (!current) return null;
          guard(current);
          const copied = keeps(current) ? [toRemovedRow(companyId, current, now)] : [];
          const copy = copied.length > 0 ? [insertRows(dialect, 'removed_users', copied)] : [];
          if ((await tryTo([...removeUser(dialect, companyId, current, now), ...copy])) !== null) continue;
          ruler.gone(companyId, id);
          return current;
        }
      }),
  };
}

/** Whether the store can not answer now. */
function isAway(error: unknown): boolean {
  return error instanceof DomainError && error.reason === 'unavailable';
}

/** Whether it was nobody of the same userName, who may be gone by now, that was in the way. */
function isOfSomethingElse(inTheWay: UniqueViolation | 'changed'): inTheWay is UniqueViolation {
  return inTheWay !== 'changed' && !inTheWay.columns.includes('user_name_folded');
}

function userExists({ userName }: UserRecord, cause: unknown): Error {
  const detail = `A user with the userName ${userName} exists already. Look it up and update it, or use another one.`;
  return conflict(detail, { reason: 'user-exists', cause });
}

/** Columns that did not change are left alone: an index is written for every one that is named. */
function updateUser(dialect: Dialect, companyId: string, before: UserRecord, after: UserRecord): RowStep {
  const whole = toUserRow(companyId, after);
  const { company_id, id, document, search, version, updated_at } = whole;
  const changed: Record<string, GivenRow[string]> = { document, search, version, updated_at };
  if (before.userName !== after.userName) {
    changed['user_name'] = whole.user_name;
    if (!isSameUserName(before.userName, after.userName)) changed['user_name_folded'] = whole.user_name_folded;
  }
  if (before.externalId !== after.externalId) changed['external_id'] = whole.external_id;
  if (displayNameOf(before) !== displayNameOf(after)) changed['display_name_folded'] = whole.display_name_folded;
  if (before.active !== after.active) changed['active'] = whole.active;
  if (before.testKind !== after.testKind) changed['test_kind'] = whole.test_kind;
  return updateVersion(dialect, 'users', { company_id, id }, changed);
}

/** Groups that lose a member change with it; its other rows go by the foreign keys. */
function removeUser(dialect: Dialect, companyId: string, { id, version }: UserRecord, now: string): RowStep[] {
  const given = dialect.given('removed_users', ['company_id', 'id', 'removed_at']);
  const groups = {
    sql: `UPDATE groups SET version = groups.version + 1, updated_at = v.removed_at
      FROM ${given} JOIN group_members m ON m.company_id = v.company_id AND m.user_id = v.id
      WHERE groups.company_id = m.company_id AND groups.id = m.group_id`,
    rows: [{ company_id: companyId, id, removed_at: now }],
  };
  return [groups, deleteVersion(dialect, 'users', { company_id: companyId, id, version })];
}
