import type { PanelView } from '../../shared/setup/panel.ts';

/** While it is so, there is nothing to answer yet. */
const BUSY: readonly PanelView['status'][] = ['working', 'looking'];

/** Where the page asks something of its own the keyboard is needed there. */
const PAGE_ASKS = 'dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]';

/**
 * Brings the keyboard back to the card once what was begun there by keyboard is over: doing a step takes it to the page.
 * Whoever has used the page meanwhile keeps it there, and so does a page that asks something or has a menu open.
 */
export function createFocusReturn(root: ShadowRoot, hasOpenMenu: () => boolean) {
  const document = root.ownerDocument;
  const stop = new AbortController();
  let isAwaited = false;
  const use = (event: Event): void => {
    if (event.isTrusted) isAwaited = false;
  };
  for (const type of ['pointerdown', 'keydown'])
    document.defaultView?.addEventListener(type, use, { capture: true, signal: stop.signal });

  return {
    /** A button of the card was pressed by a person: by keyboard, where the click has no count. It comes after the key. */
    began: (event: MouseEvent): void => {
      isAwaited = event.detail === 0;
    },

    /** The card was drawn anew. */
    drawn: ({ status, preview, collapsed }: PanelView): void => {
      if (!isAwaited || root.activeElement || (BUSY.includes(status) && !collapsed)) return;
      isAwaited = false;
      const isPageAsking = document.activeElement?.closest(PAGE_ASKS) ?? null;
      if (!document.hasFocus() || isPageAsking || hasOpenMenu()) return;
      // Of a question the harmless answer: Enter once too often must agree to nothing.
      const wanted = preview ? '[data-action=cancel]' : '[data-primary]';
      root.querySelector<HTMLElement>(`${wanted}:enabled`)?.focus({ preventScroll: true });
    },

    stop: (): void => stop.abort(),
  };
}
