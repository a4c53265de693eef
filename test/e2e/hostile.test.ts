import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectAndWalk, stepByStep } from './kit/admin.ts';
import { hear, heard } from './kit/hostile.ts';
import { click, panel, readPanel, waitForPanel, type PanelState } from './kit/panel.ts';
import { startWorld, type World } from './kit/world.ts';

/** The moment before Test Connection is pressed: the card asks, and the page would like the answer to be yes. */
const asks = (state: PanelState): boolean => state.step === 'jumpcloud.test-connection' && state.primary === 'confirm';

type At = { x: number; y: number };

describe('a console page that lures', () => {
  let world: World;
  let page: Page;

  beforeAll(async () => {
    world = await startWorld();
    await hear(world.browser.context());
    world.browser.context().setDefaultTimeout(5_000);
    ({ page } = await connectAndWalk(world, async (state, here) => {
      // The key is in the assistant's memory since Dialpad showed it: nothing of it has reached this page.
      if (state.step === 'jumpcloud.token-key') expect(await heard(here)).toEqual([]);
      return asks(state) ? 'stop' : stepByStep(state);
    }));
  });
  afterAll(() => world.close());

  /** Clicks where confirm is, as a hand does. */
  async function clickThere(press: (at: At) => Promise<void> = ({ x, y }) => page.mouse.click(x, y)): Promise<void> {
    const box = await panel(page).locator('[data-action="confirm"]:enabled').boundingBox();
    if (!box) throw new Error('The card does not ask.');
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await press(at);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  /** Whether the card still asks, and nothing was sent to the server on the admin's behalf. */
  async function nothingCameOfIt(): Promise<void> {
    const state = await waitForPanel(page, 'the question to stand', asks, 3_000);
    expect(state.status).toBe('ready');
    expect(world.sites.jumpcloud.calls()).toEqual([]);
    const pressed = (await world.snapshot()).evidence.filter(({ fact }) => fact === 'pressed');
    expect(pressed.filter(({ step }) => step === 'jumpcloud.test-connection')).toEqual([]);
  }

  async function attack(what: () => void | Promise<void>): Promise<() => Promise<void>> {
    await panel(page).locator('[data-action="confirm"]:enabled').waitFor();
    await page.evaluate(what);
    return () => page.evaluate(() => (window as unknown as { undo: () => void }).undo());
  }

  it('has heard the key nowhere but in its own Token Key field', async () => {
    // Once it is filled in, the page holds it: it is the page's own field, and JumpCloud needs it. That cannot be helped.
    const places = new Set((await heard(page)).map(({ where }) => where));
    expect([...places].filter((where) => where !== 'the token field')).toEqual([]);
  });

  it('gets nothing by clicks that it makes itself', async () => {
    await page.evaluate(() => {
      const root = document.querySelector('setup-assistant')?.shadowRoot;
      const button = root?.querySelector<HTMLButtonElement>('[data-action=confirm]');
      button?.click();
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
        button?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, detail: 1 }));
      }
      button?.focus();
      button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    });
    await nothingCameOfIt();
  });

  it('gets nothing by messages that it sends', async () => {
    await page.evaluate(() => {
      for (const type of ['action', 'command', 'result', 'pointed', 'hello']) {
        window.postMessage(
          { type, action: 'confirm', id: 1, command: { do: 'perform', step: 'jumpcloud.activate' } },
          '*',
        );
        document.dispatchEvent(new CustomEvent(type, { detail: { action: 'confirm' } }));
      }
    });
    await nothingCameOfIt();
  });

  const covers: [string, () => void | Promise<void>][] = [
    [
      'an invisible cover over the button',
      () => {
        const cover = document.createElement('div');
        cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;opacity:0';
        document.documentElement.append(cover);
        Object.assign(window, { undo: () => cover.remove() });
      },
    ],
    [
      'a picture over the card that lets clicks through',
      () => {
        const cover = document.createElement('div');
        cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none';
        cover.textContent = 'Claim your prize';
        document.documentElement.append(cover);
        Object.assign(window, { undo: () => cover.remove() });
      },
    ],
    [
      'a picture in the top layer that lets clicks through',
      () => {
        const cover = document.createElement('div');
        cover.popover = 'manual';
        cover.style.cssText = 'inset:0;width:100vw;height:100vh;border:0;background:#fff;pointer-events:none';
        document.body.append(cover);
        cover.showPopover();
        Object.assign(window, { undo: () => cover.remove() });
      },
    ],
    [
      'a page that is faded as a whole',
      () => {
        document.documentElement.style.opacity = '0.05';
        Object.assign(window, { undo: () => document.documentElement.removeAttribute('style') });
      },
    ],
    [
      'a rule with !important that fades our element',
      () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(
          'html{mix-blend-mode:screen}setup-assistant{opacity:0.01!important;transform:scale(0.2)!important}',
        );
        document.adoptedStyleSheets = [sheet];
        Object.assign(window, { undo: () => (document.adoptedStyleSheets = []) });
      },
    ],
    [
      'our element faded in every frame',
      () => {
        let isOn = true;
        const host = document.querySelector<HTMLElement>('setup-assistant');
        const fade = () => {
          host?.style.setProperty('opacity', '0.01', 'important');
          if (isOn) requestAnimationFrame(fade);
        };
        fade();
        Object.assign(window, { undo: () => (isOn = false) });
        // Until we have given up mending it, nothing is faded when it is painted.
        return new Promise<void>((resolve) => {
          const look = setInterval(() => {
            if (!host || Number(getComputedStyle(host).opacity) > 0.5) return;
            clearInterval(look);
            resolve();
          }, 20);
        });
      },
    ],
    [
      'other words on our card',
      () => {
        const root = document.querySelector('setup-assistant')?.shadowRoot;
        const button = root?.querySelector('[data-action=confirm]');
        if (button) button.textContent = 'Play the video';
        Object.assign(window, { undo: () => undefined });
      },
    ],
    [
      'a style sheet of its own in our shadow root',
      () => {
        const root = document.querySelector('setup-assistant')?.shadowRoot;
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.sa-preview, .sa-title, .sa-why { display: none }');
        if (root) root.adoptedStyleSheets = [sheet];
        Object.assign(window, { undo: () => root && (root.adoptedStyleSheets = []) });
      },
    ],
  ];
  it.each(covers)('gets no consent by %s', async (_, what) => {
    const undo = await attack(what);
    await clickThere();
    await undo();
    await nothingCameOfIt();
  });

  it('gets no consent by a cover that goes away under the pointer', async () => {
    await clickThere(async (at) => {
      await page.mouse.move(at.x - 200, at.y - 200);
      await page.evaluate(() => {
        const cover = document.createElement('div');
        cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff';
        cover.textContent = 'Click here fast';
        document.documentElement.append(cover);
        cover.addEventListener('pointermove', () => cover.remove());
      });
      // A page that has time: the browser has seen the cover before it goes.
      await page.evaluate(isSeenCovered);
      // All at once: a lured hand is quicker than three answers of a busy browser.
      await Promise.all([page.mouse.move(at.x, at.y), page.mouse.down(), page.mouse.up()]);
    });
    await nothingCameOfIt();
  });

  it('gets nothing by a clone of our element', async () => {
    await page.evaluate(() => {
      const host = document.querySelector('setup-assistant');
      const clone = document.createElement('setup-clone');
      clone.attachShadow({ mode: 'open' }).innerHTML = host?.shadowRoot?.innerHTML ?? '';
      document.documentElement.append(clone);
    });
    const copied = page.locator('setup-clone [data-action="confirm"]');
    await copied.evaluate((button: HTMLButtonElement) => {
      button.disabled = false;
      button.style.cssText = 'position:fixed;left:300px;top:300px;width:99px;height:40px;z-index:2147483647';
    });
    await copied.click({ force: true });
    await page.evaluate(() => document.querySelector('setup-clone')?.remove());
    await nothingCameOfIt();
  });

  it('does not get rid of the card by removing it once, nor by opening a dialog that makes all else inert', async () => {
    await page.evaluate(() => document.querySelector('setup-assistant')?.remove());
    await nothingCameOfIt();
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.textContent = 'Welcome back';
      document.body.append(dialog);
      dialog.showModal();
    });
    await page.locator('dialog setup-assistant').waitFor({ state: 'attached' });
    // Where there is room the card is still ours to click: collapsing is harmless, and works.
    expect(await click(page, 'collapse')).toBe(true);
    await panel(page).and(page.locator('[data-collapsed]')).waitFor();
    await click(page, 'collapse');
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await page.evaluate(() => document.querySelector('dialog')?.remove());
    await page.locator('html > setup-assistant').waitFor({ state: 'attached' });
    expect(world.sites.jumpcloud.calls()).toEqual([]);
  });

  it('leaves the side panel to go on with, when it throws the card out for good', async () => {
    await page.evaluate(() => {
      const fight = new MutationObserver(() => document.querySelector('setup-assistant')?.remove());
      fight.observe(document.documentElement, { childList: true });
      document.querySelector('setup-assistant')?.remove();
    });
    await page.locator('setup-assistant').waitFor({ state: 'detached' });
    const side = world.browser.sidePanel();
    const state = await waitForPanel(
      side,
      'the step in the side panel',
      ({ step }) => step === 'jumpcloud.test-connection',
    );
    if (state.primary !== 'confirm') await click(side, 'perform');
    await waitForPanel(side, 'the question in the side panel', asks);
    await click(side, 'confirm');
    await waitForPanel(side, 'the next step', ({ step }) => step !== 'jumpcloud.test-connection');
    expect(world.sites.jumpcloud.calls().length).toBeGreaterThan(0);
  });
});

