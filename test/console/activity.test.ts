import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

test('shows calls as they arrive, newest first, each explained and with its details, and narrows them', async () => {
  const company = await world.server.company();
  const scim = world.server.scim(company.key);
  const { page, complaints } = await world.page();
  await signIn(world.server, page, company.id);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click();
  await page.getByText('No call yet').waitFor();
  await page.getByText('Live', { exact: true }).waitFor();

  await scim.post('/Users', { userName: `ada@${company.domain}`, name: { givenName: 'Ada', familyName: 'L' } });
  await page.getByText('JumpCloud created a user.').waitFor();
  await scim.post('/Users', { userName: 'eve@elsewhere.example' });
  await page.getByText(/its address is on elsewhere\.example, which is not allowed/).waitFor();

  const calls = page.locator('.call');
  expect(await calls.evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['status']))).toEqual([
    '400',
    '201',
  ]);
  await calls.last().getByText('Details').click();
  await calls.last().getByText('name.givenName').first().waitFor();
  await calls.last().getByText('Status 201').waitFor();
  expect(await calls.last().innerText()).not.toMatch(/Ada|ada@/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Export as CSV' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('activity.csv');

  await page.getByLabel('Failed only').check();
  await expect.poll(() => calls.count()).toBe(1);
  await page.getByText('Live', { exact: true }).waitFor();
  await scim.get('/Users');
  await scim.post('/Users', { userName: 'eve@elsewhere.example' });
  await expect.poll(() => calls.count()).toBe(2);
  await page.reload();
  await page
    .getByText(/its address is on elsewhere\.example/)
    .first()
    .waitFor();
  expect(await calls.count()).toBe(2);
  expect(await page.getByRole('main').innerText()).not.toContain('eve@');
  expect(complaints).toEqual([]);
});
