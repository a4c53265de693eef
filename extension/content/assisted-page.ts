import type { Expectations, Observation } from '../../shared/setup/observation.ts';
import type { ClickedCard, PanelAction } from '../../shared/setup/panel.ts';
import checklistCss from '../../shared/ui/checklist.css?inline';
import guidanceCss from '../../shared/ui/guidance.css?inline';
import panelCss from '../../shared/ui/panel.css?inline';
import tokensCss from '../../shared/ui/tokens.css?inline';
import overlayCss from '../overlay/overlay.css?inline';
import { createOverlay, type Overlay } from '../overlay/overlay.tsx';
import { executeCommand } from '../page/act/execute-command.ts';
import { createPageContext } from '../page/context.ts';
import type { SiteFacts } from '../page/find/types.ts';
import { locateTargets } from '../page/locate-target.ts';
import { lookThrough, observe } from '../page/observe.ts';
import { openMenus } from '../page/open-menus.ts';
import type { View } from '../page/view.ts';
import { watchPage } from '../page/watch/watch-page.ts';
import type { PageSessionDeps, PageState } from '../platform/page-session.ts';

const CSS = [tokensCss, panelCss, checklistCss, guidanceCss, overlayCss].join('\n');

export type AssistedPageDeps = {
  document: Document;
  site: SiteFacts;
  onObservation: (observation: Observation) => void;
  onAction: (action: PanelAction, on: ClickedCard) => void;
  onDismiss: (messageId: string) => void;
  onPointed: (key: string, selector: string) => void;
};

type AssistedPage = Pick<PageSessionDeps, 'onState' | 'onIdle' | 'onOrphaned' | 'execute' | 'look' | 'show'>;

/** A host page with the assistant on it: watched and drawn over from the first state until it is told to be idle. */
export function createAssistedPage(deps: AssistedPageDeps): AssistedPage {
  const { document, site } = deps;
  let overlay: Overlay | null = null;
  let watching: AbortController | null = null;
  /** The last look: what was observed is what is ringed, and the page is gone through once for both. */
  let seen: View | null = null;
  let expectations: Expectations = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };

  const pointed = createPointed(deps.onPointed);
  const context = createPageContext({ document, pointed, isOurs: (element) => element === overlay?.host });

  async function look(): Promise<boolean> {
    if (!watching) return false;
    seen = await lookThrough(site, expectations, context);
    const observation = await observe(seen, expectations);
    deps.onObservation(observation);
    overlay?.aim();
    return observation.place !== null || observation.problem !== null;
  }

  function onState(state: PageState): void {
    const isNews =
      JSON.stringify([state.expectations, state.pointed]) !== JSON.stringify([expectations, pointed.all()]);
    ({ expectations } = state);
    pointed.take(state.pointed);
    overlay ??= createOverlay({
      document,
      css: CSS,
      locate: (step) => (seen ? locateTargets(seen, step) : []),
      openMenus: () => (seen ? openMenus(seen) : []),
      onAction: deps.onAction,
      onDismiss: deps.onDismiss,
    });
    overlay.show(state.view, state.words);
    if (watching) {
      if (isNews) void look();
      return;
    }
    watching = new AbortController();
    watchPage(document, look, watching.signal);
  }

  return {
    onState,
    onIdle: () => {
      watching?.abort();
      watching = null;
      seen = null;
      overlay?.remove();
      overlay = null;
    },
    onOrphaned: () => overlay?.sayOrphaned(),
    execute: (command) => executeCommand(site, command, context),
    look: () => void look(),
    show: () => overlay?.pointOut(),
  };
}

/** Selectors of what the admin pointed at, here and on earlier pages, as the background keeps them. */
function createPointed(onPointed: AssistedPageDeps['onPointed']) {
  let selectors: Record<string, string> = {};
  return {
    all: () => selectors,
    take: (known: Record<string, string>): void => {
      selectors = known;
    },
    get: (key: string) => selectors[key] ?? null,
    set: (key: string, selector: string): Promise<void> => {
      selectors = { ...selectors, [key]: selector };
      onPointed(key, selector);
      return Promise.resolve();
    },
  };
}
