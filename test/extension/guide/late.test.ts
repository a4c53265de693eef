import { describe, expect, it } from 'vitest';
import { cardOf } from '../../../shared/setup/panel.ts';
import { call, commandOf, DIALPAD_TAB, iso, JUMPCLOUD_TAB, reading, walkerAt } from './kit.ts';
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

describe('what the server knew earlier', () => {
  it('takes nothing back that it was told since', () => {
    const walk = walkerAt('jumpcloud.base-url');
    const earlier = walk.snapshot();
    const done = reading({ state: 'done' });
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': done, 'jumpcloud.token-key': reading() });
    walk.acknowledge();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.token-key': reading() });
    walk.send({ type: 'snapshot', snapshot: earlier });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.token-key', status: 'ready' });
  });

  it('takes no call back, and says no less that the server is there', () => {
    const walk = walkerAt('jumpcloud.base-url');
    const earlier = walk.snapshot();
    walk.server({ activity: [call({ id: 7, kind: 'test-user-create', method: 'POST', status: 201 })] });
    const { clockOffsetMs } = walk.state();
    walk.send({ type: 'server', up: false });
    walk.send({ type: 'snapshot', snapshot: { ...earlier, now: iso(walk.now() + 1000) } });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'ready', activity: [{ id: 7 }] });
    expect(walk.state()).toMatchObject({ serverUp: true, clockOffsetMs });
  });
});
