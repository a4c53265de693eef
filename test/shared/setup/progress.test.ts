import { describe, expect, it } from 'vitest';
import { progress } from '../../../shared/setup/progress.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import { stepsOf, type StepId } from '../../../shared/setup/steps.ts';
import {
  at,
  call,
  cycle,
  seen,
  snapshot,
  type SnapshotChange,
  upToActivate,
  upToTestConnection,
} from './make-snapshot.ts';

function stateOf(step: StepId, given: SetupSnapshot) {
  return progress(given).steps.find((entry) => entry.step === step)?.state;
}

describe('progress', () => {
  it('begins at the first Dialpad step when plan and domain are fine', () => {
    expect(progress(snapshot()).current).toBe('dialpad.my-company');
    expect(progress(snapshot()).steps.map(({ step }) => step)).toEqual(stepsOf('setup').map(({ id }) => id));
  });

  it('waits at eligibility for a plan without SCIM', () => {
    expect(progress(snapshot({ company: { eligible: false, plan: 'standard' } })).current).toBe('eligibility');
  });

  describe('the secondary domain', () => {
    const without = { company: { allowedDomains: [] } };

    it('is open until jumpcloud.com is allowed', () => {
      expect(progress(snapshot(without)).current).toBe('secondary-domain');
    });

    it('is done when every domain is allowed', () => {
      expect(stateOf('secondary-domain', snapshot({ company: { allowedDomains: ['*'] } }))).toBe('done');
    });

    it('is skipped by the admin, and open again when the admin goes back', () => {
      const skipped = seen('secondary-domain', 'skipped', 1, { seenBy: 'admin' });
      expect(stateOf('secondary-domain', snapshot({ ...without, evidence: [skipped] }))).toBe('skipped');
      const back = seen('secondary-domain', 'open', 2, { seenBy: 'admin' });
      expect(stateOf('secondary-domain', snapshot({ ...without, evidence: [skipped, back] }))).toBe('open');
    });

    it('is not done by the admin’s word against the server’s, but is where only Dialpad knows', () => {
      const evidence = [seen('secondary-domain', 'done', 1, { seenBy: 'admin' })];
      expect(stateOf('secondary-domain', snapshot({ ...without, evidence }))).toBe('open');
      expect(stateOf('secondary-domain', snapshot({ ...without, evidence, target: 'dialpad' }))).toBe('done');
    });
  });

  describe('what a target does not need', () => {
    it('leaves a self-hosted session the key steps only', () => {
      const given = snapshot({ target: 'self-hosted' });
      expect(stateOf('dialpad.my-company', given)).toBe('not-needed');
      expect(progress(given).current).toBe('dialpad.generate-key');
    });

    it('asks no first sync of a session that ends at Dialpad itself', () => {
      expect(stateOf('first-sync', snapshot({ target: 'dialpad' }))).toBe('not-needed');
    });
  });

  describe('what a page held', () => {
    it('counts as done for good once the key was taken', () => {
      const given = snapshot({
        evidence: [seen('dialpad.my-company', 'open', 1), seen('dialpad.save-key', 'done', 2)],
      });
      expect(stateOf('dialpad.my-company', given)).toBe('done');
      expect(progress(given).current).toBe('jumpcloud.open-application');
    });

    it('is open again after a reload before that', () => {
      const evidence = [...upToTestConnection(), seen('jumpcloud.base-url', 'open', 30)];
      expect(progress(snapshot({ evidence })).current).toBe('jumpcloud.base-url');
    });

    it('asks for no new key after activation, even when the assistant lost the old one', () => {
      const { evidence, activity } = upToActivate();
      const given = snapshot({
        evidence: [
          ...evidence,
          seen('jumpcloud.activate', 'pressed', 40),
          seen('jumpcloud.activate', 'done', 45),
          seen('dialpad.save-key', 'open', 50),
          seen('jumpcloud.token-key', 'open', 50),
        ],
        activity: [...activity, ...cycle(41)],
      });
      expect(stateOf('dialpad.save-key', given)).toBe('done');
      expect(stateOf('dialpad.my-company', given)).toBe('done');
      expect(progress(given).current).toBe('jumpcloud.save');
    });
  });

  it.each<[string, 'skipped' | 'not-needed', StepId, string]>([
    ['passes over a step that the page does not have', 'not-needed', 'jumpcloud.scim-version', 'not-needed'],
    ['lets a skippable step be skipped', 'skipped', 'jumpcloud.group-management', 'skipped'],
    ['lets no other step be skipped', 'skipped', 'jumpcloud.activate', 'open'],
  ])('%s', (_name, fact, step, state) => {
    expect(stateOf(step, snapshot({ evidence: [seen(step, fact, 5)] }))).toBe(state);
  });

  describe('Test Connection', () => {
    const pressed = [...upToTestConnection(), seen('jumpcloud.test-connection', 'pressed', 20)];
    const passed = [...pressed, seen('jumpcloud.test-connection', 'page-succeeded', 24)];

    it.each<[string, SnapshotChange, string]>([
      ['is open while the page says nothing', { evidence: pressed, activity: [call('list', 200, 21)] }, 'open'],
      ['is open while the server saw nothing', { evidence: passed }, 'open'],
      [
        'is open while the server saw refusals only',
        { evidence: passed, activity: [call('refused', 403, 21)] },
        'open',
      ],
      ['does not take a call from before the press', { evidence: passed, activity: [call('list', 200, 19)] }, 'open'],
      ['is done when both say so', { evidence: passed, activity: [call('list', 200, 21)] }, 'done'],
      ['is done when it ran the whole cycle itself', { evidence: passed, activity: cycle(21) }, 'done'],
      [
        'is open after a new press until there is a new verdict',
        {
          evidence: [...passed, seen('jumpcloud.test-connection', 'pressed', 30)],
          activity: [call('list', 200, 21), call('list', 200, 31)],
        },
        'open',
      ],
      [
        'is done when the admin pressed the page’s own button',
        {
          evidence: [...upToTestConnection(), seen('jumpcloud.test-connection', 'page-succeeded', 24)],
          activity: [call('list', 200, 21)],
        },
        'done',
      ],
    ])('%s', (_name, given, state) => {
      expect(stateOf('jumpcloud.test-connection', snapshot(given))).toBe(state);
    });

    it('needs the page’s word only where the calls go to Dialpad', () => {
      expect(stateOf('jumpcloud.test-connection', snapshot({ evidence: passed, target: 'dialpad' }))).toBe('done');
    });

    it('tells the time of the last thing that says so', () => {
      const steps = progress(snapshot({ evidence: passed, activity: [call('list', 200, 25)] })).steps;
      expect(steps.find(({ step }) => step === 'jumpcloud.test-connection')?.at).toBe(at(25));
    });
  });

  describe('Activate', () => {
    const { evidence, activity } = upToActivate();
    const pressed = [...evidence, seen('jumpcloud.activate', 'pressed', 40)];
    const passed = [...pressed, seen('jumpcloud.activate', 'done', 45)];

    it.each<[string, SnapshotChange, string]>([
      [
        'is open while the test user was not removed',
        {
          evidence: passed,
          activity: [...activity, call('test-user-create', 201, 41)],
        },
        'open',
      ],
      [
        'does not take the cycle of Test Connection for its own',
        {
          evidence: passed,
          activity: [...activity, ...cycle(21)],
        },
        'open',
      ],
      [
        'does not take the removal of an older test user',
        {
          evidence: passed,
          activity: [...activity, call('test-user-delete', 204, 41), call('test-user-create', 201, 42)],
        },
        'open',
      ],
      [
        'is open while the page still offers it',
        {
          evidence: [...passed, seen('jumpcloud.activate', 'open', 50)],
          activity: [...activity, ...cycle(41)],
        },
        'open',
      ],
      ['is done when page and server say so', { evidence: passed, activity: [...activity, ...cycle(41)] }, 'done'],
      [
        'is done at the second press, whatever became of the first',
        {
          evidence: [
            ...pressed,
            seen('jumpcloud.activate', 'page-failed', 42),
            seen('jumpcloud.activate', 'pressed', 60),
            seen('jumpcloud.activate', 'page-succeeded', 65),
          ],
          activity: [...activity, call('test-group', 400, 41), ...cycle(61)],
        },
        'done',
      ],
    ])('%s', (_name, given, state) => {
      expect(stateOf('jumpcloud.activate', snapshot(given))).toBe(state);
    });
  });

  describe('the first sync', () => {
    const { evidence } = upToActivate();
    const pressed = [...evidence, seen('jumpcloud.activate', 'pressed', 40)];

    it.each<[string, SnapshotChange, string]>([
      ['is open while only test users came', { activity: cycle(41) }, 'open'],
      ['is open for accounts older than the session', { firstUserAt: at(-60) }, 'open'],
      ['is done with the first new account', { firstUserAt: at(90) }, 'done'],
      [
        'is done when JumpCloud takes over an older account',
        { firstUserAt: at(-60), activity: [call('update', 200, 90)] },
        'done',
      ],
      [
        'takes no change from before Activate for it',
        { firstUserAt: at(-60), activity: [call('update', 200, 30)] },
        'open',
      ],
      ['takes no refused call for it', { activity: [call('create', 400, 90)] }, 'open'],
    ])('%s', (_name, given, state) => {
      expect(stateOf('first-sync', snapshot({ evidence: pressed, ...given }))).toBe(state);
    });
  });
});
