import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { problemText } from '../../shared/texts/wording.ts';
import { en } from '../../shared/texts/en.ts';
import { connect } from './kit/browser.ts';
import { click, panel, readPanel, waitForPanel } from './kit/panel.ts';
import { startWorld, type World } from './kit/world.ts';

type Rect = { left: number; top: number; right: number; bottom: number };

/** Where things stand in the window: the panel, the ring, and the page's menu that a test opened. */
type Scene = { card: Rect; ring: Rect | null; menu: Rect | null; corner: string; isPill: boolean };

/** Ways in which a page opens a menu in the card's corner. They run in the page. */
const MENUS: [string, () => void][] = [
  [
    'which its opener tells of',
    () => {
      const opener = document.body.appendChild(document.createElement('button'));
      opener.id = 'opener';
      opener.setAttribute('aria-haspopup', 'listbox');
      opener.setAttribute('aria-expanded', 'true');
      const menu = document.body.appendChild(document.createElement('div'));
      menu.id = 'menu';
      menu.setAttribute('role', 'listbox');
      menu.style.cssText = 'position: fixed; right: 40px; bottom: 40px; width: 240px; height: 220px; background: #eee';
      menu.innerHTML = '<div role="option">First</div><div role="option">Second</div>';
    },
  ],
  [
    'in a shadow root',
    () => {
      const menu = document.body.appendChild(document.createElement('x-menu'));
      menu.id = 'menu';
      menu.style.cssText = 'position: fixed; right: 40px; bottom: 40px; width: 240px; height: 220px; background: #eee';
      menu.attachShadow({ mode: 'open' }).innerHTML =
        '<button aria-haspopup="menu" aria-expanded="true">More</button><div role="menu" style="height: 180px">First</div>';
    },
  ],
  [
    'as a popover that nothing else tells of',
    () => {
      const menu = document.body.appendChild(document.createElement('div'));
      menu.id = 'menu';
      menu.popover = 'auto';
      menu.style.cssText = 'position: fixed; inset: auto 40px 40px auto; margin: 0; width: 240px; height: 220px';
      menu.textContent = 'First';
      menu.showPopover();
    },
  ],
];

