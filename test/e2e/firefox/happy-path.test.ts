import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { progress } from '../../../shared/setup/progress.ts';
import { findFirefox } from '../../tools/browser.ts';
import { follow } from '../kit/follow.ts';
import { COMPANY_DOMAIN, PEOPLE, startGround, USER_GROUP, type Ground } from '../kit/world.ts';
import { connectFirefox, firefoxDriver, openFirefox, type AssistantFirefox } from './firefox.ts';

const executable = findFirefox();
const PATIENCE_MS = 30_000;
/** Firefox starts slowly beside everything else that runs. */
const WITHIN_MS = 240_000;

describe.skipIf(executable === null)('in Firefox, from the package for its store', () => {
  let ground: Ground | null = null;
  let firefox: AssistantFirefox | null = null;
  afterEach(async () => {
    await firefox?.close();
    await ground?.close();
  });

  it('the same admin walks to the end, and the people of the group arrive', { timeout: WITHIN_MS }, async () => {
    ground = await startGround();
    firefox = await openFirefox(executable ?? '', ground.sites.port);
    await connectFirefox(firefox, ground.link);
    const page = await firefox.browser.newPage();
    await page.goto('https://dialpad.com/');
    const { last, clicks } = await follow(page, firefoxDriver(firefox), {
      patienceMs: PATIENCE_MS,
      decide: async (state, here) => {
        if (state.problem) throw new Error(`Met ${state.problem} at ${state.step}: ${state.text}`);
        if (state.step === 'jumpcloud.user-groups') await tickUserGroup(here);
        return 'advised' as const;
      },
    });
    expect(last.status).toBe('finished');
    process.stdout.write(`Firefox: ${String(clicks)} clicks of the admin from Connect to the first user\n`);

    expect(progress(await ground.snapshot()).current).toBeNull();
    await ground.sites.jumpcloud.idle();
    const { users } = JSON.parse(await ground.server.must('user', 'list', COMPANY_DOMAIN, '--json')) as {
      users: { userName: string }[];
    };
    expect(users.map((user) => user.userName).sort()).toEqual(PEOPLE.map((person) => person.email).sort());
  });
});

/** Ticks the group that is to have Dialpad, where the page shows it and it is not ticked yet. */
async function tickUserGroup(page: Page): Promise<void> {
  const boxes = await page.$$(`::-p-xpath(//label[contains(., "${USER_GROUP}")]//input[@type="checkbox"])`);
  for (const box of boxes) {
    const isOpen = await box.evaluate((element) => element.checkVisibility() && !(element as HTMLInputElement).checked);
    if (isOpen) await box.click();
  }
}
