import { afterAll, describe, expect, it } from 'vitest';
import { useReader } from './read-page.ts';
import { judge, table, told, wanted, type Score } from './score.ts';
import { readVariants } from './variants.ts';

const variants = await readVariants('variants');
const scores = new Map<string, Score>();
const read = useReader();

afterAll(() => void process.stdout.write(`\n${table(scores)}\n`));

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
