import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../../shared/setup/problems.ts';
import { JUMPCLOUD_TAB, KEY, reading, snapshotOf, type Walker } from './kit.ts';
import { activate, CASES, failed, saw, withoutDomain } from './problem-cases.ts';

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
