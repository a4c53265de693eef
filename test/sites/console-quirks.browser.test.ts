import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { consolePage } from './console-page.ts';
import type { ConsolePage } from './console-page.ts';
import { startScimDouble } from './scim-double.ts';
import type { ScimDouble } from './scim-double.ts';
import { startSites } from './start.ts';
import type { Sites } from './start.ts';

// A real browser on two busy cores.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let double: ScimDouble;
let sites: Sites;
let visited: Visit;
let page: Visit['page'];
let walk: ConsolePage;

beforeAll(async () => {
  double = await startScimDouble();
  sites = await startSites();
  visited = await visit(sites);
  page = visited.page;
  walk = consolePage(page, sites, double);
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
});

describe('what only some consoles do', () => {
  it('replaces the key of an active integration: by Update, or in the catalog by deactivating first', async () => {
    const alreadyActive = { baseUrl: double.baseUrl, tokenKey: 'old' };
    await walk.openForm({ form: 'classic', alreadyActive });
    expect(await walk.field(1).inputValue()).toBe('******************');
    await walk.field(1).fill(double.token);
    await walk.field(2).fill('second@acme.example');
    await walk.button(/^update$/i).click();
    await page.getByText('successfully verified').waitFor();
    expect(sites.jumpcloud.calls()).toHaveLength(13);
    await walk.openConsole({ form: 'catalog', alreadyActive });
    await page.getByText('Dialpad', { exact: true }).click();
    await walk.tab(/^Identity Management$/).click();
    expect(await walk.field(1).isDisabled()).toBe(true);
    await walk.button(/^Actions/).click();
    await page.getByRole('menuitem', { name: 'Deactivate Identity Management' }).click();
    await expect.poll(() => walk.field(1).isDisabled()).toBe(false);
    expect(sites.jumpcloud.integration()).toBeNull();
  });

  it('keeps the modern footer and badges in open shadow roots, and captions beside nameless inputs', async () => {
    await walk.openForm({ form: 'modern' });
    const text = await page.evaluate(() => document.body.innerText);
    expect(text).not.toMatch(/test connection|provisioning inactive/i);
    const attributes = await walk
      .field(0)
      .evaluate((input) => input.getAttributeNames().filter((name) => name !== 'data-test-id'));
    expect(attributes).not.toEqual(expect.arrayContaining(['id']));
    for (const name of ['name', 'placeholder', 'aria-label']) expect(attributes).not.toContain(name);
    expect(await walk.tab(/provisioning/).textContent()).toBe('provisioning');
  });

  it('lands on Home from a link into one application', async () => {
    await walk.openConsole({});
    await page.goto('about:blank');
    await page.goto('https://console.eu.jumpcloud.com/#/applications/dialpad/details');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
  });

  it('asks about unsaved SSO, and offers no form before SSO is active', async () => {
    await walk.openConsole({ ssoActive: false });
    await page.getByText('Dialpad', { exact: true }).click();
    await walk.tab(/^Identity Management$/).click();
    await page
      .getByRole('dialog', { name: 'Unsaved Changes' })
      .getByRole('button', { name: 'Leave Without Saving' })
      .click();
    await walk.shownPanel().getByText('Available once Single Sign-On has been activated').waitFor();
    await walk.tab(/^SSO$/).click();
    await walk.button(/^Activate$/).click();
    await page.getByRole('dialog', { name: 'Application Activated' }).getByRole('button', { name: 'Got It' }).click();
    await page.getByRole('grid').waitFor();
  });

  it('shows an announcement, an empty tenant, a login', async () => {
    await walk.openConsole({ announcement: true, application: false, otherApplications: 0 });
    await page.getByRole('dialog').getByRole('button', { name: 'Got It' }).click();
    await page.getByText('Add your first application').waitFor();
    await walk.openConsole({ signedIn: false });
    await walk.button(/^Admin Login$/).click();
    await page.getByRole('grid').waitFor();
  });

  it('may open with its configuration collapsed, and answer late', async () => {
    await walk.openForm({ form: 'classic', configurationCollapsed: true, answerDelayMs: 300 });
    expect(await walk.field(0).count()).toBe(0);
    await walk.button(/^Configuration Settings$/).click();
    await walk.fillForm('classic');
    await walk.button(/^Test Connection$/).click();
    await walk.button(/^Testing…$/).waitFor();
    await walk.button(/^Test Connection$/).waitFor();
  });

  it('may call a thing as nobody else does, and fail though every call was answered well', async () => {
    await walk.openForm({ form: 'classic', renamed: { 'Base URL': 'Connector parameter 1' }, ownTrouble: true });
    await walk.shownPanel().getByLabel('Connector parameter 1').waitFor();
    await walk.fillForm('classic');
    await walk.button(/^Test Connection$/).click();
    await page.getByText('There was a problem activating identity management').waitFor();
    expect(sites.jumpcloud.calls().map(({ status }) => status)).toEqual([200]);
  });

  it('draws only the rows in view', async () => {
    await walk.openConsole({ applicationLabel: 'Voice (Dialpad)' });
    expect(await page.getByText('Voice (Dialpad)').count()).toBe(0);
    await page.locator('.list-search').fill('dialpad');
    await page.getByText('Voice (Dialpad)').click();
    await walk.tab(/^Identity Management$/).waitFor();
  });
});
