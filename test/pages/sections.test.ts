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
  return `<!doctype html><main><h1>Dialpad</h1>${drawn.join('')}<footer><button>Save</button></footer></main>`;
}

type Kind = 'buttons' | 'details';

const FORM = `<label>Base URL<input></label><label>Token Key<input type="password"></label>
  <label><input type="checkbox"> Enable management of User Groups and Group Membership in this application</label>
  <p>Identity Management: Active</p>`;
const GROUPS = `<table><tr><td><input type="checkbox" aria-label="All Staff"></td><td>All Staff</td></tr>
  <tr><td><input type="checkbox" aria-label="Sales"></td><td>Sales</td></tr></table>`;

describe('an application of sections, several of which may be open', () => {
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

  function groups(page: Page) {
    return page.evaluate(async () => {
      const none = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
      const { readings } = await window.probe.observePage(none);
      return readings['jumpcloud.user-groups'];
    });
  }

  function perform(page: Page) {
    return page.evaluate(() => {
      const { probe: assistant } = window;
      const command = { do: 'perform', step: 'jumpcloud.user-groups', value: null } as const;
      return assistant.executeCommand(assistant.site, command, assistant.context);
    });
  }

  for (const kind of ['buttons', 'details'] as const) {
    it(`opens the groups beside a form that stays open, and then asks for ticks (${kind})`, async () => {
      const page = await show(kind, false);
      expect(await groups(page)).toMatchObject({ state: 'open', stage: 'open-tab', match: 'unique' });
      expect(await perform(page)).toMatchObject({ outcome: 'ok' });
      expect(await groups(page)).toMatchObject({ state: 'open', stage: 'tick', match: 'unique' });
      await page.getByRole('checkbox', { name: 'Sales' }).check();
      expect(await groups(page)).toMatchObject({ state: 'open', stage: 'save', match: 'unique' });
      await page.close();
    });

    it(`sees groups that are open already (${kind})`, async () => {
      const page = await show(kind, true);
      expect(await groups(page)).toMatchObject({ state: 'open', stage: 'tick', match: 'unique' });
      await page.close();
    });
  }
});
