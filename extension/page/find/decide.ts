import type { Scored } from './find-controls.ts';
import type { Match } from './types.ts';
import { ACCEPTED, MARGIN } from './weights.ts';

/** More are not shown to a person who has to choose. */
const MOST_SHOWN = 6;

/**
 * The match of a control: the best candidate, only when it is good enough and far enough ahead of the next. What is set aside
 * is only to be chosen from.
 */
export function decide(scored: readonly Scored[]): Match {
  const good = scored.filter((candidate) => candidate.score >= ACCEPTED);
  const ready = good.filter((candidate) => !candidate.disabled && !candidate.behind).sort(byScore);
  const [best, next] = ready;
  const rival = good.filter((candidate) => candidate.disabled && !candidate.behind).sort(byScore)[0];
  if (!best || (rival && rival.score >= best.score + MARGIN)) {
    return { is: 'missing', disabled: rival?.element ?? null, behind: good.find((one) => one.behind)?.element ?? null };
  }
  if (next && best.score - next.score < MARGIN) {
    const close = ready.filter((candidate) => best.score - candidate.score < MARGIN);
    return { is: 'ambiguous', candidates: close.slice(0, MOST_SHOWN) };
  }
  if (best.aside) return { is: 'missing', disabled: null, behind: null };
  return { is: 'unique', element: best.element, name: best.name, score: best.score };
}

function byScore(one: Scored, other: Scored): number {
  return other.score - one.score;
}

/** Whether a control is on the page at all: enabled or not, certain or not, in front or not. */
export function isThere(match: Match | undefined): boolean {
  return match !== undefined && (match.is !== 'missing' || match.disabled !== null || match.behind !== null);
}

/** The element of a match, when there is just one that it can be, enabled or not. */
export function elementOf(match: Match | undefined): Element | null {
  if (!match || match.is === 'ambiguous') return null;
  return match.is === 'unique' ? match.element : (match.disabled ?? match.behind);
}
