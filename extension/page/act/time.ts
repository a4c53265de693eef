/** The next frame, or 50 ms where none comes (a page in the background draws none). */
export function nextFrame(element: Element): Promise<void> {
  const view = element.ownerDocument.defaultView;
  return new Promise((resolve) => {
    if (!view) {
      resolve();
      return;
    }
    const late = view.setTimeout(resolve, 50);
    view.requestAnimationFrame(() => {
      view.clearTimeout(late);
      resolve();
    });
  });
}

/** So many milliseconds. */
export function pause(element: Element, ms: number): Promise<void> {
  return new Promise((resolve) => {
    (element.ownerDocument.defaultView ?? window).setTimeout(resolve, ms);
  });
}
