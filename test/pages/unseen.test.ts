import { afterAll, describe, expect, it } from 'vitest';
import { useReader } from './read-page.ts';
import { judge, misread, table, type Score } from './score.ts';
import { readVariants } from './variants.ts';

/**
 * Pages from other design systems, written before the weights were tuned and not touched by the tuning: a measure of
 * pages that nobody here has seen. What fails is named in the page's own `known`.
 */
const variants = await readVariants('unseen');
const scores = new Map<string, Score>();
const read = useReader();

afterAll(() => void process.stdout.write(`\n${table(scores)}\n`));

describe('unseen pages', () => {
  it.each(variants)('$name: nothing wrong, and refused only what is known', async (variant) => {
    const said = await read(variant);
    const score = judge(variant, said);
    scores.set(variant.name, score);
    expect(score.wrong).toEqual([]);
    expect(misread(variant, said)).toEqual(variant.expected.known ?? []);
  });
});
