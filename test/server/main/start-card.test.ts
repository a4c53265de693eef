import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { startCard } from '../../../server/start-card.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { SECRET_KEY, testDialect } from '../kit/store.ts';

const EXTENSIONS = { chrome: '/chrome', firefox: '/firefox' };
const SETUP_LINK = /^ {2}(.* setup-link create .*)$/m;

describe('the start card', { timeout: 120_000 }, () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.close());

  const card = async (env: Record<string, string>, publicUrl: string) =>
    startCard({
      config: readConfig(env),
      publicUrl,
      signInUrl: `${publicUrl}/sign-in/x`,
      companies: await server.rules.companies.list(),
      extensions: EXTENSIONS,
    });

  it('gives a command that makes a link to this very server, whatever its settings are', async () => {
    await server.company();
    const [, command = ''] = SETUP_LINK.exec(await card(server.env, server.publicUrl)) ?? [];
    const { PATH = '', HOME = '' } = process.env;
    const secrets = testDialect === 'postgres' ? server.store.env : {};
    const { stdout } = await promisify(execFile)('sh', ['-c', command], { env: { PATH, HOME, ...secrets } });
    const [base, token = ''] = stdout.trim().split('/setup/');
    expect(base).toBe(server.publicUrl);
    const Authorization = `Bearer ${token}`;
    expect((await fetch(`${server.url}/api/setup/session`, { headers: { Authorization } })).status).toBe(200);
  });

  it('has plain commands where the settings are the usual ones', async () => {
    expect(await card({}, 'http://127.0.0.1:8080')).toMatch(/^ {2}npm run --silent admin -- setup-link create/m);
  });

  it('carries a path with a space as one word', async () => {
    const text = await card({ DATABASE_URL: "sqlite:/my data/it's.sqlite" }, 'http://127.0.0.1:8080');
    expect(text).toContain(
      "  DATABASE_URL='sqlite:/my data/it'\\''s.sqlite' npm run --silent admin -- setup-link create",
    );
  });

  it('shows no password of a database, and says that the commands need its address', async () => {
    const env = { DATABASE_URL: 'postgres://app:hush@db/scim', SECRET_KEY };
    const text = await card(env, 'https://scim.example.com');
    expect(text).not.toContain('hush');
    expect(text).toContain('  PUBLIC_URL=https://scim.example.com npm run --silent admin -- setup-link create');
    expect(text).toMatch(/need the server's DATABASE_URL and SECRET_KEY/);
  });
});
