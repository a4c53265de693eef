import type { View } from './view.ts';

/** What a page says of a control whose list is open now. */
const OPENER = '[aria-expanded="true"]:is([aria-haspopup], [role="combobox"])';

/**
 * The drop-down menus that are open on a page, those in open shadow roots and the browser's own popovers too: a list that is
 * always there, such as a navigation, is none, and what fills most of the window is no menu.
 */
export function openMenus({ scan, context: { document } }: View): Element[] {
  const popovers = [...document.querySelectorAll('[popover]:popover-open')];
  const lists = scan.menus.flatMap(({ element, concealed }) => (concealed ? [] : element)).filter(isShown);
  const isOpened = (list: Element): boolean => list.closest(':popover-open') !== null || hasOpener();
  const hasOpener = (): boolean => [...scan.pressables, ...scan.fields].some(({ element }) => element.matches(OPENER));
  return [...new Set([...popovers.filter(isShown), ...lists.filter(isOpened)])];
}

function isShown(menu: Element): boolean {
  const { clientWidth, clientHeight } = menu.ownerDocument.documentElement;
  const { width, height } = menu.getBoundingClientRect();
  if (width === 0 || height === 0 || (width > clientWidth / 2 && height > clientHeight / 2)) return false;
  return menu.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
