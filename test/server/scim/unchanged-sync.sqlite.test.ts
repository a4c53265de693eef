import { expect, it } from 'vitest';
import { created, person, useServer } from './kit.ts';

const { server, tenant } = useServer();

it('writes nothing to the tables of users in an hourly sync of people who did not change', async () => {
  const { scim, domain } = await tenant();
  const bodies = Array.from({ length: 5 }, (_, n) => person(`u${String(n)}@${domain}`, { title: 'Captain' }));
  const ids = await Promise.all(bodies.map((body) => created(scim, '/Users', body)));
  // From here on the database itself refuses every write to them.
  for (const table of ['users', 'user_emails']) {
    for (const kind of ['INSERT', 'UPDATE', 'DELETE']) {
      const refuse = `SELECT RAISE(ABORT, 'written')`;
      await server().database.write.raw(
        `CREATE TRIGGER no_${kind}_${table} BEFORE ${kind} ON ${table} BEGIN ${refuse}; END`,
      );
    }
  }
  for (const [n, body] of bodies.entries()) {
    const found = await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "u${String(n)}@${domain}"`)}`);
    expect(found.body['totalResults']).toBe(1);
    const answer = await scim.put(`/Users/${ids[n] ?? ''}`, body);
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers.get('ETag')).toBe('W/"1"');
  }
  // That they are refused indeed.
  expect((await scim.put(`/Users/${ids[0] ?? ''}`, { ...bodies[0], title: 'Major' })).status).toBe(500);
});
