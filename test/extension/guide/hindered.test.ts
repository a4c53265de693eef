import { describe, expect, it } from 'vitest';
import type { StepId } from '../../../shared/setup/steps.ts';
import { en } from '../../../shared/texts/en.ts';
import { problemWords } from '../../../shared/texts/panel-words.ts';
import { DIALPAD_TAB, JUMPCLOUD_TAB, reading, walkerAt, type Walker } from './kit.ts';
import { activate, failed, saw, test } from './problem-cases.ts';

const tab: StepId = 'jumpcloud.identity-management';

/** The page answers that it could not, and looks as it did. */
function performed(note: string): Walker {
  const walk = walkerAt(tab);
  walk.act(JUMPCLOUD_TAB, 'perform');
  walk.answer({ outcome: 'retryable', problem: 'target-missing', note });
  walk.looked(JUMPCLOUD_TAB);
  return walk;
}

function told(walk: Walker) {
  const { problem } = walk.view(JUMPCLOUD_TAB);
  return problem && problemWords(problem, en);
}

describe('a control that is there and could not be used', () => {
  it.each([
    ['covered', 'Something lies over the control', 'perform'],
    ['gone', 'The page does not stand still', 'perform'],
    ['disabled', 'The page does not allow it yet', 'retry'],
    ['no-change', 'The page stayed as it was', 'point'],
  ])('is told to be %s until the page shows something else', (note, title, advised) => {
    const walk = performed(note);
    expect(told(walk)?.title).toBe(title);
    expect(walk.primary(JUMPCLOUD_TAB)).toBe(advised);
    walk.pass(10_000);
    walk.looked(JUMPCLOUD_TAB);
    expect(told(walk)?.title).toBe(title);
    walk.shows(JUMPCLOUD_TAB, { [tab]: reading({ note: 'another way' }) });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'ready', problem: null });
  });

  it('is told so though another tab of the site shows it otherwise', () => {
    const walk = walkerAt(tab);
    walk.open(7);
    walk.shows(7, { [tab]: reading({ match: 'missing' }) });
    walk.send({ type: 'tab-front', tabId: JUMPCLOUD_TAB });
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.answer({ outcome: 'retryable', problem: 'target-missing', note: 'covered' });
    walk.looked(JUMPCLOUD_TAB);
    expect(told(walk)?.title).toBe('Something lies over the control');
  });

  it('is not called missing where the page has it switched off', () => {
    const walk = walkerAt(test);
    walk.shows(JUMPCLOUD_TAB, { [test]: reading({ match: 'missing', note: 'disabled' }) });
    walk.pass(4_000);
    expect(told(walk)).toMatchObject({ title: 'The page does not allow it yet' });
    expect(walk.offers(JUMPCLOUD_TAB)).toEqual(['retry', 'done', 'copy', 'back']);
    walk.shows(JUMPCLOUD_TAB, { [test]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'ready', problem: null });
  });
});

describe('what a page notes for the record', () => {
  it('is never read out to the admin', () => {
    const way = walkerAt('dialpad.authentication');
    way.act(DIALPAD_TAB, 'back');
    way.shows(DIALPAD_TAB, { 'dialpad.my-company': reading({ note: 'admin-settings' }) });
    expect(way.view(DIALPAD_TAB).note ?? '').not.toContain('admin-settings');
    const noted = { code: 'target-missing', details: { message: 'another origin' } } as const;
    expect(problemWords(noted, en).cause).not.toContain('another origin');
    const last = walkerAt('jumpcloud.save', { flow: 'replace-key' });
    last.shows(JUMPCLOUD_TAB, { 'jumpcloud.save': reading({ note: 'save-button' }) });
    expect(last.view(JUMPCLOUD_TAB).note).toBeNull();
  });

  it('is not taken for JumpCloud’s words where it is this server’s answer', () => {
    const walk = saw(failed(activate), { status: 500, reason: 'server-error' });
    expect(told(walk)?.cause).toBe('A call was answered with 500.');
  });
});

describe('the buttons of a problem', () => {
  const labels = (walk: Walker): Record<string, string> =>
    Object.fromEntries(walk.view(JUMPCLOUD_TAB).actions.map(({ action, label }) => [action, label]));

  it('say what they do: look again where nothing is pressed, try again where something is', () => {
    const waiting = failed(test, { target: 'dialpad' });
    expect(labels(waiting)['retry']).toBe('Try again…');
    const missing = walkerAt(tab);
    missing.shows(JUMPCLOUD_TAB, { [tab]: reading({ match: 'missing' }) });
    missing.pass(4_000);
    expect(labels(missing)).toMatchObject({ retry: 'Look again', copy: 'Copy the details' });
  });

  it('copy the value, and say so, where a field is to be filled by hand', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.answer({ outcome: 'retryable', problem: 'fill-reverted' });
    walk.looked(JUMPCLOUD_TAB);
    expect(labels(walk)).toMatchObject({ retry: 'Try again', copy: 'Copy' });
  });
});
