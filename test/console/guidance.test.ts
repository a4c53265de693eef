import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

test('support guides a session that the admin shares, and sees nothing before and after', async () => {
  const company = await world.server.company({ name: 'Globex' });
  const link = await world.server.rules.setup.sessions.createLink(company.id, { target: 'server' });
  const support = await world.page();
  await signIn(world.server, support.page, null);
  await support.page.goto(`${world.server.publicUrl}/companies/${company.id}/setup/${link.id}`);
  await support.page.getByText('The admin has not shared this set-up').waitFor();

  const holder = await world.page({ width: 390 });
  await holder.page.goto(link.url);
  await holder.page.getByRole('button', { name: 'Share with Dialpad Support' }).click();
  await support.page.getByRole('heading', { name: 'Guide the admin' }).waitFor();
  await holder.page.getByText('Looking on now: support@people.example.').waitFor();

  await support.page.getByLabel('Message').fill('Skip this: your form asks for a test address.');
  await support.page.getByLabel('Step to point to').selectOption('secondary-domain');
  await support.page.getByRole('button', { name: 'Send', exact: true }).click();
  const message = holder.page.locator('[data-support-message]');
  await message.getByText('Message from Dialpad Support').waitFor();
  expect(await message.innerText()).toContain('Skip this: your form asks for a test address.');
  expect(await message.innerText()).toContain('Support points to this step: Have jumpcloud.com added');
  await message.getByRole('button', { name: 'Dismiss' }).click();
  await message.waitFor({ state: 'detached' });
  await support.page.locator('[data-sent="read"]').waitFor();

  await support.page.getByRole('button', { name: 'Show to copy' }).click();
  await support.page.getByText('# JumpCloud set-up of Globex').waitFor();
  const [download] = await Promise.all([
    support.page.waitForEvent('download'),
    support.page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^setup-session-\w+\.md$/);

  await holder.page.getByRole('button', { name: 'End sharing' }).click();
  await support.page.getByText('The admin has not shared this set-up').waitFor();
  expect(await support.page.getByText('What the server saw').count()).toBe(0);
  expect([...support.complaints, ...holder.complaints]).toEqual([]);
});

test('the admin shares in the console, and reads in the audit log what support did', async () => {
  const company = await world.server.company({ name: 'Initech' });
  const link = await world.server.rules.setup.sessions.createLink(company.id, { target: 'server' });
  const admin = await world.page();
  await signIn(world.server, admin.page, company.id);
  await admin.page.goto(`${world.server.publicUrl}/companies/${company.id}/setup/${link.id}`);
  await admin.page.getByRole('button', { name: 'Share with Dialpad Support' }).click();

  const support = await world.page();
  await signIn(world.server, support.page, null);
  await support.page.getByRole('link', { name: 'Live setups' }).click();
  await support.page
    .getByRole('row', { name: /Initech/ })
    .getByText('Shared with you')
    .waitFor();
  await support.page.getByRole('link', { name: 'Initech' }).click();
  await admin.page.getByText('Looking on now: support@people.example.').waitFor();
  await support.page.getByLabel('Message').fill('Hello');
  await support.page.getByRole('button', { name: 'Send', exact: true }).click();
  await admin.page.locator('[data-support-message]').getByText('Hello').waitFor();

  await admin.page.getByRole('button', { name: 'End sharing' }).click();
  await admin.page.getByRole('link', { name: 'Audit log' }).click();
  await admin.page.getByText('Opened a shared setup session').waitFor();
  await admin.page.getByText('Sent a message to a setup session').waitFor();
  await admin.page.getByText('Ended sharing a setup session').waitFor();
  expect([...support.complaints, ...admin.complaints]).toEqual([]);
});
