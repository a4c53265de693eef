import { defineBackground } from 'wxt/utils/define-background';
import { createAssistant } from '../background/assistant.ts';
import { onChannel, type Channel } from '../platform/ports.ts';
import {
  PAGE_PORT,
  PANEL_PORT,
  type FromPage,
  type FromPanel,
  type ToPage,
  type ToPanel,
} from '../platform/protocol.ts';
import { keepContentScriptsOut, localStore, sessionStore } from '../platform/storage.ts';
import { browserLabel, browserLocale, openPanelOnClick } from '../platform/surroundings.ts';
import { browserTabs } from '../platform/tabs.ts';

export default defineBackground(() => {
  void keepContentScriptsOut();
  openPanelOnClick();
  const assistant = createAssistant({
    fetch: (...args) => fetch(...args),
    session: sessionStore(),
    local: localStore(),
    tabs: browserTabs(),
    now: () => Date.now(),
    locale: browserLocale(),
    label: browserLabel(navigator.userAgent),
  });
  onChannel((name, channel, sender) => {
    if (name === PAGE_PORT) {
      assistant.pages.add(channel as Channel<FromPage, ToPage>, sender);
      return;
    }
    // Side panels are pages of the extension itself; a content script never opens this channel.
    if (name === PANEL_PORT && sender.origin === location.origin) {
      return void assistant.panels.add(channel as Channel<FromPanel, ToPanel>);
    }
    channel.close();
  });
});
