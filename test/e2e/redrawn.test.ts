import { describe, expect, it } from 'vitest';
import { connectAndWalk } from './kit/admin.ts';
import { CONSOLES, type ConsoleName } from './kit/consoles.ts';
import { measureEffort } from './kit/effort.ts';
import { finishedSteps } from './kit/finished.ts';
import { shareWorld } from './kit/shared-world.ts';

describe('consoles that draw all of their page anew again and again', () => {
  const { enter } = shareWorld();

  it.each<[ConsoleName, number]>([
    ['classic', 700],
    ['modern', 300],
    ['catalog', 150],
  ])('are walked through like any others (%s, every %d ms)', async (name, redrawEveryMs) => {
    const world = await enter({
      dialpad: { redrawEveryMs },
      jumpcloud: { ...CONSOLES[name], redrawEveryMs, answerDelayMs: 900 },
    });
    const effort = measureEffort();
    const { last } = await connectAndWalk(world, (state) => effort.decide(state));
    expect(last.status).toBe('finished');
    effort.tell(`${name}, drawn anew every ${redrawEveryMs} ms`);
    const steps = await finishedSteps(world.snapshot);
    expect(steps.filter((step) => step.state === 'open')).toEqual([]);
  });
});
