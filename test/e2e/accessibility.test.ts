import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { walkOn } from './kit/admin.ts';
import { accessibilityFindings, type Scope } from './kit/axe.ts';
import { connect } from './kit/browser.ts';
import { click, waitForPanel } from './kit/panel.ts';
import { COMPANY_DOMAIN, startWorld, type World } from './kit/world.ts';

const OVERLAY: Scope = ['setup-assistant', '[role="region"]'];
const MOST_TABS = 60;

describe('everybody can use the assistant', () => {
  let world: World;
  let page: Page;
  beforeAll(async () => {
    world = await startWorld({ domainAllowed: false });
  });
  afterAll(() => world.close());

  it('before connecting, in the side panel', async () => {
    expect(await accessibilityFindings(world.browser.sidePanel(), 'page')).toEqual([]);
  });

  it('on the page behind the setup link', async () => {
    const setupPage = await world.browser.newPage();
    await setupPage.goto(world.link);
    await setupPage.getByRole('heading', { level: 1 }).waitFor();
    expect(await accessibilityFindings(setupPage, 'page')).toEqual([]);
    await setupPage.close();
  });

  it('with a problem on the card', async () => {
    await connect(world.browser, world.link);
    page = await world.browser.newPage();
    await page.goto('https://dialpad.com/');
    await waitForPanel(page, 'the problem', ({ problem }) => problem === 'secondary-domain-missing');
    expect(await accessibilityFindings(page, OVERLAY)).toEqual([]);
  });

  it('with a step on the card, and in the side panel beside it', async () => {
    await world.server.must('domain', 'allow', COMPANY_DOMAIN, 'jumpcloud.com');
    await waitForPanel(page, 'a step', ({ status }) => status === 'ready');
    expect(await accessibilityFindings(page, OVERLAY)).toEqual([]);
    expect(await accessibilityFindings(world.browser.sidePanel(), 'page')).toEqual([]);
  });

  it('by keyboard alone: Tab comes to the advised button, and Enter does the step', async () => {
    const { step } = await waitForPanel(page, 'a step', ({ status }) => status === 'ready');
    await page.bringToFront();
    await tabToPrimary(page);
    await page.keyboard.press('Enter');
    await waitForPanel(page, 'the next step', (state) => state.step !== step);
  });

  it('with a question on the card', async () => {
    ({ page } = await walkOn(page, world, (state) => (state.primary === 'confirm' ? 'stop' : 'advised')));
    expect(await accessibilityFindings(page, OVERLAY)).toEqual([]);
    await click(page, 'cancel');
  });

  it('with the card put away by Escape, and back by its pill', async () => {
    await waitForPanel(page, 'the step again', ({ primary }) => primary === 'perform-all');
    await tabToPrimary(page);
    await page.keyboard.press('Escape');
    const pill = page.locator('setup-assistant [role="region"][data-collapsed]');
    await pill.waitFor();
    expect(await accessibilityFindings(page, OVERLAY)).toEqual([]);
    await click(page, 'collapse');
    await pill.waitFor({ state: 'detached' });
  });
});

/** Presses Tab until the focus is on the button that the assistant advises. */
async function tabToPrimary(page: Page): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    const isThere = await page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return inner?.hasAttribute('data-primary') === true;
    });
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(MOST_TABS)} presses of Tab did not come to the advised button.`);
}
