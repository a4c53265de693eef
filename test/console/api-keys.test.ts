import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiKeyKind } from '../../shared/api-key.ts';
import { clipboardOf, signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

test('an admin adds a key by the article’s path, sees it once, and finds it in the list without its value', async () => {
  const company = await world.server.rules.companies.create({
    name: 'Acme',
    primaryDomain: 'keys.example',
    product: 'ai-voice',
    plan: 'pro',
  });
  const { page, complaints } = await world.page();
  await signIn(world.server, page, company.id);

  const main = page.getByRole('main');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'API Keys' }).click();
  await page.getByRole('heading', { name: 'API Keys', level: 1 }).waitFor();
  expect(await page.getByRole('navigation', { name: 'You are here' }).innerText()).toMatch(
    /Admin Settings\s*My Company\s*Authentication\s*API Keys/,
  );
  await main.getByRole('link', { name: 'Add key' }).first().click();

  await page.getByLabel('Name').fill('Our JumpCloud');
  await page.getByLabel('90 days').check();
  const scopes = page.getByRole('group', { name: 'Default scopes (already selected)' }).getByRole('checkbox');
  expect(await scopes.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByText('It will not be visible again.').waitFor();
  const key = await main.locator('[data-created-key] code').innerText();
  expect(apiKeyKind(key)).toBe('ours');
  await page.getByRole('button', { name: 'Copy API key' }).click();
  await page.getByRole('button', { name: 'Copy API key' }).getByText('Copied').waitFor();
  expect(await clipboardOf(page)).toBe(key);
  expect((await world.server.scim(key).get('/Users')).status).toBe(200);

  await page.getByRole('button', { name: 'I saved the key' }).click();
  const row = page.getByRole('row', { name: /Our JumpCloud/ });
  await row.waitFor();
  expect(await row.innerText()).toContain(`dpk_…${key.slice(-4)}`);
  expect(await row.innerText()).toContain('by admin@people.example');
  await page.goBack();
  await page.reload();
  expect(await page.content()).not.toContain(key);
  expect(complaints).toEqual([]);
});

test('a revoked key is asked about first, and then refused at once', async () => {
  const company = await world.server.company();
  const { page } = await world.page();
  await signIn(world.server, page, company.id);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/api-keys`);

  await page.getByRole('button', { name: 'Revoke JumpCloud' }).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.innerText()).toContain('This cannot be undone.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect((await world.server.scim(company.key).get('/Users')).status).toBe(200);

  await page.getByRole('button', { name: 'Revoke JumpCloud' }).click();
  await dialog.getByRole('button', { name: 'Revoke key' }).click();
  await page.getByRole('row', { name: /Revoked/ }).waitFor();
  expect((await world.server.scim(company.key).get('/Users')).status).toBe(401);
});

test('a company whose plan may not use SCIM is told so instead of being given a form', async () => {
  const company = await world.server.rules.companies.create({
    name: 'Small',
    primaryDomain: 'small.example',
    product: 'ai-voice',
    plan: 'standard',
  });
  const { page } = await world.page();
  await signIn(world.server, page, company.id);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/api-keys/new`);

  await page.getByRole('alert').getByText('A key cannot be created').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
});

test('a key may end on a day, and only on one to come', async () => {
  const company = await world.server.company();
  const { page } = await world.page();
  await signIn(world.server, page, company.id);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/api-keys/new`);

  await page.getByLabel('On a date').check();
  await page.getByLabel('Expiration date').fill('2020-01-31');
  await page.getByText('Choose a day in the future.').waitFor();
  await page.getByRole('button', { name: 'Save' }).click();
  expect(await page.locator('[data-created-key]').count()).toBe(0);

  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Expiration date').fill(day);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('[data-created-key]').waitFor();
  const newest = (await world.server.rules.keys.list(company.id)).find((key) => key.expiresAt !== null);
  expect(newest?.expiresAt?.slice(0, 10) ?? '').toMatch(new RegExp(`${day}|${nextDay(day)}`));
});

/** The end of a day may be on the next one in UTC. */
function nextDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
