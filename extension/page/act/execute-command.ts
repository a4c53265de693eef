import type { PageCommand, PageResult } from '../../../shared/setup/commands.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import type { PageContext } from '../context.ts';
import { elementOf } from '../find/decide.ts';
import type { SiteFacts } from '../find/types.ts';
import { toldOfToken } from '../token.ts';
import { look, matchOf } from '../view.ts';
import { pageGuard } from './guard.ts';
import { lead, perform } from './perform.ts';
import { pointAt } from './point.ts';
import { ok, refused, retryable } from './result.ts';

/**
 * Does what the background asks of the page. The target is found again at this moment, and nothing is touched that was
 * not matched uniquely, in the top frame of a visible page of the site's own origin. Never throws.
 */
export async function executeCommand(site: SiteFacts, command: PageCommand, context: PageContext): Promise<PageResult> {
  const hindered = pageGuard(site, context);
  if (hindered) return hindered;
  switch (command.do) {
    case 'perform':
      return perform(site, command.step, command.value, context);
    case 'lead':
      return lead(site, command.step, context);
    case 'fingerprint':
      return fingerprintOfToken(site, context);
    case 'undo':
      return undo(command.step, context);
    case 'point':
      return pointAt(site, command.step, context);
    case 'stop-pointing':
      context.memory.stopPointing?.();
      return ok();
  }
}

async function fingerprintOfToken(site: SiteFacts, context: PageContext): Promise<PageResult> {
  const facts = site.steps.find((candidate) => candidate.reads === 'field' && candidate.holds === 'token-key');
  if (facts?.reads !== 'field') return refused('target-missing');
  const view = look(site, context);
  const element = elementOf(matchOf(view, facts.control));
  if (element) return ok(await toldOfToken(element, context.memory));
  // On a later page of the form, it is what was left behind on the earlier one.
  return view.pages ? ok(context.memory.tokenLeft) : refused('target-missing');
}

async function undo(step: StepId, context: PageContext): Promise<PageResult> {
  const restore = context.memory.undo.get(step);
  if (!restore) return refused(null, 'nothing to undo');
  const back = await restore();
  if (!back) return retryable('fill-reverted');
  context.memory.undo.delete(step);
  return ok();
}
