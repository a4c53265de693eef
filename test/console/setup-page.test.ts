import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { NewEvidence } from '../../shared/setup/evidence.ts';
import type { Flow, StepId } from '../../shared/setup/steps.ts';
import type { Target } from '../../shared/setup/targets.ts';
import { commonEn } from '../../shared/texts/common-en.ts';
import { setupPageEn } from '../../shared/texts/setup-page-en.ts';
import { allowJumpCloud, clipboardOf, startConsole, type ConsoleWorld } from './kit/browser.ts';

let world: ConsoleWorld;
beforeAll(async () => {
  world = await startConsole();
});
afterAll(() => world.close());

type Opened = { flow?: Flow; locale?: string };

async function openSetup(target: Target = 'server', { flow = 'setup', locale = 'en-US' }: Opened = {}) {
  const company = await world.server.company();
  const link = await world.server.rules.setup.sessions.createLink(company.id, { target, flow });
  const token = new URL(link.url).pathname.split('/').at(-1) ?? '';
  const watched = await world.page({ locale });
  await watched.page.goto(link.url);
  await watched.page.getByRole('heading', { level: 1 }).waitFor();
  return { company, link, token, ...watched };
}

function stepState(page: Page, step: StepId) {
  return page.locator(`[data-step-row="${step}"]`);
}

function stepIn(page: Page, step: StepId, state: string) {
  return page.locator(`[data-step-row="${step}"][data-state="${state}"]`);
}

/** What the assistant would tell the server. */
async function tell(token: string, step: StepId, fact: NewEvidence['fact']) {
  const evidence: NewEvidence[] = [{ step, fact, seenBy: 'page', note: null, fingerprint: null, ageMs: 0 }];
  const response = await fetch(`${world.server.url}/api/setup/evidence`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ evidence }),
  });
  expect(response.status).toBe(204);
}

test('fills itself in as support allows the domain, the assistant reports and JumpCloud calls', async () => {
  const { page, company, token, complaints } = await openSetup();
  await stepIn(page, 'eligibility', 'done').waitFor();
  expect(await stepState(page, 'secondary-domain').getAttribute('data-current')).toBe('');
  await page.getByText('jumpcloud.com is not an allowed domain yet').waitFor();

  await allowJumpCloud(world.server, company.id);
  await stepIn(page, 'secondary-domain', 'done').waitFor();
  await page.getByText('jumpcloud.com is not an allowed domain yet').waitFor({ state: 'detached' });

  await tell(token, 'dialpad.my-company', 'done');
  await stepIn(page, 'dialpad.my-company', 'done').waitFor();
  expect(await stepState(page, 'dialpad.my-company').innerText()).toContain('seen on the page');

  await world.server.scim(company.key).get('/Users?filter=userName%20eq%20%22a%40b.example%22');
  await page.getByText('JumpCloud looked for an account by name.').waitFor();
  expect(complaints).toEqual([]);
});

test('can be walked by hand: the admin’s word, a step passed over, and a word taken back', async () => {
  const { page } = await openSetup('dialpad');
  await stepState(page, 'secondary-domain').getByRole('button', { name: 'Skip this step' }).click();
  await stepIn(page, 'secondary-domain', 'skipped').waitFor();

  await stepState(page, 'dialpad.my-company').getByRole('button', { name: 'I did it' }).click();
  await stepIn(page, 'dialpad.my-company', 'done').waitFor();
  expect(await stepState(page, 'dialpad.my-company').innerText()).toContain('by your word');

  await stepState(page, 'dialpad.my-company')
    .getByRole('button', { name: /My Company/ })
    .click();
  await stepState(page, 'dialpad.my-company').getByRole('button', { name: 'Not done after all' }).click();
  await stepIn(page, 'dialpad.my-company', 'open').waitFor();
});

test('says what the server saw when the admin reports that JumpCloud failed', async () => {
  const { page, company } = await openSetup();
  await stepState(page, 'secondary-domain').getByRole('button', { name: 'Skip this step' }).click();
  await stepIn(page, 'secondary-domain', 'skipped').waitFor();
  for (const step of MANUAL_STEPS) {
    await open(page, step);
    await stepState(page, step).getByRole('button', { name: 'I did it' }).click();
    await stepIn(page, step, 'done').waitFor();
  }
  await world.server.scim(company.key).post('/Users', { userName: 'test@elsewhere.example', name: {} });
  await open(page, 'jumpcloud.test-connection');
  await stepState(page, 'jumpcloud.test-connection').getByRole('button', { name: 'JumpCloud says it failed' }).click();
  await page.getByText('elsewhere.example').first().waitFor();
});

