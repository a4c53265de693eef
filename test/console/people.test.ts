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
