import { expect, it } from 'vitest';
import { summary } from './load.ts';

it('the figures of several runs are those of one that did what all of them did', () => {
  const runs = [
    { times: [3, 1], seconds: 1, generatorCpuSeconds: 0.5 },
    { times: [2, 4, 100, 5], seconds: 2, generatorCpuSeconds: 0.1 },
  ];
  expect(summary(runs)).toEqual({
    requests: 6,
    seconds: 3,
    perSecond: 2,
    p50Ms: 3,
    p99Ms: 5,
    generatorCpu: expect.closeTo(0.2) as number,
  });
});
