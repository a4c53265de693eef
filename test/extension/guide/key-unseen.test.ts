import { describe, expect, it } from 'vitest';
import { commandOf, DIALPAD_TAB, KEY, reading, walkerAt, type Walker } from './kit.ts';

describe('a key that was made and is not seen', () => {
  const list = { 'dialpad.add-key': reading(), 'dialpad.api-keys': reading({ state: 'done' }) };
  const shown = { ...list, 'dialpad.generate-key': reading({ state: 'done' }), 'dialpad.save-key': reading() };

  function saved(): Walker {
    const walk = walkerAt('dialpad.generate-key');
    walk.act(DIALPAD_TAB, 'perform');
    walk.act(DIALPAD_TAB, 'confirm');
    walk.acknowledge();
    walk.answer();
    walk.shows(DIALPAD_TAB, list);
    return walk;
  }

  it('is waited for, by a note that names Dialpad, and taken when a slow list shows it late', () => {
    const walk = saved();
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.generate-key', status: 'working' });
    expect(walk.view(DIALPAD_TAB).note).toContain('Dialpad');
    walk.pass(20_000);
    walk.shows(DIALPAD_TAB, shown);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.save-key', status: 'ready', problem: null });
  });

  it('is asked for once the page has settled, and no other is made without the admin', () => {
    const walk = saved();
    walk.pass(11_000);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({
      step: 'dialpad.generate-key',
      problem: { code: 'key-not-seen' },
    });
    expect(walk.primary(DIALPAD_TAB)).toBe('point');
    walk.pass(120_000);
    walk.shows(DIALPAD_TAB, list);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ problem: { code: 'key-not-seen' } });
    expect(commandOf(walk.act(DIALPAD_TAB, 'point'))?.command).toEqual({ do: 'point', step: 'dialpad.save-key' });
    walk.answer({ outcome: 'refused', problem: 'target-missing', note: 'nothing was pointed at' });
    walk.looked(DIALPAD_TAB);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ problem: { code: 'key-not-seen' } });
    walk.act(DIALPAD_TAB, 'back');
    walk.send({ type: 'tab-opened', tabId: DIALPAD_TAB, site: 'dialpad', host: 'dialpad.com', documentId: 'anew' });
    walk.shows(DIALPAD_TAB, list);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.add-key', status: 'ready' });
  });

  it('is asked for where its form is still shown, and not saved a second time', () => {
    const walk = saved();
    walk.shows(DIALPAD_TAB, { 'dialpad.generate-key': reading() });
    walk.pass(11_000);
    expect(walk.view(DIALPAD_TAB).problem?.code).toBe('key-not-seen');
    expect(walk.offers(DIALPAD_TAB)).not.toContain('perform');
  });

  it('has its pointing told apart from that of a control, and what was shown in vain is named', () => {
    const walk = saved();
    walk.pass(11_000);
    walk.act(DIALPAD_TAB, 'point');
    expect(walk.view(DIALPAD_TAB).note).toContain('the key itself');
    walk.answer({ outcome: 'refused', problem: 'key-not-seen', note: 'no-key' });
    walk.looked(DIALPAD_TAB);
    expect(walk.view(DIALPAD_TAB).problem).toEqual({ code: 'key-not-seen', details: { message: 'no-key' } });
    expect(walk.primary(DIALPAD_TAB)).toBe('point');
    walk.shows(DIALPAD_TAB, shown);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.save-key', status: 'ready', problem: null });
  });

  it('is there once it was shown', () => {
    const walk = saved();
    walk.pass(11_000);
    walk.act(DIALPAD_TAB, 'point');
    walk.send({ type: 'key-held', held: KEY, from: 'page' });
    walk.answer({ outcome: 'ok' });
    walk.looked(DIALPAD_TAB);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'jumpcloud.open-application', status: 'elsewhere' });
  });

  it('may be pasted in the side panel instead', () => {
    const walk = saved();
    walk.pass(11_000);
    walk.send({ type: 'key-held', held: KEY, from: 'pasted' });
    walk.shows(DIALPAD_TAB, list);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'jumpcloud.open-application', status: 'elsewhere' });
  });
});
