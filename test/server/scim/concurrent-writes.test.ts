import { describe, expect, it } from 'vitest';
import { created, patchOf, person, testUser, useServer } from './kit.ts';

const { tenant } = useServer();

const AT_ONCE = 24;
const times = <T>(run: (turn: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, turn) => run(turn)));

/** How often each status came. */
function counted(answers: readonly { status: number }[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe('writes at the same time', () => {
  it('make one account of a userName, whatever its case', async () => {
    const { scim, domain } = await tenant();
    const answers = await times((turn) => scim.post('/Users', person(`${turn % 2 ? 'Ana' : 'ana'}@${domain}`)));
    expect(counted(answers)).toEqual({ 201: 1, 409: AT_ONCE - 1 });
    expect((await scim.get('/Users')).body['totalResults']).toBe(1);
  });

  it('each replace the test user that they meet, and leave one, also while it is being deleted', async () => {
    const { scim, domain } = await tenant();
    const address = `jumpcloud-test@${domain}`;
    const stranded = await created(scim, '/Users', testUser(address));
    const answers = await times(async (turn) => {
      if (turn % 4 === 3) await scim.delete(`/Users/${stranded}`);
      return scim.post('/Users', testUser(address));
    });
    expect(counted(answers)).toEqual({ 201: AT_ONCE });
    const left = await scim.get('/Users');
    expect(left.body['totalResults']).toBe(1);
    expect((await scim.get(`/Users/${stranded}`)).status).toBe(404);
  });

  it('each replace the test group that they meet, made or renamed, and leave one', async () => {
    const { scim } = await tenant();
    const few = <T>(run: () => Promise<T>) => Promise.all(Array.from({ length: 4 }, run));
    const rename = patchOf({ op: 'replace', value: { displayName: 'new-group-name' } });
    for (let round = 0; round < 3; round += 1) {
      expect(counted(await few(() => scim.post('/Groups', { displayName: 'group-name' })))).toEqual({ 201: 4 });
      expect((await scim.get('/Groups?filter=displayName%20eq%20%22group-name%22')).body['totalResults']).toBe(1);
      // One that the create of another cycle has replaced meanwhile is gone.
      const cycles = await few(async () => {
        const { body } = await scim.post('/Groups', { displayName: 'group-name' });
        return scim.patch(`/Groups/${String(body.id)}`, rename);
      });
      expect(cycles.filter(({ status }) => status !== 200 && status !== 404)).toEqual([]);
    }
  });

  it('make one ordinary group of a name, whatever its case', async () => {
    const { scim } = await tenant();
    const answers = await times((turn) => scim.post('/Groups', { displayName: turn % 2 ? 'Sales' : 'sales' }));
    expect(counted(answers)).toEqual({ 201: 1, 409: AT_ONCE - 1 });
  });

  it('leave their neighbours as they are when some are refused', async () => {
    const { scim, domain } = await tenant();
    const emails = [{ value: `second@${domain}` }, { value: `third@${domain}` }];
    await created(scim, '/Users', person(`taken@${domain}`));
    const answers = await times((turn) => {
      const name = turn % 3 === 0 ? 'taken' : `new-${String(turn)}`;
      return scim.post('/Users', person(`${name}@${domain}`, { emails }));
    });
    const refused = AT_ONCE / 3;
    expect(counted(answers)).toEqual({ 201: AT_ONCE - refused, 409: refused });
    for (const { status, body } of answers) {
      if (status === 201) expect((await scim.get(`/Users/${String(body.id)}`)).body['emails']).toEqual(emails);
    }
    const byEmail = await scim.get(`/Users?filter=${encodeURIComponent(`emails.value eq "third@${domain}"`)}`);
    expect(byEmail.body['totalResults']).toBe(AT_ONCE - refused);
  });

  it('let one rename win, and the other accounts keep their names and e-mails', async () => {
    const { scim, domain } = await tenant();
    const ids = await times((turn) => created(scim, '/Users', person(`u${String(turn)}@${domain}`)));
    const answers = await times((turn) => {
      const rename = patchOf({ op: 'replace', path: 'userName', value: `wanted@${domain}` });
      return scim.patch(`/Users/${ids[turn] ?? ''}`, rename);
    });
    expect(counted(answers)).toEqual({ 200: 1, 409: AT_ONCE - 1 });
    for (const [turn, { status }] of answers.entries()) {
      const { body } = await scim.get(`/Users/${ids[turn] ?? ''}`);
      const name = `${status === 200 ? 'wanted' : `u${String(turn)}`}@${domain}`;
      expect(body).toMatchObject({ userName: name, emails: [{ value: name }] });
    }
  });

  it('lose no change: each of them is in the end', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`ana@${domain}`));
    const answers = await times((turn) =>
      scim.patch(`/Users/${id}`, patchOf({ op: 'add', path: 'roles', value: [{ value: `role-${String(turn)}` }] })),
    );
    expect(counted(answers)).toEqual({ 200: AT_ONCE });
    const { body } = await scim.get(`/Users/${id}`);
    expect((body['roles'] as { value: string }[]).map(({ value }) => value).sort()).toEqual(
      Array.from({ length: AT_ONCE }, (_, turn) => `role-${String(turn)}`).sort(),
    );
    expect(body['meta']).toMatchObject({ version: `W/"${String(AT_ONCE + 1)}"` });
  });

  it('let one of those win that were meant for the same version', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`ana@${domain}`));
    const match = { 'If-Match': 'W/"1"' };
    const answers = await times((turn) => {
      const change = patchOf({ op: 'replace', path: 'title', value: `Title ${String(turn)}` });
      return turn % 4 === 0 ? scim.delete(`/Users/${id}`, match) : scim.patch(`/Users/${id}`, change, match);
    });
    const won = answers.filter(({ status }) => status === 200 || status === 204);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412 || status === 404)).toHaveLength(AT_ONCE - 1);
    const { status, body } = await scim.get(`/Users/${id}`);
    if (won[0]?.status === 204) expect(status).toBe(404);
    else expect(body['title']).toBe(won[0]?.body['title']);
  });
});
