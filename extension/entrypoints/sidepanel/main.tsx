import { render } from 'preact';
import { openPanelSession } from '../../platform/panel-session.ts';
import { languageOf } from '../../../shared/texts/languages.ts';
import { askForAccess, browserLocale, mayAccess, ownTab } from '../../platform/surroundings.ts';
import { ADMIN_PATTERNS } from '../../platform/origins.ts';
import { keepFocus } from '../../../shared/ui/keep-focus.ts';
import { createSidePanel } from './side-panel.tsx';

const app = document.getElementById('app');
if (app) {
  document.documentElement.lang = languageOf(browserLocale());
  const sidePanel = createSidePanel({
    document,
    render: (content) => render(content, app),
    locale: browserLocale(),
    send: (message) => session.send(message),
    askForAccess: () => askForAccess(ADMIN_PATTERNS),
  });
  const session = openPanelSession({ document, ownTab, onMessage: sidePanel.receive });
  sidePanel.draw();
  keepFocus(app);
  void mayAccess(ADMIN_PATTERNS).then(sidePanel.noteAccess);
}
