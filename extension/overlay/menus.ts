/** What a page says of a control whose list is open now. */
const OPENER = '[aria-expanded="true"]:is([aria-haspopup], [role="combobox"])';
const MENU = '[role="menu"], [role="listbox"]';

/** The drop-down menus that are open on a page: a list that is always there, such as a navigation, is none. */
export function openMenus(document: Document): Element[] {
  if (!document.querySelector(OPENER)) return [];
  const { clientWidth, clientHeight } = document.documentElement;
  return [...document.querySelectorAll(MENU)].filter((menu) => {
    const { width, height } = menu.getBoundingClientRect();
    if (width === 0 || height === 0 || (width > clientWidth / 2 && height > clientHeight / 2)) return false;
    return menu.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  });
}
