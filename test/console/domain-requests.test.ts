import { afterAll, beforeAll, expect, test } from 'vitest';
import { clipboardOf, signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

/** Support with the requests in front. */
async function supportAtRequests() {
  const watched = await world.page();
  await signIn(world.server, watched.page, null);
  await watched.page.getByRole('link', { name: 'Requests' }).click();
  await watched.page.locator('[data-live="live"]').waitFor();
  return watched;
}

test('the admin asks with one click, support allows, and the admin’s page goes on by itself', async () => {
  const company = await world.server.company({ name: 'Globex' });
  const support = await supportAtRequests();
  const admin = await world.page();
  await signIn(world.server, admin.page, company.id);
  await admin.page.getByRole('link', { name: 'Ask for the domain' }).click();
  await admin.page.getByRole('button', { name: 'Copy Request to Dialpad Support' }).click();
  await expect.poll(() => clipboardOf(admin.page)).toContain('as a secondary domain to our company Globex');
  await admin.page.getByRole('button', { name: 'Ask support to allow jumpcloud.com' }).click();
  await admin.page.locator('[data-domain-request="asked"]').waitFor();

  const row = support.page.getByRole('row', { name: /Globex/ });
  expect(await row.innerText()).toContain('admin@people.example');
  await row.getByRole('button', { name: 'Allow jumpcloud.com Globex' }).click();
  await row.waitFor({ state: 'detached' });

  await admin.page.getByRole('listitem').filter({ hasText: 'jumpcloud.com' }).waitFor();
  await admin.page.locator('[data-domain-request]').waitFor({ state: 'detached' });
  expect([...support.complaints, ...admin.complaints]).toEqual([]);
});

test('the holder of a setup link asks, reads why support declined, and asks again', async () => {
  const company = await world.server.company({ name: 'Initech' });
  const { url } = await world.server.rules.setup.sessions.createLink(company.id, { target: 'server' });
  const support = await supportAtRequests();
  const { page, complaints } = await world.page({ width: 390 });
  await page.goto(url);
  await page.getByRole('button', { name: 'Ask support to allow jumpcloud.com' }).click();
  await page.locator('[data-domain-request="asked"]').waitFor();

  const row = support.page.getByRole('row', { name: /Initech/ });
  expect(await row.innerText()).toContain('holder of a setup link');
  await row.getByRole('button', { name: /^Decline/ }).click();
  await support.page.getByLabel('Reason').fill('The contract is not signed yet.');
  await support.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await row.waitFor({ state: 'detached' });

  await page.locator('[data-domain-request="declined"]').getByText('The contract is not signed yet.').waitFor();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await row.waitFor();
  await row.getByRole('button', { name: /^Allow/ }).click();
  await page.locator('[data-step-row="secondary-domain"][data-state="done"]').waitFor();
  expect([...support.complaints, ...complaints]).toEqual([]);
});
