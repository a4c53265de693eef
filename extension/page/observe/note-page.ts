import type { Expectations } from '../../../shared/setup/observation.ts';
import { elementOf, isThere } from '../find/decide.ts';
import { targetOf } from '../target.ts';
import { toldOfToken } from '../token.ts';
import { depthOf, factsOf, matchOf, type View } from '../view.ts';
import { hasUnknownField } from './form.ts';
import { readInFront } from './read-step.ts';

/** Keeps note of the page of a form that is shown: that the form has others, what is on this one, and whether it is filled. */
export async function notePage(view: View, expectations: Expectations): Promise<void> {
  const { paged } = view.site;
  if (!paged) return;
  const { memory } = view.context;
  if (view.pages) memory.paged = true;
  else if (view.depth >= 0 && view.depth < depthOf(view.site, paged.at)) {
    memory.paged = false;
    memory.seenOnPages.clear();
  }
  memory.filled = view.pages !== null && !hasUnknownField(view, true);
  if (!view.pages) return;
  for (const step of [...paged.steps, paged.anywhere]) {
    const facts = factsOf(view.site, step);
    if (!facts || !isThere(targetOf(view, facts))) continue;
    memory.seenOnPages.add(step);
    if (facts.reads !== 'field' && facts.reads !== 'choice') continue;
    const field = elementOf(matchOf(view, facts.control));
    if (field && facts.reads === 'field' && facts.holds === 'token-key')
      memory.tokenLeft = await toldOfToken(field, memory);
    const reading = await readInFront(view, facts, expectations);
    if (reading?.state === 'open') memory.filled = false;
  }
}
