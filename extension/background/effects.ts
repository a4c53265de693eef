import type { PageCommand } from '../../shared/setup/commands.ts';
import type { Effect } from '../guide/events.ts';
import type { Tabs } from '../platform/tabs.ts';
import type { Core } from './core.ts';
import { createFlush } from './flush.ts';
import { goToSite } from './go.ts';
import type { Pages } from './pages.ts';
import type { ServerClient } from './server-client.ts';
import type { ServerEffects } from './server-effects.ts';
import type { SessionStream } from './session-stream.ts';
import type { Vault } from './vault.ts';

export type EffectDeps = {
  server: ServerEffects;
  core: Core;
  client: ServerClient;
  stream: SessionStream;
  vault: Vault;
  pages: Pages;
  tabs: Tabs;
  now: () => number;
};

/** Does what the guide asks for, and tells it what came of it. */
export function createEffects(deps: EffectDeps): (effect: Effect) => void {
  const { core, server, vault, pages, tabs, now } = deps;
  const flush = createFlush(deps);

  async function command(effect: Extract<Effect, { do: 'command' }>): Promise<void> {
    const order = async (): Promise<PageCommand | null> => {
      if (!effect.withKey || effect.command.do !== 'perform') return effect.command;
      const key = await vault.take();
      return key && { ...effect.command, value: key.reveal() };
    };
    const sent = await pages.command(effect.tabId, effect.id, order).catch(() => false);
    if (!sent) core.dispatch({ type: 'failed', id: effect.id, why: 'page-gone', note: null });
  }

  return (effect) => {
    switch (effect.do) {
      case 'flush':
        flush();
        break;
      case 'command':
        void command(effect);
        break;
      case 'create-key':
        void server.createKey(effect);
        break;
      case 'ask-domain':
        void server.askForDomain(effect);
        break;
      case 'issue-address':
        void server.issueAddress(effect);
        break;
      case 'refresh':
        void server.refresh();
        break;
      case 'look':
      case 'show':
        pages.send(effect.tabId, { type: effect.do });
        break;
      case 'reload':
        void tabs.reload(effect.tabId);
        break;
      case 'go': {
        const { site, host, tabId } = effect;
        if (site !== 'server') void goToSite({ site, host, tabId }, { tabs, pages });
        break;
      }
      case 'deadline':
        setTimeout(() => core.dispatch({ type: 'tick' }), Math.max(0, effect.at - now()));
    }
  };
}
