import type { PageResult } from '../../../shared/setup/commands.ts';
import type { PageContext } from '../context.ts';
import type { SiteFacts } from '../find/types.ts';
import { refused, retryable } from './result.ts';

/** Why nothing is done on this page at all, or null: not the top frame, not the site's origin, not in front. */
export function pageGuard(site: SiteFacts, context: PageContext): PageResult | null {
  const { document } = context;
  const view = document.defaultView;
  if (!view || view.top !== view) return refused('target-missing', 'not the top frame');
  if (!site.origins.includes(document.location.origin)) return refused('target-missing', 'another origin');
  return document.hidden ? retryable('target-missing', 'the page is not in front') : null;
}

/** Whether a field's form is sent to another origin than its page's. */
export function sendsElsewhere(element: Element): boolean {
  const action = element.closest('form')?.getAttribute('action');
  if (!action) return false;
  const { baseURI, location } = element.ownerDocument;
  return (
    URL.canParse(action, baseURI) &&
    new URL(action, baseURI).origin !== location.origin &&
    /^https?:/.test(new URL(action, baseURI).protocol)
  );
}

/** Whether an element belongs to the page's own origin: it lies in no frame, or in one of the same origin. */
export function isOfPage(element: Element, context: PageContext): boolean {
  const own = context.document.defaultView;
  const its = element.ownerDocument.defaultView;
  return its !== null && (its === own || its.origin === own?.origin);
}
