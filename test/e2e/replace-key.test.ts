import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ConsoleForm } from '../sites/jumpcloud/options.ts';
import { connectAndWalk } from './kit/admin.ts';
import { finishedSteps } from './kit/finished.ts';
import type { PanelState } from './kit/panel.ts';
import { placesOf } from './kit/secrets.ts';
import { shareWorld, type SharedWorld } from './kit/shared-world.ts';
import { measureEffort, type Effort } from './kit/effort.ts';
import type { Decision } from './kit/walk.ts';

const FORMS: ConsoleForm[] = ['classic', 'modern', 'catalog'];

/** The deactivation: a menu, and what is chosen in it. */
const BY_HAND_CLICKS = 2;

const { enter } = shareWorld();

/** A world in which JumpCloud works with a key that the company had before; `flow` is what the setup link leads through. */
async function runningWorld(
  form: ConsoleForm,
  flow: 'setup' | 'replace-key',
): Promise<{ at: SharedWorld; oldKey: string }> {
  const at = await enter({ jumpcloud: { form }, flow, issueFirst: true });
  const [oldKey = ''] = at.keys;
  at.sites.jumpcloud.set({ alreadyActive: { baseUrl: `${at.server.url}/scim/v2`, tokenKey: oldKey } });
  await at.sites.jumpcloud.bind('Dialpad users');
  return { at, oldKey };
}

/** The admin of a running integration: deactivates by hand where that is shown, and deletes the old key at the end. */
function replacer(
  at: SharedWorld,
  oldKey: string,
  effort: Effort,
): (state: PanelState, page: Page) => Promise<Decision> {
  return async (state, page) => {
    const isByHand = state.step === 'jumpcloud.deactivate';
    const advised = effort.decide(state, isByHand ? BY_HAND_CLICKS : 1);
    if (state.problem === 'already-active') return 'perform';
    if (isByHand) {
      await page.getByRole('button', { name: 'Actions' }).click();
      await page.getByRole('menuitem', { name: /^Deactivate (Identity Management|Provisioning)$/ }).click();
      return 'wait';
    }
    if (state.step !== 'retire-old-key') return advised;
    expect(state.text).toContain(oldKey.slice(-4));
    await revoke(at, oldKey);
    return 'wait';
  };
}

async function revoke({ server, domain }: SharedWorld, key: string): Promise<void> {
  const { keys } = JSON.parse(await server.must('key', 'list', domain, '--json')) as {
    keys: { id: string; last4: string }[];
  };
  const old = keys.find(({ last4 }) => last4 === key.slice(-4));
  await server.must('key', 'revoke', domain, old?.id ?? '');
}

async function expectReplaced(at: SharedWorld): Promise<void> {
  const [, newKey = ''] = at.keys;
  expect(at.keys).toHaveLength(2);
  await finishedSteps(at.snapshot);
  // The old key opens nothing any more, so whoever still comes over came with the new one.
  const hired = await at.sites.jumpcloud.hire({
    email: `lin@${at.domain}`,
    givenName: 'Lin',
    familyName: 'Sato',
    groups: ['Dialpad users'],
  });
  expect(hired.ok).toBe(true);
  expect(await placesOf(newKey, at)).toEqual([]);
}

describe.each(FORMS)("another key for an integration that runs, on JumpCloud's %s console", (form) => {
  it('is put in and used before the old one is deleted', async () => {
    const { at, oldKey } = await runningWorld(form, 'replace-key');
    const effort = measureEffort();
    const { last } = await connectAndWalk(at, replacer(at, oldKey, effort));
    expect(last.status).toBe('finished');
    effort.tell(`another key, ${form}`);
    expect(last.text).toContain('JumpCloud uses the new key');
    await expectReplaced(at);
  });
});

describe('a setup that meets a running integration', () => {
  it('offers to replace its key, and does so with the key that was just made', async () => {
    const { at, oldKey } = await runningWorld('modern', 'setup');
    const effort = measureEffort();
    const { last } = await connectAndWalk(at, replacer(at, oldKey, effort));
    expect(last.status).toBe('finished');
    effort.tell('another key, found to be needed on the way');
    await expectReplaced(at);
  });
});
