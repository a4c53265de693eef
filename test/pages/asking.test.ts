import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HELD } from '../../shared/setup/commands.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

const TABS = `<div role="tablist"><button role="tab">General Info</button><button role="tab">SSO</button>
  <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>`;
const FORM = '<label>Base URL<input></label><label>Token Key<input></label><p>Identity Management: Active</p>';
const ASKS = "document.querySelector('dialog').showModal()";
/** As a question of the browser's own does: nothing else goes on while it is open, and then it is later. */
const HOLDS = 'performance.now = ((now) => () => now() + 5000)(performance.now.bind(performance))';

function shows(page: Page) {
  return page.evaluate(async () => {
    const none = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
    const { dialog, readings } = await window.probe.observePage(none);
    return { dialog, save: readings['jumpcloud.save']?.state };
  });
}

describe('a Save that the page says nothing of', () => {
  let browser: Browser;
  let probe: string;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  });
  afterAll(() => browser.close());

  async function press(onPress: string, note: string | null = null): Promise<Page> {
    const html = `<!doctype html>${TABS}<main>${FORM}<button onclick="${onPress}">Save</button></main>
      <dialog><h2>Save the changes?</h2><button>Yes</button><button onclick="this.closest('dialog').close()">No</button></dialog>`;
    const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
    await page.clock.install();
    const pressed = await page.evaluate(() => {
      const { probe: assistant } = window;
      const command = { do: 'perform', step: 'jumpcloud.save', value: null } as const;
      return assistant.executeCommand(assistant.site, command, assistant.context);
    });
    expect(pressed).toMatchObject({ outcome: 'ok', note });
    return page;
  }

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
