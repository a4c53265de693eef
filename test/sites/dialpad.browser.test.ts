import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { visit } from './browser.ts';
import type { Visit } from './browser.ts';
import { startSites } from './start.ts';
import type { Sites } from './start.ts';

// A real browser on two busy cores.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let sites: Sites;
let visited: Visit;
let page: Page;

beforeAll(async () => {
  sites = await startSites();
  visited = await visit(sites);
  page = visited.page;
});

afterAll(async () => {
  await visited.close();
  await sites.close();
});

describe('Dialpad', () => {
  async function openKeys(settings: Parameters<Sites['dialpad']['reset']>[0]): Promise<void> {
    sites.dialpad.reset(settings);
    await page.goto('https://dialpad.com/');
    await page.getByRole('link', { name: 'Admin Settings' }).click();
    await page.getByRole('button', { name: sites.dialpad.options().companyLabel }).click();
    await page.getByRole('button', { name: 'Authentication' }).click();
    await page.getByRole('button', { name: 'API Keys' }).click();
    await page.getByRole('button', { name: sites.dialpad.options().addKeyLabel, disabled: false }).first().click();
  }

  it.each([
    { keyPlace: 'dialog', keyElement: 'input', keyValue: 'plain', addKeyLabel: 'Add key', companyLabel: 'My Company' },
    {
      keyPlace: 'page',
      keyElement: 'text',
      keyValue: 'Show value',
      addKeyLabel: 'Add a key',
      companyLabel: 'Company Settings',
    },
    {
      keyPlace: 'page',
      keyElement: 'input',
      keyValue: 'Click to show value',
      addKeyLabel: 'Add Key',
      companyLabel: 'My Company',
      decoys: true,
    },
  ] as const)('shows a new key: %o', async (variant) => {
    const asked: unknown[] = [];
    const issueKey = (request: unknown): Promise<string> => Promise.resolve(`key-${asked.push(request)}`);
    await openKeys({ ...variant, issueKey });
    await page.getByLabel('Name').fill('JumpCloud');
    expect(await page.getByRole('checkbox', { name: 'Default scopes' }).isChecked()).toBe(true);
    await page.getByLabel('Expiration').selectOption('90 days');
    await page.getByRole('button', { name: 'Save' }).click();
    const created = page.locator(variant.keyPlace === 'dialog' ? '[role=dialog]' : 'aside');
    if (variant.keyValue !== 'plain') await created.getByRole('button', { name: variant.keyValue }).click();
    if (variant.keyElement === 'input') expect(await created.getByLabel('API key').inputValue()).toBe('key-1');
    else await created.getByText('key-1').waitFor();
    expect(asked).toEqual([{ name: 'JumpCloud', expiresInDays: 90 }]);
    expect(visited.complaints).toEqual([]);
  });

  it('may show only the beginning of a key', async () => {
    await openKeys({ keyCut: true, issueKey: () => Promise.resolve(`dpk_${'a'.repeat(40)}`) });
    await page.getByLabel('Name').fill('JumpCloud');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('dialog').getByLabel('API key').inputValue()).toBe(`dpk_${'a'.repeat(28)}`);
  });

  it('says why a key was refused', async () => {
    await openKeys({ issueKey: () => Promise.reject(new Error('Your plan does not include SCIM.')) });
    await page.getByLabel('Name').fill('JumpCloud');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('Your plan does not include SCIM.').waitFor();
  });

  it('keeps My Company from those who are no Company Admin, and asks the signed out to log in', async () => {
    sites.dialpad.reset({ admin: false });
    await page.goto('https://sandbox.dialpad.com/authentication/api-keys');
    await page.getByRole('heading', { name: 'Admin Settings', level: 1 }).waitFor();
    expect(await page.getByRole('button', { name: 'My Company' }).count()).toBe(0);
    sites.dialpad.reset({ signedIn: false });
    await page.goto('https://dialpad.com/admin');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('heading', { name: 'Admin Settings', level: 1 }).waitFor();
  });
});
