import { defineContentScript } from 'wxt/utils/define-content-script';
import checklistCss from '../../../shared/ui/checklist.css?inline';
import panelCss from '../../../shared/ui/panel.css?inline';
import tokensCss from '../../../shared/ui/tokens.css?inline';
import type { Expectations } from '../../../shared/setup/observation.ts';
import overlayCss from '../../overlay/overlay.css?inline';
import { createOverlay, type Overlay } from '../../overlay/overlay.tsx';
import { executeCommand } from '../../page/act/execute-command.ts';
import { createPageContext } from '../../page/context.ts';
import { locateTarget } from '../../page/locate-target.ts';
import { observePage } from '../../page/observe.ts';
import { watchPage } from '../../page/watch/watch-page.ts';
import { createPageSession, type PageState } from '../../platform/page-session.ts';
import { isExtensionAlive, onWake, openChannel } from '../../platform/ports.ts';
import { PAGE_PORT, WAKE } from '../../platform/protocol.ts';
import { dialpad } from '../../sites/dialpad/dialpad.ts';
import { jumpcloud } from '../../sites/jumpcloud/jumpcloud.ts';

const CSS = [tokensCss, panelCss, checklistCss, overlayCss].join('\n');

export default defineContentScript({
  matches: [
    'https://dialpad.com/*',
    'https://sandbox.dialpad.com/*',
    'https://console.jumpcloud.com/*',
    'https://console.eu.jumpcloud.com/*',
  ],
  runAt: 'document_idle',
  main() {
    const site = [dialpad, jumpcloud].find((facts) => facts.origins.includes(location.origin));
    if (!site) return;
    let overlay: Overlay | null = null;
    let watching: AbortController | null = null;
    let pointed: Record<string, string> = {};
    let expectations: Expectations = { baseUrl: '', keyFingerprint: null, testAddresses: [] };

    const context = createPageContext({
      document,
      pointed: {
        get: (key) => pointed[key] ?? null,
        set: (key, selector) => {
          pointed = { ...pointed, [key]: selector };
          session.pointed(key, selector);
          return Promise.resolve();
        },
      },
      isOurs: (element) => overlay !== null && (element === overlay.host || overlay.host.contains(element)),
    });

    const look = async (): Promise<void> => {
      if (!watching) return;
      session.observed(await observePage(site, expectations, context));
      overlay?.aim();
    };

    const show = (state: PageState): void => {
      const isNews = JSON.stringify(state.expectations) !== JSON.stringify(expectations);
      ({ expectations, pointed } = state);
      overlay ??= createOverlay({
        document,
        css: CSS,
        locate: (step) => locateTarget(site, step, context),
        onAction: (action) => session.act(action),
      });
      overlay.show(state.view, state.locale);
      if (!watching) {
        watching = new AbortController();
        watchPage(document, look, watching.signal);
      } else if (isNews) {
        void look();
      }
    };

    const session = createPageSession({
      document,
      window,
      open: () => openChannel(PAGE_PORT),
      isAlive: isExtensionAlive,
      onState: show,
      onIdle: () => {
        watching?.abort();
        watching = null;
        overlay?.remove();
        overlay = null;
      },
      onOrphaned: () => overlay?.sayOrphaned(),
      execute: (command) => executeCommand(site, command, context),
      look: () => void look(),
      show: () => overlay?.pointOut(),
    });
    onWake(WAKE, () => session.connect());
    session.connect();
  },
});
