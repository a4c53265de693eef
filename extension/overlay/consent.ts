import type { PanelAction } from '../../shared/setup/panel.ts';
import { isUnderCover } from './covers.ts';
import { isShortcut } from './shortcut.ts';
import type { Sighting } from './sighting.ts';

export type ConsentDeps = {
  host: HTMLElement;
  root: ShadowRoot;
  /** The style attribute that we gave our element. */
  style: string;
  sighting: Sighting;
  /** Whether what our shadow root shows is what we drew. */
  isIntact: () => boolean;
};

export type Consent = ReturnType<typeof createConsent>;

/** What a click is worth. The browser's own look lags behind what is drawn, so that some are told only a moment later. */
export type Verdict = 'genuine' | 'lured' | 'unsure';

const OPAQUE = 0.99;
/** A preview that was uncovered only just now was not read. */
const SEEN_FOR_MS = 300;
/** Within this the browser has looked again at what changed. */
const LOOKS_WITHIN_MS = 600;
const ASKS_EVERY_MS = 50;
/** Somebody who types into the page does not mean a button of ours that the page pushed under the next key. */
const KEYS_APART_MS = 1000;
const TYPE_NOTHING = ['Tab', 'Alt', 'Shift', 'Control', 'Meta'];
/** Changes nothing but how we look. */
const HARMLESS: readonly PanelAction[] = ['collapse'];

/**
 * Tells a person's click on a button of ours that they saw from what a page could do to lure or to make one. All of it is
 * looked at again when the click comes (ux: anti-clickjacking). The side panel, which no page reaches, is the way out.
 */
export function createConsent({ host, root, style, sighting, isIntact }: ConsentDeps) {
  const { document, view } = { document: host.ownerDocument, view: host.ownerDocument.defaultView };
  const stop = new AbortController();
  let typedAt = -Infinity;
  view?.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || TYPE_NOTHING.includes(event.key) || isShortcut(event)) return;
      if (!event.composedPath().includes(host)) typedAt = performance.now();
    },
    { capture: true, signal: stop.signal },
  );

  /** Vouched for by the browser, on a button that is drawn as we drew it, with nothing over it and nothing see-through. */
  function judge(event: MouseEvent, action: PanelAction): Verdict {
    if (!event.isTrusted) return 'lured';
    if (HARMLESS.includes(action)) return 'genuine';
    const button = event.currentTarget instanceof Element ? event.currentTarget : null;
    if (!button || host.getAttribute('style') !== style || !isSeen(button) || !isOnTop(button)) return 'lured';
    if (isKeyed(event) && performance.now() - typedAt < KEYS_APART_MS) return 'lured';
    if (!isIntact()) return 'lured';
    const uncovered = sighting.uncoveredFor();
    if (action === 'confirm') return uncovered !== 0 && isRead(event, uncovered) ? 'genuine' : 'lured';
    if (uncovered !== 0) return 'genuine';
    return isUnderCover(button, host) ? 'lured' : 'unsure';
  }

  /** Whether the browser soon says, too, that nothing lies over the card, which still is what we drew. */
  async function isSeenSoon(): Promise<boolean> {
    const deadline = performance.now() + LOOKS_WITHIN_MS;
    while (sighting.uncoveredFor() === 0) {
      if (stop.signal.aborted || performance.now() > deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, ASKS_EVERY_MS));
    }
    return isIntact();
  }

  /** A consent needs more: that what it agrees to could be read, and that it is no second click of two. */
  function isRead(event: MouseEvent, uncovered: number | null): boolean {
    if (event.detail > 1) return false;
    if (uncovered !== null && uncovered < SEEN_FOR_MS) return false;
    const panel = root.querySelector('[role=region]');
    return panel !== null && !isUnderCover(panel, host);
  }

  function isOnTop(button: Element): boolean {
    const box = button.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const hit = root.elementFromPoint(x, y);
    return document.elementFromPoint(x, y) === host && hit !== null && (hit === button || button.contains(hit));
  }

  return { judge, isSeenSoon, stop: () => stop.abort() };
}

/** A click by Enter or the space bar has no count. */
function isKeyed(event: MouseEvent): boolean {
  return event.detail === 0;
}

/** Whether nothing up the chain of ancestors, through the shadow root into the page, hides, fades or distorts the element. */
function isSeen(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = getComputedStyle(at);
    if (Number(style.opacity || '1') < OPAQUE) return false;
    if (style.visibility === 'hidden' || style.display === 'none') return false;
    if (DISTORTING.some((property) => isSet(style.getPropertyValue(property)))) return false;
  }
  return true;
}

const DISTORTING = [
  ...['filter', 'clip-path', 'mask-image', 'transform', 'scale', 'rotate', 'translate', 'perspective'],
  ...['mix-blend-mode', 'zoom', 'backdrop-filter'],
];
const UNSET = ['', 'none', 'normal', '1', 'auto'];

function isSet(value: string): boolean {
  return !UNSET.includes(value);
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
