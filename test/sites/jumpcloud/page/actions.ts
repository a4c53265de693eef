import type { ConsoleAnswer } from '../snapshot.ts';
import { freshDraft, initialModel } from './model.ts';
import type { Draft, Model, Store, Tab } from './model.ts';

const success = 'Identity Management integration has been successfully verified';
const failure = 'There was a problem activating identity management';

/** How long a success message stays. */
const toastMs = 8_000;
const revertMs = 200;
const wipeMs = 600;

/** Calls the page's own backend. */
export async function callBackend(path: string, body: unknown = null): Promise<ConsoleAnswer> {
  const init: RequestInit =
    path === 'state'
      ? {}
      : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  const response = await fetch(`/__api/${path}`, init);
  return (await response.json()) as ConsoleAnswer;
}

/** What the views can do. */
export interface Actions {
  set(change: Partial<Model>): void;
  signIn(): void;
  open(place: Model['place']): void;
  openApplication(id: string): void;
  chooseTab(tab: Tab): void;
  leave(confirmed: boolean): void;
  fill(field: 'baseUrl' | 'tokenKey' | 'testEmail', value: string): void;
  choose(change: Partial<Draft>): void;
  undo(): void;
  test(): void;
  activate(): void;
  save(): void;
  tick(group: string, bound: boolean): void;
  activateSso(): void;
  deactivateSso(): void;
  deactivateIntegration(): void;
  addApplication(): void;
  deleteApplication(): void;
}

/** The console's behaviour, the same whichever framework draws it. */
export function createActions(store: Store): Actions {
  const { get, set } = store;

  function say(kind: 'success' | 'error', text: string): void {
    const toast = { kind, text };
    set({ toast });
    if (kind === 'success') setTimeout(() => get().toast === toast && set({ toast: null }), toastMs);
  }
  /** Anything that reloads the application's data throws away what the SCIM form held and had not activated. */
  function forget(): void {
    set({ draft: freshDraft(get().snapshot), passed: false });
  }
  function run(path: string, body: unknown, then: (answer: ConsoleAnswer) => void): void {
    set({ busy: true, toast: null, menuOpen: false });
    callBackend(path, body)
      .then((answer) => {
        set({ busy: false, snapshot: answer.snapshot });
        then(answer);
      })
      .catch(() => {
        set({ busy: false });
        say('error', 'Something went wrong. Please try again.');
      });
  }
  function goTo(target: Tab | 'list'): void {
    if (target === 'list') location.hash = '#/applications';
    else set({ tab: target });
  }
  function move(target: Tab | 'list'): void {
    const { tab, ssoDirty } = get();
    if (tab === 'sso' && ssoDirty && target !== 'sso') set({ dialog: 'unsaved', leavingTo: target });
    else goTo(target);
  }
  function wipe(): void {
    set({ wiped: true });
    forget();
  }

  return {
    set,
    signIn() {
      run('login', null, ({ snapshot }) => set({ ...initialModel(snapshot), place: get().place }));
    },
    open(place) {
      location.hash = place.name === 'list' ? '#/applications' : `#/${place.title.toLowerCase().replace(/\W+/g, '-')}`;
    },
    openApplication(id) {
      const { snapshot } = get();
      const unsaved = !snapshot.ssoActive || snapshot.unsavedSso;
      const place = { name: 'application', title: 'SSO Applications' } as const;
      set({
        place,
        applicationId: id,
        tab: unsaved ? 'sso' : 'general',
        ssoDirty: unsaved,
        menuOpen: false,
        toast: null,
      });
      forget();
      location.hash = `#/applications/${id}/details`;
    },
    chooseTab: move,
    leave(confirmed) {
      const { leavingTo } = get();
      set({ dialog: null, leavingTo: null });
      if (!confirmed || leavingTo === null) return;
      set({ ssoDirty: false });
      goTo(leavingTo);
    },
    fill(field, value) {
      const { draft, snapshot, wiped } = get();
      const before = draft[field];
      set({ draft: { ...draft, [field]: value }, passed: false });
      const { quirks } = snapshot;
      if (quirks.revertFills) setTimeout(() => set({ draft: { ...get().draft, [field]: before } }), revertMs);
      if (quirks.wipeForm === 'after-token' && field === 'tokenKey' && value !== '' && !wiped) setTimeout(wipe, wipeMs);
    },
    choose(change) {
      const { draft, passed } = get();
      set({ draft: { ...draft, ...change }, passed: passed && change.scimVersion === undefined });
    },
    undo: forget,
    test() {
      run('test', get().draft, ({ ok, snapshot }) => {
        set({ passed: ok });
        if (!ok) return say('error', failure);
        if (snapshot.quirks.successText) say('success', success);
        if (snapshot.quirks.wipeForm === 'after-test' && !get().wiped) wipe();
      });
    },
    activate() {
      run(get().snapshot.integration.active ? 'update' : 'activate', get().draft, ({ ok, snapshot }) => {
        if (!ok) return say('error', failure);
        forget();
        if (snapshot.form === 'modern') set({ configurationOpen: false });
        if (snapshot.quirks.successText) say('success', success);
      });
    },
    save() {
      const { snapshot, ticked } = get();
      const bound = snapshot.userGroups.flatMap((group) => (group.bound ? [group.name] : []));
      const changed = [...bound].sort().join() !== [...ticked].sort().join();
      run(changed ? 'bind' : 'save', changed ? ticked : null, () => {
        set({ ssoDirty: false });
        forget();
        say('success', 'Application saved');
      });
    },
    tick(group, bound) {
      const others = get().ticked.filter((name) => name !== group);
      set({ ticked: bound ? [...others, group] : others });
    },
    activateSso() {
      run('sso/activate', null, () => set({ ssoDirty: false, dialog: 'sso-activated' }));
    },
    deactivateSso() {
      run('sso/deactivate', null, () => set({ ssoDirty: true }));
    },
    deactivateIntegration() {
      run('deactivate', null, () => {
        forget();
        set({ configurationOpen: true });
      });
    },
    addApplication() {
      run('application/add', null, () => set({ dialog: null }));
    },
    deleteApplication() {
      run('application/delete', null, () => {
        set({ dialog: null });
        location.hash = '#/applications';
      });
    },
  };
}

/** Follows the hash. A link into one application does not route: it lands on Home, as in the real console. */
export function followHash(store: Store, titles: readonly string[]): void {
  const route = (): void => {
    const { place, applicationId } = store.get();
    const hash = location.hash.replace(/^#\/?/, '');
    if (place.name === 'application' && hash === `applications/${applicationId}/details`) return;
    const title = titles.find((name) => name.toLowerCase().replace(/\W+/g, '-') === hash);
    if (hash === 'applications')
      store.set({ place: { name: 'list', title: 'SSO Applications' }, listTop: 0, menuOpen: false });
    else if (title !== undefined) store.set({ place: { name: 'other', title }, menuOpen: false });
    else {
      store.set({ place: { name: 'home', title: 'Home' }, menuOpen: false });
      if (hash !== 'home') history.replaceState(null, '', '#/home');
    }
  };
  window.addEventListener('hashchange', route);
  route();
}
