import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageCommand, PageResult } from '../../shared/setup/commands.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

const CONSOLE = 'https://console.jumpcloud.com/#/applications/1';
const TABS = `<div role="tablist"><button role="tab">General Info</button><button role="tab">SSO</button>
  <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>`;

let browser: Browser;
let probe: string;
beforeAll(async () => {
  [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
});
afterAll(() => browser.close());

function send(page: Page, command: PageCommand): Promise<PageResult> {
  return page.evaluate((asked) => window.probe.executeCommand(window.probe.site, asked, window.probe.context), command);
}

describe('the admin shows a control', () => {
  it('takes the click for itself, keeps it, and finds the control by it afterwards', async () => {
    const html = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input></label>
      <button onclick="document.title='pressed'"><i>⚡</i></button></main>`;
    const page = await open(browser, CONSOLE, html, probe);
    expect((await send(page, { do: 'perform', step: 'jumpcloud.test-connection', value: null })).problem).toBe(
      'target-missing',
    );
    const pointed = send(page, { do: 'point', step: 'jumpcloud.test-connection' });
    await page.locator('main button').click();
    expect(await pointed).toMatchObject({ outcome: 'ok' });
    expect(await page.title()).not.toBe('pressed');
    expect(await send(page, { do: 'perform', step: 'jumpcloud.test-connection', value: null })).toMatchObject({
      outcome: 'ok',
    });
    expect(await page.title()).toBe('pressed');
    await page.close();
  });

  it('keeps nothing of what may be a key', async () => {
    const html = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input></label>
      <button>dpk_0123456789012345678901234567890123456789</button></main>`;
    const page = await open(browser, CONSOLE, html, probe);
    const pointed = send(page, { do: 'point', step: 'jumpcloud.test-connection' });
    await page.locator('main button').click();
    expect(await pointed).toMatchObject({ outcome: 'refused', note: 'it may be a secret' });
    await page.close();
  });

  it('settles which of two alike is meant, keeps it, and takes no other for it when the page changes', async () => {
    const form = (name: string) => `<section class="card"><h3>${name}</h3><label>Base URL<input id="${name}"></label>
      <label>Token Key<input type="password"></label></section>`;
    const page = await open(browser, CONSOLE, `<!doctype html>${TABS}<main>${form('a')}${form('b')}</main>`, probe);
    const targets = () =>
      page.evaluate(() =>
        window.probe
          .locateTargets(window.probe.look(window.probe.site, window.probe.context), 'jumpcloud.base-url')
          .map((element) => element.id),
      );
    expect(await targets()).toEqual(['a', 'b']);
    const fillIn = () => send(page, { do: 'perform', step: 'jumpcloud.base-url', value: 'https://scim.example.com' });
    expect(await fillIn()).toMatchObject({ outcome: 'refused', problem: 'target-ambiguous' });
    const pointed = send(page, { do: 'point', step: 'jumpcloud.base-url' });
    await page.locator('#b').click();
    expect(await pointed).toMatchObject({ outcome: 'ok' });
    expect(await targets()).toEqual(['b']);
    expect(await fillIn()).toMatchObject({ outcome: 'ok' });
    expect(await page.locator('#a').inputValue()).toBe('');
    expect(await page.locator('#b').inputValue()).toBe('https://scim.example.com');
    await page.locator('#b').evaluate((field) => {
      field.parentElement?.replaceChildren('Login URL', field);
    });
    expect(await targets()).not.toContain('b');
    await page.close();
  });
});
