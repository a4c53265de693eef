import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageResult } from '../../shared/setup/commands.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

let browser: Browser;
let probe: string;
beforeAll(async () => {
  [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
});
afterAll(() => browser.close());

function perform(page: Page, step: StepId): Promise<PageResult> {
  return page.evaluate(
    (asked) =>
      window.probe.executeCommand(window.probe.site, { do: 'perform', step: asked, value: null }, window.probe.context),
    step,
  );
}

function observed(page: Page) {
  return page.evaluate(async () => {
    const { place, problem, readings, verdicts } = await window.probe.observePage({
      baseUrl: '',
      keyFingerprint: null,
      testAddresses: [],
      replacing: false,
    });
    return { place, problem, verdicts, groups: readings['jumpcloud.user-groups'] };
  });
}

type Grid = { rows: 'kept' | 'drawn anew' | 'used again'; dress: 'plain' | 'striped' | 'with lines' };

/** Draws the rows in view of 200, none of which says that it is one; Dialpad is the 120th. */
function drawRows({ rows, dress }: Grid): void {
  const grid = document.querySelector<HTMLElement>('.grid');
  if (!grid) throw new Error('There is no grid.');
  let drawn = new Map<number, HTMLElement>();
  const make = (): HTMLElement => {
    const row = document.createElement('div');
    row.innerHTML = '<div></div><div>Active</div>';
    row.addEventListener('click', () => {
      document.body.dataset['opened'] = row.firstElementChild?.textContent ?? '';
    });
    grid.append(row);
    if (dress === 'with lines') grid.append(document.createElement('hr'));
    return row;
  };
  const put = (row: HTMLElement, at: number): void => {
    row.className = dress === 'striped' ? `gr gr-${at % 2}` : 'gr';
    row.style.cssText = `position:absolute;top:${at * 40}px;height:40px;left:0;right:0`;
    const name = at === 120 ? 'Dialpad' : `Application ${at}`;
    if (row.firstElementChild) row.firstElementChild.textContent = name;
  };
  const draw = (): void => {
    const from = Math.floor(grid.scrollTop / 40);
    const before = drawn;
    const free = [...before].filter(([at]) => rows !== 'kept' || at < from || at >= from + 10).map(([, row]) => row);
    if (rows !== 'used again') for (const row of free.splice(0)) row.remove();
    drawn = new Map();
    for (let at = from; at < from + 10; at++) {
      const kept = rows === 'kept' ? before.get(at) : undefined;
      const row = kept ?? free.shift() ?? make();
      if (!kept) put(row, at);
      drawn.set(at, row);
    }
  };
  grid.addEventListener('scroll', draw);
  draw();
}

describe('lists', () => {
  it.each<[string, Grid]>([
    ['nothing marks their rows as such', { rows: 'kept', dress: 'plain' }],
    ['every other row is dressed otherwise', { rows: 'kept', dress: 'striped' }],
    ['lines stand between their rows', { rows: 'kept', dress: 'with lines' }],
    ['scrolling draws every row anew', { rows: 'drawn anew', dress: 'plain' }],
    ['scrolling puts other names into their rows', { rows: 'used again', dress: 'plain' }],
  ])('are scrolled through though %s', async (_, grid) => {
    const page = await open(
      browser,
      'https://console.jumpcloud.com/#/applications',
      `<!doctype html><div id="application-view"><h1>SSO Applications</h1><button>+ Add New Application</button>
      <h2>Configured Applications</h2><input placeholder="Search">
      <div class="grid" style="height:300px;overflow:auto;position:relative"><div style="height:8000px"></div></div></div>`,
      probe,
    );
    await page.evaluate(drawRows, grid);
    expect(await observed(page)).toMatchObject({ place: 'applications', problem: null });
    expect(await perform(page, 'jumpcloud.open-application')).toMatchObject({ outcome: 'ok' });
    expect(await page.evaluate(() => document.body.dataset['opened'])).toBe('Dialpad');
    await page.close();
  });

  it('are not what a "Saved" elsewhere in the application speaks of', async () => {
    const page = await open(
      browser,
      'https://console.jumpcloud.com/applications/1',
      `<!doctype html><h1>Dialpad</h1><div role="status">Saved</div><div role="tablist"><button role="tab" aria-selected="true">
      General Info</button><button role="tab">SSO</button><button role="tab">Identity Management</button>
      <button role="tab">User Groups</button></div><label>Display Label<input></label>`,
      probe,
    );
    expect((await observed(page)).verdicts).toMatchObject([{ step: 'jumpcloud.save', says: 'succeeded' }]);
    await page.close();
  });

  it('beneath the panel of an application have boxes of their own, which bind no group', async () => {
    const page = await open(
      browser,
      'https://console.jumpcloud.com/#/applications/1',
      `<!doctype html><main><h1>SSO Applications</h1><table><tr><td><input type="checkbox" checked></td><td>Slack</td></tr>
      </table></main><aside style="position:fixed;right:0;top:0;bottom:0;width:60%;background:#fff"><h2>Dialpad</h2>
      <div role="tablist"><button role="tab">General Info</button><button role="tab">SSO</button><button role="tab">
      Identity Management</button><button role="tab" aria-selected="true">User Groups</button></div>
      <table><tr><td><input type="checkbox"></td><td>Sales</td></tr></table><footer><button>save</button></footer></aside>`,
      probe,
    );
    expect((await observed(page)).groups).toMatchObject({ state: 'open', stage: 'tick' });
    await page.locator('aside [type=checkbox]').check();
    expect((await observed(page)).groups).toMatchObject({ state: 'open', stage: 'save' });
    await page.close();
  });

  it.each([
    [
      'whose drawn box is a sign beside it',
      '<span><input type="checkbox"><i aria-hidden="true">☐</i></span><b>Sales</b>',
    ],
    ['that nothing names', '<span><input type="checkbox"></span>'],
    ['whose drawn box is all that stands beside it', '<span><input type="checkbox"><i>☐</i></span>'],
  ])('are not taken for saved when a box is ticked %s', async (_, box) => {
    const page = await open(
      browser,
      'https://console.jumpcloud.com/#/applications/1',
      `<!doctype html><h1>Dialpad</h1><div role="tablist"><button role="tab">General Info</button><button role="tab">SSO
      </button><button role="tab">Identity Management</button><button role="tab" aria-selected="true">User Groups</button>
      </div><section><div>${box}</div><div>${box}</div></section><button>Save</button>`,
      probe,
    );
    expect((await observed(page)).groups).toMatchObject({ state: 'open', stage: 'tick' });
    for (const ticked of [0, 1]) {
      await page.locator('[type=checkbox]').nth(ticked).check();
      expect((await observed(page)).groups).toMatchObject({ state: 'open', stage: 'save' });
    }
    await page.close();
  });
});
