/** For what no observer sees: values set by script, shadow roots attached late. In milliseconds. */
const INTERVAL_MS = 1000;

/** After a look that took long the next one waits so many times as long, so that a busy page stays quick. */
const REST = 4;

const OBSERVED: MutationObserverInit = { subtree: true, childList: true, attributes: true, characterData: true };
const EVENTS = ['input', 'change', 'click', 'toggle', 'animationend', 'transitionend'];

/**
 * Calls `onChange` whenever the page may say something new: at most once a frame and never while a call is running,
 * once a second for what no observer sees, not while the page is hidden. Calls it once at the start.
 */
export function watchPage(document: Document, onChange: () => void | Promise<void>, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  const run = createRunner(view, onChange, signal);
  const observer = new MutationObserver((records) => {
    for (const record of records) for (const node of record.addedNodes) watchRoots(node);
    run();
  });
  const watched = new WeakSet<Node>();
  const watchRoot = (root: Document | ShadowRoot): void => {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, OBSERVED);
    watchRoots(root);
  };
  const watchRoots = (from: Node): void => {
    for (const root of shadowRootsIn(from)) watchRoot(root);
  };
  watchRoot(document);
  for (const name of EVENTS) document.addEventListener(name, run, { capture: true, passive: true, signal });
  for (const name of ['hashchange', 'popstate', 'pageshow']) view.addEventListener(name, run, { signal });
  document.addEventListener('visibilitychange', run, { signal });
  const interval = view.setInterval(() => {
    if (!document.hidden) watchRoots(document);
    run();
  }, INTERVAL_MS);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    view.clearInterval(interval);
  });
  run();
}

/** Runs `onChange` in the next frame; what is asked for while it runs is run once more after a rest. */
function createRunner(view: Window, onChange: () => void | Promise<void>, signal: AbortSignal): () => void {
  let state: 'idle' | 'planned' | 'running' | 'again' = 'idle';
  const look = async (): Promise<void> => {
    if (signal.aborted || view.document.hidden) {
      state = 'idle';
      return;
    }
    state = 'running';
    const started = performance.now();
    try {
      await onChange();
    } finally {
      const again = asked();
      state = 'idle';
      if (again) plan((performance.now() - started) * REST);
    }
  };
  const asked = (): boolean => state === 'again';
  const plan = (restMs: number): void => {
    state = 'planned';
    view.setTimeout(() => view.requestAnimationFrame(() => void look()), restMs);
  };
  return () => {
    if (state === 'running') state = 'again';
    if (state === 'idle' && !signal.aborted && !view.document.hidden) plan(0);
  };
}

function shadowRootsIn(from: Node): ShadowRoot[] {
  if (from.nodeType === Node.TEXT_NODE) return [];
  const roots: ShadowRoot[] = [];
  const own = (from as Element).shadowRoot as ShadowRoot | null | undefined;
  if (own) roots.push(own);
  const walker = (from.ownerDocument ?? (from as Document)).createTreeWalker(from, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const root = (node as Element).shadowRoot;
    if (root) roots.push(root);
  }
  return roots;
}
