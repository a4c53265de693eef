import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageCommand, PageResult } from '../../shared/setup/commands.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

const KEY = 'dpk_0123456789012345678901234567890123456789';
const BASE_URL = 'https://scim.example.com/scim/v2';
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

function perform(page: Page, step: StepId, value: string | null = null): Promise<PageResult> {
  return send(page, { do: 'perform', step, value });
}

async function app(name: string, hash = ''): Promise<Page> {
  const page = await open(
    browser,
    CONSOLE + hash,
    `<!doctype html>${TABS}<div id="app"></div><app-root></app-root>`,
    probe,
  );
  await page.evaluate(await bundle(`./frameworks/${name}.ts`));
  await page.getByRole('heading', { name: 'Configuration Settings' }).waitFor();
  return page;
}

function state(page: Page, name: string): Promise<string | null> {
  return page.locator(`[data-state="${name}"]`).textContent();
}

/** What the form comes to hold from now on. */
async function hear(page: Page, name: string): Promise<() => Promise<string[]>> {
  const heard = await page.locator(`[data-state="${name}"]`).evaluateHandle((output) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(output.textContent)).observe(output, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  return () => heard.jsonValue();
}

describe.each(['react', 'vue', 'angular', 'svelte', 'web-components'])('in a form made with %s', (framework) => {
  it('fills, switches off, presses and puts back, and the form knows it', async () => {
    const page = await app(framework);
    expect(await perform(page, 'jumpcloud.base-url', BASE_URL)).toMatchObject({ outcome: 'ok' });
    expect(await perform(page, 'jumpcloud.token-key', KEY)).toMatchObject({ outcome: 'ok', secret: null });
    expect(await state(page, 'Base URL')).toBe(BASE_URL);
    expect(await state(page, 'Token Key')).toBe(KEY);
    expect((await send(page, { do: 'fingerprint' })).fingerprint).toBe(
      await page.evaluate((key) => window.probe.fingerprint(key), KEY),
    );
    expect(await perform(page, 'jumpcloud.group-management')).toMatchObject({ outcome: 'ok' });
    expect(await state(page, 'groups')).toBe('false');
    expect(await perform(page, 'jumpcloud.test-connection')).toMatchObject({ outcome: 'ok' });
    expect(await state(page, 'presses')).toBe('1');
    const heard = await hear(page, 'Base URL');
    expect(await perform(page, 'jumpcloud.base-url', BASE_URL)).toMatchObject({
      outcome: 'ok',
      note: 'it was there already',
    });
    expect(await heard()).toEqual(['', BASE_URL]);
    expect(await send(page, { do: 'undo', step: 'jumpcloud.base-url' })).toMatchObject({ outcome: 'ok' });
    expect(await state(page, 'Base URL')).toBe('');
    await page.close();
  });
});

describe('a page that resists', () => {
  it('is told from one that took the value, when it takes it back later', async () => {
    const page = await app('react', '?reverts');
    expect(await perform(page, 'jumpcloud.base-url', BASE_URL)).toMatchObject({
      outcome: 'retryable',
      problem: 'fill-reverted',
    });
    await page.close();
  });

  it.each(['focusout', 'change'])(
    'may put a slash to the address and mask the key, on %s, and holds both',
    async (on) => {
      const tidy = `<script>
      const [url, token] = document.querySelectorAll('input');
      url.addEventListener('${on}', () => { if (url.value) url.value = url.value.replace(/\\/?$/, '/'); });
      token.addEventListener('${on}', () => { if (token.value) token.value = '••••••••'; });
    </script>`;
      const form =
        '<main><label>Base URL<input></label><label>Token Key<input></label><button>Test Connection</button></main>';
      const page = await open(browser, CONSOLE, `<!doctype html>${TABS}${form}${tidy}`, probe);
      expect(await perform(page, 'jumpcloud.base-url', BASE_URL)).toMatchObject({ outcome: 'ok' });
      expect(await perform(page, 'jumpcloud.token-key', KEY)).toMatchObject({ outcome: 'ok' });
      expect(
        await page.locator('input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
      ).toEqual([`${BASE_URL}/`, '••••••••']);
      const states = () =>
        page.evaluate(
          async ([baseUrl = '', key = '']) => {
            const keyFingerprint = await window.probe.fingerprint(key);
            const expected = { baseUrl, keyFingerprint, testAddresses: [], replacing: false };
            const { readings } = await window.probe.observePage(expected);
            return [readings['jumpcloud.base-url']?.state, readings['jumpcloud.token-key']?.state];
          },
          [BASE_URL, KEY],
        );
      expect(await states()).toEqual(['done', 'done']);
      const pressed = await send(page, { do: 'fingerprint' });
      expect(pressed.fingerprint).toBe(await page.evaluate((key) => window.probe.fingerprint(key), KEY));
      expect(await send(page, { do: 'undo', step: 'jumpcloud.base-url' })).toMatchObject({ outcome: 'ok' });
      await page.getByLabel('Token Key').fill('');
      expect(await states()).toEqual(['open', 'open']);
      // What it masks from now on is not what was filled in.
      await page.getByLabel('Token Key').evaluate((field) => ((field as HTMLInputElement).value = '••••••••'));
      expect(await states()).toEqual(['open', 'open']);
      await page.close();
    },
  );

  it.each([
    ['is read-only', '<label>Base URL<input readonly></label>', 'refused'],
    ['is disabled', '<label>Base URL<input disabled></label>', 'retryable'],
    ['is there twice', '<label>Base URL<input></label><label>Base URL<input></label>', 'refused'],
  ])('is left alone when the field %s', async (_, field, outcome) => {
    const page = await open(
      browser,
      CONSOLE,
      `<!doctype html>${TABS}<main>${field}<label>Token Key<input></label></main>`,
      probe,
    );
    expect((await perform(page, 'jumpcloud.base-url', BASE_URL)).outcome).toBe(outcome);
    expect(
      await page
        .locator('input')
        .evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value).join('')),
    ).toBe('');
    await page.close();
  });

  it.each(['Save', 'Save changes', 'Create key'])(
    'is named and sent by the button %s, once that lets itself',
    async (name) => {
      const page = await open(
        browser,
        'https://dialpad.com/keys/new',
        `<!doctype html><main><h1>New API key</h1><label>Name<input
        oninput="document.querySelector('#save').disabled = false"></label><label>Expiration<select></select></label>
        <button onclick="document.title = 'cancelled'">Cancel</button>
        <button id="save" disabled onclick="document.title = 'saved'">${name}</button></main>`,
        probe,
      );
      expect(await perform(page, 'dialpad.generate-key', 'JumpCloud SCIM')).toMatchObject({ outcome: 'ok' });
      expect(await page.title()).toBe('saved');
      await page.close();
    },
  );

  it('gets no key on another origin, whatever it looks like', async () => {
    const html = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input></label></main>`;
    const page = await open(browser, 'https://console.jumpcloud.com.evil.example/', html, probe);
    const result = await page.evaluate(async (key) => {
      const { probe: assistant } = window;
      const dialpadOrNot = { ...assistant.site, origins: ['https://console.jumpcloud.com'] };
      return assistant.executeCommand(
        dialpadOrNot,
        { do: 'perform', step: 'jumpcloud.token-key', value: key },
        assistant.context,
      );
    }, KEY);
    expect(result).toMatchObject({ outcome: 'refused' });
    expect(await page.locator('input').nth(1).inputValue()).toBe('');
    await page.close();
  });

  it('gets no press through a cover', async () => {
    const html = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input></label>
      <div style="position:relative;width:200px;height:40px"><button style="width:100%;height:100%" onclick="document.title='pressed'">Test Connection</button>
      <div style="position:absolute;inset:0;background:#fff">Claim your prize</div></div></main>`;
    const page = await open(browser, CONSOLE, html, probe);
    expect(await perform(page, 'jumpcloud.test-connection')).toMatchObject({ outcome: 'retryable', note: 'covered' });
    expect(await page.title()).not.toBe('pressed');
    await page.close();
  });

  it('is pressed once a message that lay over it has gone by itself', async () => {
    const html = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input></label>
      <button onclick="document.title='pressed'">Test Connection</button></main><div id="toast" role="status" style="position:fixed;left:0;top:0;width:100%;height:80%">Saved</div>`;
    const page = await open(browser, CONSOLE, html, probe);
    await page.evaluate(() => {
      // It goes when the assistant has looked for what lies there: a press scrolls its target into view first.
      const button = document.querySelector('main button');
      const goes = (): void => document.querySelector('#toast')?.remove();
      if (button) button.scrollIntoView = () => void requestAnimationFrame(() => requestAnimationFrame(goes));
    });
    expect(await perform(page, 'jumpcloud.test-connection')).toMatchObject({ outcome: 'ok' });
    expect(await page.title()).toBe('pressed');
    await page.close();
  });

  it('is filled in though the assistant’s own card lies over it, and not under anything of the page’s', async () => {
    const under = (cover: string): string => `<!doctype html>${TABS}<main><label>Base URL<input></label>
      <label>Token Key<input></label><button>Test Connection</button></main>${cover}`;
    const card = `<div data-assistant><template shadowrootmode="open"><div style="position:fixed;inset:0">Step 13</div></template></div>`;
    const ours = await open(browser, CONSOLE, under(card), probe);
    expect((await perform(ours, 'jumpcloud.base-url', BASE_URL)).outcome).toBe('ok');
    await ours.close();
    const page = await open(browser, CONSOLE, under(card.replace('data-assistant', '')), probe);
    expect((await perform(page, 'jumpcloud.base-url', BASE_URL)).outcome).not.toBe('ok');
    await page.close();
  });

  it('never has a Save pressed before it was activated', async () => {
    const html = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input></label>
      <button>Test Connection</button><button onclick="document.title='pressed'">Save</button></main>`;
    const page = await open(browser, CONSOLE, html, probe);
    expect((await perform(page, 'jumpcloud.save')).outcome).not.toBe('ok');
    expect(await page.title()).not.toBe('pressed');
    await page.close();
  });
});

