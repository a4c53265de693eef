import { OAuth2Server } from 'oauth2-mock-server';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startConsole, type ConsoleWorld } from './kit/browser.ts';

let provider: OAuth2Server;
let world: ConsoleWorld;
/** Whom the provider has signed in. */
let email = '';

beforeAll(async () => {
  provider = new OAuth2Server();
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, '127.0.0.1');
  provider.service.on('beforeTokenSigning', ({ payload }: { payload: Record<string, unknown> }) => {
    Object.assign(payload, { email, email_verified: true });
  });
  const settings = { OIDC_CLIENT_ID: 'scim', OIDC_CLIENT_SECRET: 'a-client-secret' };
  world = await startConsole({ env: { OIDC_ISSUER: provider.issuer.url ?? '', ...settings } });
});
afterAll(async () => {
  await world.close();
  await provider.stop();
});

async function pressButton(page: Page): Promise<void> {
  await page.goto(world.server.publicUrl);
  await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  await page.getByRole('link', { name: 'Sign in with your company account' }).click();
}

test('an admin presses the button, signs in at their provider, and is in the console', async () => {
  const company = await world.server.company({ name: 'Globex' });
  await world.server.rules.people.invite('ana@globex.example', 'admin', company.id);
  email = 'ana@globex.example';
  const { page, complaints, requested } = await world.page();
  await pressButton(page);
  await page.getByRole('heading', { name: 'Globex', exact: true, level: 1 }).waitFor();
  expect(await page.getByText('ana@globex.example').count()).toBeGreaterThan(0);
  expect(requested.some((url) => url.startsWith(provider.issuer.url ?? 'none'))).toBe(true);
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('link', { name: 'Sign in with your company account' }).waitFor();
  expect(complaints).toEqual([]);
});

test('who was not invited reads why and what to do, and gets back to the sign-in page', async () => {
  email = 'stranger@globex.example';
  const { page, complaints } = await world.page({ width: 390 });
  await pressButton(page);
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  await page.getByText('stranger@globex.example is not invited here').waitFor();
  await page.getByRole('link', { name: 'Back to sign-in' }).click();
  await page.getByRole('link', { name: 'Sign in with your company account' }).waitFor();
  expect(complaints).toEqual([]);
});
