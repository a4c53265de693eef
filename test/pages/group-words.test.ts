import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageResult } from '../../shared/setup/commands.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';

const STEP: StepId = 'jumpcloud.group-management';

let browser: Browser;
let probe: string;
beforeAll(async () => {
  [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
});
afterAll(() => browser.close());

/** A form whose connection test passed, so that the activation is offered. */
async function pageWith(question: string): Promise<Page> {
  return open(
    browser,
    'https://console.jumpcloud.com/#/applications/1',
    `<!doctype html><div id="app"><h1>Dialpad</h1><div role="tablist"><button role="tab">General Info</button>
    <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>
    <main><h2>Configuration Settings</h2><label>Base URL<input></label><label>Token Key<input type="password"></label>
    ${question}<button>Activate</button></main></div>`,
    probe,
  );
}

function readingOf(page: Page) {
  return page.evaluate(async (step) => {
    const none = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
    const reading = (await window.probe.observePage(none)).readings[step];
    return reading && `${reading.state} ${reading.match}`;
  }, STEP);
}

function perform(page: Page): Promise<PageResult> {
  return page.evaluate(
    (step) =>
      window.probe.executeCommand(window.probe.site, { do: 'perform', step, value: null }, window.probe.context),
    STEP,
  );
}

/** Says of itself what pressing it would do, as such buttons are. */
const BUTTON = (on: string, off: string): string =>
  `<section><h4>Groups</h4><button type="button" onclick="this.textContent=this.textContent==='${on}'?'${off}':'${on}'">${off}</button></section>`;

/** A drop-down of plain boxes, as older libraries draw them. */
const DROPDOWN = `<div class="field"><label>Group Management</label><div class="ui dropdown" tabindex="0" style="cursor:pointer" onclick="this.querySelector('.menu').style.display='block'">
  <div class="text">Enabled</div><div class="menu" style="display:none;background:#fff" onclick="event.stopPropagation();this.parentNode.querySelector('.text').textContent=event.target.textContent;this.style.display='none'"><div class="item">Enabled</div><div class="item">Disabled</div></div></div></div>`;

/** A drop-down that is searched by typing, as React's are: its field is drawn nowhere. */
const COMBOBOX = `<label for="g">Gestion des groupes</label><div onclick="this.nextElementSibling.hidden=false"><div id="chosen">Activée</div><input id="g" role="combobox" aria-expanded="false" style="opacity:0;width:2px"></div>
  <div role="listbox" hidden onclick="document.querySelector('#chosen').textContent=event.target.textContent;this.hidden=true"><div role="option">Activée</div><div role="option">Désactivée</div></div>`;

describe('group management without a switch', () => {
  it.each([
    ['a select', '<label>Group management <select><option>Enabled</option><option>Disabled</option></select></label>'],
    [
      'a select in another language',
      '<label for="g">Gestion des groupes</label><select id="g"><option>Activée</option><option>Désactivée</option></select>',
    ],
    [
      'two radios beside their caption',
      '<table><tr><td>Manage user groups:</td><td><input type="radio" name="g" id="on" checked><label for="on">On</label> <input type="radio" name="g" id="off"><label for="off">Off</label></td></tr></table>',
    ],
    [
      'two radios under a legend',
      '<fieldset><legend>Gruppenverwaltung</legend><label><input type="radio" name="g" checked>Ein</label><label><input type="radio" name="g">Aus</label></fieldset>',
    ],
    ['a drop-down that is drawn', DROPDOWN],
    ['a drop-down with a field of its own', COMBOBOX],
    ['a button', BUTTON('Enable group management', 'Disable group management')],
    ['a button in another language', BUTTON('Gruppenverwaltung aktivieren', 'Gruppenverwaltung deaktivieren')],
  ])('is read and turned off where it is %s', async (_, question) => {
    const page = await pageWith(question);
    expect(await readingOf(page)).toBe('open unique');
    expect(await perform(page)).toMatchObject({ outcome: 'ok' });
    expect(await readingOf(page)).toBe('done unique');
    await page.close();
  });

  it.each([
    [
      'both buttons stand there',
      '<section><button type="button">Enable group management</button><button type="button">Disable group management</button></section>',
    ],
    [
      'the button would do more',
      '<section><button type="button">Disable group management and delete all groups</button></section>',
    ],
    [
      'the words of the choice are not known',
      '<label>Group management <select><option>Full</option><option>Little</option></select></label>',
    ],
  ])('is never said to be off, or not to be there, where %s', async (_, question) => {
    const page = await pageWith(question);
    expect(await readingOf(page)).toBe('open missing');
    expect(await perform(page)).toMatchObject({ outcome: 'refused' });
    await page.close();
  });

  it('is not asked for where the page only speaks of other choices', async () => {
    const page = await pageWith(
      '<label>Notifications <select><option>Enabled</option><option>Disabled</option></select></label>',
    );
    expect(await readingOf(page)).toBe('absent missing');
    await page.close();
  });
});
