import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildStale } from '../../server/build.ts';
import { LANGUAGES } from '../../shared/texts/languages.ts';
import { stepByStep, walkOn } from './kit/admin.ts';
import { bundle, launch } from '../pages/browser.ts';
import { argumentsOf } from '../tools/arguments.ts';
import { connect } from './kit/browser.ts';
import { panel, waitForPanel, type PanelState } from './kit/panel.ts';
import { COMPANY_DOMAIN, startWorld } from './kit/world.ts';

const FOLDER = '.output/cards';
const SCHEMES = ['light', 'dark'] as const;

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run cards -- [FOLDER]`: a sheet of every card, then a picture of each on a walk, light and dark, to look at. */
async function main(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await takeSheets(folder);
  await buildStale(print);
  const world = await startWorld({ domainAllowed: false });
  const taken = new Set<string>();
  const take = async (page: Page, { step, status, problem, primary }: PanelState): Promise<void> => {
    const name = [step, problem ?? (primary === 'confirm' ? 'question' : status)].join('-');
    if (taken.has(name)) return;
    taken.add(name);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      await panel(page).screenshot({
        path: join(folder, `${String(taken.size).padStart(2, '0')}-${name}-${colorScheme}.png`),
      });
    }
    await page.emulateMedia({ colorScheme: null });
    print(name);
  };
  try {
    await takePage(world.browser.sidePanel(), folder, '00-connect');
    await connect(world.browser, world.link);
    const page = await world.browser.newPage();
    await page.goto('https://dialpad.com/');
    const missing = await waitForPanel(page, 'the problem', ({ problem }) => problem === 'secondary-domain-missing');
    await take(page, missing);
    await world.server.must('domain', 'allow', COMPANY_DOMAIN, 'jumpcloud.com');
    await waitForPanel(page, 'the next step', ({ problem }) => problem === null);
    const end = await walkOn(page, world, async (state, here) => {
      await take(here, state);
      return stepByStep(state);
    });
    await take(end.page, end.last);
    await takePage(world.browser.sidePanel(), folder, '99-side-panel');
  } finally {
    await world.close();
  }
  print(`The pictures are in ${folder}.`);
}

/** One picture of every card that there is, without a server: in English light and dark, in the other languages light. */
async function takeSheets(folder: string): Promise<void> {
  const [browser, sheet] = await Promise.all([launch(), bundle('../e2e/card-sheet.ts')]);
  for (const locale of LANGUAGES) {
    for (const colorScheme of locale === 'en' ? SCHEMES : (['light'] as const)) {
      const page = await browser.newPage({ viewport: { width: 2010, height: 1000 }, colorScheme });
      await page.setContent(`<!doctype html><html lang="${locale}"><title>Cards</title><body></body></html>`);
      for (const name of ['tokens', 'panel', 'checklist', 'guidance']) {
        await page.addStyleTag({ path: fileURLToPath(new URL(`../../shared/ui/${name}.css`, import.meta.url)) });
      }
      await page.evaluate(sheet);
      const path = join(folder, `sheet-${locale}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      await page.close();
      print(path);
    }
  }
  await browser.close();
}

/** A picture of the side panel as wide as browsers show it. */
async function takePage(page: Page, folder: string, name: string): Promise<void> {
  await page.setViewportSize({ width: 400, height: 900 });
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: null });
}

const USAGE = `npm run cards -- [FOLDER]: pictures of every card go into FOLDER (${FOLDER})`;

const [folder = FOLDER] = argumentsOf(USAGE, 1);
await main(resolve(folder));
