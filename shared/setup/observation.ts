import type { ProblemCode } from './problems.ts';
import type { StepId } from './steps.ts';

/** Noted of a field whose value the page does not show. */
export const MASKED = 'masked';

/** What a page says of one step. A step that the page cannot speak of has no reading. */
export type StepReading = {
  /**
   * `done`: the page shows it done · `open`: not done · `absent`: the place is recognised, the controls around it were
   * matched, and the page does not have this one
   */
  state: 'done' | 'open' | 'absent';
  /** How sure the page is of the control that performs the step. */
  match: 'unique' | 'ambiguous' | 'missing';
  /** Names of the candidates, when ambiguous. */
  candidates: string[];
  /** A value that is in the field already and is not ours; never a secret. */
  occupiedBy: string | null;
  /**
   * What comes next on the page: a tab or another page of the form is to be opened first, where the step is done; with `bind`
   * steps, to tick and to save.
   */
  stage: 'open-tab' | 'turn-page' | 'tick' | 'save' | null;
  /** On the way to where the step is done: how many presses may be left after the one that comes next, at most. */
  remaining: number | null;
  /** What the button says that is pressed with consequences; null for every other control. */
  button: string | null;
  /** A short remark for the record, such as "the only choice". No words for the admin. */
  note: string | null;
};

/** What the page said after a press; `id` differs for every new saying, so that an old one is not taken for a new one. */
export type PageVerdict = {
  step: StepId;
  says: 'succeeded' | 'failed';
  message: string | null;
  id: string;
};

/** Everything that a page says at one moment, without a secret or a person's data in it. */
export type Observation = {
  site: 'dialpad' | 'jumpcloud';
  host: string;
  /** The named screen, or null when it is not one that we know. */
  place: string | null;
  /** What stands in the way of any step here: signed out, not an admin, no application, … */
  problem: ProblemCode | null;
  readings: Partial<Record<StepId, StepReading>>;
  verdicts: PageVerdict[];
  /** The title of a dialog of the page that covers it, or null. */
  dialog: string | null;
  /** Whether it was looked at as the page of an integration that is to get another key (see `Expectations`). */
  replacing: boolean;
};

/** What the page should show, so that it can say whether it does. The key itself is not among it. */
export type Expectations = {
  baseUrl: string;
  keyFingerprint: string | null;
  testAddresses: string[];
  /** The integration runs and is to get another key. */
  replacing: boolean;
};
