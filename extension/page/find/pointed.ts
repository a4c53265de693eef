import { finder } from '@medv/finder';
import type { PageContext } from '../context.ts';
import { isElement } from './composed.ts';
import { isForbidden } from './destructive.ts';
import { accessibleName, ownText } from './naming.ts';
import type { Scan } from './scan.ts';
import { isDisabled } from './state.ts';
import type { Control, SiteFacts } from './types.ts';

/** Between the selectors of one shadow root and the next. */
const PIERCE = ' >>> ';

/** The key under which a pointed control is kept: for this browser, site, host and control. */
export function storeKey(site: SiteFacts, control: string, context: PageContext): string {
  return `${site.site}|${context.document.location.host}|${control}`;
}

/** The control that the admin pointed at, when it is still there, shown, enabled and of the right kind; else null. */
export function pointedElement(site: SiteFacts, control: Control, scan: Scan, context: PageContext): Element | null {
  const kept = parsePointed(context.pointed.get(storeKey(site, control.id, context)));
  const element = kept && resolve(kept.selector, context.document);
  if (
    !element ||
    nameOf(element) !== kept.name ||
    !fits(control, element) ||
    isDisabled(element) ||
    !context.layout.isVisible(element)
  )
    return null;
  const span = scan.spans.get(element);
  const text = span ? ownText({ ...span, element, concealed: false }, scan) : '';
  return span && !isForbidden(control, text) ? element : null;
}

type Pointed = { selector: string; name: string };

/** What is kept of a control that was pointed at: how to find it, and what it was called, so that another is not taken for it. */
export function pointedTo(element: Element): string {
  const kept: Pointed = { selector: selectorOf(element), name: nameOf(element) };
  return JSON.stringify(kept);
}

function parsePointed(kept: string | null): Pointed | null {
  return kept?.startsWith('{') ? (JSON.parse(kept) as Pointed) : null;
}

/** What a field or button is called; a button without a name is recognised by having none. */
function nameOf(element: Element): string {
  return (accessibleName(element) ?? '').slice(0, 120);
}

/** Whether an element may be that control at all. */
export function fits(control: Control, element: Element): boolean {
  const isField = element.matches(
    'input:not([type=checkbox],[type=radio],[type=button],[type=submit]), textarea, [role=textbox]',
  );
  const isSwitch = element.matches('input[type=checkbox], [role=switch], [role=checkbox], button[aria-pressed]');
  if (control.kind === 'field') return isField;
  if (control.kind === 'switch') return isSwitch;
  return !isField && !element.matches('select, body, html, form');
}

/** A selector that finds an element again, through shadow roots. */
function selectorOf(element: Element): string {
  const root = element.getRootNode();
  const inShadow = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in root;
  const own = finder(element, { root: (inShadow ? root : element.ownerDocument.documentElement) as Element });
  return inShadow ? `${selectorOf(root.host as Element)}${PIERCE}${own}` : own;
}

function resolve(selector: string, document: Document): Element | null {
  let root: Document | ShadowRoot = document;
  let found: Element | null = null;
  try {
    for (const part of selector.split(PIERCE)) {
      const all: NodeListOf<Element> = root.querySelectorAll(part);
      const only: Element | undefined = all[0];
      if (all.length !== 1 || !only || !isElement(only)) return null;
      found = only;
      if (!only.shadowRoot) continue;
      root = only.shadowRoot;
    }
  } catch {
    return null; // a selector that this page cannot parse
  }
  return found;
}
