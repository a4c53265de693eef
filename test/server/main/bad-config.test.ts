import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { reasonOf } from '../../../server/fail.ts';
import { runAdmin } from '../kit/admin.ts';
import { startTestServer } from '../kit/start.ts';

const PREPARE = fileURLToPath(new URL('../../../server/prepare.ts', import.meta.url));
const SECRET = 'a-client-secret-of-the-test';
const HALF = { OIDC_ISSUER: 'https://login.example.com', OIDC_CLIENT_SECRET: SECRET };

it('`npm start` with half of a provider’s settings says at once which are missing, and exits with 2', async () => {
  const env = { ...process.env, PORT: '0', DATABASE_URL: 'sqlite:/nowhere/app.sqlite', ...HALF };
  const child = spawn(process.execPath, ['--import', 'tsx', PREPARE], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, told] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'close')]);
  expect(child.exitCode).toBe(2);
  expect(said).toContain(
    'OIDC_CLIENT_ID must be set, too: OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET go together.',
  );
  expect(said + told).not.toContain(SECRET);
  expect(said).not.toContain(' at ');
});

it('`admin config` shows what is set of them, and never the secret', async () => {
  const run = await runAdmin(['config'], { ...HALF, OIDC_CLIENT_ID: 'scim' });
  const line = (name: string) => run.stdout.split('\n').find((candidate) => candidate.startsWith(name)) ?? '';
  expect(run.code).toBe(0);
  expect(line('OIDC_ISSUER')).toContain('https://login.example.com');
  expect(line('OIDC_CLIENT_ID')).toContain('scim');
  expect(line('OIDC_CLIENT_SECRET')).toContain('********');
  expect(run.stdout + run.stderr).not.toContain(SECRET);
});

it('a server that can not listen at HOST says so', async () => {
  const why = await startTestServer({ env: { HOST: 'nosuch.invalid' } }).then(() => 'started', reasonOf);
  expect(why).toMatch(/^getaddrinfo .*nosuch\.invalid\. .*: check HOST\.$/);
});
