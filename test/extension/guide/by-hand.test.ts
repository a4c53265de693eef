import { describe, expect, it } from 'vitest';
import { MASKED, type StepReading } from '../../../shared/setup/observation.ts';
import type { ProblemCode } from '../../../shared/setup/problems.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { call, commandOf, iso, JUMPCLOUD_TAB, KEY, reading, walkerAt, type Walker } from './kit.ts';

const test: StepId = 'jumpcloud.test-connection';

/** What the form holds instead, and what a test by hand fails for then. */
const CASES: [StepId, Partial<StepReading>, ProblemCode][] = [
  ['jumpcloud.scim-version', {}, 'scim-version-1'],
  ['jumpcloud.base-url', { occupiedBy: 'https://elsewhere.example/scim' }, 'wrong-base-url'],
  ['jumpcloud.test-user-email', { occupiedBy: 'ann@elsewhere.example' }, 'test-user-domain-refused'],
];

/** JumpCloud says that it failed; the assistant pressed nothing. */
function failsByHand(walk: Walker, id = 'v1'): void {
  walk.says(JUMPCLOUD_TAB, { step: test, says: 'failed', id, message: 'There was a problem' });
}

describe("a test that the admin pressed on the page's own button", () => {
  it.each(CASES)('fails for %s when the form holds something else there', (step, change, code) => {
    const walk = walkerAt(step);
    walk.shows(JUMPCLOUD_TAB, { [step]: reading(change), [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'ready' });
    failsByHand(walk);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'problem', problem: { code } });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('perform');
    walk.shows(JUMPCLOUD_TAB, { [step]: reading({ state: 'done' }), [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB).problem).toBeNull();
  });

  it.each(CASES)('is old news for %s once the form was changed after it', (step, change) => {
    const walk = walkerAt(step);
    walk.shows(JUMPCLOUD_TAB, { [step]: reading(change), [test]: reading() });
    failsByHand(walk);
    walk.shows(JUMPCLOUD_TAB, { [step]: reading({ state: 'done' }), [test]: reading() });
    walk.pass(1000);
    walk.shows(JUMPCLOUD_TAB, { [step]: reading(change), [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'ready', problem: null });
  });

  it('accuses no field that is still empty', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading(), [test]: reading() });
    failsByHand(walk);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', problem: null });
  });
});

describe('a key that the page does not show', () => {
  it('is there when the admin says so', () => {
    const walk = walkerAt('jumpcloud.token-key');
    const masked = { 'jumpcloud.token-key': reading({ note: MASKED }), [test]: reading() };
    walk.shows(JUMPCLOUD_TAB, masked);
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.token-key');
    walk.act(JUMPCLOUD_TAB, 'done');
    walk.shows(JUMPCLOUD_TAB, masked);
    walk.acknowledge();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.test-user-email', problem: null });
  });
});

describe('an admin who changes the form while they are asked to agree', () => {
  it('is asked no more about what comes after the change, and finds the step that they changed', () => {
    const walk = walkerAt(test);
    const filled = { 'jumpcloud.base-url': reading({ state: 'done' }), [test]: reading() };
    walk.shows(JUMPCLOUD_TAB, filled);
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    expect(walk.view(JUMPCLOUD_TAB).preview?.step).toBe(test);
    const own = { 'jumpcloud.base-url': reading({ occupiedBy: 'https://elsewhere.example/scim' }) };
    walk.shows(JUMPCLOUD_TAB, { ...filled, ...own });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', status: 'ready', preview: null });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('perform-all');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'confirm'))).toBeNull();
  });
});

describe('a fill that came to nothing because the form was thrown away', () => {
  it('is told as the form that is empty again, and is no problem any more once all of it is filled in anew', () => {
    const email: StepId = 'jumpcloud.test-user-email';
    const walk = walkerAt(email);
    const base = 'jumpcloud.base-url';
    walk.shows(JUMPCLOUD_TAB, { [base]: reading({ state: 'done' }), [email]: reading() });
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.send({ type: 'address', id: walk.state().working?.id ?? -1, address: 'fresh@acme.example', snapshot: null });
    const id = walk.state().working?.id ?? -1;
    walk.send({
      ...{ type: 'result', id },
      result: { outcome: 'retryable', problem: 'fill-reverted', note: null, fingerprint: null },
    });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: email, status: 'working', problem: null });
    walk.shows(JUMPCLOUD_TAB, { [base]: reading(), [email]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: base, problem: { code: 'form-wiped' } });
    walk.shows(JUMPCLOUD_TAB, { [base]: reading({ state: 'done' }), [email]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: email, status: 'ready', problem: null });
  });
});

describe('a field that was filled in just after the form had emptied itself', () => {
  it('does not keep it from being told that the others are empty again', () => {
    const base: StepId = 'jumpcloud.base-url';
    const email: StepId = 'jumpcloud.test-user-email';
    const walk = walkerAt(email);
    walk.shows(JUMPCLOUD_TAB, { [base]: reading({ state: 'done' }), [email]: reading() });
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.send({ type: 'address', id: walk.state().working?.id ?? -1, address: 'fresh@acme.example', snapshot: null });
    walk.shows(JUMPCLOUD_TAB, { [base]: reading(), [email]: reading() });
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { [base]: reading(), [email]: reading({ state: 'done' }) });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: base, problem: { code: 'form-wiped' } });
  });
});

describe('a form that was changed after its test had passed', () => {
  it('is tested again when the page asks for it', () => {
    const email: StepId = 'jumpcloud.test-user-email';
    const walk = walkerAt(test);
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.answer({ fingerprint: KEY.fingerprint });
    walk.acknowledge();
    walk.answer();
    walk.server({ activity: [call({ time: iso(walk.now()) })] });
    walk.says(JUMPCLOUD_TAB, { step: test, says: 'succeeded', id: 'v1' });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.group-management');

    walk.act(JUMPCLOUD_TAB, 'back');
    walk.act(JUMPCLOUD_TAB, 'back');
    expect(walk.view(JUMPCLOUD_TAB).step).toBe(email);
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.send({ type: 'address', id: walk.state().working?.id ?? -1, address: 'fresh@acme.example', snapshot: null });
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { [email]: reading({ state: 'done' }), [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: test, status: 'ready', problem: null });
  });
});
