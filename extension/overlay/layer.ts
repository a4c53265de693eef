/** The style of our element: it takes no room, and nothing of the page's style reaches into it, `!important` or not. */
export const HOST_STYLE = [
  'all: initial',
  'position: fixed',
  'inset: 0 auto auto 0',
  'width: 0',
  'height: 0',
  'z-index: 2147483647',
]
  .map((rule) => `${rule} !important;`)
  .join(' ');

/** So often in a row is mended what the page does to our element: a page that goes on for ever is not fought for ever. */
const MOST_MENDINGS = 20;
const OWN_ATTRIBUTES = ['style', 'lang', 'dir'];

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

export type Layer = { host: HTMLElement; root: ShadowRoot; style: HTMLStyleElement; remove(): void };

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

  const replace = createBudget();
  const restyle = createBudget();
  const settle = (): void => {
    const parent = topModal(document, host) ?? document.documentElement;
    if (host.parentElement === parent) return;
    if (host.isConnected) parent.append(host);
    else replace.spend(() => parent.append(host));
  };
  const settleAttributes = (): void => {
    const added = host.getAttributeNames().filter((name) => !OWN_ATTRIBUTES.includes(name));
    const isRestyled = host.getAttribute('style') !== HOST_STYLE;
    if (added.length === 0 && !isRestyled) return;
    restyle.spend(() => {
      added.forEach((name) => host.removeAttribute(name));
      host.setAttribute('style', HOST_STYLE);
    });
  };
  const observer = new MutationObserver(settle);
  observer.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['open'] });
  const ownObserver = new MutationObserver(settleAttributes);
  ownObserver.observe(host, { attributes: true });
  const interval = setInterval(() => {
    replace.refill();
    restyle.refill();
    settle();
    settleAttributes();
  }, LOOKS_EVERY_MS);
  settle();

  return {
    host,
    root,
    style,
    remove() {
      observer.disconnect();
      ownObserver.disconnect();
      clearInterval(interval);
      host.remove();
    },
  };
}

/** A dialog that was opened by `showModal` within a shadow root changes nothing that is observed; in milliseconds. */
const LOOKS_EVERY_MS = 500;

/** Mendings that are left; one more is given with each slow look, so that a page which has stopped is mended. */
function createBudget(): { spend(mend: () => void): void; refill(): void } {
  let left = MOST_MENDINGS;
  return {
    spend(mend) {
      if (left === 0) return; // the side panel shows the same
      left -= 1;
      mend();
    },
    refill() {
      left = Math.min(left + 1, MOST_MENDINGS);
    },
  };
}

/** The modal dialog that lies on top, or null. */
function topModal(document: Document, host: HTMLElement): Element | null {
  const modals = [...document.querySelectorAll('dialog[open]')].filter((dialog) => dialog.matches(':modal'));
  return modalInShadow(document, host) ?? modals.at(-1) ?? null;
}

/** The modal dialog within an open shadow root that makes the middle of the page inert, or null. */
function modalInShadow(document: Document, host: HTMLElement): Element | null {
  const { clientWidth, clientHeight } = document.documentElement;
  let root: Document | ShadowRoot = document;
  let modal: Element | null = null;
  for (;;) {
    const hit: Element | null = root.elementFromPoint(clientWidth / 2, clientHeight / 2);
    if (!hit || hit === host) return modal;
    if (root !== document) modal = hit.closest('dialog:modal') ?? modal;
    if (!hit.shadowRoot || hit.shadowRoot === root) return modal;
    root = hit.shadowRoot;
  }
}
