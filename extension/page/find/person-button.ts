import type { PageContext } from '../context.ts';
import { closestComposed } from './composed.ts';
import { isPerson } from './person-name.ts';
import type { Scan, Seen } from './scan.ts';
import { leavesIn, spansIn } from './spans.ts';
import { opensList } from './state.ts';
import { normalise, phrasePattern } from './text.ts';

/** A header in any of these heads that, and not the page. */
const PARTS = 'main, article, section, aside, nav, [role=main], [role=article], [role=region], [role=dialog]';

/** What is in a menu is none of the banner's own buttons. */
const IN_MENU = '[role=menu], [role=listbox]';

/** What the menu of an account has, and no other. */
const SIGNS_OUT = phrasePattern(
  [
    ...['sign out', 'log out', 'logout', 'admin settings', 'déconnexion', 'se déconnecter', 'abmelden', 'ausloggen'],
    ...['cerrar sesión', 'salir'],
  ].map(normalise),
);
const SIGNS_OUT_JA = /ログアウト|サインアウト|管理者設定/;

/**
 * The buttons of the signed-in person: the last of the page's banner, which opens a menu and says nothing but who it is.
 * A menu that is on the page already must be an account's.
 */
export function personButtons(scan: Scan, context: PageContext): Seen[] {
  return scan.banners.flatMap((banner) => {
    if (banner.concealed || isPartOfPage(banner.element)) return [];
    const shown = (button: Seen): boolean => !button.concealed && context.layout.isVisible(button.element);
    const own = [...spansIn(scan.pressables, banner)].filter(({ element }) => !closestComposed(element, IN_MENU));
    const last = own.findLast(shown);
    if (!last || !opensList(last.element) || !isPerson(labelsOf(last, scan))) return [];
    return mayHoldAccount(last.element, scan) ? last : [];
  });
}

function isPartOfPage(header: Element): boolean {
  return header.getAttribute('role') !== 'banner' && closestComposed(header, PARTS) !== null;
}

/** All that a button says of itself, as it is written. */
function labelsOf(button: Seen, scan: Scan): string[] {
  const { element } = button;
  const texts = leavesIn(scan.leaves, button).map((leaf) => leaf.raw);
  const pictures = [...element.querySelectorAll('img[alt]')].map((picture) => picture.getAttribute('alt'));
  const all = [...texts, element.getAttribute('aria-label'), element.getAttribute('title'), ...pictures];
  return all.flatMap((text) => text?.trim() || []);
}

function mayHoldAccount(button: Element, scan: Scan): boolean {
  const menu = menuOf(button);
  const span = menu && scan.spans.get(menu);
  const entries = span ? leavesIn(scan.leaves, span).map((leaf) => leaf.text) : [];
  if (entries.length === 0) return true;
  return entries.some((text) => (SIGNS_OUT?.test(text) ?? false) || SIGNS_OUT_JA.test(text));
}

/** The menu that a button opens, where the page has it before it is opened. */
function menuOf(button: Element): Element | null {
  const root = button.getRootNode();
  const id = button.getAttribute('aria-controls');
  const controlled = id !== null && 'getElementById' in root ? (root as Document).getElementById(id) : null;
  const beside = button.nextElementSibling;
  return controlled ?? (beside?.matches(`${IN_MENU}, [class*=menu i]`) ? beside : null);
}
