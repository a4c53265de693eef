import type { PageCommand, PageResult } from '../../../shared/setup/commands.ts';
import type { PageContext } from '../context.ts';
import type { SiteFacts } from '../find/types.ts';

/**
 * Does what the background asks of the page. The target is found again at this moment, and nothing is touched that was
 * not matched uniquely, in the top frame of a visible page of the site's own origin.
 */
export function executeCommand(site: SiteFacts, command: PageCommand, context: PageContext): Promise<PageResult> {
  void [site, command, context];
  return Promise.resolve({
    outcome: 'refused',
    problem: 'target-missing',
    note: null,
    secret: null,
    fingerprint: null,
  });
}
