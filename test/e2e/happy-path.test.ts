import { afterEach, describe, expect, it } from 'vitest';
import type { ConsoleForm } from '../sites/jumpcloud/options.ts';
import { connectAndWalk } from './kit/admin.ts';
import { finishedSteps } from './kit/finished.ts';
import { filesOf, placesOf } from './kit/secrets.ts';
import { createSwiftAdmin, MOST_CLICKS_TO_ACTIVATED, tellEffort } from './kit/swift.ts';
import { COMPANY_DOMAIN, PEOPLE, startWorld, type World } from './kit/world.ts';

const FORMS: ConsoleForm[] = ['classic', 'modern', 'catalog'];

describe.each(FORMS)("from an empty company to provisioned users, on JumpCloud's %s console", (form) => {
  let world: World | null = null;
  afterEach(() => world?.close());

  it('walks to the end in few clicks, and leaves the key nowhere', async () => {
    world = await startWorld({ jumpcloud: { form } });
    const admin = createSwiftAdmin();
    const { last } = await connectAndWalk(world, (state) => admin.decide(state));
    expect(last.status).toBe('finished');
    tellEffort(form, admin.effort());
    expect(admin.effort()?.clicks).toBeLessThanOrEqual(MOST_CLICKS_TO_ACTIVATED);

    const steps = await finishedSteps(world.snapshot);
    expect(steps.filter((step) => step.state === 'open')).toEqual([]);

    await world.sites.jumpcloud.idle();
    const { users } = JSON.parse(await world.server.must('user', 'list', COMPANY_DOMAIN, '--json')) as {
      users: { userName: string; active: boolean; testUser: boolean }[];
    };
    expect(users.map((user) => user.userName).sort()).toEqual(PEOPLE.map((person) => person.email).sort());
    expect(users.every((user) => user.active && !user.testUser)).toBe(true);

    expect(world.keys).toHaveLength(1);
    const [key = ''] = world.keys;
    expect(await placesOf(key, world)).toEqual([]);
    await world.browser.quit();
    expect(await filesOf(key, world.browser.profile)).toEqual([]);
  });
});
