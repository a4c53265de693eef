/** Attributes that change by themselves: a confirm is armed after a moment, a section is opened by a person. */
const OWN_CHANGES = ['disabled', 'open'];

/**
 * Whether two drawings of our panel say the same. The order of attributes says nothing: what is drawn for the second time
 * gets those at its end that it had not the first time.
 */
export function isSameDrawing(shown: Element, meant: Element): boolean {
  return withoutOwnChanges(shown).isEqualNode(withoutOwnChanges(meant));
}

function withoutOwnChanges(element: Element): Element {
  const copy = element.cloneNode(true) as Element;
  for (const attribute of OWN_CHANGES) {
    copy.querySelectorAll(`[${attribute}]`).forEach((one) => one.removeAttribute(attribute));
  }
  return copy;
}

/** Notes how our shadow root is made, so that what a page put in, took out or restyled there can be told later. */
export function sealRoot(root: ShadowRoot, style: HTMLStyleElement): () => boolean {
  const children = [...root.childNodes];
  const text = style.textContent;
  const rules = rulesOf(style);
  return () =>
    root.adoptedStyleSheets.length === 0 &&
    root.childNodes.length === children.length &&
    children.every((child, index) => root.childNodes[index] === child) &&
    style.textContent === text &&
    rulesOf(style) === rules;
}

/** The rules as the browser holds them: a page may change these without touching the text. */
function rulesOf({ sheet }: HTMLStyleElement): string {
  if (!sheet) return '';
  return `${String(sheet.disabled)}${[...sheet.cssRules].map((rule) => rule.cssText).join('')}`;
}
