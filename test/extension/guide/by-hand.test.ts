import { describe, expect, it } from 'vitest';
import type { StepReading } from '../../../shared/setup/observation.ts';
import type { ProblemCode } from '../../../shared/setup/problems.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { commandOf, JUMPCLOUD_TAB, reading, walkerAt, type Walker } from './kit.ts';

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
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('perform');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'confirm'))).toBeNull();
  });
});
