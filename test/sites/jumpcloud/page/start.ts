import { callBackend, createActions } from './actions.ts';
import type { Actions } from './actions.ts';
import { createStore, initialModel } from './model.ts';
import type { Model, Store } from './model.ts';
import { applicationView } from './application.ts';
import { inWords } from './labels.ts';
import { listView } from './list.ts';
import { followHash } from './route.ts';
import { navigation, shellView } from './shell.ts';
import type { Child, Draw } from './ui.ts';

/** Loads the state and hands the store to the framework that draws it. */
export async function startConsole(
  mount: (store: Store, view: (h: Draw, model: Model) => Child) => void,
): Promise<void> {
  const { snapshot } = await callBackend('state');
  const store = createStore(initialModel(snapshot));
  const actions: Actions = createActions(store);
  const { labels, quirks } = snapshot;
  const redraw = (): void => store.set({ redrawn: store.get().redrawn + 1 });
  if (quirks.redrawEveryMs > 0) setInterval(redraw, quirks.redrawEveryMs);
  followHash(
    store,
    navigation.flatMap(([, items]) => items).filter((title) => title !== 'SSO Applications' && title !== 'Home'),
  );
  mount(store, (h, model) =>
    shellView(
      { h: inWords(h, labels, quirks.renamed), model, actions },
      { list: listView, application: applicationView },
    ),
  );
}
