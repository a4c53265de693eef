import type { ProblemCode } from '../../../shared/setup/problems.ts';
import { GROUP_SCHEMA, USER_SCHEMA } from '../../../shared/scim/urns.ts';
import type { ConsoleName } from './consoles.ts';
import type { PanelState } from './panel-state.ts';
import type { Plot, PlotOptions } from './shared-ground.ts';

/** Something that goes wrong on a walk: how it comes about, what the panel must say, and how it is mended. */
export type Fault = {
  code: ProblemCode;
  /** Consoles on which it cannot happen. */
  notOn?: readonly ConsoleName[];
  options?: PlotOptions;
  /** Where it is met when it may also be met elsewhere. */
  at?: string;
  /** Done once, when the panel is first at this state. */
  brew?: { when: (state: PanelState) => boolean; act: (plot: Plot) => Promise<void> };
  mend: (plot: Plot) => Promise<void> | void;
  /** Whether the page has to be loaded anew after it was mended. */
  reload?: true;
};

const confirms =
  (step: string) =>
  (state: PanelState): boolean =>
    state.step === step && state.primary === 'confirm';

/** Each is told apart from the others, though JumpCloud says the same of most. */
export const FAULTS: Record<string, Fault> = {
  'the domain is not allowed': {
    code: 'secondary-domain-missing',
    at: 'jumpcloud.activate',
    notOn: ['classic', 'modern', 'french', 'drifted'],
    options: { domainAllowed: false },
    mend: async ({ support, path }) => {
      await support.post(`${path}/domains`, { domain: 'jumpcloud.com' });
    },
  },
  'the key was revoked': {
    code: 'wrong-token',
    brew: { when: confirms('jumpcloud.test-connection'), act: revokeKeys },
    mend: () => undefined,
  },
  'the key is of Dialpad’s own service': {
    code: 'wrong-token',
    options: { dialpad: { foreign: true } },
    mend: ({ sites }) => sites.dialpad.set({ foreign: false }),
  },
  'JumpCloud’s calls do not arrive': {
    code: 'not-public',
    options: { jumpcloud: { client: { network: 'blocked' } } },
    mend: ({ sites }) => sites.jumpcloud.set({ client: { network: 'open' } }),
  },
  'a group stands in the way of the group test': {
    code: 'group-test-failed',
    options: { jumpcloud: { client: { groupTestWhenOff: 'attempt' } } },
    brew: { when: confirms('jumpcloud.activate'), act: ordinaryGroup },
    mend: removeGroup,
  },
  'the admin is signed out': {
    code: 'signed-out',
    options: { jumpcloud: { signedIn: false } },
    mend: ({ sites }) => sites.jumpcloud.set({ signedIn: true }),
    reload: true,
  },
  'there is no application': {
    code: 'sso-app-missing',
    options: { jumpcloud: { application: false } },
    mend: ({ sites }) => sites.jumpcloud.set({ application: true }),
    reload: true,
  },
  'single sign-on is not active': {
    code: 'sso-not-active',
    options: { jumpcloud: { ssoActive: false } },
    notOn: ['french', 'drifted'],
    mend: ({ sites }) => sites.jumpcloud.set({ ssoActive: true, unsavedSso: false }),
    reload: true,
  },
  'the page puts every value back': {
    code: 'fill-reverted',
    options: { jumpcloud: { revertFills: true } },
    mend: ({ sites }) => sites.jumpcloud.set({ revertFills: false }),
    reload: true,
  },
  'the form empties itself': {
    code: 'form-wiped',
    options: { jumpcloud: { wipeForm: 'after-token' } },
    mend: () => undefined,
  },
  'two applications are called Dialpad': {
    code: 'target-ambiguous',
    options: { jumpcloud: { applicationLabel: 'Dialpad EU', secondDialpad: true } },
    mend: ({ sites }) => sites.jumpcloud.set({ secondDialpad: false }),
    reload: true,
  },
  'the person is no admin of Dialpad': {
    code: 'not-an-admin',
    options: { dialpad: { admin: false } },
    mend: ({ sites }) => sites.dialpad.set({ admin: true }),
    reload: true,
  },
};

async function revokeKeys({ support, path }: Plot): Promise<void> {
  const { keys } = (await support.get(`${path}/keys`)).body as { keys: { id: string; revokedAt: string | null }[] };
  for (const { id, revokedAt } of keys) if (revokedAt === null) await support.delete(`${path}/keys/${id}`);
}

/** A group of somebody's, of the very name that JumpCloud's test uses. */
async function ordinaryGroup(plot: Plot): Promise<void> {
  const user = await scim(plot, 'POST', '/Users', { schemas: [USER_SCHEMA], userName: `member@${plot.domain}` });
  const members = [{ value: (user as { id: string }).id }];
  await scim(plot, 'POST', '/Groups', { schemas: [GROUP_SCHEMA], displayName: 'group-name', members });
}

async function removeGroup(plot: Plot): Promise<void> {
  const list = (await scim(plot, 'GET', '/Groups?filter=displayName%20eq%20%22group-name%22')) as {
    Resources: { id: string }[];
  };
  for (const { id } of list.Resources) await scim(plot, 'DELETE', `/Groups/${id}`);
}

async function scim({ server, keys }: Plot, method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(`${server.url}/scim/v2${path}`, {
    method,
    headers: { Authorization: `Bearer ${keys.at(-1) ?? ''}`, 'Content-Type': 'application/scim+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${String(answer.status)}`);
  return answer.status === 204 ? null : answer.json();
}
