import type { Driver } from './follow.ts';
import type { PanelState } from './panel-state.ts';

/**
 * A browser with the assistant in it, and what an admin does there besides clicking what the assistant advises. The same
 * walk goes in each browser. Selectors are CSS; of several elements that fit, the one at `index` that is shown is meant.
 */
export type AssistedBrowser<Tab> = Driver<Tab> & {
  /** Connects the extension to a setup session: paste the link, press Connect. */
  connect(link: string): Promise<void>;
  /** Closes what an earlier walk left open, and has the assistant forget it. */
  startAnew(): Promise<void>;
  open(url: string): Promise<Tab>;
  reload(tab: Tab): Promise<void>;
  /** Types into a field of the page itself, in place of what it holds. */
  type(tab: Tab, selector: string, text: string, index?: number): Promise<void>;
  /** Clicks a control of the page itself. */
  press(tab: Tab, selector: string, index?: number): Promise<void>;
  /** Reads the panel of the extension's own page, which no page holds up. */
  readSidePanel(): Promise<PanelState | null>;
  /**
   * Waits for the next question that the page asks by the browser's own `confirm()`, which holds the page until it is
   * answered. To be begun before what makes the page ask.
   */
  nextQuestion(tab: Tab): Promise<Question>;
  /** Ticks the box of that label, where the page shows it and it is not ticked yet. */
  tick(tab: Tab, label: string): Promise<void>;
  /** Every page and storage of the browser in which a key can be read. Empty when it is nowhere. */
  placesOf(key: string): Promise<string[]>;
};

/** A page's question in the browser's own window. */
export type Question = { answer(word: 'yes' | 'no'): Promise<void> };