describe('what is the admin’s or another’s', () => {
  const fieldOnly = `<!doctype html>${TABS}<main><label>Base URL<input></label><label>Token Key<input type="password"></label><button>Test Connection</button></main>`;
  const observe = (page: Page) =>
    page.evaluate(async () => {
      const none = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
      await window.probe.observePage(none);
    });

  it('is not written over when it was typed after the page was last looked at', async () => {
    const page = await open(browser, CONSOLE, fieldOnly, probe);
    await observe(page);
    await page.locator('input').first().fill('https://typed.example');
    expect(await perform(page, 'jumpcloud.base-url', BASE_URL)).toMatchObject({ outcome: 'retryable' });
    expect(await page.locator('input').first().inputValue()).toBe('https://typed.example');
    await observe(page); // now it has been told of, and the admin can be asked
    expect(await perform(page, 'jumpcloud.base-url', BASE_URL)).toMatchObject({ outcome: 'ok' });
    await page.close();
  });

  it('is not taken away by undo', async () => {
    const page = await open(browser, CONSOLE, fieldOnly, probe);
    await perform(page, 'jumpcloud.base-url', BASE_URL);
    await page.locator('input').first().fill('https://typed.example');
    await send(page, { do: 'undo', step: 'jumpcloud.base-url' });
    expect(await page.locator('input').first().inputValue()).toBe('https://typed.example');
    await page.close();
  });

  it('gets no key by a form that is sent to another origin', async () => {
    const html = fieldOnly
      .replace('<main>', '<main><form action="https://evil.example/take">')
      .replace('</main>', '</form></main>');
    const page = await open(browser, CONSOLE, html, probe);
    expect(await perform(page, 'jumpcloud.token-key', KEY)).toMatchObject({
      outcome: 'refused',
      note: 'another origin',
    });
    expect(await page.locator('input').nth(1).inputValue()).toBe('');
    await page.close();
  });

  it('is left alone while the page is not in front', async () => {
    const page = await open(browser, CONSOLE, fieldOnly, probe);
    await page.evaluate(() => Object.defineProperty(document, 'hidden', { get: () => true }));
    expect(await perform(page, 'jumpcloud.base-url', BASE_URL)).toMatchObject({ outcome: 'retryable' });
    expect(await page.locator('input').first().inputValue()).toBe('');
    await page.close();
  });

  it('is left alone in a frame', async () => {
    const page = await open(browser, CONSOLE, `<!doctype html><iframe id="f" src="#framed"></iframe>`, probe);
    const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
    await frame?.evaluate(probe);
    await frame?.evaluate((html) => (document.body.innerHTML = html), fieldOnly);
    const result = await frame?.evaluate(
      (value) =>
        window.probe.executeCommand(
          window.probe.site,
          { do: 'perform', step: 'jumpcloud.base-url', value },
          window.probe.context,
        ),
      BASE_URL,
    );
    expect(result).toMatchObject({ outcome: 'refused', note: 'not the top frame' });
    await page.close();
  });

  it.each([
    [
      'its text says Delete',
      '<button aria-label="Test Connection" onclick="document.title=\'pressed\'">Delete application</button>',
    ],
    [
      'its tooltip says Deactivate',
      '<button title="Deactivate the integration" onclick="document.title=\'pressed\'">Test Connection</button>',
    ],
    [
      'its label says Remove',
      '<button aria-label="Remove: Test Connection" onclick="document.title=\'pressed\'"><i>Test Connection</i></button>',
    ],
    ['it says 削除', '<button aria-label="Test Connection" onclick="document.title=\'pressed\'">アプリを削除</button>'],
  ])('is not pressed when the clue matched but %s', async (_, button) => {
    const page = await open(browser, CONSOLE, fieldOnly.replace('<button>Test Connection</button>', button), probe);
    expect((await perform(page, 'jumpcloud.test-connection')).outcome).not.toBe('ok');
    expect(await page.title()).not.toBe('pressed');
    await page.close();
  });
});

