import { describe, expect, it } from 'vitest';
import { commandOf, DIALPAD_TAB, JUMPCLOUD_TAB, reading, walkerAt } from './kit.ts';

describe('a way of several presses', () => {
  it('goes on in a drop-down that opened, where the place stays the same', () => {
    const walk = walkerAt('dialpad.my-company');
    walk.shows(DIALPAD_TAB, { 'dialpad.my-company': reading({ note: 'admin-settings' }) }, { place: 'home' });
    walk.act(DIALPAD_TAB, 'perform');
    walk.answer();
    const offices = walk.shows(
      DIALPAD_TAB,
      { 'dialpad.my-company': reading({ note: 'office-switcher' }) },
      { place: 'admin-settings' },
    );
    expect(commandOf(offices)?.command).toMatchObject({ do: 'perform', step: 'dialpad.my-company' });
    walk.answer();
    const opened = walk.shows(
      DIALPAD_TAB,
      { 'dialpad.my-company': reading({ note: 'my-company' }) },
      { place: 'admin-settings' },
    );
    expect(commandOf(opened)?.command).toMatchObject({ do: 'perform', step: 'dialpad.my-company' });
    walk.answer();
    walk.shows(DIALPAD_TAB, { 'dialpad.my-company': reading({ state: 'done' }) }, { place: 'my-company' });
    expect(walk.view(DIALPAD_TAB).step).toBe('dialpad.authentication');
  });
});

describe('a Save that is answered with a page of its own', () => {
  function saved() {
    const walk = walkerAt('jumpcloud.save');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.pass(1000);
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.acknowledge();
    walk.answer();
    walk.open(JUMPCLOUD_TAB);
    return walk;
  }

  it('is done, and is not asked for again', () => {
    const walk = saved();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.save': reading() }, { place: 'application' });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.user-groups');
  });

  it('is not done where the page says that it failed', () => {
    const walk = saved();
    const failed = { step: 'jumpcloud.save', says: 'failed', message: 'Not saved', id: 'm1' } as const;
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.save': reading() }, { place: 'application', verdicts: [failed] });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.save');
  });
});
