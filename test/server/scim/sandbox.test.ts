import { describe, expect, it } from 'vitest';
import { created, idOf, patchOf, useServer } from './kit.ts';

const { server, tenant } = useServer();

describe("a sandbox company (domain allow COMPANY '*')", () => {
  it('takes any userName, e-mail or not, from the moment the operator allows it', async () => {
    const { scim, domain } = await tenant();
    expect((await scim.post('/Users', { userName: 'bjensen' })).status).toBe(400);
    const allowed = await server().admin('domain', 'allow', domain, '*');
    expect(allowed.code, allowed.stderr).toBe(0);
    await expect.poll(async () => (await scim.post('/Users', { userName: 'bjensen' })).status).toBe(201);
    for (const userName of ['BARBARA JENSEN', 'x@y', 'bj@foreign.example', '名前', 'a'.repeat(300)]) {
      const made = await scim.post('/Users', { userName });
      expect(made.status, made.text).toBe(201);
      expect(made.body).toMatchObject({ userName, active: true });
      expect((await scim.get(`/Users/${idOf(made)}`)).body).toEqual(made.body);
    }
    expect((await scim.post('/Users', { userName: 'BJensen' })).status).toBe(409);
  });

  it('renames freely, and gives no e-mail to a userName that is none', async () => {
    const { scim } = await tenant({ allowed: ['*'] });
    const id = await created(scim, '/Users', { userName: 'bjensen' });
    const renamed = await scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'userName', value: 'babs' }));
    expect(renamed.body).toMatchObject({ userName: 'babs' });
    expect(renamed.body['emails']).toBeUndefined();
  });
});
