/** The style of our element: it takes no room, and nothing of the page's style reaches into it. */
export const HOST_STYLE =
  'all: initial; position: fixed; inset: 0 auto auto 0; width: 0; height: 0; z-index: 2147483647;';

/** How often the page may remove our element before we leave it be; the first appending counts as one. */
const MOST_REMOVALS = 20;

const HOST_NAME = 'setup-assistant';

/** Events that the page must not take for its own: a click on our card is no click beside its dialog. */
const KEPT_IN = [
  'click',
  'dblclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
  'keydown',
  'keyup',
  'keypress',
];

export type Layer = { host: HTMLElement; root: ShadowRoot; remove(): void };

/**
 * Puts an open shadow root over the page, and keeps it usable: inside of the modal dialog that is open, since everything
 * else is inert then, and back in place when the page throws it out.
 */
export function createLayer(document: Document, css: string): Layer {
  const host = document.createElement(HOST_NAME);
  host.setAttribute('style', HOST_STYLE);
  const root = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
  KEPT_IN.forEach((name) => host.addEventListener(name, (event) => event.stopPropagation()));

  let removals = 0;
  const settle = (): void => {
    const parent = topModal(document) ?? document.documentElement;
    if (host.parentElement === parent) return;
    if (!host.isConnected) removals += 1;
    // A page that throws us out for good is not fought: the side panel shows the same.
    if (removals <= MOST_REMOVALS) parent.append(host);
  };
  const observer = new MutationObserver(settle);
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] });
  settle();

  return {
    host,
    root,
    remove() {
      observer.disconnect();
      host.remove();
    },
  };
}

/** The modal dialog that was opened last, or null. */
function topModal(document: Document): Element | null {
  const modals = [...document.querySelectorAll('dialog[open]')].filter((dialog) => dialog.matches(':modal'));
  return modals.at(-1) ?? null;
}
