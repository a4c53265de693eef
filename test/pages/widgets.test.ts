import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageResult } from '../../shared/setup/commands.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

const CONSOLE = 'https://console.jumpcloud.com/#/applications/1';
const FORM = `<label>Base URL<input></label><label>Token Key<input type="password"></label><button>Test Connection</button>`;

let browser: Browser;
let probe: string;
beforeAll(async () => {
  [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
});
afterAll(() => browser.close());

async function pageWith(widget: string, behaviour: () => void): Promise<Page> {
  const page = await open(
    browser,
    CONSOLE,
    `<!doctype html><div id="app"><h1>Dialpad</h1><div role="tablist"><button role="tab">General Info</button><button role="tab">SSO</button>
    <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>
    <main><h2>Configuration Settings</h2>${widget}${FORM}</main></div>`,
    probe,
  );
  await page.evaluate(behaviour);
  return page;
}

function perform(page: Page, step: StepId): Promise<PageResult> {
  return page.evaluate(
    (asked) =>
      window.probe.executeCommand(window.probe.site, { do: 'perform', step: asked, value: null }, window.probe.context),
    step,
  );
}

function stateOf(page: Page, step: StepId): Promise<string | undefined> {
  return page.evaluate(async (asked) => {
    const none = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
    return (await window.probe.observePage(none)).readings[asked]?.state;
  }, step);
}

const drawn: [string, string, () => void][] = [
  [
    'Radix (opens at pointerdown, options in a portal, the rest hidden meanwhile)',
    '<label for="v">SCIM version</label><button id="v" type="button" role="combobox" aria-expanded="false" data-state="closed"><span id="chosen" style="pointer-events:none">SCIM 1.1</span></button>',
    () => {
      const box = document.querySelector('#v');
      box?.addEventListener('pointerdown', () => {
        document.querySelector('#app')?.setAttribute('aria-hidden', 'true');
        const list = document.createElement('div');
        list.setAttribute('role', 'listbox');
        list.style.cssText = 'position:fixed;left:200px;top:200px;background:#fff';
        for (const name of ['SCIM 1.1', 'SCIM 2.0']) {
          const option = document.createElement('div');
          option.setAttribute('role', 'option');
          option.textContent = name;
          option.addEventListener('pointerup', () => {
            const chosen = document.querySelector('#chosen');
            if (chosen) chosen.textContent = name;
            document.querySelector('#app')?.removeAttribute('aria-hidden');
            list.remove();
          });
          list.append(option);
        }
        document.body.append(list);
      });
    },
  ],
  [
    'Material (opens at mousedown, options in a layer over the whole window)',
    '<label id="l">SCIM version</label><div id="v" tabindex="0" role="combobox" aria-haspopup="listbox" aria-labelledby="l v" style="cursor:pointer">SCIM 1.1</div><input aria-hidden="true" tabindex="-1" value="1.1" style="opacity:0;position:absolute">',
    () => {
      const box = document.querySelector('#v');
      box?.addEventListener('mousedown', () => {
        const layer = document.createElement('div');
        layer.setAttribute('role', 'presentation');
        layer.style.cssText = 'position:fixed;inset:0;z-index:1300';
        layer.innerHTML =
          '<ul role="listbox" style="position:absolute;left:200px;top:200px;background:#fff"><li role="option" tabindex="0" aria-selected="true">SCIM 1.1</li><li role="option" tabindex="-1" aria-selected="false">SCIM 2.0</li></ul>';
        layer.querySelectorAll('li').forEach((option) =>
          option.addEventListener('click', () => {
            box.textContent = option.textContent;
            layer.remove();
          }),
        );
        document.body.append(layer);
      });
    },
  ],
  [
    'Ant Design (a bare input in a drawn box, options without a role)',
    '<div class="ant-select" style="position:relative"><div class="ant-select-selector" id="v" style="cursor:pointer;position:relative;width:200px;height:32px"><span style="position:absolute;inset:0"><input type="search" role="combobox" aria-haspopup="listbox" aria-expanded="false" readonly style="opacity:0;width:100%"></span><span id="chosen" class="ant-select-selection-item" title="SCIM 1.1" style="position:absolute">SCIM 1.1</span></div></div>',
    () => {
      document.querySelector('#v')?.addEventListener('mousedown', () => {
        const list = document.createElement('div');
        list.className = 'ant-select-dropdown';
        list.style.cssText = 'position:absolute;left:300px;top:300px;background:#fff';
        list.innerHTML =
          '<div role="listbox" style="height:0;width:0;overflow:hidden"><div role="option" aria-label="SCIM 2.0">2.0</div></div>';
        for (const name of ['SCIM 1.1', 'SCIM 2.0']) {
          const option = document.createElement('div');
          option.className = 'ant-select-item-option';
          option.style.cursor = 'pointer';
          option.innerHTML = `<div class="ant-select-item-option-content">${name}</div>`;
          option.addEventListener('click', () => {
            const chosen = document.querySelector('#chosen');
            if (chosen) chosen.textContent = name;
            list.remove();
          });
          list.append(option);
        }
        document.body.append(list);
      });
    },
  ],
  [
    'Semantic UI (plain boxes without a role, the list within the box)',
    '<label>SCIM version</label><div id="v" class="ui selection dropdown" tabindex="0" style="cursor:pointer"><div class="text">SCIM 1.1</div><div class="menu" style="display:none;background:#fff"><div class="active selected item">SCIM 1.1</div><div class="item">SCIM 2.0</div></div></div>',
    () => {
      const menu = document.querySelector<HTMLElement>('#v .menu');
      document.querySelector('#v')?.addEventListener('click', () => {
        if (menu) menu.style.display = 'block';
      });
      menu?.querySelectorAll('.item').forEach((item) =>
        item.addEventListener('click', (event) => {
          event.stopPropagation();
          const chosen = document.querySelector('#v .text');
          if (chosen) chosen.textContent = item.textContent;
          menu.style.display = 'none';
        }),
      );
    },
  ],
  [
    'radio cards',
    '<div role="radiogroup" aria-label="SCIM version"><div role="radio" tabindex="0" aria-checked="true" class="card">SCIM 1.1<p>For old applications.</p></div><div role="radio" tabindex="-1" aria-checked="false" class="card">SCIM 2.0<p>What most use.</p></div></div>',
    () => {
      const cards = document.querySelectorAll('[role=radio]');
      cards.forEach((card) =>
        card.addEventListener('click', () =>
          cards.forEach((other) => other.setAttribute('aria-checked', String(other === card))),
        ),
      );
    },
  ],
];

describe('a choice that a design system draws', () => {
  it.each(drawn)('is made with %s', async (_, widget, behaviour) => {
    const page = await pageWith(widget, behaviour);
    expect(await stateOf(page, 'jumpcloud.scim-version')).toBe('open');
    expect(await perform(page, 'jumpcloud.scim-version')).toMatchObject({ outcome: 'ok' });
    expect(await stateOf(page, 'jumpcloud.scim-version')).toBe('done');
    await page.close();
  });
});

describe('a switch that a design system draws', () => {
  it.each([
    [
      'a div',
      '<div id="s" role="switch" tabindex="0" aria-checked="true" aria-label="Enable management of User Groups" style="width:40px;height:20px"></div>',
    ],
    [
      'a button of one pixel beside its picture (Carbon)',
      '<div style="position:relative"><button id="s" role="switch" type="button" aria-checked="true" aria-labelledby="sl" style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)"></button><label id="sl" for="s">Group management<span style="display:block;width:40px;height:20px"></span></label></div>',
    ],
    [
      'a button with the mirror of a form beside it (Radix)',
      '<label for="s">Group management</label><button id="s" role="switch" type="button" aria-checked="true" style="width:40px;height:20px"></button><input type="checkbox" aria-hidden="true" tabindex="-1" checked style="opacity:0;position:absolute">',
    ],
  ])('is put off when it is %s, and back by undo', async (_, widget) => {
    const page = await pageWith(widget, () => {
      const drawnSwitch = document.querySelector('#s');
      drawnSwitch?.addEventListener('click', () =>
        drawnSwitch.setAttribute('aria-checked', String(drawnSwitch.getAttribute('aria-checked') !== 'true')),
      );
    });
    expect(await perform(page, 'jumpcloud.group-management')).toMatchObject({ outcome: 'ok' });
    expect(await page.locator('#s').getAttribute('aria-checked')).toBe('false');
    const undo = await page.evaluate(() =>
      window.probe.executeCommand(
        window.probe.site,
        { do: 'undo', step: 'jumpcloud.group-management' },
        window.probe.context,
      ),
    );
    expect(undo).toMatchObject({ outcome: 'ok' });
    expect(await page.locator('#s').getAttribute('aria-checked')).toBe('true');
    await page.close();
  });
});
