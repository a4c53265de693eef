import { maskedToken } from '../snapshot.ts';
import type { Snapshot } from '../snapshot.ts';

export type Tab = 'general' | 'sso' | 'identity' | 'groups';
export type DialogName = 'announcement' | 'unsaved' | 'sso-activated' | 'activate' | 'add' | 'delete';

/** What the admin has typed into the SCIM form and not yet had tested or activated. */
export interface Draft {
  readonly baseUrl: string;
  readonly tokenKey: string;
  readonly testEmail: string;
  readonly scimVersion: '1.1' | '2.0';
  readonly authMethod: 'bearer' | 'api-key';
  readonly mtls: boolean;
  readonly groupManagement: boolean;
}

/** Everything that the page shows; the framework's inputs are drawn from it, so what is not in here is lost. */
export interface Model {
  readonly snapshot: Snapshot;
  readonly place: { readonly name: 'home' | 'list' | 'application' | 'other'; readonly title: string };
  readonly applicationId: string;
  readonly tab: Tab;
  /** The badge as it was when the page was loaded: it does not follow an activation. */
  readonly badge: 'Active' | 'Inactive';
  readonly draft: Draft;
  readonly passed: boolean;
  readonly configuring: boolean;
  /** Which page of a form of several is shown. */
  readonly formPage: number;
  readonly configurationOpen: boolean;
  readonly groupsOpen: boolean;
  readonly busy: boolean;
  readonly toast: { readonly kind: 'success' | 'error'; readonly text: string } | null;
  readonly dialog: DialogName | null;
  /** Where an "Unsaved Changes" dialog holds the admin back from. */
  readonly leavingTo: Tab | 'list' | null;
  readonly menuOpen: boolean;
  readonly ssoDirty: boolean;
  readonly idpEntityId: string;
  readonly ticked: readonly string[];
  readonly boundOnly: boolean;
  readonly search: string;
  readonly listTop: number;
  readonly newLabel: string;
  readonly credentials: { readonly email: string; readonly password: string };
  readonly wiped: boolean;
  /** How often all was drawn anew. */
  readonly redrawn: number;
}

/** The form as it stands when nothing was typed: empty, or the active connection with its token masked. */
export function freshDraft(snapshot: Snapshot): Draft {
  const { integration, quirks, form } = snapshot;
  return {
    baseUrl: integration.active ? integration.baseUrl : form === 'catalog' ? quirks.prefilledBaseUrl : '',
    tokenKey: integration.active ? maskedToken : '',
    testEmail: '',
    scimVersion: quirks.scimVersion,
    authMethod: 'bearer',
    mtls: false,
    groupManagement: integration.active ? integration.groupManagement : true,
  };
}

/** The page at its load. */
export function initialModel(snapshot: Snapshot): Model {
  return {
    snapshot,
    place: { name: 'home', title: 'Home' },
    applicationId: '',
    tab: 'general',
    badge: snapshot.integration.badge,
    draft: freshDraft(snapshot),
    passed: false,
    formPage: 0,
    configuring: snapshot.form !== 'catalog' || snapshot.integration.active,
    configurationOpen:
      !snapshot.quirks.configurationCollapsed && !(snapshot.form === 'modern' && snapshot.integration.active),
    groupsOpen: true,
    busy: false,
    toast: null,
    dialog: snapshot.quirks.announcement && snapshot.signedIn ? 'announcement' : null,
    leavingTo: null,
    menuOpen: false,
    ssoDirty: false,
    idpEntityId: 'jumpcloud-dialpad',
    ticked: snapshot.userGroups.flatMap((group) => (group.bound ? [group.name] : [])),
    boundOnly: false,
    search: '',
    listTop: 0,
    newLabel: 'Dialpad',
    credentials: { email: '', password: '' },
    wiped: false,
    redrawn: 0,
  };
}

/** Holds the model and tells the framework when it changed. */
export interface Store {
  readonly get: () => Model;
  readonly set: (change: Partial<Model>) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore(initial: Model): Store {
  let model = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => model,
    set(change) {
      model = { ...model, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
