import type { ConsoleAnswer } from '../snapshot.ts';
import { freshDraft, initialModel } from './model.ts';
import type { Draft, Model, Store, Tab } from './model.ts';

const success = 'Identity Management integration has been successfully verified';
const failure = 'There was a problem activating identity management';
const unsaved = 'There was a problem saving the application';

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
  readonly set: (change: Partial<Model>) => void;
  readonly signIn: () => void;
  readonly open: (place: Model['place']) => void;
  readonly openApplication: (id: string) => void;
  readonly chooseTab: (tab: Tab) => void;
  readonly leave: (confirmed: boolean) => void;
  readonly fill: (field: 'baseUrl' | 'tokenKey' | 'testEmail', value: string) => void;
  readonly choose: (change: Partial<Draft>) => void;
  /** Turns the pages of a form of several. */
  readonly turnPage: (by: 1 | -1) => void;
  readonly undo: () => void;
  readonly test: () => void;
  readonly activate: () => void;
  /** The admin said yes to the page's own question. */
  readonly confirmActivation: () => void;
  readonly save: () => void;
  readonly tick: (group: string, bound: boolean) => void;
  readonly activateSso: () => void;
  readonly deactivateSso: () => void;
  readonly deactivateIntegration: () => void;
  readonly importUsers: () => void;
  readonly addApplication: () => void;
  readonly deleteApplication: () => void;
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
  function activateNow(): void {
    run(get().snapshot.integration.active ? 'update' : 'activate', get().draft, ({ ok, snapshot }) => {
      if (!ok || snapshot.quirks.successText) say(ok ? 'success' : 'error', ok ? success : failure);
      if (!ok) return;
      forget();
      if (snapshot.form === 'modern') set({ configurationOpen: false });
    });
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
        formPage: 0,
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
    turnPage(by) {
      const { draft, formPage, snapshot } = get();
      const isForgotten = by < 0 && snapshot.quirks.forgetsKey;
      set({ formPage: formPage + by, ...(isForgotten ? { draft: { ...draft, tokenKey: '' } } : {}) });
    },
    undo: forget,
    test() {
      run('test', get().draft, ({ ok, snapshot }) => {
        set({ passed: ok });
        if (!ok || snapshot.quirks.successText) say(ok ? 'success' : 'error', ok ? success : failure);
        if (ok && snapshot.quirks.wipeForm === 'after-test' && !get().wiped) wipe();
      });
    },
    activate() {
      const { asksBefore } = get().snapshot.quirks;
      if (asksBefore === 'page') set({ dialog: 'activate' });
      else if (asksBefore === 'nothing' || confirm('Activate the integration?')) activateNow();
    },
    confirmActivation() {
      set({ dialog: null });
      activateNow();
    },
    save() {
      const { snapshot, ticked } = get();
      const bound = snapshot.userGroups.flatMap((group) => (group.bound ? [group.name] : []));
      const changed = [...bound].sort().join() !== [...ticked].sort().join();
      run(changed ? 'bind' : 'save', changed ? ticked : null, ({ ok }) => {
        if (!ok) {
          say('error', unsaved);
          return;
        }
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
    importUsers() {
      run('import', null, ({ ok }) => say(ok ? 'success' : 'error', ok ? 'Users imported' : 'Import failed'));
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
