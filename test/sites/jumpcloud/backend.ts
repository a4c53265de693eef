import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { runCycle, testConnection } from './client/activation.ts';
import type { ActivationInput } from './client/activation.ts';
import type { Sync } from './client/calls.ts';
import type { Send } from './client/transport.ts';
import { listAllUsers } from './client/users.ts';
import { maskedToken } from './snapshot.ts';
import type { ApplicationRow, ConsoleAnswer, ScimForm, Snapshot } from './snapshot.ts';
import type { Tenant, TenantState } from './state.ts';
import { noLinks } from './provisioner.ts';

const otherLabels: readonly string[] = (
  'Airtable,Asana,Box,Confluence,DocuSign,Dropbox Business,Figma,GitHub,GitLab,' +
  'Google Workspace,HubSpot,Jira,Lattice,Miro,Notion,PagerDuty,Salesforce,Sentry,Slack,Tableau,Webflow,Workday,Xero,Zendesk,Zoom'
).split(',');

function otherApplications(count: number): ApplicationRow[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / otherLabels.length);
    const name = otherLabels[index % otherLabels.length] ?? 'Application';
    return {
      id: `other-${index}`,
      label: round === 0 ? name : `${name} ${round + 1}`,
      ours: false,
      ssoActive: index % 4 !== 3,
      provisioning: index % 3 === 0 ? 'Active' : index % 3 === 1 ? 'Inactive' : 'Not available',
    };
  });
}

function badgeOf(state: TenantState): 'Active' | 'Inactive' {
  const { integration, options } = state;
  return integration !== null && Date.now() - integration.activatedAt >= options.badgeDelayMs ? 'Active' : 'Inactive';
}

function applicationRows(state: TenantState): ApplicationRow[] {
  const { options } = state;
  const rows = otherApplications(options.otherApplications);
  if (state.application) {
    const row = { ours: true, ssoActive: state.ssoActive, provisioning: badgeOf(state) };
    rows.push({ id: 'dialpad', label: options.applicationLabel, ...row });
    if (options.secondDialpad) rows.push({ id: 'dialpad-2', label: `${options.applicationLabel} Sandbox`, ...row });
  }
  return rows.sort((one, other) => one.label.localeCompare(other.label));
}

function snapshotOf(state: TenantState): Snapshot {
  const { options, integration } = state;
  const { form, unsavedSso, announcement, prefilledBaseUrl, scimVersion, revertFills, wipeForm } = options;
  const { redrawEveryMs, forgetsKey, configurationCollapsed, asksBefore, successText, modernTab, renamed, labels } =
    options;
  return {
    form,
    labels,
    signedIn: state.signedIn,
    applications: state.signedIn ? applicationRows(state) : [],
    ssoActive: state.ssoActive,
    unsavedSso,
    integration: {
      active: integration !== null,
      badge: badgeOf(state),
      baseUrl: integration?.baseUrl ?? '',
      groupManagement: integration?.groupManagement ?? false,
    },
    userGroups: state.groups.map((group) => ({
      ...group,
      members: state.people.filter((person) => person.groups.includes(group.name)).length,
    })),
    quirks: {
      announcement,
      asksBefore,
      prefilledBaseUrl,
      scimVersion,
      revertFills,
      wipeForm,
      forgetsKey,
      redrawEveryMs,
      configurationCollapsed,
      successText,
      modernTab,
      renamed,
    },
  };
}

function inputOf(state: TenantState, form: ScimForm): ActivationInput {
  // The pre-built connector asks for no address: its test user is made on @jumpcloud.com (Dialpad's help article).
  const testEmail =
    state.options.form === 'catalog' ? `test-${randomBytes(6).toString('hex')}@jumpcloud.com` : form.testEmail.trim();
  return { testEmail, groupManagement: form.groupManagement, scimVersion: form.scimVersion };
}

/** Binds exactly these user groups and brings their members over. */
export function bindGroups(tenant: Tenant, names: readonly string[]): Promise<Sync> {
  tenant.state.groups = tenant.state.groups.map((group) => ({ ...group, bound: names.includes(group.name) }));
  return tenant.synchronise();
}

/** Stops the integration: no calls from then on, and nothing on the server is undone. */
export function deactivateIntegration(tenant: Tenant): void {
  tenant.state.integration = null;
}

function isScimForm(value: unknown): value is ScimForm {
  return (
    typeof value === 'object' && value !== null && 'baseUrl' in value && 'tokenKey' in value && 'testEmail' in value
  );
}

/** Answers one call of the page to its own backend; null for a path that it does not have. */
export async function answerConsole(tenant: Tenant, path: string, body: unknown): Promise<ConsoleAnswer | null> {
  const { state } = tenant;
  const done = (ok: boolean): ConsoleAnswer => ({ ok, snapshot: snapshotOf(tenant.state) });
  if (isScimForm(body)) {
    const tokenKey = body.tokenKey === maskedToken ? (state.integration?.tokenKey ?? '') : body.tokenKey;
    const connection = { baseUrl: body.baseUrl.trim(), token: tokenKey };
    const input = inputOf(state, body);
    if (path === 'test') {
      const tested = await tenant.run(connection, (send) => testConnection(send, state.options.client, input));
      await wait(state.options.answerDelayMs);
      return done(tested.ok && !state.options.ownTrouble);
    }
    if (path !== 'activate' && path !== 'update') return null;
    const run = await tenant.run(connection, (send) => runCycle(send, state.options.client, input));
    const ok = run.ok && !state.options.ownTrouble;
    await wait(state.options.answerDelayMs);
    const { groupManagement } = input;
    // A new activation looks everybody up again: the ids that were known may be another server's.
    if (ok && path === 'activate') state.links = noLinks();
    if (ok) state.integration = { baseUrl: connection.baseUrl, tokenKey, groupManagement, activatedAt: Date.now() };
    return done(ok);
  }
  switch (path) {
    case 'state':
      return done(true);
    case 'login':
      state.signedIn = true;
      return done(true);
    case 'save':
      return done(!state.options.saveFails);
    case 'deactivate':
      deactivateIntegration(tenant);
      return done(true);
    case 'import': {
      const list = async (send: Send): Promise<void> => {
        await listAllUsers(send, state.options.client);
      };
      return done((await tenant.withIntegration(list)).ok);
    }
    case 'sso/activate':
    case 'sso/deactivate':
      state.ssoActive = path === 'sso/activate';
      return done(true);
    case 'application/add':
      Object.assign(state, { application: true, ssoActive: false });
      return done(true);
    case 'application/delete':
      Object.assign(state, { application: false, ssoActive: false, integration: null, links: noLinks() });
      return done(true);
    case 'bind': {
      if (!Array.isArray(body) || state.options.saveFails) return done(false);
      // The page is answered at once and people follow, as in the real console.
      void bindGroups(
        tenant,
        body.filter((name) => typeof name === 'string'),
      );
      return done(true);
    }
    default:
      return null;
  }
}
