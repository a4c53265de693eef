import type { Problem, ProblemDetails } from './problems.ts';

/**
 * Why a control could not be used, where more is known than that it is not there. Every language has words for these; what
 * a page notes besides is for the details alone.
 *
 * - `window-over`: a window of the page lies over what is needed
 * - `not-yet`: it is there and waits to be used
 * - `no-change`: it was pressed, and the page stayed as it was
 * - `disabled`: it is there, and the page does not let it be pressed
 * - `covered`: something of the page lies over it
 * - `gone`: it is there, and the page took it away or drew it anew whenever it was to be used
 * - `not-it`: what the admin pointed at cannot be it
 */
export const HINDRANCES = ['window-over', 'not-yet', 'no-change', 'disabled', 'covered', 'gone', 'not-it'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** Said of a field that was left as it is, since the admin typed there meanwhile. */
export const TYPED = 'typed';

/** The problem of a control that could not be used. */
export function hinderedBy(why: Hindrance): Problem {
  return { code: 'target-missing', details: { message: why } };
}

/** What is known of why a control could not be used; null where it is only not there. */
export function hindranceIn({ message }: ProblemDetails): Hindrance | null {
  return HINDRANCES.find((known) => known === message) ?? null;
}
