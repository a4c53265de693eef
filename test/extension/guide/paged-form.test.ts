import { describe, expect, it } from 'vitest';
import type { StepId } from '../../../shared/setup/steps.ts';
import { commandOf, JUMPCLOUD_TAB, reading, walkerAt, type Walker } from './kit.ts';

const next = reading({ stage: 'turn-page', note: 'next-page' });
const back = reading({ stage: 'turn-page', note: 'previous-page' });
const form = { place: 'configuration-settings' };
const filled = { 'jumpcloud.base-url': reading({ state: 'done' }), 'jumpcloud.token-key': reading({ state: 'done' }) };

/** The form's first page, filled, where the step is on another one. */
function onFirstPage(step: StepId): Walker {
  const walk = walkerAt(step);
  walk.shows(JUMPCLOUD_TAB, { ...filled, [step]: next }, form);
  return walk;
}

/** What went to the page, told without the number that it has. */
const asked = (walk: Walker) => commandOf(walk.effects())?.command ?? null;

describe('a form that goes on on its next page', () => {
  it('is told of, and led on in, without asking for what the step itself would do', () => {
    const walk = onFirstPage('jumpcloud.test-connection');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'elsewhere', note: 'The form goes on on its next page.' });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('go');
    walk.act(JUMPCLOUD_TAB, 'go');
    expect(asked(walk)).toEqual({ do: 'lead', step: 'jumpcloud.test-connection' });
    expect(walk.state().local.filter(({ fact }) => fact === 'pressed')).toEqual([]);
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.token-key': back, 'jumpcloud.test-connection': reading() }, form);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.test-connection', status: 'ready' });
    walk.act(JUMPCLOUD_TAB, 'perform');
    expect(walk.view(JUMPCLOUD_TAB).preview?.step).toBe('jumpcloud.test-connection');
  });

  it('is turned in a run, which asks before the step itself', () => {
    const walk = walkerAt('jumpcloud.token-key');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.token-key': reading(), 'jumpcloud.test-user-email': next }, form);
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    walk.answer();
    walk.shows(
      JUMPCLOUD_TAB,
      { ...filled, 'jumpcloud.test-user-email': next, 'jumpcloud.test-connection': next },
      form,
    );
    expect(asked(walk)).toEqual({ do: 'lead', step: 'jumpcloud.test-user-email' });
    walk.answer();
    const absent = reading({ state: 'absent', match: 'missing' });
    const second = { 'jumpcloud.token-key': back, 'jumpcloud.test-user-email': absent };
    walk.shows(JUMPCLOUD_TAB, { ...second, 'jumpcloud.test-connection': reading() }, form);
    expect(walk.view(JUMPCLOUD_TAB).preview?.step).toBe('jumpcloud.test-connection');
  });

  it('takes nothing that another page has for undone, absent or done', () => {
    const walk = walkerAt('jumpcloud.test-connection');
    const other = ['jumpcloud.base-url', 'jumpcloud.token-key', 'jumpcloud.test-user-email'] as const;
    walk.shows(JUMPCLOUD_TAB, {
      ...Object.fromEntries(other.map((step) => [step, back])),
      'jumpcloud.test-connection': reading(),
      'jumpcloud.group-management': next,
      'jumpcloud.activate': next,
    });
    expect(walk.state().local).toEqual([]);
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.test-connection');
  });

  it('that does not turn is told of, and not turned again and again', () => {
    const walk = onFirstPage('jumpcloud.test-connection');
    walk.act(JUMPCLOUD_TAB, 'go');
    walk.answer();
    walk.looked(JUMPCLOUD_TAB);
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
    walk.pass(9_500);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({
      status: 'problem',
      problem: { code: 'target-missing', details: { message: 'no-change' } },
    });
  });

  it('says that the page does not let it be turned', () => {
    const walk = walkerAt('jumpcloud.test-connection');
    const off = reading({ stage: 'turn-page', match: 'missing', note: 'disabled' });
    walk.shows(JUMPCLOUD_TAB, { ...filled, 'jumpcloud.test-connection': off }, form);
    walk.pass(3_500);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({
      status: 'problem',
      problem: { code: 'target-missing', details: { message: 'disabled' } },
    });
  });

  it('is turned back to a field that the admin wants to fill in again', () => {
    const walk = walkerAt('jumpcloud.test-connection');
    const second = { 'jumpcloud.test-user-email': back, 'jumpcloud.test-connection': reading() };
    walk.shows(JUMPCLOUD_TAB, second, form);
    walk.act(JUMPCLOUD_TAB, 'back');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.test-user-email', status: 'done' });
    walk.act(JUMPCLOUD_TAB, 'perform');
    expect(asked(walk)).toEqual({ do: 'lead', step: 'jumpcloud.test-user-email' });
    expect(walk.effects().some((effect) => effect.do === 'issue-address')).toBe(false);
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { ...filled, 'jumpcloud.test-user-email': reading({ state: 'done' }) }, form);
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.test-user-email');
    walk.act(JUMPCLOUD_TAB, 'perform');
    expect(walk.effects().some((effect) => effect.do === 'issue-address')).toBe(true);
  });
});
