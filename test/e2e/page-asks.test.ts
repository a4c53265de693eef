import type { Dialog, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { en } from '../../shared/texts/en.ts';
import { connectAndWalk, walkOn } from './kit/admin.ts';
import { click, waitForPanel, type PanelState } from './kit/panel.ts';
import { shareWorld, type SharedWorld } from './kit/shared-world.ts';

const QUESTION = en.notes.windowAsks('JumpCloud');

const isAsked = ({ step, primary }: PanelState): boolean => step === 'jumpcloud.activate' && primary === 'confirm';
const isReady = ({ step, status }: PanelState): boolean => step === 'jumpcloud.activate' && status === 'ready';

/** JumpCloud's page asks before it activates; the admin says no, thinks again, and says yes. */
describe('a console that asks the admin itself before it activates', () => {
  const { enter } = shareWorld();

  async function walkToActivate(at: SharedWorld): Promise<{ page: Page; calls: number }> {
    const { page } = await connectAndWalk(at, (state) => (isAsked(state) ? 'stop' : 'advised'));
    return { page, calls: at.sites.jumpcloud.calls().length };
  }

  /** Back at the step a few seconds after the no, and nothing was sent. */
  async function isOpenAgain(at: SharedWorld, page: Page, calls: number): Promise<void> {
    await waitForPanel(page, 'the step again', isReady);
    expect(at.sites.jumpcloud.calls()).toHaveLength(calls);
  }

  it('by a question of the browser’s, which holds the page, is known in side panel and console', async () => {
    const at = await enter({ jumpcloud: { form: 'modern', asksBefore: 'browser' } });
    const setupPage = await at.browser.newPage();
    await setupPage.goto(at.link);
    const { page, calls } = await walkToActivate(at);
    const opened = new Promise<Dialog>((resolve) => page.once('dialog', resolve));
    await click(page, 'confirm');
    const question = await opened;
    await waitForPanel(at.browser.sidePanel(), 'the question', ({ text }) => text.includes(QUESTION));
    await setupPage.getByText(QUESTION).waitFor();
    await question.dismiss();
    await isOpenAgain(at, page, calls);
    await setupPage.getByText(QUESTION).waitFor({ state: 'detached' });

    page.on('dialog', (again) => void again.accept());
    const { last } = await walkOn(page, at);
    expect(last.status).toBe('finished');
  });

  it('by a window of its own is let answer, and goes on after a no and after a yes', async () => {
    const at = await enter({ jumpcloud: { form: 'classic', asksBefore: 'page' } });
    const { page, calls } = await walkToActivate(at);
    const answer = async (name: 'Yes' | 'No'): Promise<void> => {
      await click(page, 'confirm');
      await waitForPanel(page, 'the question', ({ text }) => text.includes(QUESTION));
      await page.getByRole('button', { name, exact: true }).click();
    };
    await answer('No');
    await isOpenAgain(at, page, calls);
    await walkOn(page, at, (state) => (isAsked(state) ? 'stop' : 'advised'));
    await answer('Yes');
    const { last } = await walkOn(page, at);
    expect(last.status).toBe('finished');
  });
});
