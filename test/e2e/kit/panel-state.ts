import { setTimeout as pause } from 'node:timers/promises';

/** What the assistant's panel says of itself, as its public data attributes. */
export type PanelState = {
  step: string;
  status: string;
  problem: string | null;
  site: string;
  primary: string | null;
  primaryLabel: string | null;
  /** Every button that is shown. */
  actions: string[];
  text: string;
};

/** The panel, by CSS: to find a region by its name means to work out names all over the page, and a walk looks all the time. */
export const PANEL = '[role="region"][data-step]';

/**
 * Reads the one panel there is, or null. It runs in the page, whichever driver sends it there, so it may use nothing from
 * outside of itself.
 */
export function describePanel([element, ...others]: Element[]): PanelState | null {
  if (!element || others.length > 0) return null;
  const { step, status, problem, site } = (element as HTMLElement).dataset;
  const buttons = [...element.querySelectorAll('[data-action]')];
  const primary = element.querySelector('[data-primary]');
  return {
    step: step ?? '',
    status: status ?? '',
    problem: problem ?? null,
    site: site ?? '',
    primaryLabel: primary?.textContent ?? null,
    primary: primary instanceof HTMLElement ? (primary.dataset['action'] ?? null) : null,
    actions: buttons.map((button) => (button as HTMLElement).dataset['action'] ?? ''),
    text: element.textContent,
  };
}

/**
 * Reads again and again until the panel's state satisfies a condition.
 * @throws Error with the last state seen, after `within` milliseconds.
 */
export async function untilPanel(
  read: () => Promise<PanelState | null>,
  what: string,
  condition: (state: PanelState) => boolean,
  within: number,
): Promise<PanelState> {
  const deadline = Date.now() + within;
  let last: PanelState | null = null;
  while (Date.now() < deadline) {
    last = await read().catch(() => null);
    if (last && condition(last)) return last;
    await pause(50);
  }
  throw new Error(`The panel did not come to: ${what}. Last seen: ${JSON.stringify(last)}`);
}