describe('what the page says', () => {
  const html = `<!doctype html>${TABS}<main><label>Base URL<input value="x"></label><label>Token Key<input value="y"></label>
    <button>Test Connection</button><div role="status" id="say"></div></main>`;
  const look = (page: Page) =>
    page.evaluate(async () => {
      const { probe: assistant } = window;
      const none = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
      return (await assistant.observePage(none)).verdicts;
    });
  const say = (page: Page, text: string) =>
    page.locator('#say').evaluate((element, words) => (element.textContent = words), text);

  it('is a new verdict each time it is said anew, and the same one while it stands', async () => {
    const page = await open(browser, CONSOLE, html, probe);
    await perform(page, 'jumpcloud.test-connection');
    await say(page, 'There was a problem activating identity management.');
    const [first] = await look(page);
    expect(first).toMatchObject({ step: 'jumpcloud.test-connection', says: 'failed' });
    expect((await look(page))[0]?.id).toBe(first?.id);
    await say(page, '');
    expect(await look(page)).toEqual([]);
    await say(page, 'There was a problem activating identity management.');
    expect((await look(page))[0]?.id).not.toBe(first?.id);
    await page.close();
  });

  it.each([
    ...['Something went wrong (500)', 'The request timed out.', 'Service unavailable', 'Unexpected response'],
    ...['Etwas ist schiefgelaufen (500)', 'Zeitüberschreitung', 'Algo salió mal', 'Réponse inattendue'],
  ])('is a failure when it says %s', async (text) => {
    const page = await open(browser, CONSOLE, html, probe);
    await perform(page, 'jumpcloud.test-connection');
    await say(page, text);
    expect(await look(page)).toMatchObject([{ step: 'jumpcloud.test-connection', says: 'failed' }]);
    await page.close();
  });

  it.each([
    ['succeeded', 'La connexion a été vérifiée.'],
    ['succeeded', 'Die Verbindung wurde geprüft.'],
    ['succeeded', 'La integración de la aplicación se ha verificado correctamente'],
    ['succeeded', '接続を確認しました'],
    ['succeeded', 'The connection has been verified.'],
    ['failed', "La connexion n'a pas pu être vérifiée."],
    ['failed', 'Die Verbindung konnte nicht geprüft werden.'],
    ['failed', 'No se ha podido verificar la conexión'],
    ['failed', '接続を確認できませんでした'],
    ['failed', 'The connection could not be verified.'],
    [null, 'Cette intégration doit être vérifiée.'],
    [null, 'Die Verbindung wird mit einem Testbenutzer geprüft.'],
    [null, 'Para verificar la conexión, escriba la clave del token.'],
    [null, '接続を確認してください'],
    [null, 'Connection is active'],
  ])('tells that the test %s when a plain line says %s', async (says, text) => {
    const page = await open(browser, CONSOLE, html, probe);
    await perform(page, 'jumpcloud.test-connection');
    await page.locator('main').evaluate((main, words) => main.append(words), text);
    expect(await look(page)).toMatchObject(says ? [{ step: 'jumpcloud.test-connection', says }] : []);
    await page.close();
  });
});
