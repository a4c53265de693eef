import { describe, expect, it } from 'vitest';
import { call, commandOf, iso, JUMPCLOUD_TAB, reading, walkerAt } from './kit.ts';
import { activate, pressed, saw, test } from './problem-cases.ts';

const base = 'jumpcloud.base-url';

describe('a page that takes long to say what came of a press', () => {
  it.each([test, activate])(
    'is told how long JumpCloud may take over %s, and the admin may say that it worked',
    (step) => {
      const walk = pressed(step);
      walk.looked(JUMPCLOUD_TAB);
      expect(walk.offers(JUMPCLOUD_TAB)).toEqual(['retry']);
      walk.pass(21_000);
      expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'working' });
      expect(walk.view(JUMPCLOUD_TAB).note).toContain('three minutes');
      expect(walk.offers(JUMPCLOUD_TAB)).toEqual(['retry', 'done']);
    },
  );

  it('asks to be woken when it is time to say so', () => {
    const walk = pressed(test);
    const deadlines = walk.looked(JUMPCLOUD_TAB).flatMap((effect) => (effect.do === 'deadline' ? [effect.at] : []));
    expect(deadlines.some((at) => at > walk.now() + 15_000 && at < walk.now() + 21_000)).toBe(true);
  });

  it('lets the word be given in a run too', () => {
    const walk = walkerAt(test);
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.answer();
    walk.acknowledge();
    walk.answer();
    walk.looked(JUMPCLOUD_TAB);
    expect(walk.offers(JUMPCLOUD_TAB)).toEqual(['cancel']);
    walk.pass(21_000);
    expect(walk.offers(JUMPCLOUD_TAB)).toEqual(['cancel', 'done']);
  });

  it.each([test, activate, 'jumpcloud.save'] as const)(
    'is not waited for once it shows the log-in form after %s, however long that is there',
    (step) => {
      const walk = pressed(step);
      walk.shows(JUMPCLOUD_TAB, {}, { problem: 'signed-out' });
      expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'problem', problem: { code: 'signed-out' } });
      walk.pass(181_000);
      expect(walk.view(JUMPCLOUD_TAB).problem?.code).toBe('signed-out');
      walk.open(JUMPCLOUD_TAB);
      walk.shows(JUMPCLOUD_TAB, { [step]: reading() });
      expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'ready', problem: null });
    },
  );

  it('is waited for though the log-in form comes after its word', () => {
    const walk = pressed(test);
    walk.says(JUMPCLOUD_TAB, { step: test, says: 'succeeded', id: 'v1' });
    walk.shows(JUMPCLOUD_TAB, {}, { problem: 'signed-out' });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: test, status: 'working' });
  });

  it('says after all of its time that it was not understood', () => {
    const walk = saw(pressed(test), { kind: 'lookup' });
    walk.looked(JUMPCLOUD_TAB);
    walk.pass(181_000);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: test, status: 'ready', problem: null });
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('not in words that the assistant knows');
  });
});

describe('the admin’s word that a test passed', () => {
  it('counts where the server saw the key used, though the page goes on offering the test', () => {
    const walk = saw(pressed(test), { kind: 'lookup' });
    walk.looked(JUMPCLOUD_TAB);
    walk.pass(21_000);
    walk.act(JUMPCLOUD_TAB, 'done');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.group-management', problem: null });
  });

  it('counts alone where the server sees no calls', () => {
    const walk = pressed(test, { target: 'dialpad' });
    walk.looked(JUMPCLOUD_TAB);
    walk.act(JUMPCLOUD_TAB, 'done');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.group-management', problem: null });
  });

  it('does not where no call arrived, nor where the page says that it failed', () => {
    const silent = pressed(test);
    silent.looked(JUMPCLOUD_TAB);
    silent.pass(21_000);
    silent.act(JUMPCLOUD_TAB, 'done');
    expect(silent.view(JUMPCLOUD_TAB).problem?.code).toBe('no-request-arrived');
    const failed = pressed(test, { target: 'dialpad' });
    failed.shows(JUMPCLOUD_TAB, { [test]: reading() });
    failed.says(JUMPCLOUD_TAB, { step: test, says: 'failed', id: 'v1', message: 'There was a problem' });
    failed.act(JUMPCLOUD_TAB, 'done');
    expect(failed.view(JUMPCLOUD_TAB)).toMatchObject({ step: test, status: 'problem' });
  });
});

describe('the admin’s word on a press that the page still offers', () => {
  it('is refused as not done yet, and not for calls that nobody waits for', () => {
    const save = walkerAt('jumpcloud.save');
    save.act(JUMPCLOUD_TAB, 'done');
    expect(save.view(JUMPCLOUD_TAB).problem).toMatchObject({ code: 'target-missing', details: { message: 'not-yet' } });
    const activated = pressed(activate);
    activated.looked(JUMPCLOUD_TAB);
    activated.pass(21_000);
    activated.server({ activity: [...activated.snapshot().activity, call({ id: 9, time: iso(activated.now()) })] });
    activated.act(JUMPCLOUD_TAB, 'done');
    expect(activated.view(JUMPCLOUD_TAB).problem?.code).toBe('target-missing');
  });
});

describe('a page that does not answer what it was told', () => {
  it('is named after twenty seconds, and the admin may let go of it', () => {
    const walk = walkerAt(base);
    walk.act(JUMPCLOUD_TAB, 'perform');
    expect(walk.offers(JUMPCLOUD_TAB)).toEqual([]);
    walk.pass(21_000);
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('JumpCloud’s page does not answer');
    expect(walk.offers(JUMPCLOUD_TAB)).toEqual(['cancel']);
    const id = walk.state().working?.id ?? -1;
    expect(walk.act(JUMPCLOUD_TAB, 'cancel')).toContainEqual({ do: 'look', tabId: JUMPCLOUD_TAB });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: base, status: 'ready', problem: null });
    // It wakes up and answers late: what it shows then is what counts.
    walk.send({ type: 'result', id, result: { outcome: 'ok', problem: null, note: null, fingerprint: null } });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe(base);
    walk.shows(JUMPCLOUD_TAB, { [base]: reading({ state: 'done' }) });
    expect(walk.view(JUMPCLOUD_TAB).step).not.toBe(base);
  });

  it('lets the admin off pointing at once, on whichever panel they are', () => {
    const walk = walkerAt(base);
    walk.shows(JUMPCLOUD_TAB, { [base]: reading({ match: 'ambiguous', candidates: ['one', 'other'] }) });
    walk.act(JUMPCLOUD_TAB, 'point');
    expect(walk.offers('sidepanel')).toEqual(['cancel']);
    const { id } = commandOf(walk.act('sidepanel', 'cancel')) ?? {};
    expect(commandOf(walk.effects())?.command).toEqual({ do: 'stop-pointing' });
    walk.send({
      type: 'result',
      id: id ?? -1,
      result: { outcome: 'ok', problem: null, note: null, fingerprint: null },
    });
    walk.looked(JUMPCLOUD_TAB);
    expect(walk.view(JUMPCLOUD_TAB).problem?.code).toBe('target-ambiguous');
  });

  it('may be let go of before a press, and never while it may be pressing', () => {
    const walk = walkerAt(test);
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.pass(21_000);
    expect(walk.offers(JUMPCLOUD_TAB)).toEqual(['cancel']);
    walk.answer();
    walk.acknowledge();
    expect(commandOf(walk.effects())?.command).toMatchObject({ do: 'perform' });
    walk.pass(21_000);
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('asks something');
    expect(walk.offers(JUMPCLOUD_TAB)).toEqual([]);
  });
});
