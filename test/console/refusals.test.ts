import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

test('an address that is none is refused at its field, in one sentence', async () => {
  const company = await world.server.company();
  const { page } = await world.page();
  await signIn(world.server, page, company.id);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/people`);
  await page.getByRole('button', { name: 'Invite a person' }).click();
  await page.getByLabel('E-mail address').fill('notmail');
  await page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click();

  await expectRefusal(page, 'E-mail address', 'Give an e-mail address such as ana@acme.example.');
});

test('a domain that is none is refused at its field, in one sentence', async () => {
  const company = await world.server.company();
  const { page } = await world.page();
  await signIn(world.server, page, null);
  const sentence = 'Give a domain such as acme.example, without @ and without https://.';
  await page.goto(`${world.server.publicUrl}/companies/new`);
  await page.getByLabel('Company name').fill('Globex');
  await page.getByLabel('Primary domain').fill('http://foo bar');
  await page.getByRole('button', { name: 'Create company' }).click();
  await expectRefusal(page, 'Primary domain', sentence);

  await page.goto(`${world.server.publicUrl}/companies/${company.id}/domains`);
  await page.getByRole('button', { name: 'Allow a domain' }).click();
  await page.getByLabel('Domain to allow').fill('foo');
  await page.getByRole('dialog').getByRole('button', { name: 'Allow', exact: true }).click();
  await expectRefusal(page, 'Domain to allow', sentence);
});

test('a name that is too long is refused instead of cut; a long one keeps the buttons beside it in sight', async () => {
  const company = await world.server.company();
  const { page } = await world.page();
  await signIn(world.server, page, company.id);
  await page.goto(`${world.server.publicUrl}/companies/${company.id}/api-keys/new`);
  await page.getByLabel('Name').fill('x'.repeat(81));
  await page.getByRole('button', { name: 'Save' }).click();
  await expectRefusal(page, 'Name', 'Give 80 characters at most.');

  await page.getByLabel('Name').fill('x'.repeat(80));
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'I saved the key' }).click();
  await page.getByRole('button', { name: /^Revoke xxx/ }).waitFor();
  const frame = await page.locator('.table-frame').evaluate((one) => [one.scrollWidth, one.clientWidth]);
  expect(frame[0]).toBe(frame[1]);
});

/** The field says the sentence and nothing else, has the focus, and nothing else on the page complains. */
async function expectRefusal(page: Page, label: string, sentence: string): Promise<void> {
  await page.getByRole('alert').waitFor();
  expect(await page.getByRole('alert').allInnerTexts()).toEqual([sentence]);
  const field = page.getByLabel(label);
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  const described = (await field.getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`#${described.split(' ').at(-1) ?? ''}`).innerText()).toBe(sentence);
}
