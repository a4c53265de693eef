import { describe, expect, it } from 'vitest';
import type { StepId } from '../../../shared/setup/steps.ts';
import { DIALPAD_TAB, JUMPCLOUD_TAB, KEY, reading, walkerAt } from './kit.ts';
import { activate, pressed, saw, test } from './problem-cases.ts';

const ASKS = { place: 'form', dialog: 'Activate the integration?' };

describe('a page that asks something of its own after a press', () => {
  it.each([test, activate])('says so for as long as it asks, and takes no silence of it for %s’s', (step) => {
    const walk = pressed(step, { snapshot: { reachable: false } });
    walk.shows(JUMPCLOUD_TAB, {}, ASKS);
    walk.pass(300_000);
    walk.server({});
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'working', problem: null });
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('JumpCloud’s page asks something');
    // Answered: from now on JumpCloud has its time to work.
    walk.shows(JUMPCLOUD_TAB, { [step]: reading() });
    walk.pass(100_000);
    walk.server({});
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'working', problem: null });
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('answer');
    walk.pass(100_000);
    walk.server({});
    expect(walk.view(JUMPCLOUD_TAB).problem?.code).toBe('not-public');
  });

  it('tells what the server saw all the same', () => {
    const walk = pressed(activate);
    walk.shows(JUMPCLOUD_TAB, {}, ASKS);
    saw(walk, { status: 409, reason: 'user-exists', kind: 'refused', method: 'POST' });
    expect(walk.view(JUMPCLOUD_TAB).problem?.code).toBe('test-user-exists');
  });

  it.each<StepId>(['jumpcloud.save', 'jumpcloud.user-groups'])(
    'is waited for with %s, and then is ready again',
    (step) => {
      const walk = walkerAt(step);
      const save = { [step]: reading({ stage: step === 'jumpcloud.user-groups' ? 'save' : null }) };
      walk.shows(JUMPCLOUD_TAB, save);
      walk.act(JUMPCLOUD_TAB, 'perform');
      walk.act(JUMPCLOUD_TAB, 'confirm');
      walk.acknowledge();
      walk.answer();
      walk.shows(JUMPCLOUD_TAB, {}, ASKS);
      walk.pass(60_000);
      expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'working', problem: null });
      walk.shows(JUMPCLOUD_TAB, save);
      walk.pass(16_000);
      expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'ready', problem: null });
    },
  );

  it('may be showing the key, which is then pasted', () => {
    const walk = walkerAt('dialpad.generate-key');
    walk.act(DIALPAD_TAB, 'perform');
    walk.act(DIALPAD_TAB, 'confirm');
    walk.acknowledge();
    walk.answer();
    walk.shows(DIALPAD_TAB, {}, ASKS);
    walk.pass(60_000);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.generate-key', status: 'working', problem: null });
    expect(walk.view(DIALPAD_TAB).note).toMatch(/Dialpad.*side panel/);
    walk.send({ type: 'key-held', held: KEY, from: 'pasted' });
    expect(walk.view(DIALPAD_TAB).step).toBe('jumpcloud.open-application');
  });
});
