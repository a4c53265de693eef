import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { USER_SCHEMA } from '../../shared/scim/urns.ts';
import { en } from '../../shared/texts/en.ts';
import { connectAndWalk, stepByStep, walkOn } from './kit/admin.ts';
import { connect } from './kit/browser.ts';
import { click, readPanel, waitForPanel } from './kit/panel.ts';
import type { Decision } from './kit/walk.ts';
import { COMPANY_DOMAIN, startWorld, type World } from './kit/world.ts';

/** A cause must be named this soon after the page's failure. */
const NAMED_WITHIN_MS = 5_000;

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

describe('what JumpCloud calls only "a problem" is named by its cause', () => {
  it('is not stopped by a test user that an interrupted activation left behind', async () => {
    world = await startWorld();
    const { last } = await connectAndWalk(world, async (state) => {
      if (state.step === 'jumpcloud.test-connection' && state.primary === 'confirm') await strandTestUser(world);
      return 'advised' as const;
    });
    expect(last.status).toBe('finished');
  });

  it('tells a company whose plan may not use SCIM at the first step, and goes on when the plan changes', async () => {
    world = await startWorld({ plan: 'standard' });
    await connect(world.browser, world.link);
    const page = await world.browser.newPage();
    await page.goto('https://dialpad.com/');
    const state = await waitForPanel(page, 'the plan', ({ problem }) => problem === 'plan-not-eligible');
    expect(state).toMatchObject({ step: 'eligibility', status: 'problem', site: 'server' });
    expect(state.primary).not.toBeNull();
    await world.server.must('company', 'update', COMPANY_DOMAIN, '--plan', 'pro');
    await waitForPanel(page, 'the next step', ({ step }) => step === 'dialpad.my-company', NAMED_WITHIN_MS);
  });
});

describe('what happens to the admin on the way does not stop the walk', () => {
  it('says that the server cannot be reached, presses nothing, and goes on when it is back', async () => {
    world = await startWorld();
    const { server, sites } = world;
    const { page } = await connectAndWalk(world, (state) =>
      state.step === 'jumpcloud.test-connection' && state.primary === 'confirm' ? 'stop' : 'advised',
    );
    await server.stop();
    await click(page, 'confirm');
    await waitForPanel(page, 'the outage', ({ problem }) => problem === 'server-unreachable');
    expect(sites.jumpcloud.calls()).toEqual([]);
    await click(page, 'retry');
    expect((await readPanel(page))?.text, 'a first click on a problem').not.toContain(en.panel.notVerified);
    await server.start();
    await waitForPanel(page, 'the problem to clear by itself', ({ problem }) => problem === null);
    const { last } = await walkOn(page, world);
    expect(last.status).toBe('finished');
  });

  it('resumes after a reload, a killed worker and 40 s of idling', async () => {
    world = await startWorld();
    const { browser } = world;
    let { page } = await connectAndWalk(world, (state) =>
      state.step === 'dialpad.authentication' ? 'stop' : stepByStep(state),
    );
    await page.reload();
    await browser.killWorker();
    ({ page } = await walkOn(page, world, (state) =>
      state.step === 'jumpcloud.token-key' ? 'stop' : stepByStep(state),
    ));

    const url = page.url();
    await browser.leaveAlone(40_000); // the idling itself is what is tested: Chromium ends a worker after 30 s
    page = pageAt(world, url);
    const { page: formPage } = await walkOn(page, world, (state) =>
      state.step === 'jumpcloud.test-connection' ? 'stop' : 'advised',
    );
    await formPage.reload();
    await waitForPanel(formPage, 'the wiped form', ({ step }) => step === 'jumpcloud.open-application');
    const { last } = await walkOn(formPage, world, (state) =>
      state.problem === 'form-wiped' ? ((state.primary ?? 'wait') as Decision) : 'advised',
    );
    expect(last.status).toBe('finished');
  });
});

/** What an activation that stopped midway leaves behind: the account of the very address that the next one will use. */
async function strandTestUser(stranded: World | null): Promise<void> {
  if (!stranded) throw new Error('There is no world.');
  const address = (await stranded.snapshot()).testAddresses.at(-1);
  if (address === undefined) throw new Error('The session has issued no test address.');
  const answer = await fetch(`${stranded.server.url}/scim/v2/Users`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${stranded.keys[0] ?? ''}`, 'Content-Type': 'application/scim+json' },
    body: JSON.stringify({ schemas: [USER_SCHEMA], userName: address, displayName: 'displayname' }),
  });
  expect(answer.status).toBe(201);
}

/** The tab with that address, after the developer tools were attached anew. */
function pageAt({ browser }: World, url: string): Page {
  const page = browser
    .context()
    .pages()
    .find((candidate) => candidate.url() === url);
  if (!page) throw new Error(`There is no tab at ${url} any more.`);
  return page;
}
