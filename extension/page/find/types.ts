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
  /**
   * Parts of words, all of which stand somewhere in the name, worth little: for captions that nobody has seen. `+` joins
   * the parts, `|` the alternatives of one ("test+mail|correo"). Nothing else may be said than these and the words of
   * the other names.
   */
  loose?: readonly string[];
  /** Whole words that may stand beside those of the names, and make nothing else of what bears them. */
  beside?: readonly string[];
  /** Words that rule a control out wherever they stand in its name. */
  not?: readonly string[];
  /** The same as a pattern, of names as they are compared. */
  unlike?: RegExp;
  /** What is called like this may be it, beside another one, and is not taken for it when it is alone. */
  aside?: RegExp;
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
  /** Headings of sections that speak of it and do not hold it, such as Help. */
  outside?: readonly string[];
  /** Fragments of `data-test-id`, `data-qa`, `name`, `id`, `autocomplete`. */
  hints?: readonly string[];
  /** Values of an input's `type` that speak for it. */
  inputTypes?: readonly string[];
  /** Another control that it stands next to: of equals, the nearest one is meant. */
  near?: string;
  /** The form that it is a part of, by controls of it; in a box of its own it stands under one of those headings. */
  part?: { of: readonly string[]; headings: readonly string[] };
  /** It must say in its markup that it opens a list. */
  opens?: true;
  /** It takes something away, so it is found to be shown to the admin, and never pressed. */
  destructive?: true;
  /** It says nothing but who the signed-in person is, and is told by where it stands. */
  person?: true;
  /** A text that presses although nothing marks it as a button. */
  staticText?: true;
};

/** An element that may be a control, and how much speaks for it. */
export type Candidate = { element: Element; name: string; score: number; disabled: boolean };

/**
 * What was found for a control. `disabled` is the one that would have been it, had the page enabled it, `behind` the
 * one that a dialog of the page covers.
 */
export type Match =
  | { is: 'unique'; element: Element; name: string; score: number }
  | { is: 'ambiguous'; candidates: Candidate[] }
  | { is: 'missing'; disabled: Element | null; behind: Element | null };

/** One sign that a place is open. All clues of one sign must hold. */
export type PlaceSign = {
  /** Controls that must be there, matched uniquely or not, enabled or not. */
  controls?: readonly string[];
  /** Any of these as a visible heading. */
  heading?: readonly string[];
  /** Any of these as the first heading of the content. */
  title?: readonly string[];
  /** A control whose own state says that it is the one shown: `aria-selected`, `aria-current`, an `active` class. */
  selected?: string;
  /** A tab that is the one shown: by its state, or by a class that none of the tabs beside it has. */
  shownTab?: string;
  /** Any of these as a plain text in the place of a link, beside that control: of tabs that are links, the one shown is none. */
  plainTab?: { texts: readonly string[]; beside: string };
  /** Any of these as a visible text. */
  text?: readonly string[];
  /** A visible text that this holds of, as it is compared. */
  pattern?: RegExp;
  /** A value shown once, such as a key. */
  shows?: 'value';
  /** The address. */
  url?: RegExp;
  /** None of these controls may be there. */
  without?: readonly string[];
  /** The page's title, above the first of those controls that is there, names something else, and `own` stands nowhere above them. */
  titledOther?: { above: readonly string[]; own: RegExp; neutral: RegExp; unlessPointed: string };
};

/** A named screen. Places are listed from the shallowest to the deepest; the deepest one recognised counts. */
export type Place = {
  id: string;
  signs: readonly PlaceSign[];
  /** It counts whatever deeper place is recognised, for what is there is not what we work on. */
  elsewhere?: true;
};

/** Texts that a page shows after a press, compared as controls' names are. */
export type Sayings = {
  succeeded: RegExp;
  failed: RegExp;
  /** Tells that a message speaks of this step, when nothing was pressed by the assistant. */
  about: RegExp;
};

/** How the page tells of a step. One entry a step; what it means is in `page/observe`. */
export type StepFacts = { step: StepId } & (
  | PlaceFacts
  | FieldFacts
  | ChoiceFacts
  | SwitchFacts
  | PressFacts
  | SaveFacts
  | FormFacts
  | ValueFacts
  | TicksFacts
  | ByHandFacts
);

