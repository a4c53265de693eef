import { afterAll, beforeAll, expect, test } from 'vitest';
import { allowJumpCloud, scrollsSideways, signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

test('who is not signed in is told about one-time links, and signing out leads there', async () => {
  const { page } = await world.page();
  await page.goto(world.server.publicUrl);
  await page.getByRole('heading', { name: 'Sign in with a one-time link' }).waitFor();
  expect(await page.title()).toBe('Sign in with a one-time link · JumpCloud setup');

  const company = await world.server.company();
  await signIn(world.server, page, company.id);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign in with a one-time link' }).waitFor();
});

test('support creates a company, allows a domain and revokes it, and changes the plan', async () => {
  const { page, complaints } = await world.page();
  await signIn(world.server, page, null);
  await page.getByRole('heading', { name: 'Companies', level: 1 }).waitFor();
  await page.getByRole('link', { name: 'Create company' }).first().click();
  await page.getByLabel('Company name').fill('Globex');
  await page.getByLabel('Primary domain').fill('Globex.example');
  await page.getByLabel('Ai Voice').check();
  await page.getByLabel('Standard').check();
  await page.getByText('Ai Voice on Standard may not use SCIM.').waitFor();
  await page.getByRole('button', { name: 'Create company' }).click();

  await page.getByRole('heading', { name: 'Globex', level: 1 }).waitFor();
  await page.getByText('This plan may not use SCIM').waitFor();
  await page.getByRole('link', { name: 'See the plan' }).click();
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('dialog').getByLabel('Enterprise').check();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByText('May use SCIM', { exact: true }).waitFor();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Domains' }).click();
  await page.getByRole('button', { name: 'Allow jumpcloud.com' }).click();
  await page.getByRole('button', { name: 'Revoke jumpcloud.com' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Allow jumpcloud.com' }).waitFor();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Companies' }).click();
  await page.getByLabel('Search by name or domain').fill('globex');
  await expect.poll(() => page.getByRole('row').count()).toBe(2);
  expect(complaints).toEqual([]);
});

test('an admin finds users by name and state, page by page; test users are hidden until asked for', async () => {
  const company = await world.server.company({ allowed: ['jumpcloud.com'] });
  const scim = world.server.scim(company.key);
  for (let number = 1; number <= 55; number += 1) {
    const name = { givenName: 'Person', familyName: String(number).padStart(2, '0') };
    await scim.post('/Users', { userName: `p${String(number)}@${company.domain}`, name, active: number !== 7 });
  }
  await scim.post('/Users', { userName: 'probe@jumpcloud.com', name: { givenName: 'Probe', familyName: 'User' } });

  const { page, complaints, requested } = await world.page();
  await signIn(world.server, page, company.id);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/users`);
  await page.getByText('50 of 55').waitFor();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByText('5 of 55', { exact: true }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Previous' }).click();
  await page.getByText('50 of 55').waitFor();

  await page.getByLabel('Suspended').check();
  await page.getByText('1 in all').waitFor();
  await page.getByRole('table').getByRole('link').click();
  await page.getByText('its JumpCloud password expired').waitFor();
  await page.getByText(`Created by JumpCloud`).waitFor();
  await page.getByText(`key …${company.key.slice(-4)}`).waitFor();
  await page.getByText('name.familyName').waitFor();

  await page.goBack();
  await page.getByLabel('Test users', { exact: true }).check();
  await page.getByLabel('Search by name or userName').fill('probe@');
  await page.getByText('1 on this page').waitFor();
  await page.reload();
  await page.getByText('Test user', { exact: true }).waitFor();
  // What was searched for is somebody's name: it is behind the #, and in no request's address.
  expect(new URL(page.url()).hash).toContain('probe');
  expect(requested.filter((url) => url.includes('probe'))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('an admin makes a setup link, watches its checklist live, and revokes it', async () => {
  const company = await world.server.company();
  const { page, complaints } = await world.page();
  await signIn(world.server, page, company.id);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/setup`);
  await page.getByRole('button', { name: 'Create setup link' }).first().click();
  await page.getByRole('button', { name: 'Create setup link' }).click();
  await page.getByText('Give this link to the admin').waitFor();
  await page.getByText('can follow and report this set-up, and nothing else').waitFor();
  const link = await page.getByRole('link', { name: 'Open it here' }).getAttribute('href');
  expect(link).toMatch(new RegExp(`^${world.server.publicUrl}/setup/`));
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('table').getByRole('link').click();
  await page.locator('[data-step-row="eligibility"][data-state="done"]').waitFor();
  await allowJumpCloud(world.server, company.id);
  await page.locator('[data-step-row="secondary-domain"][data-state="done"]').waitFor();

  await world.server.rules.setup.sessions.connect(
    new URL(link ?? '').pathname.split('/').at(-1) ?? '',
    'Chrome on Linux',
  );
  await page.getByRole('button', { name: 'Remove Chrome on Linux' }).click();
  await page.getByText('No browser is connected with the assistant.').waitFor();

  await page.goBack();
  await page.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke link' }).click();
  await page.getByRole('row', { name: /Revoked/ }).waitFor();
  expect(complaints).toEqual([]);
});

