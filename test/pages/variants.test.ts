import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundle, launch } from './browser.ts';
import { createReader, type Said } from './read-page.ts';
import { judge, table, told, wanted, type Score } from './score.ts';
import { readVariants, type Variant } from './variants.ts';

const variants = await readVariants('variants');
const scores = new Map<string, Score>();
let browser: Browser;
let read: (variant: Variant) => Promise<Said>;

beforeAll(async () => {
  const [launched, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
  browser = launched;
  read = await createReader(browser, probe);
});

afterAll(async () => {
  await browser.close();
  process.stdout.write(`\n${table(scores)}\n`);
});

describe('page variants', () => {
  it.each(variants)('$name is read as it is', async (variant) => {
    const said = await read(variant);
    const score = judge(variant, said);
    scores.set(variant.name, score);
    expect(score.wrong).toEqual([]);
    expect(told(variant, said)).toEqual(wanted(variant));
  });

  it('touches nothing wrong on any variant', () => {
    expect([...scores.values()].flatMap((score) => score.wrong)).toEqual([]);
  });
});
