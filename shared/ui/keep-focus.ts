/** Where somebody can stand: a heading that is seen. */
const HEADINGS = 'h1, h2, h3';
const UNSEEN = '.sa-visually-hidden, .visually-hidden';

/**
 * Keeps the keyboard's place: when what has the focus is taken away, the heading that it stood under has it from then on.
 * Browsers put it at the document's very start instead, where nobody is told what became of their action.
 * @returns ends it.
 */
export function keepFocus(root: HTMLElement): () => void {
  const document = root.ownerDocument;
  /** What had the focus last and everything around it, from the inside out. */
  let place: Element[] = [];

  const note = (event: Event): void => {
    place = event.target instanceof Element ? around(event.target) : [];
  };
  /** Who clicks beside it has left it, which no event of the focus tells from being taken away. */
  const leave = (event: Event): void => {
    if (event.target instanceof Node && !place[0]?.contains(event.target)) place = [];
  };
  const restore = (): void => {
    const [focused] = place;
    if (!focused || focused.isConnected || document.activeElement !== document.body) return;
    const heading = place
      .filter((one) => one.isConnected && root.contains(one))
      .map(headingIn)
      .find(Boolean);
    if (!heading) return;
    heading.tabIndex = -1;
    heading.focus();
  };

  const observer = new MutationObserver(restore);
  root.addEventListener('focusin', note);
  root.addEventListener('pointerdown', leave);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', note);
    root.removeEventListener('pointerdown', leave);
    observer.disconnect();
  };
}

function around(element: Element): Element[] {
  const { parentElement } = element;
  return parentElement ? [element, ...around(parentElement)] : [element];
}

/** Of a whole page it is its content's, not one of the navigation. */
function headingIn(element: Element): HTMLElement | undefined {
  const content = element.querySelector('main') ?? element;
  return [...content.querySelectorAll<HTMLElement>(HEADINGS)].find((heading) => !heading.matches(UNSEEN));
}
