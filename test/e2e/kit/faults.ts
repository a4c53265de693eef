import type { ProblemCode } from '../../../shared/setup/problems.ts';
import type { AssistedBrowser } from './assisted-browser.ts';
import type { ConsoleName } from './consoles.ts';
import { atFirst, confirms, fixed, type Brew } from './brew.ts';
import { follow } from './follow.ts';
import { untilPanel, type PanelState } from './panel-state.ts';
import { addUser, groupOfTheTest, removeGroupOfTheTest, revokeKeys } from './plot-scim.ts';
import type { Plot, PlotOptions } from './shared-ground.ts';

/** Where an admin is when something goes wrong. */
export type Scene<Tab> = { plot: Plot; browser: AssistedBrowser<Tab>; tab: Tab };

/** Something that goes wrong on a walk: how it comes about, what the panel must say, and how it is mended. */
export type Fault = {
  code: ProblemCode;
  /** Consoles on which it cannot happen. */
  notOn?: readonly ConsoleName[];
  options?: PlotOptions;
  /** Where it is met when it may also be met elsewhere. */
  at?: string;
  /** Made anew for every walk; asked at every state until the fault is met. */
  brew?: () => Brew;
  mend: <Tab>(scene: Scene<Tab>) => Promise<unknown> | undefined;
  /** Whether the page has to be loaded anew after it was mended. */
  reload?: true;
};

/** The fields of JumpCloud's form, in their order, and the rows of the applications called Dialpad. */
const FORM_FIELDS = '[role=tabpanel] input:not([type=checkbox]):not([type=radio])';
const TEST_USER_EMAIL = 2;
const DIALPAD_ROWS = '.grid-row:not(.other)';

const SHOWN_WITHIN_MS = 20_000;

const WITHOUT_ADDRESS: readonly ConsoleName[] = ['catalog'];
const WITHOUT_VERSIONS: readonly ConsoleName[] = ['modern', 'catalog', 'drifted'];
/** While its admin is asked about the test, the fields are on another page. */
const FIELDS_APART: readonly ConsoleName[] = ['wizard'];

/** Each is told apart from the others, though JumpCloud says the same of most. */
export const FAULTS = {
  'the person is no admin of Dialpad': {
    code: 'not-an-admin',
    options: { dialpad: { admin: false } },
    mend: ({ plot }) => fixed(() => plot.sites.dialpad.set({ admin: true })),
    reload: true,
  },
  'Dialpad shows only the beginning of the key': {
    code: 'key-not-seen',
    options: { dialpad: { keyCut: true } },
    mend: ({ plot }) => fixed(() => plot.sites.dialpad.set({ keyCut: false })),
    reload: true,
  },
  'Dialpad shows the key in a form of its own': {
    code: 'key-not-seen',
    options: { dialpad: { keyElement: 'groups', keyPlace: 'dialog', keyValue: 'plain' } },
    mend: (scene) => showKey(scene),
  },
  'the setup link is revoked': {
    code: 'session-expired',
    brew: () => atFirst(confirms('jumpcloud.test-connection'), ({ plot }) => plot.revokeLink()),
    mend: async ({ plot, browser }) => browser.connect(await plot.newLink()),
  },
  'the admin is signed out': {
    code: 'signed-out',
    options: { jumpcloud: { signedIn: false } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ signedIn: true })),
    reload: true,
  },
  'there is no application': {
    code: 'sso-app-missing',
    options: { jumpcloud: { application: false } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ application: true })),
    reload: true,
  },
  'single sign-on is not active': {
    code: 'sso-not-active',
    options: { jumpcloud: { ssoActive: false } },
    notOn: ['french', 'drifted'],
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ ssoActive: true, unsavedSso: false })),
    reload: true,
  },
  'two applications are called Dialpad': {
    code: 'target-ambiguous',
    options: { jumpcloud: { applicationLabel: 'Dialpad EU', secondDialpad: true } },
    mend: (scene) => show(scene, DIALPAD_ROWS),
  },
  'a field has a name that nobody knows': {
    code: 'target-missing',
    options: {
      jumpcloud: { renamed: { 'Base URL': 'Connector parameter 1', 'Base URL *': 'Connector parameter 1 *' } },
    },
    mend: (scene) => show(scene, FORM_FIELDS),
  },
  'the test user’s field has a name that nobody knows': {
    code: 'target-missing',
    at: 'jumpcloud.test-user-email',
    notOn: WITHOUT_ADDRESS,
    options: {
      jumpcloud: {
        renamed: { 'Test User Email': 'Connector parameter 3', 'Test User Email *': 'Connector parameter 3 *' },
      },
    },
    mend: (scene) => show(scene, FORM_FIELDS, TEST_USER_EMAIL),
  },
  'the page puts every value back': {
    code: 'fill-reverted',
    options: { jumpcloud: { revertFills: true } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ revertFills: false })),
    reload: true,
  },
  'the form empties itself': {
    code: 'form-wiped',
    // What empties itself after it was turned over is not seen to.
    notOn: FIELDS_APART,
    options: { jumpcloud: { wipeForm: 'after-token' } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ wipeForm: 'never' })),
  },
  'SCIM 1.1 is chosen': {
    code: 'scim-version-1',
    options: { jumpcloud: { scimVersion: '1.1' } },
    notOn: [...WITHOUT_VERSIONS, ...FIELDS_APART],
    brew: () => chooseOldVersion,
    mend: () => undefined,
  },
  'the key was revoked': {
    code: 'wrong-token',
    brew: () => atFirst(confirms('jumpcloud.test-connection'), ({ plot }) => revokeKeys(plot)),
    mend: () => undefined,
  },
  'the key was revoked after its test': {
    code: 'wrong-token',
    at: 'jumpcloud.activate',
    brew: () => atFirst(confirms('jumpcloud.activate'), ({ plot }) => revokeKeys(plot)),
    mend: () => undefined,
  },
  'the key is of Dialpad’s own service': {
    code: 'wrong-token',
    options: { dialpad: { foreign: true } },
    mend: ({ plot }) => fixed(() => plot.sites.dialpad.set({ foreign: false })),
  },
  'JumpCloud’s calls do not arrive': {
    code: 'not-public',
    options: { jumpcloud: { client: { network: 'blocked' } } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ client: { network: 'open' } })),
  },
  'another server answers in our place': {
    code: 'no-request-arrived',
    options: { jumpcloud: { client: { network: 'elsewhere' } } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ client: { network: 'open' } })),
  },
  'a proxy on the way changes the path': {
    code: 'wrong-base-url',
    options: { jumpcloud: { client: { proxyPath: '/gateway' } } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ client: { proxyPath: '' } })),
  },
  'JumpCloud has trouble of its own': {
    code: 'jumpcloud-error',
    options: { jumpcloud: { ownTrouble: true } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ ownTrouble: false })),
  },
  'JumpCloud does not save': {
    code: 'jumpcloud-error',
    options: { jumpcloud: { saveFails: true } },
    mend: ({ plot }) => fixed(() => plot.sites.jumpcloud.set({ saveFails: false })),
  },
  'the domain is not allowed': {
    code: 'secondary-domain-missing',
    at: 'jumpcloud.activate',
    notOn: ['classic', 'modern', 'french', 'wizard', 'drifted'],
    options: { domainAllowed: false },
    mend: ({ plot }) => plot.allowDomain('jumpcloud.com'),
  },
  'a group stands in the way of the group test': {
    code: 'group-test-failed',
    options: { jumpcloud: { client: { groupTestWhenOff: 'attempt' } } },
    brew: () => atFirst(confirms('jumpcloud.activate'), ({ plot }) => groupOfTheTest(plot)),
    mend: ({ plot }) => removeGroupOfTheTest(plot),
  },
  'the test user’s address is somebody’s': {
    code: 'test-user-exists',
    notOn: [...WITHOUT_ADDRESS, ...FIELDS_APART],
    brew: () =>
      ownAddress(async ({ plot }) => {
        await addUser(plot, `somebody@${plot.domain}`);
        return `somebody@${plot.domain}`;
      }),
    mend: () => undefined,
  },
  'the test user’s domain is not the company’s': {
    code: 'test-user-domain-refused',
    notOn: [...WITHOUT_ADDRESS, ...FIELDS_APART],
    brew: () => ownAddress(() => Promise.resolve('probe@elsewhere.example')),
    mend: () => undefined,
  },
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

