import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

/** An application whose parts are sections, each opened and closed by its heading; `open` ones begin open. */
function application(sections: readonly { heading: string; open: boolean; body: string }[], kind: Kind): string {
  const drawn = sections.map(({ heading, open: isOpen, body }) =>
    kind === 'details'
      ? `<details ${isOpen ? 'open' : ''}><summary>${heading}</summary>${body}</details>`
      : `<section><h2><button aria-expanded="${isOpen}" onclick="const shown = this.ariaExpanded !== 'true';
          this.ariaExpanded = shown; this.closest('section').lastElementChild.hidden = !shown">${heading}</button></h2>
          <div ${isOpen ? '' : 'hidden'}>${body}</div></section>`,
  );
  return `<!doctype html><main><h1>Dialpad</h1>${drawn.join('')}<footer>${SAVE('application')}</footer></main>`;
}

const SAVE = (what: string): string => `<button onclick="document.body.dataset.saved = '${what}'">Save</button>`;

type Kind = 'buttons' | 'details';

const FORM = `<label>Base URL<input></label><label>Token Key<input type="password"></label>
  <label><input type="checkbox"> Enable management of User Groups and Group Membership in this application</label>
  <p>Identity Management: Active</p>`;
const GROUPS = `<table><tr><td><input type="checkbox" aria-label="All Staff"></td><td>All Staff</td></tr>
  <tr><td><input type="checkbox" aria-label="Sales"></td><td>Sales</td></tr></table>`;

describe('an application whose parts no tabs part', () => {
  let browser: Browser;
  let probe: string;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  });
  afterAll(() => browser.close());

  function show(kind: Kind, groupsOpen: boolean): Promise<Page> {
    const sections = [
      { heading: 'General Info', open: false, body: '<label>Display Label<input value="Dialpad"></label>' },
      { heading: 'SSO', open: false, body: '<label>IdP Entity ID<input></label>' },
      { heading: 'Identity Management', open: true, body: FORM },
      { heading: 'User Groups', open: groupsOpen, body: GROUPS },
    ];
    return open(browser, 'https://console.jumpcloud.com/#/applications/1', application(sections, kind), probe);
  }

  function looksAt(page: Page) {
    return page.evaluate(() =>
      window.probe.observePage({ baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false }),
    );
  }

  async function groups(page: Page) {
    return (await looksAt(page)).readings['jumpcloud.user-groups'];
  }

  function does(page: Page, what: 'lead' | 'perform') {
    return page.evaluate((what) => {
      const { probe: assistant } = window;
      const command = { do: what, step: 'jumpcloud.user-groups', value: null } as const;
      return assistant.executeCommand(assistant.site, command, assistant.context);
    }, what);
  }

  async function expectTicking(page: Page, saveIs: string): Promise<void> {
    expect(await groups(page)).toMatchObject({ state: 'open', stage: 'tick', match: 'unique' });
    await page.getByRole('checkbox', { name: 'Sales' }).check();
    expect(await groups(page)).toMatchObject({ state: 'open', stage: 'save', match: 'unique' });
    expect(await does(page, 'lead')).toMatchObject({ outcome: 'refused' });
    expect(await does(page, 'perform')).toMatchObject({ outcome: 'ok' });
    expect(await page.evaluate(() => document.body.dataset['saved'])).toBe(saveIs);
  }

  for (const kind of ['buttons', 'details'] as const) {
    it(`opens the groups beside a form that stays open, and then asks for ticks (${kind})`, async () => {
      const page = await show(kind, false);
      expect(await groups(page)).toMatchObject({ state: 'open', stage: 'open-tab', match: 'unique' });
      expect(await does(page, 'perform')).toMatchObject({ outcome: 'refused' });
      expect(await does(page, 'lead')).toMatchObject({ outcome: 'ok' });
      await expectTicking(page, 'application');
      await page.close();
    });

    it(`sees groups that are open already (${kind})`, async () => {
      const page = await show(kind, true);
      expect(await groups(page)).toMatchObject({ state: 'open', stage: 'tick', match: 'unique' });
      await page.close();
    });
  }

  /** All on one page, one part under the other. */
  const LONG: Record<string, string> = {
    'in parts of their own': `<section><h2>Identity Management</h2>${FORM}</section>
      <section><h2>User Groups</h2>${GROUPS}${SAVE('groups')}</section><footer>${SAVE('application')}</footer>`,
    'one after the other, with links to them': `<nav><a href="#i">Identity Management</a><a href="#g">User Groups</a></nav>
      <h2 id="i">Identity Management</h2>${FORM}${SAVE('application')}
      <h2 id="g">User Groups</h2>${GROUPS}<input type="button" value="Save" onclick="document.body.dataset.saved = 'groups'"><h2>Notes</h2><p>None.</p>`,
  };

  it('takes the Save of the groups’ own tab before that of the application', async () => {
    const tabs = ['Identity Management', 'User Groups'].map(
      (name) => `<button role="tab" aria-selected="${name === 'User Groups'}">${name}</button>`,
    );
    const html = `<!doctype html><main><h1>Dialpad</h1>${SAVE('application')}<div role="tablist">${tabs.join('')}</div>
      <div role="tabpanel">${GROUPS}${SAVE('groups')}</div></main>`;
    const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
    await expectTicking(page, 'groups');
    await page.close();
  });

  it.each(Object.entries(LONG))('asks for ticks where all is on one long page, %s', async (_, parts) => {
    const html = `<!doctype html><main><h1>Dialpad</h1>${parts}</main>`;
    const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
    await expectTicking(page, 'groups');
    await page.close();
  });

  it.each([
    ['is not needed where Activate is there and it is not', '<button>Activate</button>', 'absent'],
    [
      'is not said to be missing where a switch of another name speaks of groups',
      '<label><input type="checkbox" checked> Let teams and groups follow</label><button>Activate</button>',
      'open',
    ],
    ['may come on a later page where Activate is not there either', '<button>Next</button>', undefined],
  ])('group management %s', async (_, next, expected) => {
    const form = '<label>Base URL<input></label><label>Token Key<input></label><button>Test Connection</button>';
    const html = `<!doctype html><main><h1>Dialpad</h1><h2>Identity Management</h2>${form}
      <p role="status">The connection test succeeded.</p>${next}</main>`;
    const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
    const { readings } = await looksAt(page);
    expect(readings['jumpcloud.group-management']?.state).toBe(expected);
    await page.close();
  });

  it('takes no box of the form for a group, whatever heading it stands under', async () => {
    const form = FORM.replace('<label><input type="checkbox">', '<h2>User Groups</h2><label><input type="checkbox">');
    const html = `<!doctype html><main><h1>Dialpad</h1><h2>Identity Management</h2>${form}</main>`;
    const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
    expect(await groups(page)).toMatchObject({ state: 'open', stage: 'open-tab' });
    await page.close();
  });
});
