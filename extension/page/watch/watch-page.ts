/**
 * Calls `onChange` whenever the page may say something new, at most once a frame, and once a second for what no
 * observer sees; not while the page is hidden. Calls it once at the start.
 */
export function watchPage(document: Document, onChange: () => void | Promise<void>, signal: AbortSignal): void {
  void [document, onChange, signal];
}
