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

describe.each(['classic', 'modern', 'catalog'] as const)('the %s console', (form) => {
  it('leads from the list to an active integration and provisioned people', async () => {
    await walk.openForm({ form });
    await walk.fillForm(form);
    await walk.button(/^test connection$/i).click();
    await page.getByText('Identity Management integration has been successfully verified').waitFor();
    await walk
      .shownPanel()
      .getByRole('checkbox', { name: /^Enable management of User Groups/ })
      .uncheck();
    await walk.button(/^activate$/i).click();
    await expect.poll(() => sites.jumpcloud.integration()).toEqual({ baseUrl: double.baseUrl, groupManagement: false });
    await walk.button(/^activate$/i).waitFor({ state: 'detached' });
    const note = 'create the test user';
    expect(sites.jumpcloud.calls().filter((call) => call.note === note)).toHaveLength(1);
    expect(
      double.received.find(({ method, path }) => method === 'POST' && path.endsWith('/Users'))?.body,
    ).toMatchObject({
      userName: form === 'catalog' ? (expect.stringMatching(/@jumpcloud\.com$/) as unknown) : 'probe@acme.example',
    });
    await walk.tab(/^user groups$/i).click();
    await walk.shownPanel().getByRole('checkbox', { name: 'Sales' }).check();
    await walk.button(/^save$/i).click();
    await page.getByText('Application saved').waitFor();
    await sites.jumpcloud.idle();
    expect(double.resources.size).toBe(2);
    expect(visited.complaints).toEqual([]);
  });

  it('says only that there was a problem, and shows the new badge after a reload', async () => {
    await walk.openForm({ form });
    await walk.fillForm(form, 'wrong');
    await walk.button(/^test connection$/i).click();
    await page.getByText('There was a problem activating identity management').waitFor();
    sites.jumpcloud.set({ alreadyActive: { baseUrl: double.baseUrl, tokenKey: double.token } });
    const badge = (state: string): ReturnType<ConsolePage['field']> =>
      page.getByText(new RegExp(`^(Identity Management|Provisioning) ${state}$`)).first();
    await badge('Inactive').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    await page.getByRole('button', { name: 'SSO Applications' }).click();
    await page.getByText('Dialpad', { exact: true }).click();
    await badge('Active').waitFor();
  });

  it('loses a form that is saved before it is active', async () => {
    await walk.openForm({ form });
    await walk.fillForm(form);
    if (form === 'modern') await walk.tab(/^general info$/i).click();
    await walk.button(/^save$/i).click();
    await page.getByText('Application saved').waitFor();
    await walk.tab(/^(identity management|provisioning)$/i).click();
    expect(await walk.field(0).inputValue()).toBe('');
    expect(sites.jumpcloud.calls()).toEqual([]);
  });

  it('ignores a value that is assigned without an input event', async () => {
    await walk.openForm({ form });
    await walk.fillForm(form);
    await walk.field(1).evaluate((input: HTMLInputElement) => {
      input.value = 'assigned';
    });
    await walk.button(/^test connection$/i).click();
    await page.getByText('successfully verified').waitFor();
  });

  it.each([
    ['sets filled values back', { revertFills: true }],
    ['empties the form', { wipeForm: 'after-token' }],
  ] as const)('%s when told to', async (_name, quirk) => {
    await walk.openForm({ form, ...quirk });
    await walk.field(1).fill('token');
    await expect.poll(() => walk.field(1).inputValue()).toBe('');
  });
});
