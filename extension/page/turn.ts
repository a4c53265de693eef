import { isThere } from './find/decide.ts';
import { kept } from './find/kept.ts';
import type { Match, StepFacts } from './find/types.ts';
import { hasUnknownField } from './observe/form.ts';
import { targetOf } from './target.ts';
import { factsOf, type View } from './view.ts';

/** What leads to the page of the form that has what a step needs, and what the site's facts call it. */
export type Turn = { by: string; match: Match };

/** What is to be turned to for a step that the page of the form in front does not have; null where that is not known. */
export function turnFor(view: View, facts: StepFacts): Turn | null {
  const { pages, context } = view;
  const { paged } = view.site;
  if (!pages || !paged || view.dialog !== null || isThere(targetOf(view, facts))) return null;
  const to = direction(view, facts);
  // A page is left for the next one only when all that it asks for is there.
  if (to === 'next') return isThere(pages.next) && context.memory.filled ? { by: paged.next, match: pages.next } : null;
  return to === 'back' && isThere(pages.back) ? { by: paged.back, match: pages.back } : null;
}

/** Whether the page that would have asked for it was turned over, and asked for no such thing. */
export function wasPassed(view: View, { step }: StepFacts): boolean {
  const { seenOnPages } = view.context.memory;
  const number = numberOf(view, step);
  if (seenOnPages.has(step) || hasUnknownField(view)) return false;
  const before = view.site.paged?.steps.slice(0, Math.max(number, 0)) ?? [];
  return before.some((other) => seenOnPages.has(other)) && numbersInSight(view).some((other) => other > number);
}

function numberOf(view: View, step: StepFacts['step']): number {
  return view.site.paged?.steps.indexOf(step) ?? -1;
}

/** The steps of the form that the page in front shows, by their numbers in their order. */
const numbersInSight = kept((view: View): number[] =>
  (view.site.paged?.steps ?? []).flatMap((step, number) => {
    const facts = factsOf(view.site, step);
    return facts && isThere(targetOf(view, facts)) ? [number] : [];
  }),
);

/** Back only to what was seen on one of the pages, or what no form is without; what may be on none is looked for further on. */
function direction(view: View, facts: StepFacts): 'next' | 'back' | null {
  const { step } = facts;
  const isField = facts.reads === 'field';
  // It may be the very one, under a name that nobody knows.
  if (isField && hasUnknownField(view)) return null;
  const wasSeen = view.context.memory.seenOnPages.has(step) || (isField && facts.holds !== 'test-address');
  const here = numbersInSight(view);
  if (step === view.site.paged?.anywhere)
    return wasSeen && !here.some((other) => isOfField(view, other)) ? 'back' : 'next';
  const number = numberOf(view, step);
  if (number < 0) return null;
  if (here.every((other) => other < number)) return here.length === 0 && wasSeen ? 'back' : 'next';
  return wasSeen && here.every((other) => other > number) ? 'back' : null;
}

function isOfField(view: View, number: number): boolean {
  const step = view.site.paged?.steps[number];
  return step !== undefined && factsOf(view.site, step)?.reads === 'field';
}
