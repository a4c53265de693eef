import { describe, expect, it } from 'vitest';
import { MASKED } from '../../../shared/setup/observation.ts';
import { call, iso, JUMPCLOUD_TAB, reading } from './kit.ts';
import { pressed, test } from './problem-cases.ts';

describe('a console that answers a press with another page', () => {
  const form = { [test]: reading(), 'jumpcloud.activate': reading() };

  it('has passed its test although the page still offers to test', () => {
    const walk = pressed(test);
    walk.server({ activity: [call({ id: 1, time: iso(walk.now()), kind: 'list' })] });
    walk.open(JUMPCLOUD_TAB);
    walk.shows(JUMPCLOUD_TAB, form, {
      verdicts: [{ step: test, says: 'succeeded', id: 'message-1', message: 'Passed' }],
    });
    walk.acknowledge();
    expect(walk.view(JUMPCLOUD_TAB).step).not.toBe(test);
    // The message goes away by itself.
    walk.shows(JUMPCLOUD_TAB, form);
    walk.acknowledge();
    expect(walk.view(JUMPCLOUD_TAB).step).not.toBe(test);
  });

  it('masks the key that it was sent, which is there still', () => {
    const walk = pressed(test);
    walk.server({ activity: [call({ id: 1, time: iso(walk.now()), kind: 'list' })] });
    walk.open(JUMPCLOUD_TAB);
    walk.shows(
      JUMPCLOUD_TAB,
      { ...form, 'jumpcloud.token-key': reading({ note: MASKED }) },
      { verdicts: [{ step: test, says: 'succeeded', id: 'message-1', message: 'Passed' }] },
    );
    walk.acknowledge();
    expect(walk.view(JUMPCLOUD_TAB).step).not.toBe('jumpcloud.token-key');
    expect(walk.view(JUMPCLOUD_TAB).step).not.toBe(test);
  });

  it('is tested again when the page says nothing of it', () => {
    const walk = pressed(test);
    walk.open(JUMPCLOUD_TAB);
    walk.shows(JUMPCLOUD_TAB, form);
    walk.acknowledge();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: test, status: 'ready' });
  });
});
