import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StepId } from '../../shared/setup/steps.ts';
import { freePort } from '../e2e/kit/server.ts';
import { type Balancer, startBalancer } from '../server/kit/balancer.ts';
import { withToken } from '../server/kit/browser.ts';
import { startTestServer, type TestServer } from '../server/kit/start.ts';
import { makeStore, type TestStore } from '../server/kit/store.ts';
import { evidence } from '../server/setup/kit.ts';
import { signIn, startConsole, type ConsoleWorld } from './kit/browser.ts';

/** Browsers reach the server through a line that can be cut, under an address that outlives the server. */
let line: Balancer;
let store: TestStore;
let world: ConsoleWorld;
let server: TestServer;
let env: Record<string, string>;

beforeAll(async () => {
  const port = await freePort();
  [line, store] = await Promise.all([startBalancer([port]), makeStore()]);
  env = { PORT: port.toString(), PUBLIC_URL: line.url };
  world = await startConsole({ store, env });
  server = world.server;
});
afterAll(async () => {
  await line.close();
  await world.close();
  if (server !== world.server) await server.close();
  await store.remove();
});

/** The server ends and begins again, on the same port and store. */
async function restart(): Promise<void> {
  await server.close();
  server = await startTestServer({ store, env });
}

/** Creates users past the cut line, and tells their userNames. */
async function create(key: string, domain: string, names: string[]): Promise<void> {
  const scim = server.scim(key);
  for (const name of names) {
    const answer = await scim.post('/Users', { userName: `${name}@${domain}` });
    expect(answer.status).toBe(201);
  }
}

test('pages that lose the server say so, and catch up by themselves when it is back, each call once', async () => {
  const { id, key, domain } = await server.company();
  const link = await server.rules.setup.sessions.createLink(id, { target: 'server' });
  const token = new URL(link.url).pathname.split('/').at(-1) ?? '';
  const seen = (step: StepId) =>
    withToken(server, token).post('/api/setup/evidence', evidence({ step, fact: 'done', seenBy: 'page' }));
  await withToken(server, token).post('/api/setup/sharing');

  const [admin, support, holder] = await Promise.all([world.page(), world.page(), world.page()]);
  const [activity, overview] = [admin.page, await admin.page.context().newPage()];
  const base = `${line.url}/companies/${id}`;
  await signIn(server, activity, id);
  await activity.goto(`${base}/activity`);
  await overview.goto(base);
  await signIn(server, support.page, null);
  await support.page.goto(`${base}/setup/${link.id}`);
  await holder.page.goto(link.url);
  const pages = [activity, support.page, holder.page];
  await Promise.all(pages.map((page) => marked(page, 'live')));
  await overview.locator('[data-count="active"]').waitFor();
  // Each of these would be lost with a reload.
  await support.page.getByLabel('Message').fill('Half a sentence');
  for (const page of [...pages, overview]) await page.evaluate(() => (document.body.dataset['from'] = 'before'));

  const calls = activity.locator('.call');
  const caughtUp = async (created: number, step: StepId) => {
    await Promise.all(pages.map((page) => marked(page, 'live')));
    await expect.poll(() => calls.count()).toBe(created);
    await expect.poll(() => overview.locator('[data-count="active"] .count').innerText()).toBe(created.toString());
    for (const { page } of [support, holder])
      await page.locator(`[data-step-row="${step}"][data-state="done"]`).waitFor();
  };

  // The first time, nothing has arrived yet from which the reading could go on.
  await activity.getByText('No call yet').waitFor();
  line.cut();
  await Promise.all(pages.map((page) => marked(page, 'waiting')));
  await create(key, domain, ['ada', 'bea']);
  await seen('dialpad.my-company');
  line.restore();
  await caughtUp(2, 'dialpad.my-company');

  line.cut();
  await Promise.all(pages.map((page) => marked(page, 'waiting')));
  await restart();
  await create(key, domain, ['cleo', 'dan', 'eve']);
  await seen('dialpad.authentication');
  line.restore();
  await caughtUp(5, 'dialpad.authentication');

  await create(key, domain, ['fay']);
  await seen('dialpad.api-keys');
  await caughtUp(6, 'dialpad.api-keys');
  expect(await support.page.getByLabel('Message').inputValue()).toBe('Half a sentence');
  for (const page of [...pages, overview])
    expect(await page.evaluate(() => document.body.dataset['from'])).toBe('before');
});

/** The page says that it is kept current, or that it is out of touch. */
function marked(page: Page, state: 'live' | 'waiting'): Promise<void> {
  return page.locator(`[data-live="${state}"]`).waitFor();
}