test('the link of a set-up whose key is made here says that its holder may make it', async () => {
  const company = await world.server.company();
  const { page } = await world.page();
  await signIn(world.server, page, company.id);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/setup`);
  await page.getByRole('button', { name: 'Create setup link' }).first().click();
  await page.getByRole('radio', { name: /^This server/ }).check();
  await page.getByRole('button', { name: 'Create setup link' }).click();
  await page.getByText('can follow and report this set-up and create its one API key, and nothing else').waitFor();
});

test('what somebody changes on the page of a set-up, or of requests, is shown there though the stream tells nothing', async () => {
  const company = await world.server.company({ name: 'Initech' });
  const link = await world.server.rules.setup.sessions.createLink(company.id, { target: 'server' });
  const token = new URL(link.url).pathname.split('/').at(-1) ?? '';
  await world.server.rules.setup.sessions.connect(token, 'Chrome on Linux');
  const [admin, support] = await Promise.all([world.page(), world.page()]);
  for (const { page } of [admin, support]) await page.route(/\/events$/, (route) => route.abort());

  await signIn(world.server, admin.page, company.id);
  await admin.page.goto(`${world.server.publicUrl}/companies/${company.id}/setup/${link.id}`);
  await admin.page.getByRole('button', { name: 'Remove Chrome on Linux' }).click();
  await admin.page.getByText('No browser is connected with the assistant.').waitFor();
  await admin.page.getByRole('button', { name: 'Share with Dialpad Support' }).click();
  await admin.page.getByRole('button', { name: 'End sharing' }).waitFor();

  await signIn(world.server, support.page, null);
  await support.page.goto(`${world.server.publicUrl}/companies/${company.id}/setup/${link.id}`);
  await support.page.getByLabel('Message').fill('Save comes last.');
  await support.page.getByRole('button', { name: 'Send' }).click();
  await support.page.locator('[data-sent="unread"]', { hasText: 'Save comes last.' }).waitFor();

  await admin.page.goto(`${world.server.publicUrl}/companies/${company.id}/domains`);
  await admin.page.getByRole('button', { name: 'Ask support to allow jumpcloud.com' }).click();
  await support.page.goto(`${world.server.publicUrl}/requests`);
  const allow = support.page.getByRole('button', { name: 'Allow jumpcloud.com Initech' });
  await allow.click();
  await allow.waitFor({ state: 'detached' });
});

test('another company, and an address that names nothing, are answered kindly', async () => {
  const [own, other] = [await world.server.company(), await world.server.company()];
  const { page } = await world.page();
  await signIn(world.server, page, own.id);
  for (const path of [`/companies/${other.id}/users`, `/companies/${own.id}/nonsense`, '/nonsense']) {
    await page.goto(world.server.publicUrl + path);
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
    expect(await page.title()).toBe('There is nothing here · JumpCloud setup');
    // Trying again finds no more than before.
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await page.getByRole('main').getByRole('link', { name: 'Go to the start page' }).waitFor();
  }
});

test('no page makes a phone scroll sideways', async () => {
  const company = await world.server.company();
  await world.server.scim(company.key).post('/Users', {
    userName: `a.very.long.name.that.hardly.fits.into.a.narrow.table@${company.domain}`,
  });
  const link = await world.server.rules.setup.sessions.createLink(company.id, { target: 'server' });
  const { page } = await world.page({ width: 390, colorScheme: 'dark' });
  await signIn(world.server, page, company.id);
  const base = `${world.server.publicUrl}/companies/${company.id}`;
  for (const url of [
    base,
    `${base}/api-keys`,
    `${base}/api-keys/new`,
    `${base}/users`,
    `${base}/activity`,
    `${base}/setup`,
    link.url,
  ]) {
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect.poll(() => page.locator('.skeleton').count()).toBe(0);
    expect(await scrollsSideways(page), url).toBe(false);
  }
});
