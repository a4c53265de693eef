import { describe, expect, it } from 'vitest';
import type { Activity } from '../../../shared/setup/activity.ts';
import type { Evidence } from '../../../shared/setup/evidence.ts';
import type { Observation } from '../../../shared/setup/observation.ts';
import { PROBLEM_CODES, type ProblemCode } from '../../../shared/setup/problems.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import {
  call,
  commandOf,
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

/** A step that was pressed, acknowledged and answered; the page then says that it failed. */
function failed(step: StepId, options: Parameters<typeof walkerAt>[1] = {}): Walker {
  const walk = walkerAt(step, options);
  walk.act(JUMPCLOUD_TAB, 'perform');
  walk.act(JUMPCLOUD_TAB, 'confirm');
  walk.answer({ fingerprint: KEY.fingerprint });
  walk.acknowledge();
  walk.answer();
  walk.shows(JUMPCLOUD_TAB, { [step]: reading() });
  walk.says(JUMPCLOUD_TAB, { step, says: 'failed', id: 'v1', message: 'There was a problem' });
  return walk;
}

/** The server saw a call of the press that failed. */
function saw(walk: Walker, change: Partial<Activity>): Walker {
  walk.server({ activity: [...walk.snapshot().activity, call({ id: 9, time: iso(walk.now()), ...change })] });
  return walk;
}

function shown(readings: Observation['readings'], problem: ProblemCode, step: StepId): Walker {
  const walk = walkerAt(step);
  walk.shows(step.startsWith('dialpad') ? DIALPAD_TAB : JUMPCLOUD_TAB, readings, { problem });
  return walk;
}

const withoutDomain = { company: { ...snapshotOf().company, allowedDomains: [] } };
const activate: StepId = 'jumpcloud.activate';
const test: StepId = 'jumpcloud.test-connection';

/** How each problem comes about, and what is advised then. */
const CASES: { [Code in ProblemCode]: { comes: () => Walker; advised: string } } = {
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
        refused: [{ time: iso(walk.now()), route: '/Users', fingerprint: KEY.fingerprint, elsewhere: false }],
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
      saw(failed(activate), { method: 'POST', status: 400, reason: 'domain-not-allowed', domain: 'x.example' }),
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
    advised: 'perform',
  },
  'jumpcloud-error': { comes: () => saw(failed(activate), { status: 500, reason: 'server-error' }), advised: 'retry' },
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

function panelOf(walk: Walker): number | 'sidepanel' {
  return walk.state().frontTab ?? 'sidepanel';
}

describe('every problem', () => {
  it.each(PROBLEM_CODES)('%s is shown with one next action', (code) => {
    const { comes, advised } = CASES[code];
    const walk = comes();
    const view = walk.view(panelOf(walk));
    expect(view).toMatchObject({ status: code === 'target-ambiguous' ? 'ambiguous' : 'problem', problem: { code } });
    expect(walk.primary(panelOf(walk))).toBe(advised);
    expect(view.actions.filter((action) => action.primary)).toHaveLength(1);
  });
});

describe('a problem whose cause goes away clears by itself', () => {
  it('when the plan changes', () => {
    const walk = CASES['plan-not-eligible'].comes();
    walk.server({ company: snapshotOf().company });
    expect(walk.view()).toMatchObject({ step: 'dialpad.my-company', problem: null });
  });

  it('when support allows the domain, at its own step and after a failed activation', () => {
    const early = CASES['secondary-domain-missing'].comes();
    early.server({ company: snapshotOf().company });
    expect(early.view()).toMatchObject({ step: 'dialpad.my-company' });

    const late = failed(activate);
    late.server({ company: withoutDomain.company });
    late.act(JUMPCLOUD_TAB, 'skip');
    saw(late, { method: 'POST', status: 400, reason: 'domain-not-allowed', domain: 'jumpcloud.com' });
    expect(late.view(JUMPCLOUD_TAB)).toMatchObject({ step: activate, problem: { code: 'secondary-domain-missing' } });
    late.server({ company: snapshotOf().company });
    late.pass(1000);
    expect(late.view(JUMPCLOUD_TAB)).toMatchObject({ step: activate, status: 'ready', problem: null });
  });

  it('when the admin signs in', () => {
    const walk = CASES['signed-out'].comes();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'ready', problem: null });
  });

  it('when the session is opened again by a new link, with the key that was taken before', () => {
    const walk = CASES['session-expired'].comes();
    expect(walk.view(JUMPCLOUD_TAB).step).toBe(activate);
    const snapshot = snapshotOf({ session: { ...snapshotOf().session, id: 's2' } });
    walk.send({ type: 'connected', snapshot, held: KEY });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.open-application', heldKey: KEY.masked });
  });
});

