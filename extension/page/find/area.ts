import { composedParent } from './composed.ts';
import type { Scan } from './scan.ts';
import { spansIn } from './spans.ts';

/** The kind of region that an element stands in. */
export type Area = 'nav' | 'strip' | 'content' | 'menu' | 'breadcrumb' | 'search' | 'aside';

const STRIP_CLASS =
  /(^|[\s_-])(tabs|tab-?list|tab-?strip|tab-?bar|tab-?nav|tab-?header|nav-tabs|nav-pills)([\s_-]|$)|tablist|tabstrip|tabview-nav/i;
const NAV_CLASS =
  /side-?bar|side-?nav|left-?nav|main-?nav|nav-?bar|navigation|nav-?(list|menu|rail|panel|drawer)|app-?nav|global-?nav|left-?rail/i;
/** What asks for attention of its own: it is never a part of a form. */
const ASIDE_CLASS =
  /cookie|consent|chat-?(bot|widget|box|window)|intercom|promo|banner|announcement|upsell|trial|onboarding|walkme|pendo|survey|help-?(panel|center|drawer|widget)|tutorial|getting-started/i;
/** The names of a form's pages: no control of the form itself, though one may be called as it is. */
const STEPPER_CLASS =
  /step(per)?s?[-_]*(header|nav|label|title|button|bar|list|item|indicator)|progress-?(step|tracker)/i;
const CURRENT_STEP = ':scope > [aria-current=step], :scope > * > [aria-current=step]';
const CONTENT_TAGS = new Set(['MAIN', 'FORM', 'DIALOG', 'ARTICLE', 'TABLE', 'FIELDSET']);
const CONTENT_ROLES = new Set(['main', 'dialog', 'tabpanel', 'form', 'grid', 'table', 'alertdialog']);

/** The region of an element: that of the first ancestor that tells. */
export function areaOf(element: Element, scan: Scan): Area {
  for (let up: Element | null = element; up; up = composedParent(up)) {
    const area = areaMadeBy(up, up === element, scan);
    if (area) return area;
  }
  return 'content';
}

function areaMadeBy(element: Element, isItself: boolean, scan: Scan): Area | null {
  const role = element.getAttribute('role');
  const hooks = `${element.getAttribute('class') ?? ''} ${element.getAttribute('data-test-id') ?? ''} ${element.id}`;
  if (role === 'tablist' || (isItself && role === 'tab')) return 'strip';
  if (/breadcrumb/i.test(hooks) || /breadcrumb/i.test(element.getAttribute('aria-label') ?? '')) return 'breadcrumb';
  if (namesPages(element, hooks) && !holdsFields(element, scan)) return 'breadcrumb';
  if (role === 'menu' || role === 'menubar' || (isItself && role === 'menuitem')) return 'menu';
  if (role === 'search' || element.tagName === 'SEARCH') return 'search';
  if (ASIDE_CLASS.test(hooks) && !holdsFields(element, scan)) return 'aside';
  if (CONTENT_TAGS.has(element.tagName) || (role !== null && CONTENT_ROLES.has(role))) return 'content';
  if (!isItself && STRIP_CLASS.test(hooks) && !holdsFields(element, scan)) return 'strip';
  if (element.tagName === 'NAV' || role === 'navigation') return 'nav';
  if (NAV_CLASS.test(hooks) && !holdsFields(element, scan)) return 'nav';
  return null;
}

function namesPages(element: Element, hooks: string): boolean {
  if (STEPPER_CLASS.test(hooks)) return true;
  return element.tagName === 'LI' && Boolean(element.parentElement?.querySelector(CURRENT_STEP));
}

/** Whether an element holds a form: then its class name does not make it a navigation. */
function holdsFields(element: Element, scan: Scan): boolean {
  const span = scan.spans.get(element);
  if (!span) return false;
  const fields = spansIn(scan.fields, span);
  return fields.next().done === false && fields.next().done === false;
}
