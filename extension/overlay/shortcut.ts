/** Whether a person pressed Alt+Shift+S: by the key's place, since Alt makes another letter of it on a Mac. */
export function isShortcut(event: KeyboardEvent): boolean {
  return event.altKey && event.shiftKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyS';
}

/** Lets Alt+Shift+S bring the keyboard to the card, and back to where it was. Answers how to end that. */
export function createShortcut(root: ShadowRoot): () => void {
  const { ownerDocument: document } = root;
  const stop = new AbortController();
  let before: Element | null = null;
  document.defaultView?.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !isShortcut(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const inCard = root.activeElement;
      if (inCard) {
        if (inCard instanceof HTMLElement) inCard.blur();
        if (before instanceof HTMLElement && before.isConnected) before.focus();
        return;
      }
      before = document.activeElement;
      const advised = root.querySelector<HTMLElement>('[data-primary]:enabled');
      (advised ?? root.querySelector<HTMLElement>('button:enabled'))?.focus();
    },
    { capture: true, signal: stop.signal },
  );
  return () => stop.abort();
}
