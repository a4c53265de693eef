import { describe, expect, it } from 'vitest';
import type { JumpCloudSettings } from '../sites/jumpcloud/options.ts';
import { connectAndWalk, stepByStep } from './kit/admin.ts';
import { CONSOLES } from './kit/consoles.ts';
import { measureEffort } from './kit/effort.ts';
import { finishedSteps } from './kit/finished.ts';
import { shareWorld } from './kit/shared-world.ts';

/** Groups are switched off on a page of the form: asked for none, a group test would have made one. */
const STATES = { 'jumpcloud.group-management': 'done', 'jumpcloud.test-user-email': 'done' };

describe('a form whose test and activation are on pages of their own', () => {
  const { enter } = shareWorld();

  it.each<[string, JumpCloudSettings]>([
    ['in English', {}],
    ['in French', { labels: 'french' }],
    ['drawn anew again and again', { redrawEveryMs: 400, answerDelayMs: 600 }],
  ])('is walked through with no more clicks than any other (%s)', async (name, settings) => {
    const world = await enter({ jumpcloud: { ...CONSOLES.wizard, ...settings } });
    const effort = measureEffort();
    const { last } = await connectAndWalk(world, (state) => effort.decide(state));
    expect(last.status).toBe('finished');
    effort.tell(`a form of several pages, ${name}`);
    const steps = await finishedSteps(world.snapshot);
    for (const [step, state] of Object.entries(STATES))
      expect(steps.find((entry) => entry.step === step)?.state).toBe(state);
  });

  it('is led through one step at a time, its pages turned by “Take me there”', async () => {
    const world = await enter({ jumpcloud: CONSOLES.wizard });
    const seen: string[] = [];
    const { last } = await connectAndWalk(world, (state) => {
      if (state.status === 'elsewhere' && state.site === 'jumpcloud') seen.push(`${state.step} ${state.text}`);
      return stepByStep(state);
    });
    expect(last.status).toBe('finished');
    const told = seen.filter((text) => text.includes('The form goes on on its next page.'));
    expect(told.map((text) => text.split(' ')[0])).toEqual(['jumpcloud.test-connection', 'jumpcloud.activate']);
  });
});
