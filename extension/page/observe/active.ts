import type { StepId } from '../../../shared/setup/steps.ts';
import { composedParent } from '../find/composed.ts';
import { isThere } from '../find/decide.ts';
import { kept } from '../find/kept.ts';
import { leavesIn } from '../find/spans.ts';
import { depthOf, factsOf, matchOf, type View } from '../view.ts';

/** A badge of two pieces has its text in a parent; no further up than this, and no longer. */
const LEVELS = 2;
const MOST_PIECES = 4;

/**
 * Whether the page says that the integration runs: by a badge, or by a control that only a running one has. Every step asks
 * it of a view.
 */
export const isActive = kept(looksActive);

function looksActive(view: View): boolean {
  const { active } = view.site;
  if (!active || view.depth < depthOf(view.site, active.from)) return false;
  const isOffered = isThere(matchOf(view, active.offer));
  if (matchOf(view, active.control).is === 'unique' && !isOffered && showsForm(view, active.activate)) return true;
  return saysActive(view, active.text);
}

/** Whether the form is there that an activation needs: a control beside nothing of it is another's. */
function showsForm(view: View, activate: StepId): boolean {
  const facts = factsOf(view.site, activate);
  return facts?.reads === 'press' && facts.anchors.some((anchor) => isThere(matchOf(view, anchor)));
}

/** Whether it ran already when it was come to: it is active and was never offered for activation here. */
export function wasActiveBefore(view: View): boolean {
  const { active } = view.site;
  const { memory } = view.context;
  return active !== null && isActive(view) && !memory.presses.has(active.activate) && !memory.offered.has(active.offer);
}

/** Whether the connection test has passed here: the page said so, or offers the activation in its stead. */
export function testPassed(view: View, test: StepId): boolean {
  // On a form of several pages the activation may be on another one than the test.
  if (view.context.memory.succeeded.has(test) || view.pages) return view.context.memory.succeeded.has(test);
  const facts = view.site.steps.find((candidate) => candidate.step === test);
  if (facts?.reads !== 'press' || facts.appears === null) return false;
  return matchOf(view, facts.appears).is === 'unique' && !isThere(matchOf(view, facts.control));
}

function saysActive(view: View, text: RegExp): boolean {
  return view.scan.leaves.some((leaf) => {
    if (leaf.concealed || !/activ|actif|aktiv|enabled|\bon$|有効/.test(leaf.text)) return false;
    if (!text.test(leaf.text) && !text.test(around(view, leaf.element))) return false;
    return view.context.layout.isVisible(leaf.element);
  });
}

function around(view: View, element: Element): string {
  let text = '';
  let up: Element | null = element;
  for (let level = 0; up && level <= LEVELS; level++, up = composedParent(up)) {
    const span = view.scan.spans.get(up);
    const leaves = span ? leavesIn(view.scan.leaves, span, MOST_PIECES + 1) : [];
    if (leaves.length > MOST_PIECES) break;
    text = leaves.map((leaf) => leaf.text).join(' ');
  }
  return text;
}
