import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Observation } from '../../shared/setup/observation.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

/** The pages of the form, one shown at a time; what is typed is kept or forgotten when a page is left. */
function wizard(pages: readonly string[], forgets = false): string {
  const shown = pages.map((page, at) => `<section class="page" ${at === 0 ? '' : 'hidden'}>${page}</section>`);
  return `<!doctype html><div role="tablist"><button role="tab">General Info</button>
    <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>
    <main>${shown.join('')}<section hidden><label><input type="checkbox">show bound User Groups (0)</label></section></main>
    <script>
    let at = 0;
    const pages = [...document.querySelectorAll('.page')];
    addEventListener('click', ({ target }) => {
      const by = { Next: 1, Back: -1 }[target.textContent];
      if (!by) return;
      at += by;
      pages.forEach((page, index) => (page.hidden = index !== at));
      if (${String(forgets)}) document.querySelectorAll('input').forEach((field) => (field.value = ''));
    });
    </script>`;
}

const FIELDS = `<label>Base URL<input></label><label>Token Key<input type="password"></label>`;
const ADDRESS = '<label>Test User Email<input></label>';
const TEST = '<button type="button">Test Connection</button>';
const GROUPS = '<label><input type="checkbox" checked>Enable Group Management</label>';
const ACTIVATE = '<button type="button">Activate</button>';
const NEXT = '<button type="button">Next</button>';
const BACK = '<button type="button">Back</button>';

const EXPECTED = {
  baseUrl: 'https://scim.example.com/scim/v2',
  keyFingerprint: null as string | null,
  testAddresses: ['jumpcloud-test-1@acme.example'],
  replacing: false,
};
const KEY = 'dpk_0123456789012345678901234567890123456789';

