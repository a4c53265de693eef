import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyFrom } from '../../shared/api-key.ts';
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

  it('is let off it, and then has their clicks to themselves again', async () => {
    const html = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input></label>
      <button onclick="document.title='pressed'"><i>⚡</i></button></main>`;
    const page = await open(browser, CONSOLE, html, probe);
    const pointed = send(page, { do: 'point', step: 'jumpcloud.test-connection' });
    expect(await send(page, { do: 'stop-pointing' })).toMatchObject({ outcome: 'ok' });
    expect(await pointed).toMatchObject({ outcome: 'refused' });
    await page.locator('main button').click();
    expect(await page.title()).toBe('pressed');
    await page.close();
  });

  it('keeps nothing of what may be a key', async () => {
    const html = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input></label>
      <button>dpk_0123456789012345678901234567890123456789</button></main>`;
    const page = await open(browser, CONSOLE, html, probe);
    const pointed = send(page, { do: 'point', step: 'jumpcloud.test-connection' });
    await page.locator('main button').click();
    expect(await pointed).toMatchObject({ outcome: 'refused', note: 'not-it' });
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

const OURS = apiKeyFrom('0123456789abcdefghijABCDEFGHIJ0123');
const FOREIGN = 'q7Rz0mK2vX9tB4nL8sWd';
const point = { do: 'point', step: 'dialpad.save-key' } as const;

/** What came of pointing at the element marked `id=it` on a page of Dialpad, and what is kept of it. */
async function showKey(html: string): Promise<{ result: PageResult; kept: number }> {
  const page = await open(
    browser,
    'https://dialpad.com/admin/keys',
    `<!doctype html><h1>API Keys</h1><main>${html}</main>`,
    probe,
  );
  const pointed = send(page, point);
  await page.locator('#it').click();
  const result = await pointed;
  const kept = await page.evaluate(() => window.probe.kept.size);
  await page.close();
  return { result, kept };
}

describe('the admin shows the key', () => {
  it.each([
    ['in a plain text', `<p id="it">${OURS}</p>`, OURS],
    ['within a sentence', `<p id="it">Your key is ${OURS}, keep it.</p>`, OURS],
    ['in groups', `<p id="it">${OURS.replace(/(.{11})(?=.)/g, '$1 ')}</p>`, OURS],
    ['in pieces, one of which is clicked', `<p><b>${OURS.slice(0, 9)}</b><b id="it">${OURS.slice(9)}</b></p>`, OURS],
    ['in a field', `<input id="it" value="${OURS}">`, OURS],
    ['by the label of its field', `<label><span id="it">Key</span><input value="${OURS}"></label>`, OURS],
    ['in a window of the page', `<dialog open style="inset:0"><p id="it">${OURS}</p></dialog>`, OURS],
    ['on a button that copies it', `<button id="it">${OURS}</button>`, OURS],
    ['of another service, alone', `<p id="it">${FOREIGN}</p>`, FOREIGN],
    ['of another service, after its caption', `<p id="it">Value: ${FOREIGN}</p>`, FOREIGN],
    [
      'of another service, with marks that nobody sees',
      `<p id="it">${FOREIGN.slice(0, 9)}&#8203;${FOREIGN.slice(9)}</p>`,
      FOREIGN,
    ],
  ])('%s: it is handed over, and nothing is kept', async (_, html, key) => {
    const { result, kept } = await showKey(html);
    expect(result).toMatchObject({ outcome: 'ok', secret: key, note: null });
    expect(kept).toBe(0);
  });

  it.each([
    ['one of ours that is cut off', `<p id="it">${OURS.slice(0, 30)}</p>`],
    ['one of ours that is mistyped', `<p id="it">${OURS.slice(0, -1)}!</p>`],
    ['one that ends in dots', `<p id="it">${FOREIGN}...</p>`],
    ['one that is masked', `<p id="it">••••••••${FOREIGN}</p>`],
    ['two', `<p id="it">${FOREIGN} ${FOREIGN.toLowerCase()}</p>`],
    ['a piece of one', `<p><b>${FOREIGN}</b><b id="it">${FOREIGN}</b><i> </i><b>${FOREIGN}</b></p>`],
    ['one glued to its caption', `<p><b>Value</b><b id="it">${FOREIGN}</b></p>`],
    ['a piece in a row', `<p style="display:flex"><b id="it">${FOREIGN}</b><b>${FOREIGN}</b></p>`],
    ['an empty field', `<input id="it">`],
    ['an address', `<p id="it">https://dialpad.com/admin/keys/12345678901234567890</p>`],
    ['a mail address', `<p id="it">somebody1234567890@example.com</p>`],
    ['a time', `<p id="it">2026-11-29T02:00:00.000Z</p>`],
    ['a name and value', `<p id="it">api_key=${FOREIGN}</p>`],
    ['words', `<p id="it">The key is shown only once.</p>`],
  ])('not %s', async (_, html) => {
    const { result, kept } = await showKey(html);
    expect(result).toMatchObject({ outcome: 'refused', secret: null });
    expect(JSON.stringify(result)).not.toContain(FOREIGN);
    expect(kept).toBe(0);
  });
});
