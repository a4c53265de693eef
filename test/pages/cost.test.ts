import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

/** What a browser is asked for while a page is looked at once. */
type Asked = { layout: number; labels: number; all: number };

/** One entry of a long list on a page of JumpCloud's. */
const ENTRIES: Record<string, (at: number) => string> = {
  'of cells': () => '<tr><td><span>Engineering</span></td><td><i>x</i></td></tr>',
  'of boxes to tick': (at) => `<tr><td><input type="checkbox" id="g${at}"></td><td>Group ${at}</td></tr>`,
  'of fields': (at) => `<tr><td><label>Setting ${at}<input></label></td></tr>`,
  'of applications called Dialpad': (at) => `<tr class="row"><td><a href="#${at}">Dialpad ${at}</a></td></tr>`,
  'of buttons called Activate': () => '<tr><td><button>Activate</button></td></tr>',
  'of sections called User Groups': () =>
    '<div><h4><button aria-expanded="false">User Groups</button></h4><p hidden>x</p></div>',
  'of badges that say Active': (at) => `<tr><td>Person ${at}</td><td><span class="badge">Active</span></td></tr>`,
};

describe('a look at a page with a long list', () => {
  let browser: Browser;
  let probe: string;
  beforeAll(async () => {
    [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  });
  afterAll(() => browser.close());

  async function look(entry: (at: number) => string, entries: number): Promise<Asked> {
    const list = Array.from({ length: entries }, (_, at) => entry(at)).join('');
    const html = `<!doctype html><div role="tablist"><button role="tab" aria-selected="true">Identity Management</button>
      <button role="tab">User Groups</button></div><main><h2>Configuration Settings</h2><label>Base URL<input></label>
      <label>Token Key<input></label><button>Test Connection</button>${list.startsWith('<tr') ? `<table>${list}</table>` : list}</main>`;
    const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', html, probe);
    const asked = await page.evaluate(async () => {
      const counts = { layout: 0, labels: 0, all: 0 };
      const heed = (owner: object, name: string, tell: () => void): void => {
        const own = (Object.getOwnPropertyDescriptor(owner, name) ?? {}) as { get?: unknown; value?: unknown };
        const told = <T>(ask: T): T =>
          typeof ask !== 'function'
            ? ask
            : (function (this: unknown, ...given: unknown[]): unknown {
                tell();
                counts.all += 1;
                return Reflect.apply(ask, this, given);
              } as T);
        const heeded = 'get' in own ? { ...own, get: told(own.get) } : { ...own, value: told(own.value) };
        Object.defineProperty(owner, name, heeded as PropertyDescriptor);
      };
      heed(Element.prototype, 'getBoundingClientRect', () => (counts.layout += 1));
      for (const { prototype } of [HTMLInputElement, HTMLButtonElement])
        heed(prototype, 'labels', () => (counts.labels += 1));
      for (const name of ['matches', 'children', 'getAttribute', 'closest', 'tagName'])
        heed(Element.prototype, name, () => undefined);
      heed(Node.prototype, 'parentNode', () => undefined);
      await window.probe.observePage({ baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false });
      return counts;
    });
    await page.close();
    return asked;
  }

  it('asks for the layout of what may be a control, not of every element', async () => {
    expect((await look(ENTRIES['of cells'] ?? String, 1650)).layout).toBeLessThan(300);
  });

  it.each(['of boxes to tick', 'of fields'])('lets the browser look for the labels of few, in one %s', async (kind) => {
    expect((await look(ENTRIES[kind] ?? String, 300)).labels).toBeLessThan(20);
  });

  it.each(Object.entries(ENTRIES))(
    'costs twice as much for a list twice as long, not four times: %s',
    async (_, entry) => {
      const [short, long] = [await look(entry, 150), await look(entry, 300)];
      expect(long.all / short.all).toBeLessThan(2.5);
    },
  );
});