describe('remedies', () => {
  it('leads back to the field, fills it anew, and is then ready to try again', () => {
    const walk = CASES['wrong-base-url'].comes();
    walk.act(JUMPCLOUD_TAB, 'back');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ state: 'done' }), [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', status: 'ready' });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('perform');
    // A step that is done over is no part of the page's run.
    expect(walk.offers(JUMPCLOUD_TAB)).not.toContain('perform-all');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ state: 'done' }), [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: test, status: 'ready', problem: null });
  });

  it('makes another key when Dialpad shows the one that was not taken no more', () => {
    const walk = walkerAt('dialpad.save-key');
    walk.shows(DIALPAD_TAB, { 'dialpad.save-key': reading({ match: 'missing' }) });
    walk.act(DIALPAD_TAB, 'done');
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.save-key', problem: { code: 'key-not-seen' } });
    expect(walk.primary(DIALPAD_TAB)).toBe('back');
    walk.act(DIALPAD_TAB, 'back');
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.add-key', problem: null });
  });

  it('asks for another key when the refused one is the very one that it holds', () => {
    const walk = CASES['wrong-token'].comes();
    walk.act(JUMPCLOUD_TAB, 'back');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'dialpad.add-key', status: 'elsewhere', heldKey: null });
    walk.send({ type: 'key-held', held: { ...KEY, fingerprint: 'f'.repeat(16) }, from: 'pasted' });
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.token-key': reading(), [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.token-key', status: 'ready', problem: null });
  });

  it('tries a press again only after it was agreed to again', () => {
    const walk = CASES['jumpcloud-error'].comes();
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'retry'))).toBeNull();
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('confirm');
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.answer({ fingerprint: KEY.fingerprint });
    walk.acknowledge();
    walk.answer();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'working', problem: null });
  });

  it('says once that the form was wiped, and fills all of it again in one go', () => {
    const walk = CASES['form-wiped'].comes();
    const readings = { 'jumpcloud.token-key': reading(), [test]: reading() };
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { ...readings, 'jumpcloud.base-url': reading({ state: 'done' }) });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.token-key', status: 'working' });
  });

  it('does not take the fields that JumpCloud empties after Activate for a wiped form', () => {
    const walk = walkerAt(activate);
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.answer({ fingerprint: KEY.fingerprint });
    walk.acknowledge();
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.token-key': reading(), 'jumpcloud.test-user-email': reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: activate, status: 'working' });
  });
});

describe("a test user's address of the admin's own", () => {
  const step: StepId = 'jumpcloud.test-user-email';
  const own = (address: string) => ({ [step]: reading({ occupiedBy: address }), [test]: reading() });

  it('is believed on an allowed domain, and refused on another', () => {
    const walk = walkerAt(step);
    walk.shows(JUMPCLOUD_TAB, own('ann@elsewhere.example'));
    walk.act(JUMPCLOUD_TAB, 'done');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, problem: { code: 'test-user-domain-refused' } });
    walk.shows(JUMPCLOUD_TAB, own('ann@acme.example'));
    walk.act(JUMPCLOUD_TAB, 'done');
    walk.shows(JUMPCLOUD_TAB, own('ann@acme.example'));
    expect(walk.view(JUMPCLOUD_TAB).step).toBe(test);
  });

  it('is taken as chosen when the admin tests with it by hand, so that the cause of a failure is told', () => {
    const walk = walkerAt(step);
    walk.shows(JUMPCLOUD_TAB, own('ann@acme.example'));
    saw(walk, { kind: 'refused', status: 409, reason: 'user-exists', method: 'POST', route: '/Users' });
    walk.says(JUMPCLOUD_TAB, { step: activate, says: 'failed', id: 'v1', message: 'There was a problem' });
    walk.pass(2000);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'test-user-exists' } });
  });
});

describe('an activation that failed before the form was changed', () => {
  it('is not told again after a newer test passed', () => {
    const walk = failed(activate);
    saw(walk, { kind: 'refused', status: 409, reason: 'user-exists', method: 'POST', route: '/Users' });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ problem: { code: 'test-user-exists' } });
    const fact = (step: StepId, says: Evidence['fact']): Evidence => {
      walk.pass(1000);
      return { step, fact: says, seenBy: 'page', at: iso(walk.now()), note: null, fingerprint: null };
    };
    const filled = fact('jumpcloud.test-user-email', 'done');
    const tested = [fact(test, 'pressed'), fact(test, 'page-succeeded')];
    walk.server({ evidence: [...walk.snapshot().evidence, filled, ...tested] });
    saw(walk, { kind: 'list', status: 200, method: 'GET', route: '/Users', id: 10 });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: activate, status: 'ready', problem: null });
  });
});
