import type { Knex } from 'knex';
import type { Browser } from '../../shared/api/people.ts';
import { withAlong } from '../db/along.ts';
import type { Along, Database } from '../db/database.ts';
import { PERSON_COLUMNS, type Person, personOf, type PersonRow } from './person-row.ts';

/** A sign-in without its token. Times are ISO 8601. */
export type SignInSummary = { id: string; browser: Browser | null; createdAt: string; expiresAt: string };

type NewSignIn = SignInSummary & { tokenHash: string; personId: string };
type SignInRow = { token_hash: string; person_id: string; id: string; browser: Browser | null } & {
  created_at: string;
  expires_at: string;
};
type FoundRow = PersonRow & { sign_in_id: string; expires_at: string };

/** SQL of sign-ins. What a person does to their own is always asked with their id. */
export function signInQueries(db: Database) {
  return {
    /**
     * Begins a sign-in, and with it uses up the link that it came by, named by its token's hash (null: it came without one).
     * False when another request used that link first.
     */
    async insertSignIn(signIn: NewSignIn, link: string | null, along: Along): Promise<boolean> {
      return withAlong(db, along, async (tx) => {
        if (link !== null && !(await useLink(tx, link, signIn.createdAt))) return false;
        await tx<SignInRow>('sign_ins').insert(toRow(signIn));
        return true;
      });
    },

    async signIn(tokenHash: string, at: string): Promise<{ id: string; person: Person; expiresAt: string } | null> {
      const row = await db
        .read<FoundRow>('sign_ins')
        .join('persons', 'persons.id', 'sign_ins.person_id')
        .where('sign_ins.token_hash', tokenHash)
        .where('sign_ins.expires_at', '>', at)
        .whereNull('persons.disabled_at')
        .first<FoundRow | undefined>([...PERSON_COLUMNS, 'sign_ins.id as sign_in_id', 'sign_ins.expires_at']);
      return row ? { id: row.sign_in_id, person: personOf(row), expiresAt: row.expires_at } : null;
    },

    /** Those of a person that have not ended, newest first. */
    async signInsOf(personId: string, at: string): Promise<SignInSummary[]> {
      const rows = await db
        .write<SignInRow>('sign_ins')
        .where({ person_id: personId })
        .where('expires_at', '>', at)
        .orderBy([
          { column: 'created_at', order: 'desc' },
          { column: 'id', order: 'asc' },
        ]);
      return rows.map((row) => ({
        id: row.id,
        browser: row.browser,
        createdAt: row.created_at,
        expiresAt: row.expires_at,
      }));
    },

    /** False when the person has no such sign-in. */
    async endSignIn(personId: string, id: string, at: string): Promise<boolean> {
      const ended = await db
        .write<SignInRow>('sign_ins')
        .where({ person_id: personId, id })
        .where('expires_at', '>', at)
        .delete();
      return ended === 1;
    },

    async deleteSignIn(tokenHash: string): Promise<void> {
      await db.write('sign_ins').where({ token_hash: tokenHash }).delete();
    },

    async deleteSignInsOf(personId: string): Promise<void> {
      await db.write('sign_ins').where({ person_id: personId }).delete();
    },

    async deleteExpired(at: string): Promise<void> {
      await db.write('sign_ins').where('expires_at', '<=', at).delete();
      await db.write('sign_in_links').where('expires_at', '<=', at).delete();
    },
  };
}

function toRow({ tokenHash, personId, id, browser, createdAt, expiresAt }: NewSignIn): SignInRow {
  return { token_hash: tokenHash, person_id: personId, id, browser, created_at: createdAt, expires_at: expiresAt };
}

/** False when it was used before, or has expired. */
async function useLink(tx: Knex, tokenHash: string, at: string): Promise<boolean> {
  const unused = tx('sign_in_links').where({ token_hash: tokenHash, used_at: null }).where('expires_at', '>', at);
  return (await unused.update({ used_at: at })) === 1;
}
