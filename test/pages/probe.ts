import { executeCommand } from '../../extension/page/act/execute-command.ts';
import { createPageContext, type PageContext } from '../../extension/page/context.ts';
import { locateTargets } from '../../extension/page/locate-target.ts';
import { lookThrough, observe } from '../../extension/page/observe.ts';
import type { Expectations } from '../../shared/setup/observation.ts';
import { look } from '../../extension/page/view.ts';
import { watchPage } from '../../extension/page/watch/watch-page.ts';
import { dialpad } from '../../extension/sites/dialpad/dialpad.ts';
import { jumpcloud } from '../../extension/sites/jumpcloud/jumpcloud.ts';
import { fingerprint } from '../../shared/fingerprint.ts';

/** What tests call in the page: the assistant's own code, over the page's own document. */
function createProbe() {
  const kept = new Map<string, string>();
  const context: PageContext = createPageContext({
    document,
    pointed: {
      get: (key) => kept.get(key) ?? null,
      set: (key, selector) => {
        kept.set(key, selector);
        return Promise.resolve();
      },
    },
    isOurs: (element) => element.hasAttribute('data-assistant'),
  });
  const site = location.host.endsWith('jumpcloud.com') ? jumpcloud : dialpad;
  const observePage = async (expectations: Expectations) =>
    observe(await lookThrough(site, expectations, context), expectations);
  /** As a page that was loaded anew is. */
  const anew = (): void => {
    window.probe = createProbe();
  };
  return { anew, site, context, kept, look, observePage, executeCommand, locateTargets, watchPage, fingerprint };
}

export type Probe = ReturnType<typeof createProbe>;

declare global {
  interface Window {
    probe: Probe;
  }
}

window.probe = createProbe();
