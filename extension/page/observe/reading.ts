import type { StepReading } from '../../../shared/setup/observation.ts';
import { normalise } from '../find/text.ts';
import type { Match } from '../find/types.ts';

const NOTHING = { candidates: [], occupiedBy: null, stage: null, remaining: null, button: null, note: null } as const;

/** The page shows the step done. */
export function done(match: Match, note: string | null = null): StepReading {
  return { state: 'done', ...told(match), note };
}

/** The step is not done; the match says how sure the page is of the control that does it. */
export function open(match: Match, more: Partial<StepReading> = {}): StepReading {
  return { state: 'open', ...told(match), ...more };
}

/** The page does not have this one. */
export function absent(): StepReading {
  return { state: 'absent', match: 'missing', ...NOTHING, candidates: [] };
}

/** A step of two controls is as sure as the less certain of them. */
export function weaker(one: Match, other: Match): Match {
  const order = ['missing', 'ambiguous', 'unique'];
  return order.indexOf(one.is) <= order.indexOf(other.is) ? one : other;
}

function told(match: Match): Omit<StepReading, 'state'> {
  const candidates = match.is === 'ambiguous' ? match.candidates.map((candidate) => candidate.name) : [];
  return { match: match.is, ...NOTHING, candidates };
}

/** What a button says, in the page's own letters where it is named by its text; null where none is certain. */
export function saidBy(match: Match): string | null {
  if (match.is !== 'unique') return null;
  const text = match.element.textContent.replace(/\s+/g, ' ').trim();
  return normalise(text) === match.name ? text : match.name;
}

/** Whether a control is there and switched off. */
export function isOff(match: Match): boolean {
  return match.is === 'missing' && match.disabled !== null;
}
