import type { ProblemCode } from './problems.ts';
import type { StepId } from './steps.ts';

/** What the background asks a page to do. */
export type PageCommand =
  /** Does the step. `value`: what to fill; the key's name with `dialpad.generate-key`; null where nothing is filled. */
  | { do: 'perform'; step: StepId; value: string | null }
  /** Presses no more than what leads to where the step is done: its tab, or the page of the form that has it. */
  | { do: 'lead'; step: StepId }
  /** The fingerprint of what the Token Key field holds now. */
  | { do: 'fingerprint' }
  /** Puts back what was there before the step was performed. */
  | { do: 'undo'; step: StepId }
  /** Lets the admin click the step's control on the page, and remembers it for this browser and site. */
  | { do: 'point'; step: StepId }
  /** Leaves the admin's clicks to the page again; what they were asked to show is answered as not shown. */
  | { do: 'stop-pointing' };

/** Noted of a press during which the browser held the page, as it does while a page's `confirm()` waits for an answer. */
export const HELD = 'held';

/** What came of it. `retryable` may be tried again as it is; `refused` needs a person or another page. */
export type PageResult = {
  outcome: 'ok' | 'retryable' | 'refused';
  problem: ProblemCode | null;
  note: string | null;
  /** With `dialpad.save-key`: the key that the page shows. */
  secret: string | null;
  /** With `fingerprint`. */
  fingerprint: string | null;
};
