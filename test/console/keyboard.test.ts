import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

test('who revokes a key by keyboard stands at the page’s heading, and is told of it', async () => {
  const company = await world.server.company();
  const page = await openPage(company.id, 'api-keys');
  const revoke = page.getByRole('button', { name: 'Revoke JumpCloud' });
  await revoke.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).press('Enter');
  await expectFocus(page, 'Revoke JumpCloud');

  await revoke.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).press('Enter');
  await revoke.waitFor({ state: 'detached' });
  await expectFocus(page, 'API Keys');
  await page.getByRole('status').getByText('“JumpCloud” was revoked').waitFor();
});

test('a key is replaced from the overlap that is chosen, and the new key’s heading has the focus', async () => {
  const company = await world.server.company();
  const page = await openPage(company.id, 'api-keys');
  await page.getByRole('button', { name: 'Replace JumpCloud' }).press('Enter');
  await page.getByRole('dialog').waitFor();
  await expectFocus(page, '7 days');

  await page.getByRole('button', { name: 'Make the new key' }).press('Enter');
  await page.getByText('It will not be visible again.').waitFor();
  await expectFocus(page, 'Save this key now');
  await page.getByRole('button', { name: 'I saved the key' }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expectFocus(page, 'Replace JumpCloud');
});

test('the form for a setup link, and then the link, take the focus; revoking it leaves it at the heading', async () => {
  const company = await world.server.company();
  const page = await openPage(company.id, 'setup');
  await page.getByRole('button', { name: 'Create setup link' }).first().press('Enter');
  await expectFocus(page, 'New setup link');
  await page.getByRole('button', { name: 'Create setup link' }).press('Enter');
  await page.getByText('Give this link to the admin').waitFor();
  await expectFocus(page, 'Give this link to the admin');
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await expectFocus(page, 'Set up JumpCloud');

  await page.getByRole('button', { name: 'Revoke' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke link' }).press('Enter');
  await page.getByRole('row', { name: /Revoked/ }).waitFor();
  await expectFocus(page, 'Set up JumpCloud');
  await page.getByRole('status').getByText('The setup link was revoked').waitFor();
});

test('after an invitation the focus is at the link that is to be sent', async () => {
  const company = await world.server.company();
  const page = await openPage(company.id, 'people');
  await page.getByRole('button', { name: 'Invite a person' }).press('Enter');
  await page.getByLabel('E-mail address').fill('ben@acme.example');
  await page.getByLabel('E-mail address').press('Enter');
  await page.getByRole('heading', { name: 'Send this link to the person' }).waitFor();
  await expectFocus(page, 'Send this link to the person');
});

test('what a search among users found is said, and so is that it found nobody', async () => {
  const company = await world.server.company();
  await world.server.scim(company.key).post('/Users', { userName: `ada@${company.domain}` });
  const page = await openPage(company.id, 'users');
  const said = page.getByRole('status').filter({ hasText: /\S/ });
  await said.getByText('1 in all').waitFor();
  await said.evaluate((region) => region.setAttribute('data-seen', ''));

  await page.getByLabel('Search by name or userName').fill('nobody');
  await page.locator('[data-seen]').getByText('No user matches').waitFor();
  await page.getByLabel('Search by name or userName').fill('ada');
  await page.locator('[data-seen]').getByText('1 on this page').waitFor();
});

test('Esc closes the menu of a narrow page and gives the focus back to its button', async () => {
  const company = await world.server.company();
  const page = await openPage(company.id, 'domains', 390);
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.press('Enter');
  await page.getByRole('link', { name: 'API Keys' }).focus();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'API Keys' }).waitFor({ state: 'hidden' });
  expect(await menu.getAttribute('aria-expanded')).toBe('false');
  await expectFocus(page, 'Menu');
});

test('the menu of a narrow page opens for who presses its button as soon as it is there', async () => {
  const company = await world.server.company();
  const { page } = await world.page({ width: 390 });
  await signIn(world.server, page, company.id);
  await page.addInitScript(pressMenuAtOnce);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/domains`);
  await page.getByRole('link', { name: 'API Keys' }).waitFor();
  expect(await page.getByRole('button', { name: 'Menu' }).getAttribute('aria-expanded')).toBe('true');
});

async function openPage(companyId: string, area: string, width = 1280): Promise<Page> {
  const { page } = await world.page({ width });
  await signIn(world.server, page, companyId);
  await page.goto(`${world.server.publicUrl}/companies/${companyId}/${area}`);
  return page;
}

/** Whatever has the focus is called so, once nothing is under way any more. */
async function expectFocus(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(nameOfFocused), { message: `focus at ${name}` }).toBe(name);
}

/** Runs in the page, before anything else does. */
function pressMenuAtOnce(): void {
  const observer = new MutationObserver(() => {
    const button = document.querySelector<HTMLElement>('.menu-button');
    if (!button) return;
    observer.disconnect();
    button.click();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page. */
function nameOfFocused(): string | null {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return null;
  const label = focused instanceof HTMLInputElement ? focused.labels?.item(0) : null;
  return focused.getAttribute('aria-label') ?? (label ?? focused).textContent;
}
