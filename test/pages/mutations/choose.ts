import type { Group, Run } from './in-page.ts';
import { randomOf, type Random } from './subject.ts';

/** What a page is changed by: one change, or two of which the first takes something away or builds it otherwise. */
export const CHANGES: readonly (readonly Group[])[] = [
  ['structure'],
  ['words'],
  ['decoys'],
  ['removal'],
  ['removal', 'decoys'],
  ['structure', 'decoys'],
];

/** The changes of a page: each kind there is, or a few of every sort, the same ones each time. */
export function runsOf(page: string, names: string[], kinds: Record<Group, string[]>, few: number | 'all'): Run[] {
  const random = randomOf(page);
  return CHANGES.flatMap((groups) => {
    const [first, second] = groups.map((group) => kinds[group]);
    const each = few === 'all' ? (first ?? []) : chosen(first ?? [], few, random);
    return each.map((kind, at) => ({
      seed: `${page} ${at}`,
      kinds: second ? [kind, random.one(second)] : [kind],
      names,
    }));
  });
}

function chosen(kinds: readonly string[], count: number, random: Random): string[] {
  const left = [...kinds];
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)[0] ?? '');
}
