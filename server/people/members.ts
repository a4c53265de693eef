import type { Along } from '../db/database.ts';
import { DomainError, notFound } from '../errors.ts';
import type { PeopleStore, Person } from './store.ts';

/** A one-time link that signs a person in, until then (ISO 8601). */
export type SignInLink = { person: string; url: string; expiresAt: string };

type Deps = {
  store: Pick<PeopleStore, 'list' | 'byId' | 'setDisabled' | 'remove'>;
  now: () => Date;
  linkFor: (person: Person, along: Along) => Promise<SignInLink>;
};

/** What goes along with a change of this person: made with it, or not at all. */
type AlongPerson = (person: Person) => Along;

/** The persons of a company, or of support where the company is null: listed, disabled and removed by one of them or by support. */
export function createMembers({ store, now, linkFor }: Deps) {
  const at = () => now().toISOString();

  async function find(companyId: string | null, id: string): Promise<Person> {
    const person = await store.byId(companyId, id);
    if (!person) throw notFound('Person');
    return person;
  }

  /** Nobody shuts themselves out by mistake. */
  async function another(companyId: string | null, id: string, by: Person): Promise<Person> {
    const person = await find(companyId, id);
    if (person.id !== by.id) return person;
    throw new DomainError(409, 'You cannot disable or remove yourself. Ask another person to do it.');
  }

  return {
    /** By address, with how many sign-ins of theirs have not ended. */
    list: (companyId: string | null) => store.list(companyId, at()),

    /** A new one-time link. @throws DomainError 404, or 409 for somebody who is disabled. */
    async newLink(companyId: string | null, id: string, along: AlongPerson): Promise<SignInLink> {
      const person = await find(companyId, id);
      if (person.disabledAt) throw new DomainError(409, `${person.email} is disabled. Enable them again first.`);
      return linkFor(person, along(person));
    },

    /**
     * Lets a person sign in no more, which ends their sign-ins and links at once, or lets them again.
     * @throws DomainError 404, or 409 for oneself.
     */
    async setDisabled(
      companyId: string | null,
      id: string,
      { disabled, by, along }: { disabled: boolean; by: Person; along: AlongPerson },
    ): Promise<void> {
      const person = await another(companyId, id, by);
      await store.setDisabled(companyId, id, disabled ? (person.disabledAt ?? at()) : null, along(person));
    },

    /** Forgets a person. @throws DomainError 404, or 409 for oneself. */
    async remove(
      companyId: string | null,
      id: string,
      { by, along }: { by: Person; along: AlongPerson },
    ): Promise<void> {
      await store.remove(companyId, id, along(await another(companyId, id, by)));
    },
  };
}
