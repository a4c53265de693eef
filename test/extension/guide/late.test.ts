import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../shared/setup/panel.ts';
import { commandOf, DIALPAD_TAB, JUMPCLOUD_TAB, reading, walkerAt } from './kit.ts';
import { CASES } from './problem-cases.ts';

describe('a click that comes when its card has gone', () => {
  it('does nothing on the step that has come instead', () => {
    const walk = walkerAt('jumpcloud.base-url');
    const clicked = cardOf(walk.view(JUMPCLOUD_TAB));
    const done = reading({ state: 'done' });
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': done, 'jumpcloud.token-key': reading() });
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'perform', clicked))).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.token-key', status: 'ready' });
  });

  it('leads no further back than the first of two', () => {
    const walk = CASES['wrong-token'].comes();
    const clicked = cardOf(walk.view());
    walk.act('sidepanel', 'back', clicked);
    expect(walk.view()).toMatchObject({ step: 'dialpad.add-key', status: 'elsewhere' });
    walk.act('sidepanel', 'back', clicked);
    expect(walk.view()).toMatchObject({ step: 'dialpad.add-key', status: 'elsewhere' });
  });

  it('still folds the card up, whatever it shows by then', () => {
    const walk = walkerAt('dialpad.add-key');
    const clicked = cardOf(walk.view(DIALPAD_TAB));
    walk.shows(DIALPAD_TAB, { 'dialpad.add-key': reading({ state: 'done' }), 'dialpad.generate-key': reading() });
    walk.act(DIALPAD_TAB, 'collapse', clicked);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.generate-key', collapsed: true });
  });
});
