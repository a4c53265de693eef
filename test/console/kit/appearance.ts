import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFindings } from '../../e2e/kit/axe.ts';
import { scrollsSideways, type ConsoleWorld } from './browser.ts';

/** A page of the console to look at: its address, and how one sees that its content is there. */
export type Sight = { name: string; path: string; ready: (page: Page) => Promise<unknown> };

const WIDTHS = [1280, 390] as const;
const SCHEMES = ['light', 'dark'] as const;

/** Where pictures go, when somebody wants to look at them: `CONSOLE_PICTURES=folder`. */
const PICTURES = process.env['CONSOLE_PICTURES'];

/**
 * What is wrong with pages, one line each: what axe finds in every appearance, sideways scrolling, and errors that the browser
 * reports. Each page is loaded by its address once at each width.
 * @param enter signs the page's browser in, or does nothing for a page without a sign-in.
 */
export async function flawsOf(
  world: ConsoleWorld,
  sights: readonly Sight[],
  enter: (page: Page) => Promise<unknown>,
): Promise<string[]> {
  const flaws: string[] = [];
  for (const width of WIDTHS) {
    const { page, complaints } = await world.page({ width });
    await enter(page);
    for (const sight of sights) {
      const told = `${sight.name} at ${width.toString()}`;
      await page.goto(world.server.publicUrl + sight.path);
      await sight.ready(page);
      if (await scrollsSideways(page)) flaws.push(`${told}: scrolls sideways`);
      if (PICTURES) await takePictures(page, PICTURES, `${sight.name}-${width.toString()}`);
      flaws.push(...(await accessibilityFindings(page, 'page')).map((finding) => `${told}: ${finding}`));
    }
    flaws.push(...complaints.map((complaint) => `at ${width.toString()}: ${complaint}`));
    await page.context().close();
  }
  return flaws;
}

async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage: true });
  }
}
