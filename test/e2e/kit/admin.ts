import type { Page } from 'playwright-core';
import { connect } from './browser.ts';
import { tickBox } from './chromium.ts';
import type { PanelState } from './panel.ts';
import { walk, type Decision, type WalkResult } from './walk.ts';
import { USER_GROUP, type World } from './world.ts';

/**
 * The admin of the article: pastes the link, opens Dialpad, and clicks what the assistant advises; ticks the user group
 * when it is time to. `decide` may do otherwise at any state by answering something else than `advised`.
 */
export async function connectAndWalk(
  world: World,
  decide: (state: PanelState, page: Page) => Decision | Promise<Decision> = () => 'advised',
): Promise<WalkResult> {
  await connect(world.browser, world.link);
  const page = await world.browser.newPage();
  await page.goto('https://dialpad.com/');
  return walkOn(page, world, decide);
}

/** An admin who wants to see each step: has only that one done where the whole site is offered. */
export function stepByStep({ primary }: PanelState): 'perform' | 'advised' {
  return primary === 'perform-all' ? 'perform' : 'advised';
}

/** Goes on from a page as `connectAndWalk` does. */
export function walkOn(
  page: Page,
  world: World,
  decide: (state: PanelState, page: Page) => Decision | Promise<Decision> = () => 'advised',
): Promise<WalkResult> {
  return walk(page, {
    browser: world.browser,
    decide: async (state, here) => {
      const decision = await decide(state, here);
      if (decision !== 'advised') return decision;
      if (state.problem) throw new Error(`Met ${state.problem} at ${state.step}: ${state.text}`);
      if (state.step === 'jumpcloud.user-groups') await tickBox(here, USER_GROUP);
      return decision;
    },
  });
}
