import { listAllUsers } from './client/users.ts';
import type { Call, RecordCall, Sync } from './client/calls.ts';
import { bindGroups, deactivateIntegration } from './backend.ts';
import { withSettings } from './defaults.ts';
import { toPerson } from './directory.ts';
import type { DirectoryPerson, NewPerson, PersonChange, PersonState, UserGroup } from './directory.ts';
import type { JumpCloudOptions, JumpCloudSettings } from './options.ts';
import { dropGroup, moveGroup } from './provisioner.ts';
import { initialState } from './state.ts';
import type { Tenant } from './state.ts';

/** What tests and the demo drive JumpCloud's side with. Everything that changes people resolves when its SCIM calls are done. */
export interface JumpCloudControl {
  readonly options: () => JumpCloudOptions;
  /** Changes options while it runs; an open page sees it at its next load. */
  readonly set: (settings: JumpCloudSettings) => void;
  /** Back to the start, with the options given over the ones that it was made with. */
  readonly reset: (settings?: JumpCloudSettings) => void;
  /** Every SCIM call so far, oldest first. */
  readonly calls: () => readonly Call[];
  /** Hears of every SCIM call as it ends; call the answer to stop. */
  readonly onCall: (listener: RecordCall) => () => void;
  readonly idle: () => Promise<void>;
  /** Where the active integration points; null while none is. The token stays inside. */
  readonly integration: () => { readonly baseUrl: string; readonly groupManagement: boolean } | null;
  readonly people: () => readonly DirectoryPerson[];
  readonly userGroups: () => readonly UserGroup[];
  readonly hire: (person: NewPerson) => Promise<Sync>;
  readonly change: (email: string, change: PersonChange) => Promise<Sync>;
  readonly suspend: (email: string) => Promise<Sync>;
  readonly reactivate: (email: string) => Promise<Sync>;
  readonly expirePassword: (email: string) => Promise<Sync>;
  readonly joinGroup: (email: string, group: string) => Promise<Sync>;
  readonly leaveGroup: (email: string, group: string) => Promise<Sync>;
  /** Binds one more user group, as ticking and saving it on the User Groups tab does. */
  readonly bind: (group: string) => Promise<Sync>;
  readonly unbind: (group: string) => Promise<Sync>;
  readonly renameGroup: (group: string, name: string) => Promise<Sync>;
  readonly deleteGroup: (group: string) => Promise<Sync>;
  /** Makes every call for whoever is not in step yet, as the periodic run does. */
  readonly synchronise: () => Promise<Sync>;
  /** "Start Manual Import": lists the server's users page by page. */
  readonly importUsers: () => Promise<Sync & { readonly userNames: readonly string[] }>;
  readonly deactivate: () => void;
}

/** The control handle of one tenant. */
export function createControl(tenant: Tenant, made: JumpCloudOptions): JumpCloudControl {
  function update(email: string, change: (person: DirectoryPerson) => DirectoryPerson): Promise<Sync> {
    if (!tenant.state.people.some((person) => person.email === email)) throw new Error(`no such person: ${email}`);
    tenant.state.people = tenant.state.people.map((person) => (person.email === email ? change(person) : person));
    return tenant.synchronise();
  }
  const become = (email: string, state: PersonState): Promise<Sync> =>
    update(email, (person) => ({ ...person, state }));
  const boundNames = (): string[] => tenant.state.groups.flatMap((group) => (group.bound ? [group.name] : []));

  return {
    options: () => tenant.state.options,
    set(settings) {
      const { state } = tenant;
      state.options = withSettings(settings, state.options);
      if (settings.signedIn !== undefined) state.signedIn = settings.signedIn;
      if (settings.application !== undefined) state.application = settings.application;
      if (settings.ssoActive !== undefined) state.ssoActive = settings.ssoActive;
      if (settings.alreadyActive !== undefined) state.integration = initialState(state.options).integration;
    },
    reset(settings = {}) {
      tenant.state = initialState(withSettings(settings, made));
    },
    calls: () => tenant.state.calls,
    onCall: tenant.onCall,
    idle: tenant.idle,
    integration() {
      const { integration } = tenant.state;
      return integration && { baseUrl: integration.baseUrl, groupManagement: integration.groupManagement };
    },
    people: () => tenant.state.people,
    userGroups: () => tenant.state.groups,
    hire(person) {
      tenant.state.people = [...tenant.state.people, toPerson(person)];
      return tenant.synchronise();
    },
    change: (email, change) => update(email, (person) => ({ ...person, ...change })),
    suspend: (email) => become(email, 'suspended'),
    reactivate: (email) => become(email, 'active'),
    expirePassword: (email) => become(email, 'password-expired'),
    joinGroup: (email, group) => update(email, (person) => ({ ...person, groups: [...person.groups, group] })),
    leaveGroup: (email, group) =>
      update(email, (person) => ({ ...person, groups: person.groups.filter((name) => name !== group) })),
    bind: (group) => bindGroups(tenant, [...boundNames(), group]),
    unbind(group) {
      const names = boundNames().filter((name) => name !== group);
      return bindGroups(tenant, names);
    },
    renameGroup(group, name) {
      const { state } = tenant;
      state.groups = state.groups.map((held) => (held.name === group ? { ...held, name } : held));
      const renamed = (names: readonly string[]): string[] => names.map((held) => (held === group ? name : held));
      state.people = state.people.map((person) => ({ ...person, groups: renamed(person.groups) }));
      return tenant.withIntegration((send) => moveGroup(send, state.links, group, name));
    },
    deleteGroup(group) {
      const { state } = tenant;
      state.groups = state.groups.filter((held) => held.name !== group);
      return tenant.withIntegration((send) => dropGroup(send, state.links, group));
    },
    synchronise: tenant.synchronise,
    async importUsers() {
      const userNames: string[] = [];
      const sync = await tenant.withIntegration(async (send) => {
        for (const { json } of await listAllUsers(send, tenant.state.options.client))
          userNames.push(String(json['userName']));
      });
      return { ...sync, userNames };
    },
    deactivate: () => deactivateIntegration(tenant),
  };
}