describe('a form of several pages', () => {
  let browser: Browser;
  let probe: string;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  });
  afterAll(() => browser.close());

  const show = (html: string): Promise<Page> =>
    open(browser, 'https://console.jumpcloud.com/#/applications/1/details', html, probe);

  async function readings(page: Page): Promise<Observation['readings']> {
    const observation = await page.evaluate(
      async ({ expected, key }) => {
        const { probe: assistant } = window;
        return assistant.observePage({ ...expected, keyFingerprint: await assistant.fingerprint(key) });
      },
      { expected: EXPECTED, key: KEY },
    );
    return observation.readings;
  }

  function does(page: Page, what: 'lead' | 'perform', step: string, value: string | null = null) {
    return page.evaluate(
      (command) => {
        const { probe: assistant } = window;
        return assistant.executeCommand(assistant.site, command as never, assistant.context);
      },
      { do: what, step, value },
    );
  }

  /** Fills the first page, and looks at it. */
  async function fill(page: Page, ...values: string[]): Promise<Observation['readings']> {
    const fields = page.locator('input:not([type=checkbox])');
    for (const [at, value] of values.entries()) await fields.nth(at).fill(value);
    return readings(page);
  }

  const turned = (by: string) => ({ state: 'open', match: 'unique', stage: 'turn-page', note: by });

  it('is led on in only once its page is filled, and back to what is to be corrected', async () => {
    const page = await show(wizard([FIELDS + ADDRESS + NEXT, TEST + BACK + NEXT, GROUPS + ACTIVATE + BACK]));
    expect((await readings(page))['jumpcloud.test-connection']).toMatchObject({ match: 'missing', stage: null });
    expect(await does(page, 'lead', 'jumpcloud.test-connection')).toMatchObject({ problem: 'target-missing' });
    const filled = await fill(page, EXPECTED.baseUrl, KEY, 'jumpcloud-test-1@acme.example');
    expect(filled['jumpcloud.test-connection']).toMatchObject(turned('next-page'));
    // What agreed to the step itself does not turn the page, nor the other way round.
    expect(await does(page, 'perform', 'jumpcloud.test-connection')).toMatchObject({ problem: 'target-missing' });
    expect(await does(page, 'lead', 'jumpcloud.test-connection')).toMatchObject({ outcome: 'ok' });
    const second = await readings(page);
    // What is tested is the key that was left on the page before.
    const key = await page.evaluate((text) => window.probe.fingerprint(text), KEY);
    const told = await page.evaluate(() =>
      window.probe.executeCommand(window.probe.site, { do: 'fingerprint' }, window.probe.context),
    );
    expect(told).toMatchObject({ outcome: 'ok', fingerprint: key });
    expect(second['jumpcloud.configuration-settings']?.state).toBe('done');
    expect(second['jumpcloud.test-connection']).toMatchObject({ state: 'open', match: 'unique', stage: null });
    expect(second['jumpcloud.group-management']).toMatchObject(turned('next-page'));
    for (const step of ['base-url', 'token-key', 'test-user-email'] as const)
      expect(second[`jumpcloud.${step}`]).toMatchObject(turned('previous-page'));
    expect(await does(page, 'lead', 'jumpcloud.test-connection')).toMatchObject({ outcome: 'refused' });
    expect(await does(page, 'lead', 'jumpcloud.token-key')).toMatchObject({ outcome: 'ok' });
    expect((await readings(page))['jumpcloud.token-key']).toMatchObject({ state: 'done', match: 'unique' });
    await page.close();
  });

  it('tells of no test and no activation because a page of it was turned', async () => {
    const page = await show(wizard([FIELDS + NEXT, TEST + BACK + NEXT, GROUPS + ACTIVATE + BACK]));
    await fill(page, EXPECTED.baseUrl, KEY);
    for (const step of ['jumpcloud.test-connection', 'jumpcloud.activate'] as const) {
      expect(await does(page, 'lead', step)).toMatchObject({ outcome: 'ok' });
      await readings(page);
    }
    const verdicts = async () =>
      page.evaluate(async (expected) => (await window.probe.observePage(expected)).verdicts, EXPECTED);
    expect(await verdicts()).toEqual([]);
    const last = await readings(page);
    expect(last['jumpcloud.test-connection']).toMatchObject(turned('previous-page'));
    expect(last['jumpcloud.activate']).toMatchObject({ state: 'open', match: 'unique', stage: null });
    expect(last['jumpcloud.group-management']).toMatchObject({ state: 'open', match: 'unique' });
    await page.getByText('Back').last().click();
    expect(await verdicts()).toEqual([]);
    expect((await readings(page))['jumpcloud.activate']).toMatchObject(turned('next-page'));
    await page.close();
  });

  it('takes groups that are switched off on one page for no trouble on the next', async () => {
    const page = await show(wizard([FIELDS + NEXT, TEST + GROUPS + BACK + NEXT, ACTIVATE + BACK]));
    await fill(page, EXPECTED.baseUrl, KEY);
    await does(page, 'lead', 'jumpcloud.test-connection');
    await readings(page);
    await page.evaluate(() => window.probe.context.memory.succeeded.add('jumpcloud.test-connection'));
    expect(await does(page, 'perform', 'jumpcloud.group-management')).toMatchObject({ outcome: 'ok' });
    expect((await readings(page))['jumpcloud.group-management']).toMatchObject({ state: 'done' });
    await does(page, 'lead', 'jumpcloud.activate');
    expect((await readings(page))['jumpcloud.group-management']).toMatchObject(turned('previous-page'));
    await page.close();
  });

  it('that forgets what was typed shows its fields empty again', async () => {
    const page = await show(wizard([FIELDS + NEXT, TEST + BACK], true));
    await fill(page, EXPECTED.baseUrl, KEY);
    await does(page, 'lead', 'jumpcloud.test-connection');
    await readings(page);
    await does(page, 'lead', 'jumpcloud.base-url');
    const again = await readings(page);
    expect(again['jumpcloud.base-url']).toMatchObject({
      state: 'open',
      match: 'unique',
      occupiedBy: null,
      stage: null,
    });
    expect(again['jumpcloud.test-connection']).toMatchObject({ match: 'missing', stage: null });
    await page.close();
  });

  it('asks for the test user’s address on the page of the test, or on none', async () => {
    for (const [asked, state] of [
      [ADDRESS, { state: 'open', match: 'unique', stage: null }],
      ['', { state: 'absent' }],
    ] as const) {
      const page = await show(wizard([FIELDS + NEXT, asked + TEST + BACK]));
      const first = await fill(page, EXPECTED.baseUrl, KEY);
      expect(first['jumpcloud.test-user-email']).toMatchObject(turned('next-page'));
      await does(page, 'lead', 'jumpcloud.test-user-email');
      expect((await readings(page))['jumpcloud.test-user-email']).toMatchObject(state);
      await page.close();
    }
  });

  it('has one field a page', async () => {
    const [base = '', token = ''] = FIELDS.split('</label>').map((field) => `${field}</label>`);
    const page = await show(wizard([base + NEXT, token + BACK + NEXT, TEST + BACK]));
    expect((await readings(page))['jumpcloud.base-url']).toMatchObject({ match: 'unique', stage: null });
    await page.locator('input').first().fill(EXPECTED.baseUrl);
    expect((await readings(page))['jumpcloud.token-key']).toMatchObject(turned('next-page'));
    await does(page, 'lead', 'jumpcloud.token-key');
    expect((await readings(page))['jumpcloud.token-key']).toMatchObject({ match: 'unique', stage: null });
    expect((await readings(page))['jumpcloud.base-url']).toMatchObject(turned('previous-page'));
    await page.close();
  });
});
