import { describe, expect, it } from 'vitest';
import type { ConsoleForm } from '../sites/jumpcloud/options.ts';
import { connectAndWalk } from './kit/admin.ts';
import { finishedSteps } from './kit/finished.ts';
import { filesOf, placesOf } from './kit/secrets.ts';
import { shareWorld } from './kit/shared-world.ts';
import { createSwiftAdmin, MOST_CLICKS_TO_ACTIVATED, tellEffort } from './kit/swift.ts';

const FORMS: ConsoleForm[] = ['classic', 'modern', 'catalog'];

describe("from an empty company to provisioned users, on JumpCloud's consoles", () => {
  const { enter, browser } = shareWorld();
  const keys: string[] = [];

  it.each(FORMS)('walks to the end in few clicks, and leaves the key nowhere (%s)', async (form) => {
    const world = await enter({ jumpcloud: { form } });
    const admin = createSwiftAdmin();
    const { last } = await connectAndWalk(world, (state) => admin.decide(state));
    expect(last.status).toBe('finished');
    tellEffort(form, admin.effort());
    expect(admin.effort()?.clicks).toBeLessThanOrEqual(MOST_CLICKS_TO_ACTIVATED);

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

  it('leaves no key in the browser’s profile when it ends', async () => {
    expect(keys).toHaveLength(FORMS.length);
    await browser().quit();
    for (const key of keys) expect(await filesOf(key, browser().profile)).toEqual([]);
  });
});
