import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyKind } from '../../../shared/api-key.ts';
import { runAdmin, runAdminProcess } from '../kit/admin.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { makeStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

const ACME = ['--name', 'Acme', '--domain', 'acme.example', '--product', 'ai-voice'];

describe('the command line', { timeout: 120_000 }, () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
    expect((await server.admin('company', 'create', ...ACME, '--plan', 'pro')).code).toBe(0);
  });
  afterAll(() => server.close());

  it('works on a store that is not there yet', async () => {
    const store = await makeStore({ empty: true });
    const run = await runAdmin(['company', 'list', '--json'], store.env);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.json()).toEqual({ companies: [] });
    await store.remove();
  });

  it('prints a new key alone on stdout, and the running server takes it', async () => {
    const create = ['key', 'create', 'acme.example', '--name', 'JumpCloud', '--expires', '90d'];
    const run = await runAdminProcess(create, server.env);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const key = run.stdout.replace(/\n$/, '');
    expect(apiKeyKind(key)).toBe('ours');
    expect((await server.scim(key).get('/Users')).status).toBe(200);
  });

  it('lists keys with every field, and revokes one under the running server', async () => {
    const { id, key } = (await server.admin('key', 'create', 'acme.example', '--name', 'Two', '--json')).json() as {
      id: string;
      key: string;
    };
    const { keys } = (await server.admin('key', 'list', 'acme.example', '--json')).json() as { keys: object[] };
    const found = keys.find((listed) => 'id' in listed && listed.id === id) ?? {};
    expect(Object.keys(found).sort()).toEqual(
      ['createdAt', 'expiresAt', 'id', 'last4', 'lastUsedAt', 'name', 'revokedAt', 'scopes'].sort(),
    );
    expect((await server.scim(key).get('/Users')).status).toBe(200);
    expect((await server.admin('key', 'revoke', 'acme.example', id)).code).toBe(0);
    await until(async () => (await server.scim(key).get('/Users')).status === 401);
  });

  it('lets the running server see an allowed domain within a second', async () => {
    const key = (await server.admin('key', 'create', 'acme.example', '--name', 'Three')).stdout.trim();
    const scim = server.scim(key);
    const create = async () => (await scim.post('/Users', { userName: 'ana@second.example' })).status;
    expect(await create()).toBe(400);
    expect((await server.admin('domain', 'allow', 'acme.example', 'second.example')).code).toBe(0);
    await until(async () => (await create()) === 201);
    const { users, total } = (await server.admin('user', 'list', 'acme.example', '--json')).json() as {
      users: object[];
      total: number;
    };
    expect(total).toBe(1);
    expect(users[0]).toMatchObject({ userName: 'ana@second.example', active: true, testUser: false, groups: [] });
    await server.rules.activity.flush();
    const { activity } = (await server.admin('activity', 'acme.example', '--last', '2', '--json')).json() as {
      activity: object[];
    };
    expect(activity).toHaveLength(2);
    expect(activity[1]).toMatchObject({ method: 'POST', route: '/Users', status: 201, kind: 'create', scimType: null });
  });

  it('refuses a key to a company whose plan may not use SCIM, with 1 and the reason', async () => {
    await server.admin(
      'company',
      'create',
      '--name',
      'Poor',
      '--domain',
      'poor.example',
      '--product',
      'ai-voice',
      '--plan',
      'standard',
    );
    const run = await server.admin('key', 'create', 'poor.example', '--name', 'JumpCloud');
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('Pro or Enterprise');
    await server.admin('company', 'update', 'poor.example', '--plan', 'pro');
    expect((await server.admin('key', 'create', 'poor.example', '--name', 'JumpCloud')).code).toBe(0);
  });

  it('makes and revokes setup links, and invites people', async () => {
    const made = await server.admin('setup-link', 'create', 'acme.example', '--json');
    const { url } = made.json() as { url: string; expiresAt: string };
    expect(url.startsWith(`${server.publicUrl}/setup/`)).toBe(true);
    expect((await server.admin('setup-link', 'revoke', 'acme.example', url)).code).toBe(0);
    const invited = await server.admin(
      'person',
      'invite',
      'ana@acme.example',
      '--role',
      'admin',
      '--company',
      'acme.example',
    );
    expect(invited.stdout.startsWith(`${server.publicUrl}/sign-in/`)).toBe(true);
  });

  it.each([
    [['nonsense'], 2],
    [['company', 'create', '--name', 'x'], 2],
    [['key', 'create', 'acme.example', '--name', 'x', '--expires', 'soon'], 2],
    [['person', 'invite', 'a@b.example', '--role', 'admin'], 2],
    [['person', 'invite', 'a@b.example', '--role', 'support', '--company', 'acme.example'], 2],
    [['setup-link', 'create', 'acme.example', '--target', 'pass-through'], 1],
    [['company', 'show', 'nobody.example'], 1],
    [['company', 'create', ...ACME, '--plan', 'pro'], 1],
  ])('answers %j with exit code %i, the reason on stderr', async (args, code) => {
    const run = await server.admin(...args);
    expect(run).toMatchObject({ code, stdout: '' });
    expect(run.stderr.trim()).not.toBe('');
  });

  it.each([
    ['--expires', 'key create acme.example --name x --expires 0d'],
    ['--expires', 'setup-link create acme.example --expires 99999999d'],
    ['--overlap', 'key rotate acme.example x --overlap 0s'],
  ])('names the range of a duration that is out of it: %s', async (option, line) => {
    const run = await server.admin(...line.split(' '));
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(option);
    expect(run.stderr).toContain('Give a whole number from 1 to 999999 and s, m, h or d, such as 90d.');
  });

  it.each([
    ['a b.example', 'is no domain; give one such as example.com'],
    ['example', 'has no ending such as .com'],
  ])('says what is wrong with the domain "%s"', async (domain, why) => {
    const run = await server.admin('domain', 'allow', 'acme.example', domain);
    expect(run).toMatchObject({ code: 1, stdout: '', stderr: `"${domain}" ${why}.\n` });
  });

  it('says which target is refused', async () => {
    const run = await server.admin('setup-link', 'create', '--help');
    expect(run.stdout.replace(/\s+/g, ' ')).toContain('where the key comes from (refused so far: pass-through)');
  });

  it('shows the configuration, and every problem with it', async () => {
    const run = await runAdminProcess(['config'], { PORT: 'x', HOST: '?' });
    expect(run.code).toBe(2);
    expect(run.stdout).toContain('PUBLIC_URL');
    expect(run.stderr).toMatch(/PORT[^]*HOST/);
  });
});
