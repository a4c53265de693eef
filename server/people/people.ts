import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Role } from '../../shared/api/people.ts';
import type { Along } from '../db/database.ts';
import { conflict, DomainError, invalid, UniqueViolation } from '../errors.ts';
import { createMembers, type SignInLink } from './members.ts';
import { createSignIns, type NewSignIn } from './sign-ins.ts';
import type { PeopleStore, Person } from './store.ts';
import { hashOfToken, newToken } from './token.ts';

export type { SignIn } from './sign-ins.ts';
export type { Person } from './store.ts';

export type PeopleDeps = { store: PeopleStore; publicUrl: string; now: () => Date };

/** Somebody who has just come in. */
export type Entered = NewSignIn & { person: Person };

/** What goes along with a change of this person: made with it, or not at all. */
type AlongPerson = (person: Person) => Along;
const nothing: AlongPerson = () => [];

export type People = ReturnType<typeof createPeople>;

const LINK_LIFETIME_MS = 3 * 86_400_000;

/** Who may enter the console: invitations by one-time link, sign-ins that last 12 hours and can be ended. */
export function createPeople({ store, publicUrl, now }: PeopleDeps) {
  const signIns = createSignIns({ store, now });
  const at = (inMs = 0) => new Date(now().getTime() + inMs).toISOString();

  async function invited(linkToken: string): Promise<Person> {
    const link = await store.link(hashOfToken(linkToken));
    if (!link) throw linkRefusal(404, 'This sign-in link is not known.');
    if (link.usedAt) throw linkRefusal(410, 'This sign-in link was used already.');
    if (link.expiresAt <= at()) throw linkRefusal(410, 'This sign-in link has expired.');
    if (link.person.disabledAt) throw linkRefusal(410, 'This sign-in link was taken back.');
    return link.person;
  }

  async function linkFor(person: Person, along: Along, newPerson: Person | null = null): Promise<SignInLink> {
    const token = newToken();
    const expiresAt = at(LINK_LIFETIME_MS);
    const link = { tokenHash: hashOfToken(token), personId: person.id, createdAt: at(), expiresAt };
    await store.insertLink(link, along, newPerson);
    return { person: person.id, url: `${publicUrl}/sign-in/${token}`, expiresAt };
  }

  return {
    /**
     * A one-time link that signs the person in, who is made where there is none. It lasts three days.
     * @param companyId the company of an admin (which the caller knows to exist); null for support.
     * @param along what is made with it, or not at all; the same holds below.
     * @throws DomainError 400 for an address that is none, or a role that does not go with the company; 409 for somebody who
     *   is disabled.
     */
    async invite(
      email: string,
      role: Role,
      companyId: string | null,
      along: AlongPerson = nothing,
    ): Promise<SignInLink> {
      const address = checkedAddress(email);
      checkRole(role, companyId);
      await store.deleteExpired(at());
      for (;;) {
        const known = await store.find(companyId, address, role);
        if (known?.disabledAt) throw conflict(`${address} is disabled. Enable them again, then make a new link.`);
        if (known) return linkFor(known, along(known));
        const person = { id: randomUUID(), email: address, role, companyId, createdAt: at(), disabledAt: null };
        const made = await linkFor(person, along(person), person).catch(nullWhenInvited);
        if (made) return made;
      }
    },

    members: createMembers({ store, now, linkFor }),

    /** Whom a sign-in link is for, without using it up. @throws DomainError 404 or 410 when it signs nobody in. */
    invited,

    /**
     * Uses a sign-in link up and begins a sign-in.
     * @param userAgent the header; only the browser's family is kept of it.
     * @throws DomainError 404 or 410 when the link signs nobody in.
     */
    async signIn(linkToken: string, userAgent: string, along: AlongPerson): Promise<Entered> {
      const person = await invited(linkToken);
      const signIn = await signIns.begin(person.id, { linkToken, userAgent, along: along(person) });
      if (!signIn) throw linkRefusal(410, 'This sign-in link was used already.');
      return { person, ...signIn };
    },

    /**
     * Begins a sign-in of the invited person of an address, which a provider has verified.
     * @throws DomainError 403 for who was not invited or is disabled, 409 for who was invited more than once.
     */
    async signInByEmail(email: string, userAgent: string, along: AlongPerson): Promise<Entered> {
      const [person, another] = await store.enabledByEmail(email.trim().toLowerCase());
      if (!person) throw new DomainError(403, `${email} is not invited here. Ask your contact to invite this address.`);
      if (another) {
        throw conflict(`${email} is invited more than one time. Open the sign-in link of the company that you mean.`);
      }
      const signIn = await signIns.begin(person.id, { linkToken: null, userAgent, along: along(person) });
      if (!signIn) throw new Error('A sign-in without a link found its link used.');
      return { person, ...signIn };
    },

    signIns,
  };
}

/** The address in lower case. `@localhost` is allowed: the start card invites the operator of this machine. */
function checkedAddress(email: string): string {
  const address = email.trim().toLowerCase();
  if (z.email().safeParse(address).success || /^[^@\s]+@localhost$/.test(address)) return address;
  throw invalid('invalidValue', `"${email}" is not an e-mail address. Give one such as ana@acme.example.`);
}

function checkRole(role: Role, companyId: string | null): void {
  if ((role === 'admin') === (companyId !== null)) return;
  throw invalid(
    'invalidValue',
    role === 'admin'
      ? 'An admin is invited for a company: name it.'
      : 'Support sees every company: invite them without naming one.',
  );
}

function linkRefusal(status: 404 | 410, what: string): DomainError {
  return new DomainError(status, `${what} Ask whoever invited you for a new one.`);
}

/** Somebody else may have invited the same person meanwhile. */
function nullWhenInvited(error: unknown): null {
  if (error instanceof UniqueViolation && error.table === 'persons') return null;
  throw error;
}
