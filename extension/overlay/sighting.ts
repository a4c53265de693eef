/** What the second version of IntersectionObserver adds; Chromium has it, Firefox leaves it out. */
type Tracked = IntersectionObserverInit & { trackVisibility: boolean; delay: number };
type Sighted = IntersectionObserverEntry & { isVisible?: boolean };

/** The browser looks no more often than this, in milliseconds. */
const LOOKS_EVERY_MS = 100;

export type Sighting = {
  /**
   * For how long, in milliseconds, the browser itself has known an element to be wholly uncovered, untransformed and
   * opaque; 0 when it is not so, null where this browser cannot tell.
   */
  uncoveredFor(): number | null;
  /** Watches another element from now on. */
  watch(element: Element): void;
  stop(): void;
};

/** Asks the browser whether people can see an element: what a page does with `pointer-events`, opacity or scale shows here. */
export function createSighting(view: Window & typeof globalThis): Sighting {
  let since: number | null = null;
  let isKnown = false;
  let watched: Element | null = null;
  const take = (entries: IntersectionObserverEntry[]): void => {
    for (const entry of entries as Sighted[]) {
      if (entry.isVisible === undefined) continue;
      isKnown = true;
      since = entry.isVisible ? (since ?? entry.time) : null;
    }
  };
  const options: Tracked = { trackVisibility: true, delay: LOOKS_EVERY_MS, threshold: [0, 1] };
  const observer = 'IntersectionObserver' in view ? new view.IntersectionObserver(take, options) : null;

  return {
    uncoveredFor() {
      if (observer) take(observer.takeRecords());
      if (!isKnown) return null;
      return since === null ? 0 : view.performance.now() - since;
    },
    watch(element) {
      if (element === watched) return;
      if (watched) observer?.unobserve(watched);
      watched = element;
      since = null;
      isKnown = false;
      observer?.observe(element);
    },
    stop: () => observer?.disconnect(),
  };
}
