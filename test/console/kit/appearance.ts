import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { accessibilityFindings, type Appearance, APPEARANCES } from '../../e2e/kit/axe.ts';
import { scrollsSideways, type ConsoleWorld } from './browser.ts';

/** A page of the console to look at: its address, and how one sees that its content is there. */
export type Sight = { name: string; path: string; ready: (page: Page) => Promise<unknown> };

type View = { width: number; appearances: readonly Appearance[] };

/**
 * Each page at each width, and in each appearance at one of them: a colour is the same at every width. All of it in
 * `npm run test:long`.
 */
const VIEWS: readonly View[] = [
  { width: 1280, appearances: appearances('light', 'forced colours') },
  { width: 390, appearances: appearances('dark') },
];
const SCHEMES = ['light', 'dark'] as const;

/** Where pictures go, when somebody wants to look at them: `CONSOLE_PICTURES=folder`. */
const PICTURES = process.env['CONSOLE_PICTURES'];

/**
 * What is wrong with pages, one line each: what axe finds, sideways scrolling, and errors that the browser reports. Each page is loaded by its address once at each width.
 * @param enter signs the page's browser in, or does nothing for a page without a sign-in.
 */
export async function flawsOf(
  world: ConsoleWorld,
  sights: readonly Sight[],
  enter: (page: Page) => Promise<unknown>,
): Promise<string[]> {
  // Each width is a browser context of its own, so both are looked at side by side.
  return (await Promise.all(VIEWS.map((view) => flawsAt(world, sights, enter, view)))).flat();
}

async function flawsAt(
  world: ConsoleWorld,
  sights: readonly Sight[],
  enter: (page: Page) => Promise<unknown>,
  { width, appearances: seen }: View,
): Promise<string[]> {
  const flaws: string[] = [];
  const { page, complaints } = await world.page({ width });
  await enter(page);
  for (const sight of sights) {
    const told = `${sight.name} at ${width.toString()}`;
    await page.goto(world.server.publicUrl + sight.path);
    await sight.ready(page);
    if (await scrollsSideways(page)) flaws.push(`${told}: scrolls sideways`);
    if (PICTURES) await takePictures(page, PICTURES, `${sight.name}-${width.toString()}`);
    flaws.push(...(await accessibilityFindings(page, 'page', seen)).map((finding) => `${told}: ${finding}`));
  }
  flaws.push(...complaints.map((complaint) => `at ${width.toString()}: ${complaint}`));
  await page.context().close();
  return flaws;
}

function appearances(...names: Appearance['name'][]): readonly Appearance[] {
  return process.env['TEST_LONG'] ? APPEARANCES : APPEARANCES.filter(({ name }) => names.includes(name));
}

async function takePictures(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await takePicture(page, join(folder, `${name}-${colorScheme}.png`));
  }
}

/** Keeps a picture of the whole page once nothing on it moves. */
export async function takePicture(page: Page, path: string): Promise<void> {
  // Colours fade from one appearance to the next.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  await page.screenshot({ path, fullPage: true });
}
