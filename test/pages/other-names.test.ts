import { describe, expect, it } from 'vitest';
import type { StepId } from '../../shared/setup/steps.ts';
import { type Said, useReader } from './read-page.ts';

const read = useReader();

const BASE_URL = '<label>Base URL<input data-t="url"></label>';
const TOKEN = '<label>Token Key<input data-t="token" type="password"></label>';
const EMAIL = '<label>Test User Email<input data-t="email" type="email"></label>';

type Page = { title?: string; tabs?: string; section?: string };

const TABS = '<button role="tab" aria-selected="true">Provisioning</button>';

/** What each of those steps would touch on an application's page with that form in it. */
async function targetsOf(form: string, steps: StepId[], page: Page = {}): Promise<Said> {
  const { title = 'Dialpad', tabs = TABS, section = 'Configuration Settings' } = page;
  return targetsOn(
    `<h1>${title}</h1><div role="tablist"><button role="tab">General Info</button>${tabs}<button role="tab">User Groups</button></div>
    <section><h2>${section}</h2><form>${form}<button type="button">Save</button></form></section>`,
    steps,
  );
}

function targetsOn(main: string, steps: StepId[]): Promise<Said> {
  const targets = Object.fromEntries(steps.map((step) => [step, '']));
  const url = 'https://console.jumpcloud.com/#/applications';
  return read({ name: '', html: `<!doctype html><main>${main}</main>`, expected: { url, place: null, targets } });
}

describe('a field whose name only speaks of the one that is meant', () => {
  it.each([
    ['API Key Name', '<label>Connector secret value<input type="password"></label>'],
    ['Token description', '<label>Value<input type="password"></label>'],
    ['Token Key ID', ''],
  ])('is not given the key where it is called "%s"', async (name, real) => {
    const form = `${BASE_URL}<label>${name}<input data-t="other"></label>${real}${EMAIL}`;
    const { targets } = await targetsOf(form, ['jumpcloud.token-key', 'jumpcloud.base-url']);
    expect(targets).toEqual({ 'jumpcloud.token-key': 'none', 'jumpcloud.base-url': 'url' });
  });

  it.each(['SCIM audit URL', 'Portal base URL'])('is not given the address where it is called "%s"', async (name) => {
    const form = `<label>${name}<input data-t="other"></label>${TOKEN}${EMAIL}`;
    const { targets } = await targetsOf(form, ['jumpcloud.base-url', 'jumpcloud.token-key']);
    expect(targets).toEqual({ 'jumpcloud.base-url': 'none', 'jumpcloud.token-key': 'token' });
  });

  it('is not given the test address', async () => {
    const form = `${BASE_URL}${TOKEN}<label>Latest email<input data-t="other"></label>`;
    const { targets } = await targetsOf(form, ['jumpcloud.test-user-email']);
    expect(targets).toEqual({ 'jumpcloud.test-user-email': 'none' });
  });
});

describe('a box whose name says that the groups are left alone, or speaks of other groups', () => {
  it.each([
    ...['Do not push groups', 'Do not manage groups', 'Exclude groups from provisioning', 'Skip group sync'],
    ...['Prevent group provisioning', 'Group push disabled', 'Only provision users in bound groups'],
    ...['Manage licences by group', 'Manage device groups', 'Ne pas gérer les groupes', 'Gruppen nicht verwalten'],
    ...['No administrar grupos', 'グループを同期しない'],
  ])('is left to the admin: "%s"', async (name) => {
    const box = `<label><input data-t="other" type="checkbox" checked>${name}</label>`;
    const step: StepId = 'jumpcloud.group-management';
    const form = `${BASE_URL}${TOKEN}${box}<button type="button">Activate</button>`;
    const { targets, observation } = await targetsOf(form, [step]);
    expect(targets).toEqual({ [step]: 'none' });
    expect(observation.readings[step]).toMatchObject({ state: 'open', match: 'missing' });
  });
});

describe('a button whose name only speaks of the one that is meant', () => {
  it.each([
    ...['Skip Test Connection', 'Cancel test connection', 'Abbrechen: Verbindung testen', '接続テストをスキップ'],
    ...['Invalidate credentials', 'Skip connection test', 'Cancel connection test', 'Stop connection test'],
    ...['Test database connection', 'Untested integration', 'Latest endpoint log', 'Connection test log'],
  ])('is not pressed to test the connection: "%s"', async (name) => {
    const form = `${BASE_URL}${TOKEN}${EMAIL}<button type="button" data-t="other">${name}</button>`;
    expect((await targetsOf(form, ['jumpcloud.test-connection'])).targets).toEqual({
      'jumpcloud.test-connection': 'none',
    });
  });
});

