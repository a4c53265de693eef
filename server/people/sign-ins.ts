import { randomUUID } from 'node:crypto';
import type { Along } from '../db/database.ts';
import { notFound } from '../errors.ts';
import { browserOf } from './browser.ts';
import type { PeopleStore, Person } from './store.ts';
import { hashOfToken, newToken } from './token.ts';

/** A person who is signed in, until then (ISO 8601), and the id of that sign-in. */
export type SignIn = { id: string; person: Person; until: string };

/** What the browser is given. */
export type NewSignIn = { token: string; lifetimeMs: number };

/** How somebody comes in, and what is made with their sign-in or not at all. */
type Entry = { linkToken: string | null; userAgent: string; along: Along };

type Deps = {
  store: Pick<PeopleStore, 'insertSignIn' | 'signIn' | 'signInsOf' | 'endSignIn' | 'deleteSignIn' | 'deleteSignInsOf'>;
  now: () => Date;
};

const LIFETIME_MS = 12 * 3_600_000;

/** Sign-ins: kept here, 12 hours long, ended one by one or all at once. */
export function createSignIns({ store, now }: Deps) {
  const at = (inMs = 0) => new Date(now().getTime() + inMs).toISOString();

  return {
    /**
     * Begins one.
     * @param entry.linkToken the one-time link that it came by, which is used up with it; null without one.
     * @returns the token for the cookie, or null when that link was used already.
     */
    async begin(personId: string, { linkToken, userAgent, along }: Entry): Promise<NewSignIn | null> {
      const token = newToken();
      const signIn = {
        id: randomUUID(),
        tokenHash: hashOfToken(token),
        personId,
        browser: browserOf(userAgent),
        createdAt: at(),
        expiresAt: at(LIFETIME_MS),
      };
      const link = linkToken === null ? null : hashOfToken(linkToken);
      return (await store.insertSignIn(signIn, link, along)) ? { token, lifetimeMs: LIFETIME_MS } : null;
    },

    /** Who is signed in with that cookie, or null. */
    async find(token: string): Promise<SignIn | null> {
      const found = await store.signIn(hashOfToken(token), at());
      return found && { id: found.id, person: found.person, until: found.expiresAt };
    },

    /** Those of a person that have not ended, newest first. */
    list: (personId: string) => store.signInsOf(personId, at()),

    /** Ends one of a person's own. @throws DomainError 404 for another's, as if there were none. */
    async end(personId: string, id: string): Promise<void> {
      if (!(await store.endSignIn(personId, id, at()))) throw notFound('Sign-in');
    },

    /** Ends the one of that cookie. */
    endByToken: (token: string) => store.deleteSignIn(hashOfToken(token)),

    /** Ends every sign-in of a person. */
    endAll: (personId: string) => store.deleteSignInsOf(personId),
  };
}
