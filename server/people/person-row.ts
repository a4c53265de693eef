import type { Role } from '../../shared/api/people.ts';

/** Somebody who signs in to the console. Times are ISO 8601. */
export type Person = {
  id: string;
  email: string;
  role: Role;
  companyId: string | null;
  createdAt: string;
  /** Since when they may not sign in, or null. */
  disabledAt: string | null;
};

/** A person as it is stored. */
export type PersonRow = {
  id: string;
  email: string;
  role: Role;
  company_id: string | null;
  created_at: string;
  disabled_at: string | null;
};

/** What `personOf` reads, for statements that join. */
export const PERSON_COLUMNS = [
  'persons.id',
  'persons.email',
  'persons.role',
  'persons.company_id',
  'persons.created_at',
  'persons.disabled_at',
];

/** A person as the rules know it. */
export function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    companyId: row.company_id,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
  };
}
