import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

const BASE_URL = 'https://scim.example.com/scim/v2';
/** Draws the form in new elements when something was typed: with it, as frameworks do, or with what was there before. */
const KEEPS = 'this.setAttribute(`value`, this.value); queueMicrotask(() => (drawn.innerHTML = drawn.innerHTML))';
const LOSES = 'queueMicrotask(() => (drawn.innerHTML = drawn.innerHTML))';

describe('a form that is drawn in new elements while it is filled', () => {
  let browser: Browser;
  let probe: string;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  });
  afterAll(() => browser.close());

  function show(onInput: string): Promise<Page> {
    const html = `<!doctype html><div role="tablist"><button role="tab">SSO</button>
      <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>
      <div id="drawn"><label>Base URL<input oninput="${onInput}"></label><label>Token Key<input></label></div>`;
    return open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
  }

  function fill(page: Page) {
    return page.evaluate((value) => {
      const { probe: assistant } = window;
      const command = { do: 'perform', step: 'jumpcloud.base-url', value } as const;
      return assistant.executeCommand(assistant.site, command, assistant.context);
    }, BASE_URL);
  }

  it('is filled when the new field has the value', async () => {
    const page = await show(KEEPS);
    expect(await fill(page)).toMatchObject({ outcome: 'ok' });
    expect(await page.getByLabel('Base URL').inputValue()).toBe(BASE_URL);
    await page.close();
  });

  it('is said to have put the value back when the new field has it not', async () => {
    const page = await show(LOSES);
    expect(await fill(page)).toMatchObject({ outcome: 'retryable', problem: 'fill-reverted' });
    await page.close();
  });
});
