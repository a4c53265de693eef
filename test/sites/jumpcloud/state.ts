import { collect, ScimFailure } from './client/calls.ts';
import type { Call, RecordCall, Sync } from './client/calls.ts';
import { createSend } from './client/transport.ts';
import type { Connection, Send } from './client/transport.ts';
import { toPerson } from './directory.ts';
import type { DirectoryPerson, UserGroup } from './directory.ts';
import type { JumpCloudOptions } from './options.ts';
import { noLinks, syncGroup, syncPerson } from './provisioner.ts';
import type { Links } from './provisioner.ts';

/** An active integration; its Token Key is never shown again. */
export interface Integration {
  readonly baseUrl: string;
  readonly tokenKey: string;
  readonly groupManagement: boolean;
  readonly activatedAt: number;
}

/** Everything that one look-alike tenant remembers. */
export interface TenantState {
  options: JumpCloudOptions;
  signedIn: boolean;
  application: boolean;
  ssoActive: boolean;
  integration: Integration | null;
  people: readonly DirectoryPerson[];
  groups: readonly UserGroup[];
  links: Links;
  calls: Call[];
}

/** A tenant as its options describe it at the start. */
export function initialState(options: JumpCloudOptions): TenantState {
  return {
    options,
    signedIn: options.signedIn,
    application: options.application,
    ssoActive: options.ssoActive,
    integration: options.alreadyActive && { ...options.alreadyActive, groupManagement: false, activatedAt: 0 },
    people: options.people.map(toPerson),
    groups: options.userGroups.map((name) => ({ name, bound: false })),
    links: noLinks(),
    calls: [],
  };
}

/** The tenant with the one queue in which its SCIM work is done, a run at a time as JumpCloud does it. */
export interface Tenant {
  state: TenantState;
  readonly record: RecordCall;
  readonly onCall: (listener: RecordCall) => () => void;
  /** Runs SCIM work over a connection of its own and tells what it called. */
  readonly run: (connection: Connection, work: (send: Send) => Promise<void>) => Promise<Sync>;
  /** The same over the active integration; with none, nothing is called. */
  readonly withIntegration: (work: (send: Send, integration: Integration) => Promise<void>) => Promise<Sync>;
  /** Brings everybody and every group to the server; nothing is called while no integration is active. */
  readonly synchronise: () => Promise<Sync>;
  /** Resolves when no SCIM work is under way. */
  readonly idle: () => Promise<void>;
}

/** Does every job in turn, whatever becomes of the others, then reports the first failure: one person holds up nobody else. */
async function allOf(jobs: readonly (() => Promise<void>)[]): Promise<void> {
  let first: ScimFailure | null = null;
  for (const job of jobs) {
    try {
      await job();
    } catch (error) {
      if (!(error instanceof ScimFailure)) throw error;
      first ??= error;
    }
  }
  if (first !== null) throw first;
}

/** Makes a tenant; nothing is shared between two of them. */
export function createTenant(options: JumpCloudOptions): Tenant {
  const listeners = new Set<RecordCall>();
  let tail: Promise<unknown> = Promise.resolve();

  const tenant: Tenant = {
    state: initialState(options),
    record(call) {
      tenant.state.calls.push(call);
      for (const listener of listeners) listener(call);
    },
    onCall(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run(connection, work) {
      const next = tail.then(() =>
        collect(tenant.record, (record) => work(createSend(connection, tenant.state.options.client, record))),
      );
      tail = next.catch(() => undefined);
      return next;
    },
    withIntegration(work) {
      const { integration } = tenant.state;
      if (integration === null) return Promise.resolve({ ok: true, calls: [], problem: null });
      const connection = { baseUrl: integration.baseUrl, token: integration.tokenKey };
      return tenant.run(connection, (send) => work(send, integration));
    },
    synchronise() {
      return tenant.withIntegration(async (send, integration) => {
        const { options: now, people, groups, links } = tenant.state;
        const jobs = people.map((person) => () => syncPerson(send, now.client, links, person, groups));
        if (integration.groupManagement) {
          jobs.push(...groups.map((group) => () => syncGroup(send, now.client, links, group, people)));
        }
        await allOf(jobs);
      });
    },
    async idle() {
      await tail;
    },
  };
  return tenant;
}
