import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, launch } from './browser.ts';
import { CHANGES, runsOf } from './mutations/choose.ts';
import type {} from './mutations/in-page.ts';
import { KNOWN } from './mutations/known.ts';
import { judge, NOTHING, rows, type Tally } from './mutations/judge.ts';
import { readVariants, type Variant } from './variants.ts';

/** Of every sort of change so many are tried on each page; with `TEST_LONG` all that there are. */
const FEW = process.env['TEST_LONG'] ? 'all' : 2;

/** All that there are take some minutes. */
const LONGEST = 480_000;

/** Of a hundred matches so many may be refused, or lead back, where one that is right is still there; by the sort of change. */
const MOST_REFUSED: Record<string, number> = {
  structure: 2,
  words: 2,
  decoys: 2,
  removal: 4,
  'removal + decoys': 5,
  'structure + decoys': 3,
};

/** Whether something wrong is one of those that are named, whatever it took. */
function isKnown(wrong: string): boolean {
  return KNOWN.has(wrong.replace(/ took .*| said to be active$/, ''));
}

/**
 * All pages of the tables as their makers may as well have made them: built otherwise, worded otherwise, with other things
 * beside, and without what is looked for. Whatever is changed, nothing else may be taken for it.
 */
describe('pages changed in ways that nobody wrote down', () => {
  const tallies = new Map<string, Tally>(CHANGES.map((groups) => [groups.join(' + '), NOTHING()]));
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const pages = [...(await readVariants('variants')), ...(await readVariants('unseen'))];
    const [launched, code] = await Promise.all([launch(), bundle('./mutations/in-page.ts')]);
    browser = launched;
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    for (const url of new Set(pages.map(({ expected }) => expected.url))) {
      await page.goto('about:blank'); // else an address that differs after its # alone is no new page
      await page.goto(url);
      await page.evaluate(code);
      for (const variant of pages) if (variant.expected.url === url) await tryOn(variant);
    }
  }, LONGEST);
  afterAll(async () => {
    await browser.close();
    process.stdout.write(`\n${rows(tallies)}\n`);
  });

  async function tryOn({ name, html, expected }: Variant): Promise<void> {
    const isReplacing = expected.replacing === true;
    const before = await page.evaluate(([text, is]) => window.mutations.begin(text, is), [html, isReplacing] as const);
    const names = [...new Set(Object.values(before.targets).filter((target) => target !== 'none'))];
    const kinds = await page.evaluate(() => window.mutations.kinds);
    const runs = runsOf(name, names, kinds, FEW);
    const all = await page.evaluate((some) => window.mutations.run(some), runs);
    all.forEach((ran, at) => {
      const run = runs[at];
      if (!ran || !run) return;
      const sort = run.kinds.map((kind) => Object.entries(kinds).find(([, of]) => of.includes(kind))?.[0]).join(' + ');
      const tally = tallies.get(sort);
      if (tally) judge(name, before, run, ran, tally);
    });
  }

  it.each(CHANGES.map((groups) => groups.join(' + ')))('%s: nothing is taken for another', (sort) => {
    expect(tallies.get(sort)?.wrong.filter((one) => !isKnown(one))).toEqual([]);
  });

  it.each(CHANGES.map((groups) => groups.join(' + ')))('%s: little is refused', (sort) => {
    const { right, refused, astray } = tallies.get(sort) ?? NOTHING();
    expect(right).toBeGreaterThan(500);
    expect((100 * (refused + astray)) / (right + refused + astray)).toBeLessThan(MOST_REFUSED[sort] ?? 0);
  });
});
