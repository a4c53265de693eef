/**
 * The one table of what each clue is worth. A candidate is accepted from `ACCEPTED` on, and only when it is ahead of
 * the next one by `MARGIN`; else we abstain, for a wrong press is worse than none.
 */
export const ACCEPTED = 0.7;
export const MARGIN = 0.15;

/** How well the name answers. */
export const NAME = { exact: 1, weak: 0.59, prefix: 0.8, contains: 0.6, loose: 0.5 } as const;

/** Where the name was read; it multiplies the above. */
export const SOURCE = {
  own: 1,
  label: 1,
  captionBefore: 0.97,
  columnHeader: 0.9,
  captionAfter: 0.85,
  captionFar: 0.6,
  title: 0.8,
  placeholder: 0.75,
  placeholderAlone: 0.9,
  image: 0.8,
} as const;

/** Each further caption between this one and the field makes it less certain. */
export const CAPTION_DISTANCE = 0.04;

/** What else speaks for or against a candidate; added. */
export const CLUE = {
  hint: 0.15,
  inputType: 0.1,
  section: 0.15,
  outside: -0.6,
  apart: -0.85,
  leadsElsewhere: -0.6,
  inSentence: -0.8,
  nearest: 0.2,
  listed: 0.2,
  unlisted: -0.6,
  among: 0.25,
  opens: 0.1,
  person: 0.75,
  notMarkedPressable: -0.25,
} as const;

/** The worth of an area for a control of a scope; added. */
export const AREA = {
  nav: { nav: 0.2, strip: 0, content: 0, menu: 0.1, breadcrumb: -0.6, search: -0.7, aside: -0.7 },
  strip: { nav: -0.7, strip: 0.2, content: -0.45, menu: -0.6, breadcrumb: -0.7, search: -0.7, aside: -0.7 },
  content: { nav: -0.7, strip: -0.4, content: 0.1, menu: -0.5, breadcrumb: -0.7, search: -0.7, aside: -0.5 },
  any: { nav: 0, strip: 0, content: 0.05, menu: 0, breadcrumb: -0.5, search: -0.5, aside: -0.4 },
} as const;
