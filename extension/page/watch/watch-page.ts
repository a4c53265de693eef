/** For what no observer sees: values set by script, shadow roots attached late. In milliseconds. */
const INTERVAL_MS = 1000;

/** After a look the next one waits so many times as long as it took, so that a busy page stays quick, and no longer. */
const REST = 4;
const LONGEST_REST_MS = 250;

/** After so many looks in a row at which a page was none of ours it is looked at once a second, until it is used. */
const STRANGE_AFTER = 20;
const STRANGE_REST_MS = 1000;

const OBSERVED: MutationObserverInit = { subtree: true, childList: true, attributes: true, characterData: true };
const EVENTS = ['input', 'change', 'toggle', 'animationend', 'transitionend'];

/** Looks at the page; answers whether it is one that concerns us. */
export type Look = () => Promise<boolean>;

/**
 * Calls `onChange` whenever the page may say something new: at most once a frame, never while a call is running and
 * with a rest after it, once a second for what no observer sees, not while the page is hidden. Calls it once at the
 * start.
 */
export function watchPage(document: Document, onChange: Look, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  const { run, wake } = createRunner(view, onChange, signal);
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
  document.addEventListener('click', wake, { capture: true, passive: true, signal });
  for (const name of ['hashchange', 'popstate', 'pageshow']) view.addEventListener(name, wake, { signal });
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

type Runner = {
  /** Has the page looked at in the next frame after the rest. */
  run: () => void;
  /** The same, for a page that may be another one now. */
  wake: () => void;
};

/** Runs `onChange` in the next frame; what is asked for while it runs is run once more after a rest. */
function createRunner(view: Window, onChange: Look, signal: AbortSignal): Runner {
  let state: 'idle' | 'planned' | 'running' | 'again' = 'idle';
  let restUntil = 0;
  let strange = 0;
  let timer = 0;
  signal.addEventListener('abort', () => view.clearTimeout(timer));
  const look = async (): Promise<void> => {
    if (state !== 'planned') return;
    if (signal.aborted || view.document.hidden) {
      state = 'idle';
      return;
    }
    state = 'running';
    const started = performance.now();
    try {
      strange = (await onChange()) ? 0 : strange + 1;
    } finally {
      const now = performance.now();
      restUntil = now + (strange > STRANGE_AFTER ? STRANGE_REST_MS : Math.min((now - started) * REST, LONGEST_REST_MS));
      const again = asked();
      state = 'idle';
      if (again) plan();
    }
  };
  const asked = (): boolean => state === 'again';
  const plan = (): void => {
    state = 'planned';
    const rest = Math.max(0, restUntil - performance.now());
    view.clearTimeout(timer);
    timer = view.setTimeout(() => view.requestAnimationFrame(() => void look()), rest);
  };
  const run = (): void => {
    if (state === 'running') state = 'again';
    if (state === 'idle' && !signal.aborted && !view.document.hidden) plan();
  };
  const wake = (): void => {
    const wasStrange = strange > STRANGE_AFTER;
    strange = 0;
    if (wasStrange) restUntil = 0;
    if (wasStrange && state === 'planned') plan();
    else run();
  };
  return { run, wake };
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
