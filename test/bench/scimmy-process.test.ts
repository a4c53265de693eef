import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createScimClient, type ScimClient } from '../server/kit/scim-client.ts';
import { type Child, startChild } from './child.ts';
import { bodyOf, userNameOf } from './people.ts';
import type { Filled, Where } from './server-process.ts';

const USERS = 400;

/** A quick answer with half of what was asked for would be no figure. */
describe('the peer that is measured', { timeout: 120_000 }, () => {
  const stop = new AbortController();
  let folder: string;
  let child: Child;
  let filled: Filled;
  let scim: ScimClient;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bench-'));
    const env = { DATABASE_URL: `sqlite:${join(folder, 'app.sqlite')}`, NODE_ENV: 'production' };
    child = await startChild('scimmy-process.ts', stop.signal, env);
    filled = await child.ask<Filled>({ kind: 'fill', users: USERS });
    const { url } = await child.ask<Where>({ kind: 'where' });
    scim = createScimClient(`${url}/scim/v2`, filled.key);
  }, 120_000);

  afterAll(async () => {
    await child.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('finds a user by its id, by its name in any case, and by another filter', async () => {
    const id = filled.ids[7] ?? '';
    expect((await scim.get(`/Users/${id}`)).body).toMatchObject({ id, userName: userNameOf(7) });
    for (const filter of [`userName eq "${userNameOf(7).toUpperCase()}"`, 'displayName eq "Person 7"']) {
      const { body } = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
      expect(body, filter).toMatchObject({ totalResults: 1, Resources: [{ id }] });
    }
    expect((await scim.get('/Users/nobody')).status).toBe(404);
  });

  it('gives a whole page from the middle, and the total', async () => {
    const { body } = await scim.get('/Users?startIndex=150&count=100');
    expect(body).toMatchObject({ totalResults: USERS, startIndex: 150 });
    expect(body['Resources']).toHaveLength(100);
  });

  it('keeps what is written, and says where it is', async () => {
    const made = await scim.post('/Users', bodyOf(USERS));
    expect(made.status).toBe(201);
    const id = made.body.id ?? '';
    expect(made.headers.get('location')).toBe(`/scim/v2/Users/${id}`);
    expect((await scim.post('/Users', bodyOf(USERS))).status).toBe(409);
    expect((await scim.put(`/Users/${id}`, bodyOf(USERS, { title: 'Major' }))).status).toBe(200);
    const Operations = [{ op: 'replace', path: 'active', value: false }];
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
    expect((await scim.patch(`/Users/${id}`, { schemas, Operations })).status).toBe(200);
    expect((await scim.get(`/Users/${id}`)).body).toMatchObject({ title: 'Major', active: false });
    expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
    expect((await scim.get(`/Users/${id}`)).status).toBe(404);
  });

  it('ends at once when it is stopped, and whoever asked is told', async () => {
    stop.abort();
    await expect(child.ask({ kind: 'usage' })).rejects.toThrow('scimmy-process.js ended');
    await child.stop();
  });
});