/** A control that leads on, at those places only. `listed`: one row of a list, which may have to be scrolled to. */
export type Way = { control: string; from: readonly string[]; listed?: true };

/** Done at the place or deeper; the first of `via`, from the last stretch to the first, that leads on from here is pressed. */
export type PlaceFacts = { reads: 'place'; at: string; via: readonly Way[] };

/** A field; `anchors` are the controls that prove that the form around it was recognised. */
export type FieldFacts = {
  reads: 'field';
  control: string;
  holds: 'base-url' | 'token-key' | 'test-address';
  anchors: readonly string[];
};

/** One option of several; `other` is the one that is not wanted, the labels are how each reads as a plain text. */
export type ChoiceFacts = {
  reads: 'choice';
  control: string;
  other: string;
  label: RegExp;
  otherLabel: RegExp;
  anchors: readonly string[];
};

/**
 * A switch that must be off, behind `opener` or not; a page may show it only once the step `after` succeeded, and has none
 * only where one of the controls `beside` it is there, and nothing to switch whose name speaks `about` it.
 */
export type SwitchFacts = {
  reads: 'switch';
  control: string;
  opener: string;
  after: StepId;
  beside: readonly string[];
  about: RegExp;
  /** Without a switch, the words of a choice between two, and what a button says that it does. */
  off: RegExp;
  on: RegExp;
  turnsOff: RegExp;
  turnsOn: RegExp;
  anchors: readonly string[];
};

/**
 * A button whose outcome the page tells: by what it says, by a control that appears, or, with `vanishesUnless`, by its
 * own going away while that other control is not offered instead.
 */
export type PressFacts = {
  reads: 'press';
  control: string;
  anchors: readonly string[];
  says: Sayings;
  appears: string | null;
  vanishesUnless: string | null;
  /** What a running integration has in its stead when its key is replaced. */
  instead: string | null;
};

/** A destructive control, perhaps in a menu, that the admin presses; done once the field can be changed. */
export type ByHandFacts = { reads: 'by-hand'; control: string; opener: string; frees: string; unless: string };

/** The Save that follows the step `after`; before, it would throw the form away. */
export type SaveFacts = { reads: 'save'; control: string; after: StepId; place: string; says: Sayings };

/** A form of a name and a button, at a place. */
export type FormFacts = { reads: 'form'; at: string; field: string; submit: string; shownAt: string };

/** A value that the page shows, at once or behind a button. */
export type ValueFacts = { reads: 'value'; reveal: string; copy: string };

/** A tab in which the admin ticks, and its Save. Where no tab parts it from the form, controls of that are `apart` from it. */
export type TicksFacts = {
  reads: 'ticks';
  tab: string;
  apart: readonly string[];
  at: string;
  within: string;
  save: string;
  via: readonly Way[];
  says: Sayings;
};

/**
 * A form that may go on on other pages of its own (a wizard): what turns them, in which place it stands, the tab of that place
 * and the signs that it is the one shown, which place the form is, and its steps from the first page to the last. The step
 * `anywhere` may be on any of them.
 */
export type PagedFormFacts = {
  next: string;
  back: string;
  at: string;
  tab: string;
  shown: readonly PlaceSign[];
  form: string;
  steps: readonly StepId[];
  anywhere: StepId;
};

/** Something that stands in the way of every step, at those places or where no place is recognised. */
export type Obstacle = {
  problem: ProblemCode;
  at: readonly string[] | 'unknown';
  signs: readonly PlaceSign[];
  /** It is one only once a list that shows some of its rows was searched to its end. */
  afterSearch?: true;
};

/** All that is known of a site: facts, no code. */
export type SiteFacts = {
  site: 'dialpad' | 'jumpcloud';
  /** Origins on which the assistant acts; on any other it refuses. */
  origins: readonly string[];
  controls: readonly Control[];
  places: readonly Place[];
  steps: readonly StepFacts[];
  obstacles: readonly Obstacle[];
  /** The form that may be spread over pages; null where none is. */
  paged: PagedFormFacts | null;
  /** Controls whose being in a dialog makes it the page that we work with, and no interruption. */
  workspace: readonly string[];
  /** How the page says that the integration runs: a text, or a control; from that place on. */
  active: { text: RegExp; control: string; from: string; activate: StepId; offer: string } | null;
};
