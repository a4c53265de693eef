import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { visit } from './browser.ts';
import type { Visit } from './browser.ts';
import type { JumpCloudSettings } from './jumpcloud/options.ts';
import { startScimDouble } from './scim-double.ts';
import type { ScimDouble } from './scim-double.ts';
import { startSites } from './start.ts';
import type { Sites } from './start.ts';

// A real browser on two busy cores.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let double: ScimDouble;
let sites: Sites;
let visited: Visit;
let page: Page;

beforeAll(async () => {
  double = await startScimDouble();
  sites = await startSites();
  visited = await visit(sites);
  page = visited.page;
});

afterAll(async () => {
  await visited.close();
  await sites.close();
  await double.close();
});

beforeEach(() => {
  visited.complaints.length = 0;
  double.resources.clear();
  double.received.length = 0;
  double.intercept = () => null;
});

async function openConsole(settings: JumpCloudSettings): Promise<void> {
  sites.jumpcloud.reset(settings);
  await page.goto('about:blank');
  await page.goto('https://console.jumpcloud.com/#/applications');
}

const shownPanel = (): Locator => page.getByRole('tabpanel').filter({ visible: true });
const button = (name: RegExp): Locator => page.getByRole('button', { name }).filter({ visible: true });
const tab = (name: RegExp): Locator => page.getByRole('tab', { name });
const field = (index: number): Locator => shownPanel().locator('input[type=text], input[type=password]').nth(index);

async function openForm(settings: JumpCloudSettings): Promise<void> {
  await openConsole(settings);
  await page.getByText('Dialpad', { exact: true }).click();
  await tab(/^(identity management|provisioning)$/i).click();
  if (settings.form === 'catalog') await button(/^Configure$/).click();
}

async function fillForm(form: JumpCloudSettings['form'], token = double.token): Promise<void> {
  await field(0).fill(double.baseUrl);
  await field(1).fill(token);
  if (form !== 'catalog') await field(2).fill('probe@acme.example');
}

describe.each(['classic', 'modern', 'catalog'] as const)('the %s console', (form) => {
  it('leads from the list to an active integration and provisioned people', async () => {
    await openForm({ form });
    await fillForm(form);
    await button(/^test connection$/i).click();
    await page.getByText('Identity Management integration has been successfully verified').waitFor();
    await shownPanel()
      .getByRole('checkbox', { name: /^Enable management of User Groups/ })
      .uncheck();
    await button(/^activate$/i).click();
    await expect.poll(() => sites.jumpcloud.integration()).toEqual({ baseUrl: double.baseUrl, groupManagement: false });
    await button(/^activate$/i).waitFor({ state: 'detached' });
    const note = 'create the test user';
    expect(sites.jumpcloud.calls().filter((call) => call.note === note)).toHaveLength(1);
    expect(
      double.received.find(({ method, path }) => method === 'POST' && path.endsWith('/Users'))?.body,
    ).toMatchObject({
      userName: form === 'catalog' ? (expect.stringMatching(/@jumpcloud\.com$/) as unknown) : 'probe@acme.example',
    });
    await tab(/^user groups$/i).click();
    await shownPanel().getByRole('checkbox', { name: 'Sales' }).check();
    await button(/^save$/i).click();
    await page.getByText('Application saved').waitFor();
    await sites.jumpcloud.idle();
    expect(double.resources.size).toBe(2);
    expect(visited.complaints).toEqual([]);
  });

  it('says only that there was a problem, and shows the new badge after a reload', async () => {
    await openForm({ form });
    await fillForm(form, 'wrong');
    await button(/^test connection$/i).click();
    await page.getByText('There was a problem activating identity management').waitFor();
    sites.jumpcloud.set({ alreadyActive: { baseUrl: double.baseUrl, tokenKey: double.token } });
    const badge = (state: string): Locator =>
      page.getByText(new RegExp(`^(Identity Management|Provisioning) ${state}$`)).first();
    await badge('Inactive').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.getByRole('button', { name: 'SSO Applications' }).click();
    await page.getByText('Dialpad', { exact: true }).click();
    await badge('Active').waitFor();
  });

  it('loses a form that is saved before it is active', async () => {
    await openForm({ form });
    await fillForm(form);
    if (form === 'modern') await tab(/^general info$/i).click();
    await button(/^save$/i).click();
    await page.getByText('Application saved').waitFor();
    await tab(/^(identity management|provisioning)$/i).click();
    expect(await field(0).inputValue()).toBe('');
    expect(sites.jumpcloud.calls()).toEqual([]);
  });

  it('ignores a value that is assigned without an input event', async () => {
    await openForm({ form });
    await fillForm(form);
    await field(1).evaluate((input: HTMLInputElement) => {
      input.value = 'assigned';
    });
    await button(/^test connection$/i).click();
    await page.getByText('successfully verified').waitFor();
  });

  it.each([
    ['sets filled values back', { revertFills: true }],
    ['empties the form', { wipeForm: 'after-token' }],
  ] as const)('%s when told to', async (_name, quirk) => {
    await openForm({ form, ...quirk });
    await field(1).fill('token');
    await expect.poll(() => field(1).inputValue()).toBe('');
  });
});

