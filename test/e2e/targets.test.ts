import { describe, expect, it } from 'vitest';
import { connectAndWalk } from './kit/admin.ts';
import { finishedSteps } from './kit/finished.ts';
import { placesOf } from './kit/secrets.ts';
import { shareWorld } from './kit/shared-world.ts';

const { enter } = shareWorld();

describe('a key that this server issues itself', () => {
  it('is made after the admin agreed, without Dialpad’s pages, and is used', async () => {
    const world = await enter({ target: 'self-hosted', jumpcloud: { form: 'modern' } });
    const steps = new Set<string>();
    const { last } = await connectAndWalk(world, (state) => {
      steps.add(state.step);
      return 'advised';
    });
    expect(last.status).toBe('finished');
    expect([...steps].filter((step) => step.startsWith('dialpad.'))).toEqual(['dialpad.generate-key']);
    expect(world.keys).toEqual([]);
    await finishedSteps(world.snapshot);
    expect(world.sites.jumpcloud.integration()?.baseUrl).toBe(`${world.server.url}/scim/v2`);
  });
});

describe('JumpCloud that talks to Dialpad itself', () => {
  it('is guided by what the pages say, to the groups that are bound', async () => {
    const world = await enter({ target: 'dialpad', jumpcloud: { form: 'modern' } });
    const { server, sites } = world;
    // Dialpad's own service stands behind its own address; here the server's does, under another path.
    sites.jumpcloud.set({ client: { origins: { 'https://dialpad.com': server.url } } });
    const texts: string[] = [];
    const { last } = await connectAndWalk(world, (state) => {
      texts.push(state.text);
      return 'advised';
    });
    expect(last.status).toBe('finished');
    expect(sites.jumpcloud.integration()?.baseUrl).toBe('https://dialpad.com/scim');
    const steps = await finishedSteps(world.snapshot);
    expect(steps.find(({ step }) => step === 'first-sync')?.state).toBe('not-needed');
    expect(texts.join(' ')).not.toContain('What the server saw');
    const [key = ''] = world.keys;
    expect(await placesOf(key, world)).toEqual([]);
  });
});
