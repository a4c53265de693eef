import type { Activity } from '../../../shared/setup/activity.ts';
import type { Observation } from '../../../shared/setup/observation.ts';
import type { ProblemCode } from '../../../shared/setup/problems.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import {
  call,
  DIALPAD_TAB,
  iso,
  JUMPCLOUD_TAB,
  KEY,
  reading,
  snapshotOf,
  walker,
  walkerAt,
  type Walker,
} from './kit.ts';

/** A step that was pressed, and acknowledged; the page has not answered. */
export function pressed(step: StepId, options: Parameters<typeof walkerAt>[1] = {}): Walker {
  const walk = walkerAt(step, options);
  walk.act(JUMPCLOUD_TAB, 'perform');
  walk.act(JUMPCLOUD_TAB, 'confirm');
  walk.answer({ fingerprint: KEY.fingerprint });
  walk.acknowledge();
  walk.answer();
  return walk;
}

/** A step that was pressed; the page then says that it failed. */
export function failed(step: StepId, options: Parameters<typeof walkerAt>[1] = {}): Walker {
  const walk = pressed(step, options);
  walk.shows(JUMPCLOUD_TAB, { [step]: reading() });
  walk.says(JUMPCLOUD_TAB, { step, says: 'failed', id: 'v1', message: 'There was a problem' });
  return walk;
}

/** The server saw a call of the press that failed. */
export function saw(walk: Walker, change: Partial<Activity>): Walker {
  walk.server({ activity: [...walk.snapshot().activity, call({ id: 9, time: iso(walk.now()), ...change })] });
  return walk;
}

function shown(readings: Observation['readings'], problem: ProblemCode, step: StepId): Walker {
  const walk = walkerAt(step);
  walk.shows(step.startsWith('dialpad') ? DIALPAD_TAB : JUMPCLOUD_TAB, readings, { problem });
  return walk;
}

export const withoutDomain = { company: { ...snapshotOf().company, allowedDomains: [] } };
export const activate: StepId = 'jumpcloud.activate';
export const test: StepId = 'jumpcloud.test-connection';

/** How each problem comes about, and what is advised then. */
export const CASES: { [Code in ProblemCode]: { comes: () => Walker; advised: string } } = {
  'plan-not-eligible': {
    comes: () => walker({ snapshot: { company: { ...snapshotOf().company, eligible: false, plan: 'standard' } } }),
    advised: 'copy',
  },
  'secondary-domain-missing': { comes: () => walker({ snapshot: withoutDomain }), advised: 'perform' },
  'not-an-admin': { comes: () => shown({}, 'not-an-admin', 'dialpad.my-company'), advised: 'retry' },
  'signed-out': { comes: () => shown({}, 'signed-out', 'jumpcloud.base-url'), advised: 'retry' },
  'target-missing': {
    comes: () => {
      const walk = walkerAt('jumpcloud.base-url');
      walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ match: 'missing' }) });
      walk.pass(3000);
      return walk;
    },
    advised: 'point',
  },
  'target-ambiguous': {
    comes: () => {
      const walk = walkerAt('jumpcloud.base-url');
      walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ match: 'ambiguous' }) });
      return walk;
    },
    advised: 'point',
  },
  'fill-reverted': {
    comes: () => {
      const walk = walkerAt('jumpcloud.base-url');
      walk.act(JUMPCLOUD_TAB, 'perform');
      walk.answer({ outcome: 'retryable', problem: 'fill-reverted' });
      walk.looked(JUMPCLOUD_TAB);
      return walk;
    },
    advised: 'retry',
  },
  'key-not-seen': {
    comes: () => {
      const walk = walkerAt('dialpad.save-key');
      walk.act(DIALPAD_TAB, 'perform');
      walk.answer({ outcome: 'refused', problem: 'key-not-seen' });
      walk.looked(DIALPAD_TAB);
      return walk;
    },
    advised: 'perform',
  },
  'no-request-arrived': {
    comes: () => {
      const walk = failed(test);
      walk.pass(1500);
      return walk;
    },
    advised: 'retry',
  },
  'wrong-token': {
    comes: () => {
      const walk = failed(test);
      walk.server({
        refused: [
          { time: iso(walk.now()), route: '/Users', status: 401, fingerprint: KEY.fingerprint, elsewhere: false },
        ],
      });
      return walk;
    },
    advised: 'back',
  },
  'wrong-base-url': {
    comes: () => saw(failed(test), { status: 404, reason: 'not-a-scim-path', kind: 'refused' }),
    advised: 'back',
  },
  'test-user-exists': {
    comes: () =>
      saw(failed(activate), { method: 'POST', status: 409, reason: 'user-exists', kind: 'test-user-create' }),
    advised: 'back',
  },
  'test-user-domain-refused': {
    comes: () =>
      saw(failed(activate), {
        method: 'POST',
        status: 400,
        reason: 'domain-not-allowed',
        domain: 'x.example',
        kind: 'test-user-create',
      }),
    advised: 'back',
  },
  'group-test-failed': {
    comes: () => saw(failed(activate), { method: 'POST', route: '/Groups', status: 400, kind: 'test-group' }),
    advised: 'back',
  },
  'scim-version-1': {
    comes: () => {
      const walk = walkerAt('jumpcloud.scim-version');
      walk.act(JUMPCLOUD_TAB, 'done');
      return walk;
    },
    advised: 'perform',
  },
  'form-wiped': {
    comes: () => {
      const walk = walkerAt(test);
      walk.open(JUMPCLOUD_TAB);
      walk.shows(JUMPCLOUD_TAB, {
        'jumpcloud.base-url': reading(),
        'jumpcloud.token-key': reading(),
        [test]: reading(),
      });
      return walk;
    },
    advised: 'perform-all',
  },
  'jumpcloud-error': {
    comes: () =>
      saw(failed(activate), { method: 'POST', status: 500, reason: 'server-error', kind: 'test-user-create' }),
    advised: 'retry',
  },
  'server-unreachable': {
    comes: () => {
      const walk = walkerAt(activate);
      walk.send({ type: 'server', up: false });
      return walk;
    },
    advised: 'retry',
  },
  'session-expired': {
    comes: () => {
      const walk = walkerAt(activate);
      walk.send({ type: 'expired' });
      return walk;
    },
    advised: 'retry',
  },
  'sso-app-missing': { comes: () => shown({}, 'sso-app-missing', 'jumpcloud.open-application'), advised: 'retry' },
  'sso-not-active': {
    comes: () => shown({}, 'sso-not-active', 'jumpcloud.configuration-settings'),
    advised: 'retry',
  },
  'already-active': { comes: () => shown({}, 'already-active', 'jumpcloud.base-url'), advised: 'perform' },
  'not-public': {
    comes: () => {
      const walk = failed(test, { snapshot: { reachable: false } });
      walk.pass(1500);
      return walk;
    },
    advised: 'retry',
  },
};
