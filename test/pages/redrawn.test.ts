import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageResult } from '../../shared/setup/commands.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

const CONSOLE = 'https://console.jumpcloud.com/#/applications/1';
const BASE_URL = 'https://scim.example.com/scim/v2';
const TABS = `<div role="tablist"><button role="tab">SSO</button>
  <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>`;
/** Draws the form in new elements when something was typed: with it, as frameworks do, or with what was there before. */
const KEEPS = 'this.setAttribute(`value`, this.value); queueMicrotask(() => (drawn.innerHTML = drawn.innerHTML))';
const LOSES = 'queueMicrotask(() => (drawn.innerHTML = drawn.innerHTML))';

let browser: Browser;
let probe: string;
beforeAll(async () => {
  [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
});
afterAll(() => browser.close());

describe('a form that is drawn in new elements while it is filled', () => {
  function show(onInput: string): Promise<Page> {
    const html = `<!doctype html>${TABS}
      <div id="drawn"><label>Base URL<input oninput="${onInput}"></label><label>Token Key<input></label></div>`;
    return open(browser, CONSOLE, html, probe);
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

  it('is filled anew with what is there already, when that is asked for', async () => {
    const page = await show(KEEPS);
    await fill(page);
    expect(await fill(page)).toMatchObject({ outcome: 'ok', note: 'it was there already' });
    expect(await page.getByLabel('Base URL').inputValue()).toBe(BASE_URL);
    await page.close();
  });

  it('is said to have put the value back when the new field has it not', async () => {
    const page = await show(LOSES);
    expect(await fill(page)).toMatchObject({ outcome: 'retryable', problem: 'fill-reverted' });
    await page.close();
  });
});

describe('a button that is drawn in a new element', () => {
  /** Has the page drawn anew in every frame; of each frame only every `shownEvery`th shows the button. */
  async function test(html: string, shownEvery = 1): Promise<{ result: PageResult; pressed: string }> {
    const page = await open(browser, CONSOLE, `<!doctype html>${TABS}<main id="drawn">${html}</main>`, probe);
    await page.evaluate((every) => {
      const drawn = document.querySelector('#drawn');
      const text = drawn?.innerHTML ?? '';
      let frame = 0;
      const draw = (): void => {
        if (drawn) drawn.innerHTML = ++frame % every === 0 ? text : text.replace(/<button.*<\/button>/, '');
        requestAnimationFrame(draw);
      };
      draw();
    }, shownEvery);
    return performTest(page);
  }

  async function performTest(page: Page): Promise<{ result: PageResult; pressed: string }> {
    const result = await page.evaluate(() => {
      const { probe: assistant } = window;
      const command = { do: 'perform', step: 'jumpcloud.test-connection', value: null } as const;
      return assistant.executeCommand(assistant.site, command, assistant.context);
    });
    const pressed = await page.title();
    await page.close();
    return { result, pressed };
  }

  const BUTTON = `<button onclick="document.title += 'pressed'">Test Connection</button>`;
  const FIELDS = '<label>Base URL<input></label><label>Token Key<input></label>';

  it('in every frame is pressed once', async () => {
    const { result, pressed } = await test(FIELDS + BUTTON);
    expect(result).toMatchObject({ outcome: 'ok' });
    expect(pressed).toBe('pressed');
  });

  it('in every frame, and has to be scrolled to, is pressed once', async () => {
    const { result, pressed } = await test(`${FIELDS}<div style="height:3000px"></div>${BUTTON}`);
    expect(result).toMatchObject({ outcome: 'ok' });
    expect(pressed).toBe('pressed');
  });

  it('and is away in between is pressed once when it is there', async () => {
    const { result, pressed } = await test(FIELDS + BUTTON, 3);
    expect(result).toMatchObject({ outcome: 'ok' });
    expect(pressed).toBe('pressed');
  });

  it('and goes as soon as it is scrolled to is not pressed, and that is said', async () => {
    const html = `${TABS}${FIELDS}<div style="height:3000px"></div>${BUTTON}`;
    const page = await open(browser, CONSOLE, `<!doctype html>${html}`, probe);
    await page.evaluate(() => addEventListener('scroll', () => document.querySelector('[onclick]')?.remove()));
    const { result, pressed } = await performTest(page);
    expect(result).toMatchObject({ outcome: 'retryable', problem: 'target-missing', note: 'gone' });
    expect(pressed).toBe('');
  });
});
