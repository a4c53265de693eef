import type { Database, WriteStep } from '../../db/database.ts';
import { translated } from '../../db/translate-error.ts';
import { conflict, UniqueViolation } from '../../errors.ts';
import { foldCase } from '../../scim/schema/fold.ts';
import type { UserRecord } from '../record.ts';
import { toRemovedRow } from './removed-store.ts';
import type { Ruler } from './ruler.ts';
import { chunks, insertRows } from './sql.ts';
import { displayNameOf, toEmailRows, toUserRow } from './user-row.ts';

/** Decides on a stored user: the next one, or null to leave it as it is. It is asked again when somebody else was quicker. */
type Decide = (current: UserRecord) => Promise<UserRecord | null>;

/** What is asked of a user before it goes. */
type Removal = { guard: (current: UserRecord) => void; keeps: (current: UserRecord) => boolean };

type Search = (companyId: string, what: string) => Promise<UserRecord | null>;

type Deps = Pick<Database, 'commit'> & { find: Search; findByUserName: Search; ruler: Ruler };

/**
 * The SQL that changes users. A change is decided on what was read and made only while the version is still the one that was
 * read, so that nobody waits for somebody else's decision; it is decided anew when it is another one.
 */
export function writingUsers({ commit, find, findByUserName, ruler }: Deps) {
  /** Null when it is done, else what stood in the way: a userName that is taken, or a version that is another one now. */
  async function tryTo(steps: readonly WriteStep[]): Promise<UniqueViolation | 'changed' | null> {
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
      const insertion = insertUser(companyId, user);
      let inTheWay = await tryTo(insertion);
      while (inTheWay !== null) {
        const existing = await findByUserName(companyId, user.userName);
        if (existing && !mayReplace(existing)) throw userExists(user, inTheWay);
        inTheWay = await tryTo([...(existing ? removeUser(companyId, existing, user.updatedAt) : []), ...insertion]);
        if (existing && inTheWay === null) ruler.gone(companyId, existing.id);
      }
      ruler.made(companyId, user.id);
    },

    /** Null when there is no such user; else how it was and how it is. */
    async change(companyId: string, id: string, decide: Decide) {
      for (;;) {
        const before = await find(companyId, id);
        if (!before) return null;
        const after = await decide(before);
        if (after === null) return { before, after: before };
        const inTheWay = await tryTo(updateUser(companyId, before, after));
        if (inTheWay === null) return { before, after };
        if (inTheWay !== 'changed') throw userExists(after, inTheWay);
      }
    },

    /**
     * Deletes a user and its memberships; null when there is none. `guard` may refuse by throwing, and `keeps` tells whether a
     * copy stays among the removed ones.
     */
    async remove(companyId: string, id: string, now: string, { guard, keeps }: Removal) {
      for (;;) {
        const current = await find(companyId, id);
        if (!current) return null;
        guard(current);
        const copy = keeps(current) ? [insertRows('removed_users', [toRemovedRow(companyId, current, now)])] : [];
        if ((await tryTo([...removeUser(companyId, current, now), ...copy])) !== null) continue;
        ruler.gone(companyId, id);
        return current;
      }
    },
  };
}

function userExists({ userName }: UserRecord, cause: unknown): Error {
  const detail = `A user with the userName ${userName} exists already. Look it up and update it, or use another one.`;
  return conflict(detail, { reason: 'user-exists', cause });
}

function insertUser(companyId: string, user: UserRecord): WriteStep[] {
  return [insertRows('users', [toUserRow(companyId, user)]), ...insertEmails(companyId, user)];
}

/** Columns that did not change are left alone: an index is written for every one that is named. */
function updateUser(companyId: string, before: UserRecord, after: UserRecord): WriteStep[] {
  const { company_id: _company, id: _id, created_at: _created, ...row } = toUserRow(companyId, after);
  const same: Record<string, boolean> = {
    user_name: before.userName === after.userName,
    user_name_folded: foldCase(before.userName) === row.user_name_folded,
    external_id: before.externalId === after.externalId,
    display_name_folded: displayNameOf(before) === displayNameOf(after),
    active: before.active === after.active,
    test_kind: before.testKind === after.testKind,
  };
  const changed = Object.entries(row).filter(([column]) => !same[column]);
  const update = {
    sql: `UPDATE users SET ${changed.map(([column]) => `${column} = ?`).join(', ')} WHERE ${THIS_VERSION}`,
    bindings: [...changed.map(([, value]) => value), companyId, after.id, before.version],
    needed: true,
  };
  const sameEmails = JSON.stringify(before.resource['emails']) === JSON.stringify(after.resource['emails']);
  return sameEmails ? [update] : [update, removeEmails(companyId, after.id), ...insertEmails(companyId, after)];
}

/** Groups that lose a member change with it; its other rows go by the foreign keys. */
function removeUser(companyId: string, { id, version }: UserRecord, now: string): WriteStep[] {
  return [
    {
      sql: `UPDATE groups SET version = version + 1, updated_at = ? WHERE company_id = ? AND id IN
        (SELECT group_id FROM group_members WHERE company_id = ? AND user_id = ?)`,
      bindings: [now, companyId, companyId, id],
    },
    { sql: `DELETE FROM users WHERE ${THIS_VERSION}`, bindings: [companyId, id, version], needed: true },
  ];
}

const THIS_VERSION = 'company_id = ? AND id = ? AND version = ?';

function removeEmails(companyId: string, id: string): WriteStep {
  return { sql: 'DELETE FROM user_emails WHERE company_id = ? AND user_id = ?', bindings: [companyId, id] };
}

function insertEmails(companyId: string, user: UserRecord): WriteStep[] {
  return chunks(toEmailRows(companyId, user)).map((rows) => insertRows('user_emails', rows));
}