/** The faults that can happen on a console. */
export function possibleOn(console: ConsoleName): FaultName[] {
  return FAULT_NAMES.filter((name) => !(FAULTS[name] as Fault).notOn?.includes(console));
}

/** Clicks the key as the admin does whom the panel asks for it. */
async function showKey<Tab>({ browser, tab }: Scene<Tab>): Promise<void> {
  const watching = await follow(tab, browser, {
    patienceMs: SHOWN_WITHIN_MS,
    decide: () => 'advised',
    until: ({ status }) => status === 'working',
  });
  await browser.press(watching.tab, '[role=dialog] .value', 0);
  await untilPanel(
    () => browser.read(tab),
    'the key to be taken',
    ({ step }) => !step.startsWith('dialpad.'),
    SHOWN_WITHIN_MS,
  );
}

/** The admin shows what the assistant asks for, and sees that it was understood. */
async function show<Tab>({ browser, tab }: Scene<Tab>, selector: string, index = 0): Promise<void> {
  const watching = await follow(tab, browser, {
    patienceMs: SHOWN_WITHIN_MS,
    decide: () => 'advised',
    until: ({ status }) => status === 'working',
  });
  await browser.press(watching.tab, selector, index);
  await untilPanel(
    () => browser.read(tab),
    'the step to be ready',
    ({ status }) => status === 'ready',
    SHOWN_WITHIN_MS,
  );
}

/** The admin says that they chose the version themselves, while the page has the old one. */
async function chooseOldVersion<Tab>(state: PanelState, { browser, tab }: Scene<Tab>): ReturnType<Brew> {
  if (state.step === 'jumpcloud.scim-version') return 'done';
  if (state.step !== 'jumpcloud.test-connection' || state.primary !== 'confirm') return null;
  await browser.press(tab, 'input[type=radio]');
  return 'wait';
}

/** The admin types an address of their own while they are asked about the test, and says that it is the one. */
function ownAddress(prepare: (scene: Scene<unknown>) => Promise<string>): Brew {
  let stage: 'untyped' | 'typed' | 'told' = 'untyped';
  return async (state, scene) => {
    if (stage === 'untyped' && confirms('jumpcloud.test-connection')(state)) {
      stage = 'typed';
      const address = await prepare(scene as Scene<unknown>);
      await scene.browser.type(scene.tab, FORM_FIELDS, address, TEST_USER_EMAIL);
      return 'wait';
    }
    if (stage !== 'typed' || state.step !== 'jumpcloud.test-user-email') return null;
    stage = 'told';
    return 'done';
  };
}
