import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Role } from '../../shared/api/people.ts';
import { conflict, DomainError, invalid } from '../errors.ts';
import { createMembers, type SignInLink } from './members.ts';
import { createSignIns } from './sign-ins.ts';
import type { PeopleStore, Person } from './store.ts';
import { hashOfToken, newToken } from './token.ts';

export type { SignIn } from './sign-ins.ts';
export type { Person } from './store.ts';

export type PeopleDeps = { store: PeopleStore; publicUrl: string; now: () => Date };

export type People = ReturnType<typeof createPeople>;

const LINK_LIFETIME_MS = 3 * 86_400_000;

/** Who may enter the console: invitations by one-time link, sign-ins that last 12 hours and can be ended. */
export function createPeople({ store, publicUrl, now }: PeopleDeps) {
  const signIns = createSignIns({ store, now });
  const at = (inMs = 0) => new Date(now().getTime() + inMs).toISOString();

  async function personFor(email: string, role: Role, companyId: string | null): Promise<Person> {
    const known = await store.find(companyId, email, role);
    if (known) return known;
    const person = { id: randomUUID(), email, role, companyId, createdAt: at(), disabledAt: null };
    await store.insert(person);
    return person;
  }

  async function invited(linkToken: string): Promise<Person> {
    const link = await store.link(hashOfToken(linkToken));
    if (!link) throw linkRefusal(404, 'This sign-in link is not known.');
    if (link.usedAt) throw linkRefusal(410, 'This sign-in link was used already.');
    if (link.expiresAt <= at()) throw linkRefusal(410, 'This sign-in link has expired.');
    if (link.person.disabledAt) throw linkRefusal(410, 'This sign-in link was taken back.');
    return link.person;
  }

  async function linkFor(person: Person): Promise<SignInLink> {
    const token = newToken();
    const expiresAt = at(LINK_LIFETIME_MS);
    await store.insertLink({ tokenHash: hashOfToken(token), personId: person.id, createdAt: at(), expiresAt });
    return { person: person.id, url: `${publicUrl}/sign-in/${token}`, expiresAt };
  }

  return {
    /**
     * A one-time link that signs the person in, who is made where there is none. It lasts three days.
     * @param companyId the company of an admin (which the caller knows to exist); null for support.
     * @throws DomainError 400 for an address that is none, or a role that does not go with the company; 409 for somebody who
     *   is disabled.
     */
    async invite(email: string, role: Role, companyId: string | null): Promise<SignInLink> {
      const address = checkedAddress(email);
      checkRole(role, companyId);
      await store.deleteExpired(at());
      const person = await personFor(address, role, companyId);
      if (person.disabledAt) throw conflict(`${address} is disabled. Enable them again, then make a new link.`);
      return linkFor(person);
    },

    members: createMembers({ store, now, linkFor }),

    /** Whom a sign-in link is for, without using it up. @throws DomainError 404 or 410 when it signs nobody in. */
    invited,

    /**
     * Uses a sign-in link up and begins a sign-in.
     * @param userAgent the header; only the browser's family is kept of it.
     * @throws DomainError 404 or 410 when the link signs nobody in.
     */
    async signIn(linkToken: string, userAgent: string): Promise<{ token: string; person: Person; lifetimeMs: number }> {
      const person = await invited(linkToken);
      if (!(await store.useLink(hashOfToken(linkToken), at()))) {
        throw linkRefusal(410, 'This sign-in link was used already.');
      }
      return { person, ...(await signIns.begin(person.id, userAgent)) };
    },

    /**
     * Begins a sign-in of the invited person of an address, which a provider has verified.
     * @throws DomainError 403 for who was not invited or is disabled, 409 for who was invited more than once.
     */
    async signInByEmail(
      email: string,
      userAgent: string,
    ): Promise<{ token: string; person: Person; lifetimeMs: number }> {
      const [person, another] = await store.enabledByEmail(email.trim().toLowerCase());
      if (!person) throw new DomainError(403, `${email} is not invited here. Ask your contact to invite this address.`);
      if (another) {
        throw conflict(`${email} is invited more than one time. Open the sign-in link of the company that you mean.`);
      }
      return { person, ...(await signIns.begin(person.id, userAgent)) };
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
