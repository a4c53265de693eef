import type { ProblemCode } from '../../../shared/setup/problems.ts';
import type { StepId } from '../../../shared/setup/steps.ts';

/** How the words of a control are compared with what the page says; always case-folded, NFKC, without `*` and `:`. */
export type Names = {
  /** The whole name, the beginning of it, or a part of it between word boundaries. */
  words?: readonly string[];
  /** The whole name only: for words that begin other controls' names too ("Activate" and "Activate SSO"). */
  exact?: readonly string[];
  /** The whole name only, and worth less: common words that need their surroundings ("Test", "Verify"). */
  weak?: readonly string[];
  /** Words that rule a control out wherever they stand in its name. */
  not?: readonly string[];
};

/** Which elements may be a control at all. */
export type ControlKind = 'press' | 'field' | 'option' | 'switch' | 'row';

/**
 * Where a control stands: `nav` in a navigation, `strip` in the tab strip of what is open, `content` in neither,
 * `any` wherever it is.
 */
export type Scope = 'nav' | 'strip' | 'content' | 'any';

/** A named control of a site, declared by its clues. */
export type Control = {
  id: string;
  kind: ControlKind;
  names: Names;
  scope: Scope;
  /** Texts of its neighbours in the same strip, one of which must be there when the scope is `strip`. */
  among?: readonly string[];
  /** Headings of the section that it stands in. */
  within?: readonly string[];
  /** Fragments of `data-test-id`, `data-qa`, `name`, `id`, `autocomplete`. */
  hints?: readonly string[];
  /** Values of an input's `type` that speak for it. */
  inputTypes?: readonly string[];
  /** Another control that it stands next to: of equals, the nearest one is meant. */
  near?: string;
  /** A text that presses although nothing marks it as a button. */
  staticText?: true;
};

/** An element that may be a control, and how much speaks for it. */
export type Candidate = { element: Element; name: string; score: number; disabled: boolean };

/** What was found for a control. `disabled` is the one that would have been it, had the page enabled it. */
export type Match =
  | { is: 'unique'; element: Element; name: string; score: number }
  | { is: 'ambiguous'; candidates: Candidate[] }
  | { is: 'missing'; disabled: Element | null };

/** One sign that a place is open. All clues of one sign must hold. */
export type PlaceSign = {
  /** Controls that must be there, matched uniquely or not, enabled or not. */
  controls?: readonly string[];
  /** Any of these as a visible heading or title. */
  heading?: readonly string[];
  /** A control whose own state says that it is the one shown: `aria-selected`, `aria-current`, an `active` class. */
  selected?: string;
  /** Any of these as a visible text. */
  text?: readonly string[];
  /** The address. */
  url?: RegExp;
  /** None of these controls may be there. */
  without?: readonly string[];
};

/** A named screen. Places are listed from the shallowest to the deepest; the deepest one recognised counts. */
export type Place = { id: string; signs: readonly PlaceSign[] };

/** Texts that a page shows after a press. */
export type Sayings = { succeeded: RegExp; failed: RegExp };

/** How the page tells of a step. One entry a step; what it means is in `page/observe`. */
export type StepFacts =
  /** Done at the place or deeper; the first of `via` that is found is pressed. */
  | { step: StepId; reads: 'place'; at: string; via: readonly string[]; orOption?: string }
  /** A field of the form; `anchors` are the controls that prove that the form was recognised. */
  | {
      step: StepId;
      reads: 'field';
      control: string;
      holds: 'base-url' | 'token-key' | 'test-address';
      anchors: readonly string[];
    }
  /** One option of several; `others` are the options that are not wanted. */
  | { step: StepId; reads: 'choice'; control: string; others: string; fixed: RegExp; anchors: readonly string[] }
  /** A switch that must be off; `opener` shows it. */
  | { step: StepId; reads: 'switch'; control: string; opener: string; after: StepId; anchors: readonly string[] }
  /** A button whose outcome the page tells; with `appears`, that control's appearing is a success too. */
  | {
      step: StepId;
      reads: 'press';
      control: string;
      anchors: readonly string[];
      says: Sayings;
      appears?: string;
      vanishes?: { unless: string };
    }
  /** The Save that follows; `after` is the step that must be done first, or Save would throw the form away. */
  | { step: StepId; reads: 'save'; control: string; after: StepId; anchors: readonly string[]; says: Sayings }
  /** A form of a name and a button. */
  | { step: StepId; reads: 'form'; at: string; field: string; submit: string; shown: string }
  /** A value that the page shows once. */
  | { step: StepId; reads: 'value'; at: string; reveal: string; copy: string }
  /** A tab in which the admin ticks, and its Save. */
  | { step: StepId; reads: 'ticks'; tab: string; at: string; save: string; via: readonly string[]; says: Sayings };

/** Something that stands in the way of every step at a place. */
export type Obstacle = { problem: ProblemCode; at: readonly string[]; signs: readonly PlaceSign[] };

/** All that is known of a site: facts, no code. */
export type SiteFacts = {
  site: 'dialpad' | 'jumpcloud';
  /** Origins on which the assistant acts; on any other it refuses. */
  origins: readonly string[];
  controls: readonly Control[];
  places: readonly Place[];
  steps: readonly StepFacts[];
  obstacles: readonly Obstacle[];
  /** How the page says that the integration runs already. */
  active: { text: RegExp; controls: readonly string[] } | null;
};
