import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tickBox } from './kit/chromium.ts';
import { connect } from './kit/browser.ts';
import { finishedSteps } from './kit/finished.ts';
import { waitForPanel } from './kit/panel.ts';
import { shareWorld } from './kit/shared-world.ts';
import { walk, type Decision } from './kit/walk.ts';
import type { PanelState } from './kit/panel-state.ts';
import { USER_GROUP } from './kit/world.ts';

const SANDBOX = 'https://sandbox.dialpad.com/';
const EUROPE = 'https://console.eu.jumpcloud.com/';

describe('a walk that is left and taken up again', () => {
  const world = shareWorld();

  /** Goes on as the assistant advises, until a state. */
  async function goOn(from: Page, until: (state: PanelState) => boolean): Promise<{ page: Page; last: PanelState }> {
    return walk(from, {
      browser: world.browser(),
      decide: async (state, page): Promise<Decision> => {
        if (until(state)) return 'stop';
        if (state.problem === 'key-not-seen' || state.problem === 'form-wiped')
          return (state.primary ?? 'wait') as Decision;
        if (state.problem) throw new Error(`Met ${state.problem} at ${state.step}: ${state.text}`);
        if (state.step === 'jumpcloud.user-groups') await tickBox(page, USER_GROUP);
        return 'advised';
      },
    });
  }

  /** A page in a window of its own. */
  async function openWindow(url: string): Promise<Page> {
    const browser = world.browser();
    const context = browser.context();
    const opened = context.waitForEvent('page');
    const session = await context.newCDPSession(browser.sidePanel());
    await session.send('Target.createTarget', { url, newWindow: true });
    await session.detach();
    const page = await opened;
    await page.waitForURL(`${url}**`);
    return page;
  }

  it('stands where it stood after going back, in other windows and consoles, and after the browser was closed', async () => {
    const { browser, link, snapshot, keys } = await world.enter({ jumpcloud: { form: 'classic' } });
    await connect(browser, link);

    // Dialpad's sandbox; back from its API keys to where they are found.
    const dialpad = await browser.newPage();
    await dialpad.goto(SANDBOX);
    await goOn(dialpad, ({ step }) => step === 'dialpad.generate-key');
    await dialpad.goBack();
    await waitForPanel(dialpad, 'the way to the form', ({ step }) => step !== 'dialpad.generate-key');
    const taken = await goOn(dialpad, ({ step }) => step === 'jumpcloud.open-application');
    expect(new URL(taken.page.url()).origin).toBe(new URL(SANDBOX).origin);

    // The European console in a window of its own, and another one, which somebody looks at, in a third.
    const console = await openWindow(EUROPE);
    const other = await openWindow('https://console.jumpcloud.com/');
    await waitForPanel(other, 'the step there', ({ step }) => step === 'jumpcloud.open-application');
    await console.bringToFront();
    const filled = await goOn(console, ({ step }) => step === 'jumpcloud.test-connection');
    expect(filled.page).toBe(console);
    await other.bringToFront();
    await console.bringToFront();
    await waitForPanel(console, 'the same step', ({ step }) => step === 'jumpcloud.test-connection');
    await other.close();

    // Closed and opened again: the key is gone with the browser, the walk is not.
    await browser.restart();
    const again = await browser.newPage();
    await again.goto(EUROPE);
    await waitForPanel(again, 'the way to the form', ({ step }) => step === 'jumpcloud.open-application');
    const { last } = await goOn(again, ({ status }) => status === 'finished');
    expect(last.status).toBe('finished');
    await finishedSteps(snapshot);
    expect(keys).toHaveLength(2);
  });
});
