import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

test('an admin invites somebody, who signs in by the link; disabled, they are out at once', async () => {
  const company = await world.server.company();
  const admin = await world.page();
  await signIn(world.server, admin.page, company.id);
  await admin.page.getByRole('link', { name: 'Admins' }).click();
  await admin.page.getByRole('button', { name: 'Invite a person' }).click();
  await admin.page.getByLabel('E-mail address').fill('ben@acme.example');
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click();
  const link = await admin.page.getByLabel('Sign-in link', { exact: true }).innerText();

  const ben = await world.page();
  await ben.page.goto(link);
  await ben.page.getByRole('button', { name: 'Sign in' }).click();
  await ben.page.getByText('ben@acme.example').waitFor();

  await admin.page.getByRole('button', { name: 'Disable ben@acme.example' }).click();
  await admin.page.getByText('Disabled', { exact: true }).waitFor();
  await ben.page.reload();
  await ben.page.getByRole('heading', { name: 'Sign in with a one-time link' }).waitFor();

  await admin.page.getByRole('button', { name: 'Remove ben@acme.example' }).click();
  await admin.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect.poll(() => admin.page.getByRole('row').count()).toBe(2);
  expect(admin.complaints).toEqual([]);
});

test('support sees the keys and admins of a company, and makes nothing that they would hold', async () => {
  const company = await world.server.company();
  await world.server.rules.people.invite('ana@acme.example', 'admin', company.id);
  const { page, complaints } = await world.page();
  await signIn(world.server, page, null);
  const base = `${world.server.publicUrl}/companies/${company.id}`;
  await page.goto(`${base}/people`);
  await page.getByRole('button', { name: 'Disable ana@acme.example' }).waitFor();
  await page.getByText(`--role admin --company ${company.domain}`).waitFor();
  expect(await page.getByRole('button', { name: /^(invite|new link)/i }).count()).toBe(0);

  await page.goto(`${base}/api-keys?replace=${company.keyId}`);
  await page.getByRole('button', { name: 'Revoke JumpCloud' }).waitFor();
  expect(await page.getByRole('button', { name: /replace|new key/i }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Add key' }).count()).toBe(0);
  await page.goto(`${base}/api-keys/new`);
  await page.getByText('only an admin of the company adds or replaces one').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  expect(complaints).toEqual([]);
});
