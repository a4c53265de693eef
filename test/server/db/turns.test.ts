import { expect, it } from 'vitest';
import { createTurns, type Crowd, type Tell } from '../../../server/db/turns.ts';
import { until } from '../kit/until.ts';

/** Who comes by name; groups end when they are told to. */
function crowdOf(crowd: Crowd) {
  const waiting: string[] = [];
  const taken: string[][] = [];
  const ends: (() => void)[] = [];
  const schedule = createTurns(crowd, waiting, () => {
    taken.push(waiting.splice(0));
    return new Promise<Tell>((resolve) => ends.push(() => resolve(() => undefined)));
  });
  const come = (...names: string[]) => {
    for (const name of names) {
      waiting.push(name);
      schedule();
    }
  };
  return { come, taken, waiting, endFirst: () => ends.shift()?.() };
}

const nextMoment = () => new Promise((resolve) => setImmediate(resolve));

it('a group begins at once when there is none, with all who came at the same moment', async () => {
  const { come, taken } = crowdOf({ most: 2, enough: 3 });
  come('a', 'b');
  await nextMoment();
  expect(taken).toEqual([['a', 'b']]);
});

it('another one begins beside it as soon as enough wait', async () => {
  const { come, taken } = crowdOf({ most: 2, enough: 3 });
  come('a');
  await nextMoment();
  come('b', 'c', 'd');
  await nextMoment();
  expect(taken).toEqual([['a'], ['b', 'c', 'd']]);
});

it('who are too few go on as soon as the one before them ends', async () => {
  const { come, taken, waiting, endFirst } = crowdOf({ most: 2, enough: 3 });
  come('a');
  await nextMoment();
  come('b');
  await nextMoment();
  expect(waiting).toEqual(['b']);
  endFirst();
  await nextMoment();
  expect(taken).toEqual([['a'], ['b']]);
});

it('who are too few do not wait for the end of a slow one', async () => {
  const { come, taken } = crowdOf({ most: 2, enough: 3 });
  come('slow');
  await nextMoment();
  come('b', 'c');
  await until(() => taken.length === 2);
  expect(taken).toEqual([['slow'], ['b', 'c']]);
});

it('there are never more groups than there may be', async () => {
  const { come, taken, waiting, endFirst } = crowdOf({ most: 1, enough: 1 });
  come('slow');
  await nextMoment();
  come('b', 'c');
  await nextMoment();
  expect(waiting).toEqual(['b', 'c']);
  endFirst();
  await nextMoment();
  expect(taken).toEqual([['slow'], ['b', 'c']]);
});
