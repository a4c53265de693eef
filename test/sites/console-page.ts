import type { Locator, Page } from 'playwright-core';
import type { JumpCloudSettings } from './jumpcloud/options.ts';
import type { ScimDouble } from './scim-double.ts';
import type { Sites } from './start.ts';

/** How tests walk through the console by hand. */
export interface ConsolePage {
  readonly openConsole: (settings: JumpCloudSettings) => Promise<void>;
  readonly openForm: (settings: JumpCloudSettings) => Promise<void>;
  readonly fillForm: (form: JumpCloudSettings['form'], token?: string) => Promise<void>;
  readonly shownPanel: () => Locator;
  readonly button: (name: RegExp) => Locator;
  readonly tab: (name: RegExp) => Locator;
  /** The form's fields in order: Base URL, Token Key, Test User Email. */
  readonly field: (index: number) => Locator;
}

/** The walk's steps on one page. */
export function consolePage(page: Page, sites: Sites, double: ScimDouble): ConsolePage {
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

  return { openConsole, openForm, fillForm, shownPanel, button, tab, field };
}
