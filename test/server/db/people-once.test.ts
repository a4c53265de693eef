import { expect, it } from 'vitest';
import { peopleOnce } from '../../../server/db/migrations/020-people-once.ts';
import { useDatabase } from '../kit/database.ts';

const { database } = useDatabase();

it('persons who were invited twice become one, who may sign in if one of them might, with all their links', async () => {
  const { write, dialect } = database();
  for (const index of ['persons_of_company', 'persons_of_support']) await write.raw(`drop index ${index}`);
  const common = { created_at: '2026-01-01', product: 'ai-voice', plan: 'pro' };
  const companies = ['acme', 'globex'].map((id) => ({ id, name: id, primary_domain: `${id}.example`, ...common }));
  await write('companies').insert(companies);
  const person = (id: string, company_id: string | null, disabled_at: string | null = null) => ({
    ...{ id, company_id, disabled_at, created_at: id, email: 'ana@acme.example' },
    role: company_id === null ? 'support' : 'admin',
  });
  await write('persons').insert([
    person('1', 'acme', '2026-02-02'),
    person('2', 'acme'),
    person('3', 'acme'),
    person('4', 'globex', '2026-02-02'),
    person('5', null),
    person('6', null),
  ]);
  const link = { created_at: 'x', expires_at: 'y' };
  await write('sign_in_links').insert([
    { token_hash: 'a', person_id: '2', ...link },
    { token_hash: 'b', person_id: '3', ...link },
  ]);
  await write('sign_ins').insert([{ token_hash: 'c', person_id: '6', ...link, id: 'c' }]);

  await peopleOnce.up(write, dialect);

  expect(await write('persons').orderBy('id').pluck('id')).toEqual(['2', '4', '5']);
  expect(await write('sign_in_links').orderBy('token_hash').pluck('person_id')).toEqual(['2', '2']);
  expect(await write('sign_ins').pluck('person_id')).toEqual(['5']);
  await expect(Promise.resolve(write('persons').insert(person('7', null)))).rejects.toThrow();
  await expect(Promise.resolve(write('persons').insert(person('8', 'acme')))).rejects.toThrow();
});
