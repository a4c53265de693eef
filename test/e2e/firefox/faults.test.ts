import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import type { ProblemCode } from '../../../shared/setup/problems.ts';
import type { ConsoleForm } from '../../sites/jumpcloud/options.ts';
import { findFirefox } from '../../tools/browser.ts';
import { follow, type Decision } from '../kit/follow.ts';
import type { PanelState } from '../kit/panel-state.ts';
import { createSwiftAdmin } from '../kit/swift.ts';
import { startGround, type Ground, type WorldOptions } from '../kit/world.ts';
import { connectFirefox, firefoxDriver, openFirefox, type AssistantFirefox } from './firefox.ts';

const executable = findFirefox();
const WITHIN_MS = 240_000;

type Case = { form: ConsoleForm; code: ProblemCode; options: WorldOptions; mend: (ground: Ground) => void };

const CASES: Case[] = [
  {
    form: 'classic',
    code: 'wrong-token',
    options: { dialpad: { foreign: true } },
    mend: ({ sites }) => sites.dialpad.set({ foreign: false }),
  },
  {
    form: 'catalog',
    code: 'not-public',
    options: { jumpcloud: { client: { network: 'blocked' } } },
    mend: ({ sites }) => sites.jumpcloud.set({ client: { network: 'open' } }),
  },
];

describe.skipIf(executable === null)('in Firefox', () => {
  let ground: Ground | null = null;
  let firefox: AssistantFirefox | null = null;
  afterEach(async () => {
    await firefox?.close();
    await ground?.close();
  });

  it.each(CASES)(
    '$code is named on the $form console, and the integration activated once it is mended',
    { timeout: WITHIN_MS },
    async (one) => {
      const { form, code, options, mend } = one;
      const here = await startGround({ ...options, jumpcloud: { ...options.jumpcloud, form } });
      ground = here;
      firefox = await openFirefox(executable ?? '', here.sites.port);
      await connectFirefox(firefox, here.link);
      const start = await firefox.browser.newPage();
      await start.goto('https://dialpad.com/');
      const walk = (tab: Page, decide: (state: PanelState) => Decision) =>
        follow(tab, firefoxDriver(firefox as AssistantFirefox), { patienceMs: 30_000, decide });
      const admin = createSwiftAdmin();
      const met = await walk(start, (state) => (state.problem === code ? 'stop' : admin.decide(state)));
      expect(met.last.problem).toBe(code);
      mend(here);
      const end = await walk(met.tab, (state) => {
        if (state.step === 'jumpcloud.user-groups') return 'stop';
        return state.problem ? ((state.primary ?? 'wait') as Decision) : admin.decide(state);
      });
      expect(end.last.step).toBe('jumpcloud.user-groups');
      expect(here.sites.jumpcloud.integration()).not.toBeNull();
    },
  );
});
