import { objectId } from './client/activation.ts';
import type { Person } from './client/users.ts';

/** JumpCloud's own states of a person; staged people are provisioned only once activated. */
export type PersonState = 'staged' | 'active' | 'suspended' | 'password-expired';

/** A person as the console's directory holds it. */
export interface DirectoryPerson extends Person {
  readonly state: PersonState;
  readonly groups: readonly string[];
}

/** What it takes to add a person; everything else has a plain default. */
export interface NewPerson {
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly jobTitle?: string | null;
  readonly department?: string | null;
  readonly workPhone?: string | null;
  readonly state?: PersonState;
  readonly groups?: readonly string[];
}

/** Attributes of a person that may change. */
export type PersonChange = Partial<Omit<NewPerson, 'groups' | 'state'>>;

/** A user group of the console, and whether it is bound to the application. */
export interface UserGroup {
  readonly name: string;
  readonly bound: boolean;
}

/** A whole person out of what was given. */
export function toPerson(given: NewPerson): DirectoryPerson {
  return {
    id: objectId(),
    email: given.email,
    givenName: given.givenName,
    familyName: given.familyName,
    jobTitle: given.jobTitle ?? null,
    department: given.department ?? null,
    workPhone: given.workPhone ?? null,
    state: given.state ?? 'active',
    groups: given.groups ?? [],
  };
}

/** Whether the application's mapping makes this person active: `!suspended && !passwordExpired` (Bitwarden's guide). */
export function shouldBeActive(person: DirectoryPerson, groups: readonly UserGroup[]): boolean {
  return person.state === 'active' && groups.some((group) => group.bound && person.groups.includes(group.name));
}
