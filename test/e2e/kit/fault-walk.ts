import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { walkOn } from './admin.ts';
import { connect, type AssistantBrowser } from './browser.ts';
import { CONSOLES, type ConsoleName } from './consoles.ts';
import type { Fault } from './faults.ts';
import { finishedSteps } from './finished.ts';
import type { Decision } from './follow.ts';
import type { PanelState } from './panel-state.ts';
import { waitForPanel } from './panel.ts';
import { placesOf } from './secrets.ts';
import type { Plot, startSharedGround } from './shared-ground.ts';
import { createSwiftAdmin } from './swift.ts';
import type { World } from './world.ts';

/** A cause must be named this soon after the page's failure. */
export const NAMED_WITHIN_MS = 5_000;

type SharedGround = Awaited<ReturnType<typeof startSharedGround>>;

/**
 * Walks one console in a browser that others walked in before, meets the fault, has it mended where it has to be, and
 * comes to the end. Answers how long the panel took from the page's verdict to its cause, in ms; null without a verdict.
 */
export async function walkWithFault(
  ground: SharedGround,
  browser: AssistantBrowser,
  console: ConsoleName,
  fault: Fault | null,
): Promise<number | null> {
  await startAnew(browser);
  const { options } = fault ?? {};
  const plot = await ground.plot({ ...options, jumpcloud: { ...options?.jumpcloud, ...CONSOLES[console] } });
  const world: World = { ...plot, browser };
  await connect(browser, plot.link);
  const page = await browser.newPage();
  await page.goto('https://dialpad.com/');
  const admin = createSwiftAdmin();
  let brewed = false;
  let end = { page, last: null as PanelState | null };
  const hurried = async (state: PanelState): Promise<Decision> => {
    if (state.step === 'secondary-domain' && state.problem) return 'skip';
    if (fault?.brew?.when(state) && !brewed) {
      brewed = true;
      await fault.brew.act(plot);
    }
    return admin.decide(state);
  };
  let named: number | null = null;
  if (fault) {
    const met = (state: PanelState): boolean => state.problem === fault.code && (!fault.at || state.step === fault.at);
    end = await walkOn(page, world, (state) => (met(state) ? 'stop' : hurried(state)));
    expect(end.last).toMatchObject({ problem: fault.code });
    named = await sinceVerdict(plot);
    end.page = await mended(end.page, fault, plot);
  }
  const { last } = await walkOn(end.page, world, (state) => (state.problem ? remedy(state) : hurried(state)));
  expect(last.status).toBe('finished');
  await finishedSteps(plot.snapshot);
  for (const key of plot.keys) expect(await placesOf(key, world)).toEqual([]);
  return named;
}

/** Follows what a problem's card advises, which may lead back over several steps. */
function remedy({ primary }: PanelState): Decision {
  return (primary ?? 'wait') as Decision;
}

async function mended(page: Page, fault: Fault, plot: Plot): Promise<Page> {
  await fault.mend(plot);
  if (fault.reload) {
    await page.reload();
    await waitForPanel(page, 'something else than the problem', ({ problem }) => problem !== fault.code);
  }
  return page;
}

/** How long ago the page said that it failed, by the server's clock. */
async function sinceVerdict(plot: Plot): Promise<number | null> {
  const { evidence, now } = await plot.snapshot();
  const verdict = evidence.findLast(({ fact }) => fact === 'page-failed');
  return verdict ? Date.parse(now) - Date.parse(verdict.at) : null;
}

/** Closes what an earlier walk left open, and has the assistant forget it. */
async function startAnew(browser: AssistantBrowser): Promise<void> {
  const panel = browser.sidePanel();
  for (const page of browser.context().pages()) if (page !== panel && page.url() !== 'about:blank') await page.close();
  const forget = panel.getByRole('button', { name: /forget/i });
  if ((await forget.count()) === 0) return;
  await forget.click();
  await forget.click();
  await panel.getByLabel('Setup link', { exact: true }).waitFor();
}
