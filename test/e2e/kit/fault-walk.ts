import { expect, vi } from 'vitest';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import type { AssistedBrowser } from './assisted-browser.ts';
import { CONSOLES, type ConsoleName } from './consoles.ts';
import { FAULTS, type Fault, type FaultName, type Scene } from './faults.ts';
import { measureEffort, type Effort } from './effort.ts';
import { finishedSteps } from './finished.ts';
import { follow, type Decision } from './follow.ts';
import { untilPanel, type PanelState } from './panel-state.ts';
import { placesOnServer } from './secrets.ts';
import type { Plot, PlotOptions, SharedGround } from './shared-ground.ts';
import { USER_GROUP } from './world.ts';

/** A cause must be named this soon after the page's failure. */
export const NAMED_WITHIN_MS = 5_000;

const PATIENCE_MS = 30_000;
const PRESSED_STEPS = ['jumpcloud.test-connection', 'jumpcloud.activate'] as const satisfies readonly StepId[];

/** How long the panel took from the page's verdict to its cause, in ms; null without a verdict. */
export type Named = { fault: FaultName; ms: number | null };

/**
 * Walks one console in a browser that others walked in before, meets the faults one after the other, has each mended where
 * it has to be, and comes to the end.
 */
export async function walkWithFaults<Tab>(
  ground: SharedGround,
  browser: AssistedBrowser<Tab>,
  console: ConsoleName,
  names: readonly FaultName[],
): Promise<{ told: Named[]; effort: Effort }> {
  await browser.startAnew();
  const faults = names.map((name): Fault & { name: FaultName } => ({ ...FAULTS[name], name }));
  const plot = await ground.plot(optionsFor(console, faults));
  await browser.connect(plot.link);
  const effort = measureEffort();
  let tab: Tab = await browser.open('https://dialpad.com/');
  const walk = (decide: (state: PanelState, here: Tab) => Promise<Decision>) =>
    follow(tab, browser, {
      patienceMs: PATIENCE_MS,
      decide: async (state, here) => {
        if (state.step === 'secondary-domain' && state.problem) return 'skip';
        const decision = await decide(state, here);
        if (state.step === 'jumpcloud.user-groups' && decision !== 'stop') await browser.tick(here, USER_GROUP);
        return decision;
      },
    });
  const told: Named[] = [];
  const met: Fault[] = [];
  for (const fault of faults) {
    const brew = fault.brew?.();
    const end = await walk(async (state, here) => {
      if (isMet(fault, state)) return 'stop';
      const own = brew && (await brew(state, { plot, browser, tab: here }));
      return own ?? (state.problem ? remedy(state, met) : 'advised');
    });
    expect(end.last).toMatchObject({ problem: fault.code });
    told.push({ fault: fault.name, ms: await sinceVerdict(plot, end.last) });
    tab = end.tab;
    await mended(fault, { plot, browser, tab });
    met.push(fault);
  }
  const { last } = await walk(async (state) =>
    Promise.resolve(state.problem ? remedy(state, met) : effort.decide(state)),
  );
  expect(last.status).toBe('finished');
  await finishedSteps(() => plot.snapshot());
  for (const key of plot.keys) {
    expect([...(await placesOnServer(key, plot.server)), ...(await browser.placesOf(key))]).toEqual([]);
  }
  return { told, effort };
}

function optionsFor(console: ConsoleName, faults: Fault[]): PlotOptions {
  return faults.reduce<PlotOptions>(
    (before, { options = {} }) => ({
      ...before,
      ...options,
      dialpad: { ...before.dialpad, ...options.dialpad },
      jumpcloud: {
        ...before.jumpcloud,
        ...options.jumpcloud,
        client: { ...before.jumpcloud?.client, ...options.jumpcloud?.client },
      },
    }),
    { jumpcloud: CONSOLES[console] },
  );
}

function isMet({ code, at }: Fault, { problem, step }: PanelState): boolean {
  return problem === code && (at === undefined || step === at);
}

/** Follows what the card of a problem advises that was met and mended, which may lead back over several steps. */
function remedy(state: PanelState, met: Fault[]): Decision {
  if (!met.some((fault) => fault.code === state.problem)) {
    throw new Error(`Met ${String(state.problem)} at ${state.step}: ${state.text}`);
  }
  return (state.primary ?? 'wait') as Decision;
}

async function mended<Tab>(fault: Fault, scene: Scene<Tab>): Promise<void> {
  await fault.mend(scene);
  if (!fault.reload) return;
  const { browser, tab } = scene;
  await browser.reload(tab);
  const isGone = ({ problem }: PanelState): boolean => problem !== fault.code;
  await untilPanel(() => browser.read(tab), 'something else than the problem', isGone, PATIENCE_MS);
}

/**
 * How long before now the page said what came of the newest press, by the server's clock; null at other steps. The server
 * may hear of it a moment later than the panel names the cause.
 */
async function sinceVerdict(plot: Plot, { step, problem }: PanelState): Promise<number | null> {
  // A session that is over tells nothing any more.
  if (problem === 'session-expired' || !(PRESSED_STEPS as readonly string[]).includes(step)) return null;
  const { now } = await plot.snapshot();
  const at = await vi.waitFor(async () => verdictOf(await plot.snapshot()), { timeout: PATIENCE_MS, interval: 50 });
  return Math.max(0, Date.parse(now) - Date.parse(at));
}

/** When the page spoke after the newest press. @throws Error when it is not known yet. */
function verdictOf({ evidence }: SetupSnapshot): string {
  const pressed = evidence.findLastIndex(({ fact }) => fact === 'pressed');
  const said = evidence.slice(pressed).findLast(({ fact }) => fact === 'page-failed' || fact === 'page-succeeded');
  if (!said) throw new Error('The page has said nothing since the press.');
  return said.at;
}
