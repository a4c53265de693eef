import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../shared/setup/evidence.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { commandOf, DIALPAD_TAB, iso, JUMPCLOUD_TAB, KEY, reading, walkerAt } from './kit.ts';
import { activate, CASES, failed, pressed, saw, test } from './problem-cases.ts';

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

  it('asks for no other key when the right one was not sent as a bearer token', () => {
    const walk = saw(failed(test), { status: 401, reason: 'key-not-bearer', kind: 'refused' });
    const { problem, step } = walk.view(JUMPCLOUD_TAB);
    expect([step, problem?.code, problem?.details.message]).toEqual([test, 'wrong-token', 'key-not-bearer']);
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('retry');
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

  it('has the Base URL typed again where the page offers no test after one that did not arrive', () => {
    const walk = pressed(test);
    const base = { 'jumpcloud.base-url': reading({ state: 'done' }) };
    walk.shows(JUMPCLOUD_TAB, base);
    walk.says(JUMPCLOUD_TAB, { step: test, says: 'succeeded', id: 'v1' });
    walk.pass(1500);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: test, problem: { code: 'no-request-arrived' } });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('back');
    expect(walk.offers(JUMPCLOUD_TAB)).not.toContain('retry');
    walk.act(JUMPCLOUD_TAB, 'back');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', status: 'ready' });
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'perform'))?.command).toMatchObject({ step: 'jumpcloud.base-url' });
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { ...base, [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: test, status: 'ready', problem: null });
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