test('says that a page in the admin’s browser asks them something, for as long as it does', async () => {
  const { page, company, token } = await openSetup();
  await allowJumpCloud(world.server, company.id);
  for (const step of MANUAL_STEPS) await tell(token, step, 'done');
  await tell(token, 'jumpcloud.test-connection', 'pressed');
  await tell(token, 'jumpcloud.test-connection', 'page-asks');
  const notice = page.getByText('JumpCloud’s page asks something');
  await notice.waitFor();
  await tell(token, 'jumpcloud.test-connection', 'page-answered');
  await notice.waitFor({ state: 'detached' });
});

const MANUAL_STEPS: StepId[] = [
  'dialpad.my-company',
  'dialpad.authentication',
  'dialpad.api-keys',
  'dialpad.add-key',
  'dialpad.generate-key',
  'dialpad.save-key',
  'jumpcloud.open-application',
  'jumpcloud.identity-management',
  'jumpcloud.configuration-settings',
  'jumpcloud.scim-version',
  'jumpcloud.base-url',
  'jumpcloud.token-key',
  'jumpcloud.test-user-email',
];

/** Opens a step's row. The page opens the next step by itself, perhaps between our look and our click: so it looks again. */
async function open(page: Page, step: StepId) {
  const head = stepState(page, step).getByRole('button').first();
  const isOpen = () => head.getAttribute('aria-expanded');
  await expect
    .poll(async () => {
      if ((await isOpen()) === 'false') await head.click();
      return isOpen();
    })
    .toBe('true');
}

test.each([
  ['de-CH', 'setup', 'JumpCloud mit Dialpad verbinden für', 'Lassen Sie den Assistenten mitarbeiten'],
  ['ja', 'replace-key', 'の JumpCloud のキーを交換する', 'アシスタントと一緒に進める'],
] as const)('speaks the language of a browser in %s, of the flow %s', async (locale, flow, title, assistant) => {
  const { page, complaints } = await openSetup('server', { flow, locale });
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain(title);
  await page.getByRole('heading', { name: assistant }).waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(locale.slice(0, 2));
  const shown = await page.locator('#app').innerText();
  expect(englishSentences().filter((sentence) => shown.includes(sentence))).toEqual([]);
  expect(complaints).toEqual([]);
});

/** Whole sentences that only an English page says. */
function englishSentences(said: unknown = { common: commonEn, setupPage: setupPageEn }): string[] {
  if (typeof said === 'string') return said.length > 20 ? [said] : [];
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(englishSentences) : [];
}

test('has a copy button for every value that is needed', async () => {
  const { page, company, link } = await openSetup();
  await page.getByRole('button', { name: 'Copy Base URL' }).click();
  await expect.poll(() => clipboardOf(page)).toBe(`${world.server.publicUrl}/scim/v2`);
  await page.getByRole('button', { name: 'Copy Request to Dialpad Support' }).click();
  await expect.poll(() => clipboardOf(page)).toContain('jumpcloud.com');
  expect(await clipboardOf(page)).toContain(company.domain);
  await page.getByRole('button', { name: 'Make a test address' }).click();
  await page.getByRole('button', { name: 'Copy Test User Email' }).click();
  await expect.poll(() => clipboardOf(page)).toContain(`@${company.domain}`);
  await page.getByRole('button', { name: 'Copy Setup link' }).click();
  await expect.poll(() => clipboardOf(page)).toBe(link.url);
});

test('in a self-hosted session, creates its one key and shows it once', async () => {
  const { page, company } = await openSetup('self-hosted');
  await stepIn(page, 'dialpad.my-company', 'not-needed').waitFor();
  await page.getByRole('button', { name: 'Create the API key', exact: true }).click();
  await page.getByText('It will not be visible again.').waitFor();
  await page.getByRole('button', { name: 'Copy API key' }).click();
  await expect.poll(() => clipboardOf(page)).toMatch(/^dpk_/);
  expect((await world.server.scim(await clipboardOf(page)).get('/Users')).status).toBe(200);
  expect((await world.server.rules.keys.list(company.id)).length).toBe(2);
});

test('keeps its token to itself: one origin only, and in no address but its own', async () => {
  const { page, token, requested, link } = await openSetup();
  await page.getByRole('button', { name: 'Make a test address' }).click();
  await page.getByRole('button', { name: 'Copy Test User Email' }).waitFor();
  const origins = new Set(requested.map((url) => new URL(url).origin));
  expect([...origins]).toEqual([world.server.publicUrl]);
  expect(requested.filter((url) => url.includes(token))).toEqual([link.url]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  const answer = await fetch(link.url);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(world.server.log()).not.toContain(token);
});

test('says so when the link is revoked while the page is open, and when it never was one', async () => {
  const { page, company, link } = await openSetup();
  await world.server.rules.setup.sessions.revokeLink(company.id, link.id);
  await page.getByRole('heading', { name: 'This setup link does not work any more' }).waitFor();

  await page.goto(`${world.server.publicUrl}/setup/not-a-token`);
  await page.getByRole('heading', { name: 'This setup link does not work any more' }).waitFor();
});