describe('what only some consoles do', () => {
  it('replaces the key of an active integration: by Update, or in the catalog by deactivating first', async () => {
    const alreadyActive = { baseUrl: double.baseUrl, tokenKey: 'old' };
    await openForm({ form: 'classic', alreadyActive });
    expect(await field(1).inputValue()).toBe('******************');
    await field(1).fill(double.token);
    await field(2).fill('second@acme.example');
    await button(/^update$/i).click();
    await page.getByText('successfully verified').waitFor();
    expect(sites.jumpcloud.calls()).toHaveLength(13);
    await openConsole({ form: 'catalog', alreadyActive });
    await page.getByText('Dialpad', { exact: true }).click();
    await tab(/^Identity Management$/).click();
    expect(await field(1).isDisabled()).toBe(true);
    await button(/^Actions/).click();
    await page.getByRole('menuitem', { name: 'Deactivate Identity Management' }).click();
    await expect.poll(() => field(1).isDisabled()).toBe(false);
    expect(sites.jumpcloud.integration()).toBeNull();
  });

  it('keeps the modern footer and badges in open shadow roots, and captions beside nameless inputs', async () => {
    await openForm({ form: 'modern' });
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).not.toMatch(/test connection|provisioning inactive/i);
    const attributes = await field(0).evaluate((input) =>
      input.getAttributeNames().filter((name) => name !== 'data-test-id'),
    );
    expect(attributes).not.toEqual(expect.arrayContaining(['id']));
    for (const name of ['name', 'placeholder', 'aria-label']) expect(attributes).not.toContain(name);
    expect(await tab(/provisioning/).textContent()).toBe('provisioning');
  });

  it('lands on Home from a link into one application', async () => {
    await openConsole({});
    await page.goto('about:blank');
    await page.goto('https://console.eu.jumpcloud.com/#/applications/dialpad/details');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
  });

  it('asks about unsaved SSO, and offers no form before SSO is active', async () => {
    await openConsole({ ssoActive: false });
    await page.getByText('Dialpad', { exact: true }).click();
    await tab(/^Identity Management$/).click();
    await page
      .getByRole('dialog', { name: 'Unsaved Changes' })
      .getByRole('button', { name: 'Leave Without Saving' })
      .click();
    await shownPanel().getByText('Available once Single Sign-On has been activated').waitFor();
    await tab(/^SSO$/).click();
    await button(/^Activate$/).click();
    await page.getByRole('dialog', { name: 'Application Activated' }).getByRole('button', { name: 'Got It' }).click();
    await page.getByRole('grid').waitFor();
  });

  it('shows an announcement, an empty tenant, a login', async () => {
    await openConsole({ announcement: true, application: false, otherApplications: 0 });
    await page.getByRole('dialog').getByRole('button', { name: 'Got It' }).click();
    await page.getByText('Add your first application').waitFor();
    await openConsole({ signedIn: false });
    await button(/^Admin Login$/).click();
    await page.getByRole('grid').waitFor();
  });

  it('draws only the rows in view', async () => {
    await openConsole({ applicationLabel: 'Voice (Dialpad)' });
    expect(await page.getByText('Voice (Dialpad)').count()).toBe(0);
    await page.locator('.list-search').fill('dialpad');
    await page.getByText('Voice (Dialpad)').click();
    await tab(/^Identity Management$/).waitFor();
  });
});
