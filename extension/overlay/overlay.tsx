import { cardOf, type ClickedCard, type PanelAction, type PanelView } from '../../shared/setup/panel.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import type { PanelWords } from '../../shared/texts/panel-words.ts';
import { createAim } from './aim.ts';
import { createCard } from './card.ts';
import { createClicks } from './clicks.ts';
import { createConsent } from './consent.ts';
import { createDrawing, type Drawing } from './drawing.tsx';
import { createFocusReturn } from './focus-return.ts';
import { sealRoot } from './integrity.ts';
import { createLayer, HOST_STYLE, type Layer } from './layer.ts';
import { createRemarks } from './remark.ts';
import { createRoom } from './room.ts';
import { createShortcut } from './shortcut.ts';
import { createSighting } from './sighting.ts';

export type OverlayDeps = {
  document: Document;
  css: string;
  /** What a step would touch now: one element, several of which the admin has to pick one, or none. */
  locate: (step: StepId) => readonly Element[];
  /** The page's menus that are open now. */
  openMenus: () => readonly Element[];
  /** A button of that card was clicked by a person. */
  onAction: (action: PanelAction, on: ClickedCard) => void;
  /** A person has read a message of support. */
  onDismiss: (messageId: string) => void;
};

export type Overlay = ReturnType<typeof createOverlay>;

/** With these the page has something to show to the admin. */
const AIMED = ['ready', 'problem', 'working', 'ambiguous', 'elsewhere'];

/** The assistant over a page: card and ring in one open shadow root. It holds no secret, since the page can look in. */
export function createOverlay({ document, css, locate, openMenus, onAction, onDismiss }: OverlayDeps) {
  const layer = createLayer(document, css);
  const card = createCard(layer.root);
  const ring = createAim(layer.root, () => room.find());
  const remarks = createRemarks(draw);
  const drawing = createDrawing(card, {
    onAction: (action, event) => clicks.take(action, event),
    onDismiss: ifTrusted(onDismiss),
  });
  const guard = createGuard(layer, drawing, document);
  let shown: { view: PanelView; words: PanelWords } | null = null;
  const focusReturn = createFocusReturn(layer.root, () => openMenus().length > 0);
  const { began } = focusReturn;
  const clicks = createClicks({ guard, drawing, remarks, document, shown: () => shown, began, onAction: act });
  const stopShortcut = createShortcut(layer.root);
  const room = createRoom({ card, target: () => ring.target(), view: () => shown?.view ?? null, onChange: draw });

  function act(action: PanelAction, on: ClickedCard): void {
    if (action !== 'collapse' || !room.make()) onAction(action, on);
  }

  function draw(): void {
    if (!shown) return;
    const view = room.isThere() ? shown.view : { ...shown.view, collapsed: true };
    guard.watch(drawing.draw({ view, words: shown.words, remark: remarks.now() }));
  }

  function aim(): void {
    room.avoid(openMenus());
    const isAimed = shown !== null && AIMED.includes(shown.view.status);
    ring.at(isAimed && shown ? locate(shown.view.step) : []);
  }

  layer.host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.isTrusted && room.isThere() && shown && !shown.view.collapsed)
      onAction('collapse', cardOf(shown.view));
  });
  document.defaultView?.addEventListener('resize', room.find);

  return {
    host: layer.host,

    /** Shows what the guide says. */
    show: (view: PanelView, words: PanelWords): void => {
      shown = { view, words };
      draw();
      aim();
      focusReturn.drawn(view);
    },

    /** Rings the target of the shown step, if the page has it now. */
    aim,

    /** Brings the target into view. */
    pointOut: (): void => ring.pulse(),

    /** Says that this page belongs to an older version of the extension. */
    sayOrphaned: (): void => {
      if (shown) remarks.say({ text: shown.words.remarks.reload, tone: 'bad' });
    },

    remove: (): void => {
      stopShortcut();
      focusReturn.stop();
      remarks.stop();
      guard.stop();
      ring.at([]);
      drawing.clear();
      document.defaultView?.removeEventListener('resize', room.find);
      layer.remove();
    },
  };
}

/** Hands on what a person did, and nothing that a page pretends. */
function ifTrusted(onDismiss: OverlayDeps['onDismiss']) {
  return (messageId: string, event: MouseEvent): void => {
    if (event.isTrusted) onDismiss(messageId);
  };
}

/** Looks at every click before it counts. */
function createGuard(layer: Layer, drawing: Drawing, document: Document) {
  const isSealed = sealRoot(layer.root, layer.style);
  const sighting = createSighting(document.defaultView ?? window);
  const consent = createConsent({
    host: layer.host,
    root: layer.root,
    style: HOST_STYLE,
    sighting,
    isIntact: () => drawing.isIntact() && isSealed(),
  });
  return {
    judge: consent.judge,
    isSeenSoon: consent.isSeenSoon,
    watch: (panel: Element | null): void => {
      if (panel) sighting.watch(panel);
    },
    stop: (): void => {
      consent.stop();
      sighting.stop();
    },
  };
}