describe('an application whose name only speaks of Dialpad', () => {
  const OPEN: StepId = 'jumpcloud.open-application';
  const list = (name: string): string =>
    `<h1>SSO Applications</h1><h2>Configured Applications</h2><button>+ Add New Application</button>
    <table><tr><td><a href="#/1">Slack</a></td></tr><tr><td><a href="#/2" data-t="row">${name}</a></td></tr></table>`;

  it.each([
    ...['Dialpad Meetings', 'Salesforce Dialpad connector', 'RingCentral (replaces Dialpad)', 'Not Dialpad'],
    ...[
      'Old Dialpad – do not use',
      'Dialpad Sandbox',
      'Aircall (ex-Dialpad)',
      'Zendesk for Dialpad',
      'Dialpad (ancien)',
    ],
  ])('is not opened: "%s"', async (name) => {
    const { targets, observation } = await targetsOn(list(name), [OPEN]);
    expect(targets).toEqual({ [OPEN]: 'none' });
    expect(observation.problem).toBe('sso-app-missing');
  });

  it('is asked for where it is a sandbox beside another one', async () => {
    const both = 'Dialpad EU</a></td></tr><tr><td><a href="#/3">Dialpad EU Sandbox';
    const { observation } = await targetsOn(list(both), [OPEN]);
    expect(observation.readings[OPEN]).toMatchObject({ match: 'ambiguous', candidates: [{}, {}] });
  });

  it.each(['Dialpad', 'Dialpad SSO', 'Dialpad (Prod)', 'Dialpad - EU', 'Acme Dialpad', 'Voice (Dialpad)'])(
    'is not one that a company may have called so: "%s"',
    async (name) => expect((await targetsOn(list(name), [OPEN])).targets).toEqual({ [OPEN]: 'row' }),
  );

  it.each(['Dialpad Meetings', 'RingCentral (replaces Dialpad)'])('is given no key: "%s"', async (title) => {
    const { targets, observation } = await targetsOf(`${BASE_URL}${TOKEN}`, ['jumpcloud.token-key'], { title });
    expect(targets).toEqual({ 'jumpcloud.token-key': 'none' });
    expect(observation.place).toBe('another-application');
  });
});

describe('the form of what is imported', () => {
  const FORM = `${BASE_URL}${TOKEN}<button type="button">Test Connection</button>`;
  const steps: StepId[] = ['jumpcloud.base-url', 'jumpcloud.token-key', 'jumpcloud.test-connection'];
  const none = Object.fromEntries(steps.map((step) => [step, 'none']));

  it.each(['Import users from this app', 'Import Configuration'])(
    'is left alone in a section "%s"',
    async (section) => {
      expect((await targetsOf(FORM, steps, { section })).targets).toEqual(none);
    },
  );

  it('is left alone in a tab of its own, and the other tab is gone to', async () => {
    const tabs =
      '<button role="tab" aria-selected="false" data-t="tab">Provisioning</button><button role="tab" aria-selected="true">Import</button>';
    const { targets } = await targetsOf(FORM, [...steps, 'jumpcloud.identity-management'], { tabs });
    expect(targets).toEqual({ ...none, 'jumpcloud.identity-management': 'tab' });
  });

  it('is none beside that of the export', async () => {
    const other = `<label>Base URL<input></label><label>Token Key<input type="password"></label>`;
    const form = `${BASE_URL}${TOKEN}</form></section><section><h2>Import users from this app</h2><form>${other}`;
    const { targets } = await targetsOf(form, ['jumpcloud.token-key', 'jumpcloud.base-url']);
    expect(targets).toEqual({ 'jumpcloud.token-key': 'token', 'jumpcloud.base-url': 'url' });
  });
});

describe('a button whose name is not the usual one', () => {
  it('is named as the page names it', async () => {
    const form = `${BASE_URL}${TOKEN}${EMAIL}<button type="button" data-t="test">Run  Connection Test</button>`;
    const { observation } = await targetsOf(form, ['jumpcloud.test-connection']);
    expect(observation.readings['jumpcloud.test-connection']).toMatchObject({ button: 'Run Connection Test' });
  });
});