/** Waits until the browser has told everybody who asked, every 100 ms at most, that something lies over our card. */
function isSeenCovered(): Promise<void> {
  const TOLD_AFTER_MS = 300;
  const card = document.querySelector('setup-assistant')?.shadowRoot?.querySelector('[role=region]');
  return new Promise((resolve) => {
    const options = { trackVisibility: true, delay: 100 } as IntersectionObserverInit;
    const observer = new IntersectionObserver((entries) => {
      const isVisible = entries.some((entry) => 'isVisible' in entry && entry.isVisible === true);
      if (!isVisible) setTimeout(resolve, TOLD_AFTER_MS);
    }, options);
    if (card) observer.observe(card);
  });
}

describe('a page that is not the console', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
    await world.browser.context().route(/evil\.example/, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><h1>Dialpad</h1><div role="tablist"><button role="tab">SSO</button><button role="tab" aria-selected="true">
          Identity Management</button><button role="tab">User Groups</button></div><label>Base URL<input></label>
          <label>Token Key<input type="password"></label><button>Test Connection</button>
          <iframe src="https://console.jumpcloud.com/" width="600" height="400"></iframe>`,
      }),
    );
  });
  afterAll(() => world.close());

  it('gets neither card nor key by looking like one, framing one, or taking its place after the click', async () => {
    const { page } = await connectAndWalk(world, (state) =>
      state.step === 'jumpcloud.token-key' ? 'stop' : stepByStep(state),
    );
    // The click on "do this for me" takes the page away at once.
    await page.evaluate(() =>
      window.addEventListener(
        'pointerdown',
        () => location.assign('https://console.jumpcloud.com.evil.example/'),
        true,
      ),
    );
    await click(page, 'perform');
    await page.waitForURL(/evil\.example/);
    await page.locator('iframe').waitFor();
    for (const frame of page.frames()) expect(await frame.locator('setup-assistant').count()).toBe(0);
    for (const field of await page.locator('input').all()) expect(await field.inputValue()).toBe('');
    expect(await readPanel(page)).toBeNull();
    const [key = ''] = world.keys;
    expect(key).toMatch(/^dpk_/);
    expect(await page.content()).not.toContain(key);
  });
});
