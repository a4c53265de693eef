import { describe, expect, it } from 'vitest';
import type { StepId } from '../../shared/setup/steps.ts';
import { connectAndWalk, stepByStep } from './kit/admin.ts';
import { CONSOLE_NAMES, CONSOLES } from './kit/consoles.ts';
import { measureEffort } from './kit/effort.ts';
import { finishedSteps } from './kit/finished.ts';
import { filesOf, placesOf } from './kit/secrets.ts';
import { shareWorld } from './kit/shared-world.ts';

describe("from an empty company to provisioned users, on JumpCloud's consoles", () => {
  const { enter, browser } = shareWorld();
  const keys: string[] = [];

  it.each(CONSOLE_NAMES)('walks to the end in few clicks, and leaves the key nowhere (%s)', async (name) => {
    const world = await enter({ jumpcloud: CONSOLES[name] });
    const effort = measureEffort();
    const { last } = await connectAndWalk(world, (state) => effort.decide(state));
    expect(last.status).toBe('finished');
    effort.tell(name);

    const steps = await finishedSteps(world.snapshot);
    expect(steps.filter((step) => step.state === 'open')).toEqual([]);

    await world.sites.jumpcloud.idle();
    const { users } = JSON.parse(await world.server.must('user', 'list', world.domain, '--json')) as {
      users: { userName: string; active: boolean; testUser: boolean }[];
    };
    expect(users).toMatchObject([{ userName: `ada@${world.domain}`, active: true, testUser: false }]);

    expect(world.keys).toHaveLength(1);
    keys.push(...world.keys);
    for (const key of world.keys) expect(await placesOf(key, world)).toEqual([]);
  });

  it('walks to the end one step at a time, for who wants to see each', async () => {
    const world = await enter({ jumpcloud: CONSOLES.modern });
    const walked = new Set<string>();
    const { last } = await connectAndWalk(world, (state) => {
      walked.add(state.step);
      return stepByStep(state);
    });
    expect(last.status).toBe('finished');
    // What a page does not have, and what is so already, is passed.
    const asked: StepId[] = ['dialpad.my-company', 'dialpad.authentication', 'dialpad.api-keys', 'dialpad.add-key'];
    asked.push('jumpcloud.open-application', 'jumpcloud.base-url', 'jumpcloud.token-key', 'jumpcloud.user-groups');
    expect([...walked]).toEqual(expect.arrayContaining(asked));
    keys.push(...world.keys);
  });

  it('leaves no key in the browser’s profile when it ends', async () => {
    expect(keys).toHaveLength(CONSOLE_NAMES.length + 1);
    await browser().quit();
    for (const key of keys) expect(await filesOf(key, browser().profile)).toEqual([]);
  });
});