describe('the card at its edges', { timeout: 120_000 }, () => {
  let world: World;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    world.browser.context().setDefaultTimeout(15_000);
    await connect(world.browser, world.link);
    page = await world.browser.newPage();
    await page.goto('https://dialpad.com/');
    await waitForPanel(page, 'a step with a target', ({ status }) => status === 'ready');
    await page.bringToFront();
  });
  afterAll(() => world.close());
  beforeEach(() => page.setViewportSize({ width: 1280, height: 800 }));

  /** Looks until the scene is as it should be. Placing follows the page by frames. */
  async function sceneBecomes(what: string, holds: (scene: Scene) => boolean): Promise<Scene> {
    let scene: Scene | null = null;
    await expect
      .poll(
        async () => {
          scene = await page.evaluate(readScene);
          return scene !== null && holds(scene);
        },
        { message: what, interval: 100 },
      )
      .toBe(true);
    return scene as unknown as Scene;
  }

  it('stays in view at 200 % zoom, scrolls inside itself, and leaves its target free', async () => {
    const isWithin = ({ card, ring }: Scene): boolean =>
      card.left >= 0 && card.top >= 0 && card.right <= 640 && card.bottom <= 400 && ring !== null && !meet(card, ring);
    await page.setViewportSize({ width: 640, height: 400 });
    await sceneBecomes('a card within 640 × 400 beside its target', (scene) => !scene.isPill && isWithin(scene));
    await panel(page).getByText(en.panel.checklist, { exact: true }).click();
    const body = panel(page).locator('.sa-body');
    await expect.poll(() => body.evaluate((one) => one.scrollHeight > one.clientHeight)).toBe(true);
    await sceneBecomes('the long card within 640 × 400 too', isWithin);
    await panel(page).locator('[data-primary]').click({ trial: true });
    await panel(page).getByText(en.panel.checklist, { exact: true }).click();
  });

  it('asks where no room is left beside the target, as at 200 % zoom, and is answered by keyboard', async () => {
    await click(page, 'perform-all');
    await waitForPanel(page, 'the question', ({ primary }) => primary === 'confirm');
    await page.setViewportSize({ width: 640, height: 400 });
    const question = panel(page).locator('.sa-preview');
    await expect.poll(() => question.evaluate((one) => one.getBoundingClientRect().height)).toBeGreaterThan(60);
    await panel(page).locator('[data-action=cancel]').focus();
    await page.keyboard.press('Enter');
    await waitForPanel(page, 'the pill', ({ primary }) => primary === 'collapse');
    // What was answered by keyboard leaves it on the card.
    await expect.poll(() => focusedIn(page)).toBe('collapse');
    await page.keyboard.press('Enter');
    await waitForPanel(page, 'the card over its target', ({ primary }) => primary === 'perform-all');
    await page.goto('https://dialpad.com/');
    await waitForPanel(page, 'a step', ({ status }) => status === 'ready');
  });

  it('stands at the other side of a page that is written from right to left, and reads from left to right itself', async () => {
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    const scene = await sceneBecomes('the card at the left', ({ card, isPill }) => !isPill && card.right < 640);
    expect(scene.ring && !meet(scene.card, scene.ring)).toBe(true);
    expect(await panel(page).evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    await page.evaluate(() => document.documentElement.removeAttribute('dir'));
    await sceneBecomes('the card back at the right', ({ card }) => card.left > 640);
  });

  it('is turned round as a whole where its own language is written from right to left', async () => {
    const box = async (selector: string) =>
      panel(page)
        .locator(selector)
        .evaluate((one) => one.getBoundingClientRect().x);
    expect(await box('.sa-mark')).toBeLessThan(await box('[data-action=collapse]'));
    await panel(page).evaluate((element) => element.setAttribute('dir', 'rtl'));
    expect(await box('.sa-mark')).toBeGreaterThan(await box('[data-action=collapse]'));
    await panel(page).evaluate((element) => element.setAttribute('dir', 'ltr'));
  });

  it.each(MENUS)('makes room for a menu of the page that opens where it stands, %s', async (_, open) => {
    await sceneBecomes('the card in its usual corner', ({ corner }) => corner === 'end-bottom');
    await page.evaluate(open);
    await sceneBecomes('the card beside menu and target', ({ card, menu }) => menu !== null && !meet(card, menu));
    await page.evaluate(() => {
      document.querySelector('#menu')?.remove();
      document.querySelector('#opener')?.remove();
    });
    await sceneBecomes('the card back in its corner', ({ corner }) => corner === 'end-bottom');
  });

  it('is brought into a modal dialog within a shadow root, and can be used there', async () => {
    await page.evaluate(() => {
      const host = document.body.appendChild(document.createElement('x-dialog'));
      const dialog = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('dialog'));
      dialog.append('Please read this first.');
      dialog.showModal();
    });
    const parent = () =>
      page.evaluate(() => document.querySelector('x-dialog')?.shadowRoot?.querySelector('setup-assistant') !== null);
    await expect.poll(parent).toBe(true);
    await panel(page).locator('[data-action=collapse]').click();
    await panel(page).locator('.sa-pill').click();
    await panel(page).locator('.sa-title').waitFor();
    await page.evaluate(() => document.querySelector('x-dialog')?.remove());
    await page.locator('html > setup-assistant').waitFor({ state: 'attached' });
  });

  it('shows on its pill that there is a problem, and says which one aloud', async () => {
    await click(page, 'collapse');
    await panel(page).locator('.sa-pill').waitFor();
    world.sites.dialpad.set({ signedIn: false });
    await page.reload();
    await waitForPanel(page, 'the problem', ({ problem }) => problem === 'signed-out');
    expect(await panel(page).getAttribute('data-collapsed')).toBe('');
    expect(await panel(page).locator('.sa-pill').textContent()).toContain(en.statuses.problem);
    expect(await panel(page).locator('.sa-pill .sa-chip').getAttribute('data-tone')).toBe('warn');
    const said = await panel(page).locator('[aria-live]').textContent();
    expect(said).toContain(problemText({ code: 'signed-out', details: {} } as never, en).title);
    world.sites.dialpad.set({ signedIn: true });
    await page.reload();
    await waitForPanel(page, 'the step again', ({ problem, status }) => problem === null && status === 'ready');
    await click(page, 'collapse');
  });

  it('gets the keyboard by Alt+Shift+S, gives it back, and believes the Enter that follows', async () => {
    const { step } = await waitForPanel(
      page,
      'a step',
      ({ status, primary }) => status === 'ready' && primary === 'perform-all',
    );
    await page.evaluate(() => {
      const field = document.body.appendChild(document.createElement('input'));
      field.id = 'before';
      field.focus();
    });
    const focused = () => focusedIn(page);
    await page.keyboard.press('Alt+Shift+KeyS');
    expect(await focused()).toBe('perform-all');
    await page.keyboard.press('Alt+Shift+KeyS');
    expect(await focused()).toBe('before');
    await page.keyboard.press('Alt+Shift+KeyS');
    await page.keyboard.press('Enter');
    await waitForPanel(page, 'the next step', (state) => state.step !== step);
    expect((await readPanel(page))?.text).not.toContain(en.panel.notVerified);
  });

  it('has the keyboard back by itself after what was begun there by keyboard, and on the harmless answer to a question', async () => {
    await waitForPanel(page, 'the question', ({ primary }) => primary === 'confirm');
    await expect.poll(() => focusedIn(page)).toBe('cancel');
    await page.keyboard.press('Enter');
    await waitForPanel(page, 'the step again', ({ primary }) => primary === 'perform-all');
    await expect.poll(() => focusedIn(page)).toBe('perform-all');
  });

  it('leaves the keyboard to who uses the page meanwhile', async () => {
    await page.keyboard.press('Enter');
    await page.locator('#before').click();
    await waitForPanel(page, 'the question', ({ primary }) => primary === 'confirm');
    expect(await focusedIn(page)).toBe('before');
    await click(page, 'cancel');
  });
});

/** The card's button that has the keyboard, else the id of what has it on the page. */
function focusedIn(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const inner = document.activeElement?.shadowRoot?.activeElement;
    return inner ? inner.getAttribute('data-action') : (document.activeElement?.id ?? null);
  });
}

function meet(one: Rect, other: Rect): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** Runs in the page. */
function readScene(): Scene | null {
  const root = document.querySelector('setup-assistant')?.shadowRoot;
  const card = root?.querySelector('[role=region]');
  const ring = root?.querySelector<HTMLElement>('.sa-ring:not(.sa-choice)');
  const menu = document.querySelector('#menu');
  if (!card) return null;
  return {
    card: card.getBoundingClientRect().toJSON() as Rect,
    ring: ring && !ring.hidden ? (ring.getBoundingClientRect().toJSON() as Rect) : null,
    menu: menu ? (menu.getBoundingClientRect().toJSON() as Rect) : null,
    corner: root?.querySelector<HTMLElement>('.sa-card')?.dataset['corner'] ?? '',
    isPill: card.hasAttribute('data-collapsed'),
  };
}
