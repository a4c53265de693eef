import { afterAll, beforeAll } from 'vitest';
import { openBrowser, type AssistantBrowser } from './browser.ts';
import { chromium } from './chromium.ts';
import { startSharedGround, type Plot, type PlotOptions, type SharedGround } from './shared-ground.ts';

/** A walk's own company on the shared ground, and the browser that all walks of the file share. */
export type SharedWorld = Plot & { browser: AssistantBrowser };

/**
 * One server, the look-alikes and one Chromium for all walks of a test file. `enter` makes the next walk's company, and has
 * the browser forget the one before.
 */
export function shareWorld(): {
  enter: (options?: PlotOptions) => Promise<SharedWorld>;
  browser: () => AssistantBrowser;
} {
  let ground: SharedGround;
  let browser: AssistantBrowser;
  beforeAll(async () => {
    ground = await startSharedGround();
    browser = await openBrowser({ args: [...ground.sites.chromiumArgs] });
  });
  afterAll(async () => {
    await browser.close();
    await ground.close();
  });
  return {
    browser: () => browser,
    enter: async (options = {}) => {
      await chromium(browser).startAnew();
      return { ...(await ground.plot(options)), browser };
    },
  };
}
