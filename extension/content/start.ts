import type { SiteFacts } from '../page/find/types.ts';
import { isExtensionAlive, onWake, openChannel } from '../platform/ports.ts';
import { createPageSession } from '../platform/page-session.ts';
import { PAGE_PORT, WAKE } from '../platform/protocol.ts';
import { createAssistedPage } from './assisted-page.ts';

/** Starts the assistant on a page of a site; on any other page it does nothing. */
export function startOn(site: SiteFacts): void {
  if (!site.origins.includes(location.origin)) return;
  const page = createAssistedPage({
    document,
    site,
    onObservation: (observation) => session.observed(observation),
    onAction: (action, on) => session.say({ type: 'action', action, on }),
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
}
