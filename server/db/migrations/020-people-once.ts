import type { Knex } from 'knex';
import type { Migration } from './migration.ts';

/**
 * An address is invited once to each company and once to support. Of those that two invitations at the same moment made, the one
 * who may sign in stays, and the oldest of several, with the links and sign-ins of the others.
 */
export const peopleOnce: Migration = {
  name: '020-people-once',
  async up(knex) {
    await dropDoubles(knex);
    await knex.raw(
      'create unique index persons_of_company on persons (company_id, email, role) where company_id is not null',
    );
    await knex.raw('create unique index persons_of_support on persons (email, role) where company_id is null');
  },
};

async function dropDoubles(knex: Knex): Promise<void> {
  const persons = await knex('persons')
    .orderByRaw('disabled_at is not null, created_at, id')
    .select<{ id: string; company_id: string | null; email: string; role: string }[]>('*');
  const kept = new Map<string, string>();
  for (const { id, company_id, email, role } of persons) {
    const who = JSON.stringify([company_id, email, role]);
    const first = kept.get(who);
    if (first === undefined) {
      kept.set(who, id);
      continue;
    }
    for (const table of ['sign_ins', 'sign_in_links']) {
      await knex(table).where({ person_id: id }).update({ person_id: first });
    }
    await knex('persons').where({ id }).delete();
  }
}
