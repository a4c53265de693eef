import type { Role } from '../../shared/api/people.ts';
import { withAlong } from '../db/along.ts';
import type { Along, Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';
import { PERSON_COLUMNS, type Person, personOf, type PersonRow } from './person-row.ts';
import { signInQueries } from './sign-in-store.ts';

export type { Person } from './person-row.ts';

/** A one-time link before it is given out. Times are ISO 8601. */
type NewLink = { tokenHash: string; personId: string; createdAt: string; expiresAt: string };
type LinkRow = PersonRow & { expires_at: string; used_at: string | null };

/** Persons, one-time sign-in links and sign-ins. Persons of support belong to no company. */
export type PeopleStore = ReturnType<typeof createPeopleStore>;

/** SQL of persons and their sign-ins. */
export function createPeopleStore(db: Database) {
  return translating({ ...personQueries(db), ...membershipQueries(db), ...linkQueries(db), ...signInQueries(db) });
}

function personQueries(db: Database) {
  return {
    async find(companyId: string | null, email: string, role: Role): Promise<Person | null> {
      const row = await db.write<PersonRow>('persons').where({ company_id: companyId, email, role }).first();
      return row ? personOf(row) : null;
    },

    /** Everybody of that address who may sign in: one in each company that they are an admin of, and in support. */
    async enabledByEmail(email: string): Promise<Person[]> {
      return (await db.write<PersonRow>('persons').where({ email, disabled_at: null })).map(personOf);
    },
  };
}

function membershipQueries(db: Database) {
  const persons = (companyId: string | null) => db.write<PersonRow>('persons').where({ company_id: companyId });

  return {
    /** Persons of a company, or of support, by address, with how many sign-ins of theirs have not ended. */
    async list(companyId: string | null, at: string): Promise<(Person & { signIns: number })[]> {
      const rows = await db
        .read<PersonRow>('persons')
        .where({ company_id: companyId })
        .orderBy('email')
        .select(PERSON_COLUMNS)
        .select<(PersonRow & { sign_ins: number | string })[]>(
          db
            .read('sign_ins')
            .count('*')
            .whereRaw('sign_ins.person_id = persons.id')
            .where('sign_ins.expires_at', '>', at)
            .as('sign_ins'),
        );
      return rows.map((row) => ({ ...personOf(row), signIns: Number(row.sign_ins) }));
    },

    async byId(companyId: string | null, id: string): Promise<Person | null> {
      const row = await persons(companyId).where({ id }).first();
      return row ? personOf(row) : null;
    },

    /** Disabling ends every sign-in and every link of the person. */
    async setDisabled(companyId: string | null, id: string, disabledAt: string | null, along: Along): Promise<void> {
      await withAlong(db, along, async (tx) => {
        await tx('persons').where({ company_id: companyId, id }).update({ disabled_at: disabledAt });
        if (disabledAt === null) return;
        await tx('sign_ins').where({ person_id: id }).delete();
        await tx('sign_in_links').where({ person_id: id }).delete();
      });
    },

    /** With the person go their sign-ins and links. */
    async remove(companyId: string | null, id: string, along: Along): Promise<void> {
      await withAlong(db, along, (tx) => tx<PersonRow>('persons').where({ company_id: companyId, id }).delete());
    },
  };
}

function linkQueries(db: Database) {
  return {
    /** A link, with its person when they are new. */
    async insertLink(link: NewLink, along: Along, newPerson: Person | null = null): Promise<void> {
      await withAlong(db, along, async (tx) => {
        if (newPerson) await tx('persons').insert(toRow(newPerson));
        await tx('sign_in_links').insert({
          token_hash: link.tokenHash,
          person_id: link.personId,
          created_at: link.createdAt,
          expires_at: link.expiresAt,
        });
      });
    },

    async link(tokenHash: string): Promise<{ person: Person; expiresAt: string; usedAt: string | null } | null> {
      const row = await db
        .read<LinkRow>('sign_in_links')
        .join('persons', 'persons.id', 'sign_in_links.person_id')
        .where('sign_in_links.token_hash', tokenHash)
        .first<LinkRow | undefined>([...PERSON_COLUMNS, 'sign_in_links.expires_at', 'sign_in_links.used_at']);
      return row ? { person: personOf(row), expiresAt: row.expires_at, usedAt: row.used_at } : null;
    },
  };
}

function toRow({ id, email, role, companyId, createdAt }: Person) {
  return { id, email, role, company_id: companyId, created_at: createdAt };
}
