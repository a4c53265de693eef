import { defineContentScript } from 'wxt/utils/define-content-script';
import { isExtensionAlive, onWake, openChannel } from '../../platform/ports.ts';
import { createPageSession } from '../../platform/page-session.ts';
import { PAGE_PORT, WAKE } from '../../platform/protocol.ts';
import { dialpad } from '../../sites/dialpad/dialpad.ts';
import { jumpcloud } from '../../sites/jumpcloud/jumpcloud.ts';
import { createAssistedPage } from './assisted-page.ts';

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
    const page = createAssistedPage({
      document,
      site,
      onObservation: (observation) => session.observed(observation),
      onAction: (action) => session.say({ type: 'action', action }),
      onDismiss: (messageId) => session.say({ type: 'dismiss', message: messageId }),
      onPointed: (key, selector) => session.say({ type: 'pointed', key, selector }),
    });
    const session = createPageSession({
      document,
      window,
      open: () => openChannel(PAGE_PORT),
      isAlive: isExtensionAlive,
      ...page,
    });
    onWake(WAKE, () => session.connect());
    session.connect();
  },
});
