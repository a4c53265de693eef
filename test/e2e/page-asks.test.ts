import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askedAbout } from '../../shared/setup/question.ts';
import { en } from '../../shared/texts/en.ts';
import { connectAndWalk, walkOn } from './kit/admin.ts';
import { BROWSERS, isThere, openNamed, type BrowserName, type OpenBrowser } from './kit/browsers.ts';
import { follow, type Decision } from './kit/follow.ts';
import { untilPanel } from './kit/panel-state.ts';
import { click, waitForPanel, type PanelState } from './kit/panel.ts';
import { startSharedGround, type Plot, type SharedGround } from './kit/shared-ground.ts';
import { shareWorld } from './kit/shared-world.ts';
import { USER_GROUP } from './kit/world.ts';

const QUESTION = en.notes.windowAsks('JumpCloud');
const PATIENCE_MS = 30_000;

const asks = ({ text }: PanelState): boolean => text.includes(QUESTION);
const isAsked = ({ step, primary }: PanelState): boolean => step === 'jumpcloud.activate' && primary === 'confirm';
const isReady = ({ step, status }: PanelState): boolean => step === 'jumpcloud.activate' && status === 'ready';

// JumpCloud's page asks before it activates; the admin says no, thinks again, and says yes.

describe.each<BrowserName>([...BROWSERS])('a console that asks by a question of the browser’s, in %s', (name) => {
  let ground: SharedGround;
  let browser: OpenBrowser;
  beforeAll(async () => {
    if (!isThere(name)) return;
    ground = await startSharedGround();
    browser = await openNamed(name, ground);
  });
  afterAll(async () => {
    if (!isThere(name)) return;
    await browser.close();
    await ground.close();
  });

  /** Clicks what is advised, and ticks the group, until `decide` says stop. */
  function walkFrom(tab: unknown, decide: (state: PanelState) => Decision) {
    const { assisted } = browser;
    return follow(tab, assisted, {
      patienceMs: PATIENCE_MS,
      decide: async (state, here) => {
        if (state.problem) throw new Error(`Met ${state.problem} at ${state.step}: ${state.text}`);
        if (state.step === 'jumpcloud.user-groups') await assisted.tick(here, USER_GROUP);
        return decide(state);
      },
    });
  }

  /** What console and assistant go by, once the server was told. */
  const asked = (plot: Plot) => expect.poll(async () => askedAbout(await plot.snapshot()), { timeout: PATIENCE_MS });

  it.skipIf(!isThere(name))('which holds the page, is known in side panel and console', async () => {
    const { assisted } = browser;
    const plot = await ground.plot({ jumpcloud: { form: 'modern', asksBefore: 'browser' } });
    await assisted.connect(plot.link);
    const start = await assisted.open('https://dialpad.com/');
    const { tab } = await walkFrom(start, (state) => (isAsked(state) ? 'stop' : 'advised'));
    const calls = plot.sites.jumpcloud.calls().length;

    const first = assisted.nextQuestion(tab);
    await assisted.click(tab, 'confirm');
    const question = await first;
    await untilPanel(() => assisted.readSidePanel(), 'the question', asks, PATIENCE_MS);
    await asked(plot).toBe('jumpcloud.activate');
    await question.answer('no');
    await untilPanel(() => assisted.read(tab), 'the step again', isReady, PATIENCE_MS);
    await asked(plot).toBeNull();
    expect(plot.sites.jumpcloud.calls()).toHaveLength(calls);

    const second = assisted.nextQuestion(tab);
    await walkFrom(tab, (state) => (isAsked(state) ? 'stop' : 'advised'));
    await assisted.click(tab, 'confirm');
    const again = await second;
    await untilPanel(() => assisted.readSidePanel(), 'the question again', asks, PATIENCE_MS);
    await again.answer('yes');
    const { last } = await walkFrom(tab, () => 'advised');
    expect(last.status).toBe('finished');
  });
});

describe('a console that asks by a window of its own', () => {
  const { enter } = shareWorld();

  it('is let answer, and goes on after a no and after a yes', async () => {
    const at = await enter({ jumpcloud: { form: 'classic', asksBefore: 'page' } });
    const { page } = await connectAndWalk(at, (state) => (isAsked(state) ? 'stop' : 'advised'));
    const calls = at.sites.jumpcloud.calls().length;
    const answer = async (here: Page, name: 'Yes' | 'No'): Promise<void> => {
      await click(here, 'confirm');
      await waitForPanel(here, 'the question', asks);
      await here.getByRole('button', { name, exact: true }).click();
    };
    await answer(page, 'No');
    await waitForPanel(page, 'the step again', isReady);
    expect(at.sites.jumpcloud.calls()).toHaveLength(calls);
    await walkOn(page, at, (state) => (isAsked(state) ? 'stop' : 'advised'));
    await answer(page, 'Yes');
    const { last } = await walkOn(page, at);
    expect(last.status).toBe('finished');
  });
});
