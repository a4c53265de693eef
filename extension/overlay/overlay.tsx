import { render } from 'preact';
import type { PanelAction, PanelView } from '../../shared/setup/panel.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { texts } from '../../shared/texts/texts.ts';
import { Panel, type Remark } from '../../shared/ui/panel.tsx';
import { isGenuine } from './consent.ts';
import { copyText } from './copy.ts';
import { createLayer, HOST_STYLE } from './layer.ts';
import { placeCard } from './place-card.ts';
import { createRing } from './ring.ts';

const REMARK_MS = 4000;

export type OverlayDeps = {
  document: Document;
  css: string;
  /** The element that a step would touch now, or null. */
  locate: (step: StepId) => Element | null;
  /** A button was clicked by a person. */
  onAction: (action: PanelAction) => void;
};

export type Overlay = ReturnType<typeof createOverlay>;

/** The assistant over a page: card and ring in one open shadow root. It holds no secret, since the page can look in. */
export function createOverlay({ document, css, locate, onAction }: OverlayDeps) {
  const layer = createLayer(document, css);
  const card = document.createElement('div');
  card.className = 'sa-card';
  card.dataset['corner'] = 'end-bottom';
  layer.root.append(card);
  const ring = createRing(layer.root, place);
  let shown: { view: PanelView; locale: string } | null = null;
  let remark: Remark | null = null;
  let isForcedDown = false;
  let remarkTimer: ReturnType<typeof setTimeout> | undefined;

  function place(): void {
    const view = document.documentElement;
    const box = ring.target()?.isConnected ? ring.target()?.getBoundingClientRect() : undefined;
    const size = { width: card.offsetWidth, height: Math.max(contentHeight(), 1) };
    const isRtl = getComputedStyle(card).direction === 'rtl';
    const placement = placeCard({ width: view.clientWidth, height: view.clientHeight }, size, box ?? null, isRtl);
    const mustShrink = placement === null;
    if (placement) {
      card.dataset['corner'] = placement.corner;
      card.style.setProperty('--sa-card-height', `${placement.maxHeight}px`);
    }
    if (mustShrink === isForcedDown) return;
    isForcedDown = mustShrink;
    draw();
  }

  /** The height that the open card would like to have. */
  function contentHeight(): number {
    const body = card.querySelector('.sa-body');
    return body ? card.offsetHeight - body.clientHeight + body.scrollHeight : card.offsetHeight;
  }

  function say(next: Remark): void {
    remark = next;
    draw();
    clearTimeout(remarkTimer);
    remarkTimer = setTimeout(() => {
      remark = null;
      draw();
    }, REMARK_MS);
  }

  function draw(): void {
    if (!shown) return;
    const { view, locale } = shown;
    const drawn = isForcedDown ? { ...view, collapsed: true } : view;
    render(<Panel view={drawn} texts={texts(locale)} locale={locale} remark={remark} onAction={clicked} />, card);
  }

  function clicked(action: PanelAction, event: MouseEvent): void {
    if (!shown || !event.isTrusted) return;
    const language = texts(shown.locale);
    if (action === 'confirm' && !isGenuine({ event, host: layer.host, root: layer.root, style: HOST_STYLE })) {
      return say({ text: language.panel.notVerified, tone: 'bad' });
    }
    if (action === 'copy' && shown.view.copyText !== null) {
      return void copyText(shown.view.copyText, document).then((copied) =>
        say(copied ? { text: language.panel.copied, tone: 'good' } : { text: language.panel.copyByHand, tone: 'bad' }),
      );
    }
    onAction(action);
  }

  layer.host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && event.isTrusted && shown && !shown.view.collapsed) onAction('collapse');
  });
  document.defaultView?.addEventListener('resize', place);

  return {
    host: layer.host,

    /** Shows what the guide says. */
    show(view: PanelView, locale: string): void {
      shown = { view, locale };
      draw();
      this.aim();
    },

    /** Rings the target of the shown step, if the page has it now. */
    aim(): void {
      const isAimed = shown !== null && ['ready', 'problem', 'working'].includes(shown.view.status);
      ring.around(isAimed && shown ? locate(shown.view.step) : null);
    },

    /** Brings the target into view. */
    pointOut: (): void => ring.pulse(),

    /** Says that this page belongs to an older version of the extension. */
    sayOrphaned(): void {
      if (shown) say({ text: texts(shown.locale).panel.reload, tone: 'bad' });
    },

    remove(): void {
      clearTimeout(remarkTimer);
      ring.around(null);
      render(null, card);
      document.defaultView?.removeEventListener('resize', place);
      layer.remove();
    },
  };
}
