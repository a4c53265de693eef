import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiKeyKind } from '../../shared/api-key.ts';
import { signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

async function adminOf(companyId: string, path = '') {
  const watched = await world.page();
  await signIn(world.server, watched.page, companyId);
  await watched.page.goto(`${world.server.publicUrl}/companies/${companyId}${path}`);
  return watched;
}

test('the start page follows JumpCloud’s calls by itself, and leads to what failed', async () => {
  const company = await world.server.company({ allowed: ['jumpcloud.com'] });
  const { page, complaints } = await adminOf(company.id);
  await page.getByText('Waiting for JumpCloud').waitFor();
  await page.getByText('JumpCloud has not called yet.').waitFor();

  const scim = world.server.scim(company.key);
  await scim.post('/Users', { userName: `ada@${company.domain}`, displayName: 'Ada' });
  await page.locator('[data-connection="connected"]').waitFor();
  await page.locator('[data-count="active"]').getByText('1', { exact: true }).waitFor();
  await page.getByText('Nothing needs your attention').waitFor();
  await page.getByRole('img', { name: 'Calls by the hour: 1 call, 0 failed.' }).waitFor();

  await scim.post('/Users', { userName: 'eve@elsewhere.example' });
  await page.getByRole('link', { name: 'See the failed calls' }).click();
  await page.locator('.call[data-status="400"]').waitFor();
  expect(await page.locator('.call').count()).toBe(1);
  expect(complaints).toEqual([]);
});

test('a key that ends soon is told on the start page, and replaced while the old one works on', async () => {
  const company = await world.server.company({ allowed: ['jumpcloud.com'] });
  const record = await world.server.rules.companies.find(company.id);
  const { secret } = await world.server.rules.keys.create(record, {
    name: 'Short',
    createdBy: 'test',
    expiresInMs: 5 * 86_400_000,
  });
  const { page, complaints } = await adminOf(company.id);
  await page.getByRole('link', { name: 'Replace this key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Replace “Short”' });
  await dialog.getByLabel('30 days').check();
  await dialog.getByRole('button', { name: 'Make the new key' }).click();
  await page.getByText('It will not be visible again.').waitFor();
  const made = await page.locator('[data-created-key] code').innerText();
  expect(apiKeyKind(made)).toBe('ours');
  await page.getByRole('button', { name: 'I saved the key' }).click();
  await expect.poll(() => page.getByRole('row', { name: /Short/ }).count()).toBe(2);
  for (const key of [made, secret.reveal()]) expect((await world.server.scim(key).get('/Users')).status).toBe(200);
  expect(await page.content()).not.toContain(made);
  expect(complaints).toEqual([]);
});

test('settings are saved, and a deleted user is found among the removed ones from then on', async () => {
  const company = await world.server.company();
  const scim = world.server.scim(company.key);
  const { id } = (await scim.post('/Users', { userName: `ada@${company.domain}`, displayName: 'Ada L' })).body;
  const { page, complaints } = await adminOf(company.id, '/settings');
  await page.getByLabel(/Keep a suspended copy/).check();
  await page.getByRole('group', { name: 'Keep such copies for' }).getByLabel('For good').check();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Saved. It counts from now on.').waitFor();
  await page.reload();
  expect(await page.getByLabel('For good').isChecked()).toBe(true);

  await scim.delete(`/Users/${id ?? ''}`);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/users?state=removed`);
  await page.getByRole('link', { name: 'Ada L' }).click();
  await page.getByText('JumpCloud deleted this user').waitFor();
  await page.getByText('Deleted by JumpCloud').waitFor();
  expect(complaints).toEqual([]);
});
