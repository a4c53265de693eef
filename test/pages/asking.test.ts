import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD } from '../../shared/setup/commands.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

const TABS = `<div role="tablist"><button role="tab">General Info</button><button role="tab">SSO</button>
  <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>`;
const FORM = '<label>Base URL<input></label><label>Token Key<input></label><p>Identity Management: Active</p>';
const REDRAWS = 'this.disabled = true; const all = document.body; all.innerHTML = all.innerHTML';
const REDRAWS_RESULT = "const p = document.querySelector('.result'); p.outerHTML = p.outerHTML";
const SAYS_SAVED = "document.querySelector('.result').outerHTML = '<p class=result>Successfully saved.</p>'";
const ASKS = "document.querySelector('dialog').showModal()";
/** As a question of the browser's own does: nothing else goes on while it is open, and then it is later. */
const HOLDS = 'performance.now = ((now) => () => now() + 5000)(performance.now.bind(performance))';

function looksAt(page: Page) {
  return page.evaluate(() =>
    window.probe.observePage({ baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false }),
  );
}

async function shows(page: Page) {
  const { dialog, readings } = await looksAt(page);
  return { dialog, save: readings['jumpcloud.save']?.state };
}

describe('a Save that the page says nothing of', () => {
  let browser: Browser;
  let probe: string;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  });
  afterAll(() => browser.close());

  /** A page whose activation was answered, on which the assistant then pressed Save. */
  async function press(onPress: string, note: string | null = null, result = ''): Promise<Page> {
    const html = `<!doctype html>${TABS}<main>${FORM}${result}<button onclick="${onPress}">Save</button></main>
      <dialog><h2>Save the changes?</h2><button>Yes</button><button onclick="this.closest('dialog').close()">No</button></dialog>`;
    const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
    await page.clock.install();
    await shows(page);
    const pressed = await page.evaluate(() => {
      const { probe: assistant } = window;
      const command = { do: 'perform', step: 'jumpcloud.save', value: null } as const;
      return assistant.executeCommand(assistant.site, command, assistant.context);
    });
    expect(pressed).toMatchObject({ outcome: 'ok', note });
    return page;
  }

  it('is not done while it is still to be read that a Save failed, which may be said of this one, too', async () => {
    const page = await press('', null, '<div role="alert">Your changes could not be saved. Please try again.</div>');
    await page.clock.fastForward(2000);
    expect((await shows(page)).save).toBe('open');
    await page.close();
  });

  it('counts as saved after a while', async () => {
    const page = await press('');
    await page.clock.fastForward(1000);
    expect(await shows(page)).toEqual({ dialog: null, save: 'done' });
    await page.close();
  });

  it('counts as saved while its button stays switched off only once the page had time to save', async () => {
    const page = await press('this.disabled = true');
    await page.clock.fastForward(1000);
    expect((await shows(page)).save).toBe('open');
    await page.clock.fastForward(4000);
    expect((await shows(page)).save).toBe('done');
    await page.close();
  });

  it('does not when its button was switched off until the page says that it failed', async () => {
    const page = await press('this.disabled = true');
    await page.clock.fastForward(1000);
    await shows(page);
    await page.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<div role="alert">Could not save the application.</div>');
      document.querySelector('button[onclick]')?.removeAttribute('disabled');
    });
    await page.clock.fastForward(4000);
    expect((await shows(page)).save).toBe('open');
    await page.close();
  });

  it('does not by what the page said of the activation, when the page is drawn anew with it', async () => {
    const page = await press(REDRAWS, null, '<p class="result">Activation successful.</p>');
    await page.clock.fastForward(300);
    expect((await shows(page)).save).toBe('open');
    await page.close();
  });

  it('does not by what the page said of the activation, when that alone is drawn anew', async () => {
    const page = await press(REDRAWS_RESULT, null, '<p class="result">Activation successful.</p>');
    await page.clock.fastForward(300);
    expect((await shows(page)).save).toBe('open');
    await page.close();
  });

  it('is not said to have failed by what the page said of an earlier one, when the page is drawn anew with it', async () => {
    const page = await press(REDRAWS, null, '<p class="result">Could not save the application.</p>');
    expect((await looksAt(page)).verdicts).toEqual([]);
    await page.close();
  });

  it('does by a message of its own in the place of the earlier one', async () => {
    const page = await press(SAYS_SAVED, null, '<p class="result">Activation successful.</p>');
    await page.clock.fastForward(300);
    expect((await shows(page)).save).toBe('done');
    await page.close();
  });

  it('does not when the browser asked for the page, and held it meanwhile', async () => {
    const page = await press(HOLDS, HELD);
    await page.clock.fastForward(1000);
    expect((await shows(page)).save).toBe('open');
    await page.close();
  });

  it('does not while the page asks whether to save, nor when that was declined', async () => {
    const page = await press(ASKS);
    await page.clock.fastForward(1000);
    expect(await shows(page)).toEqual({ dialog: 'Save the changes?', save: 'open' });
    await page.getByRole('button', { name: 'No' }).click();
    await page.clock.fastForward(1000);
    expect(await shows(page)).toEqual({ dialog: null, save: 'open' });
    await page.close();
  });
});

const ACTIVATION = '<p class="result">Activation successful.</p>';
const LIST =
  '<nav><a href="#/applications" aria-current="page">SSO Applications</a></nav><main><h1>SSO Applications</h1><table><tr><th>Name</th></tr><tr><td>Dialpad</td></tr></table></main>';

describe('a page that leaves the application after the activation', () => {
  let browser: Browser;
  let probe: string;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  });
  afterAll(() => browser.close());

  /** What is told of Save at the list, when the application's page had those buttons. */
  async function leave(buttons: string) {
    const html = `<!doctype html>${TABS}<main>${FORM}${buttons}</main>`;
    const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
    await shows(page);
    await page.evaluate((text) => document.querySelector('main')?.insertAdjacentHTML('beforeend', text), ACTIVATION);
    await shows(page);
    await page.evaluate((list) => (document.body.innerHTML = list), LIST);
    const { save } = await shows(page);
    await page.close();
    return save;
  }

  it('leaves open whether there is something to save, where the application had a Save', async () => {
    expect(await leave('<button>Save</button>')).toBeUndefined();
    expect(await leave('<button disabled>Save</button>')).toBeUndefined();
  });

  it('has nothing to save where the application had none', async () => {
    expect(await leave('')).toBe('absent');
  });
});
