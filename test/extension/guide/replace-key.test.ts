import { describe, expect, it } from 'vitest';
import { commandOf, DIALPAD_TAB, JUMPCLOUD_TAB, KEY, reading, walker, walkerAt, type Walker } from './kit.ts';

const flow = 'replace-key';
const activate = 'jumpcloud.activate';
const locked = { 'jumpcloud.deactivate': reading(), 'jumpcloud.token-key': reading({ match: 'missing' }) };

/** At an application that a setup found running. */
function found(): Walker {
  const walk = walkerAt('jumpcloud.base-url');
  walk.shows(JUMPCLOUD_TAB, locked, { problem: 'already-active' });
  return walk;
}

describe('an integration that runs already', () => {
  it('offers to replace its key, and goes on with the key that was just made', () => {
    const walk = found();
    expect(walk.view(JUMPCLOUD_TAB).problem?.code).toBe('already-active');
    expect(walk.view(JUMPCLOUD_TAB).actions[0]).toMatchObject({ action: 'perform', label: 'Replace its key' });
    const effects = walk.act(JUMPCLOUD_TAB, 'perform');
    expect(effects).toContainEqual({ do: 'flush' });
    expect(commandOf(effects)).toBeNull();
    walk.shows(JUMPCLOUD_TAB, locked, { problem: 'already-active', place: 'configuration-settings' });
    const view = walk.view(JUMPCLOUD_TAB);
    expect(view).toMatchObject({ flow, problem: null, heldKey: KEY.masked });
    expect(view.step.startsWith('jumpcloud.')).toBe(true);
  });

  it('is the same for the server once it knows', () => {
    const walk = found();
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.acknowledge();
    expect(walk.view(JUMPCLOUD_TAB).flow).toBe(flow);
  });
});

describe('the deactivation', () => {
  it('is shown, never pressed, and passed when the page lets the key be changed', () => {
    const walk = walkerAt('jumpcloud.deactivate', { flow });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.deactivate', status: 'ready' });
    const effects = walk.act(JUMPCLOUD_TAB, 'perform');
    expect(effects).toContainEqual({ do: 'show', tabId: JUMPCLOUD_TAB });
    expect(commandOf(effects)).toBeNull();
    walk.shows(JUMPCLOUD_TAB, {
      'jumpcloud.deactivate': reading({ state: 'done' }),
      'jumpcloud.scim-version': reading({ state: 'absent', match: 'missing' }),
      'jumpcloud.base-url': reading(),
    });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', status: 'ready' });
  });

  it('ends a run of all steps of a page', () => {
    const walk = walkerAt('jumpcloud.configuration-settings', { flow });
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    walk.answer();
    const effects = walk.shows(JUMPCLOUD_TAB, {
      'jumpcloud.configuration-settings': reading({ state: 'done' }),
      'jumpcloud.deactivate': reading(),
    });
    expect(commandOf(effects)).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.deactivate', status: 'ready' });
    expect(walk.state().run).toBeNull();
  });

  it('and the test of the connection are not needed where the page takes an update', () => {
    const walk = walkerAt('jumpcloud.deactivate', { flow });
    const absent = reading({ state: 'absent', match: 'missing' });
    walk.shows(JUMPCLOUD_TAB, {
      'jumpcloud.deactivate': absent,
      'jumpcloud.scim-version': reading({ state: 'done' }),
      'jumpcloud.base-url': reading({ state: 'done' }),
      'jumpcloud.token-key': reading({ state: 'done' }),
      'jumpcloud.test-user-email': reading({ state: 'done' }),
      'jumpcloud.test-connection': absent,
      'jumpcloud.group-management': reading({ state: 'done' }),
      [activate]: reading(),
    });
    walk.shows(JUMPCLOUD_TAB, {
      'jumpcloud.test-connection': absent,
      'jumpcloud.group-management': reading({ state: 'done' }),
      [activate]: reading(),
    });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: activate, status: 'ready' });
    walk.act(JUMPCLOUD_TAB, 'perform');
    expect(
      walk
        .view(JUMPCLOUD_TAB)
        .preview?.lines.map(({ value }) => value)
        .join(' '),
    ).toContain('Update');
  });
});

describe('the end of a replacement', () => {
  it('advises to delete the old key, and finishes by itself when it is gone', () => {
    const walk = walker({ flow, snapshot: { oldKey: { last4: 'OLD1', retiredAt: null } } });
    walk.server({
      evidence: walkerAt('retire-old-key', { flow }).snapshot().evidence,
      activity: walkerAt('retire-old-key', { flow }).snapshot().activity,
    });
    walk.open(DIALPAD_TAB);
    const view = walk.view(DIALPAD_TAB);
    expect(view).toMatchObject({ step: 'retire-old-key', site: 'server', status: 'ready' });
    expect(view.note).toContain('OLD1');
    expect(walk.offers(DIALPAD_TAB)).toContain('skip');
    walk.act(DIALPAD_TAB, 'done');
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'target-missing' } });
    expect(walk.primary(DIALPAD_TAB)).toBe('perform');
    walk.server({ oldKey: { last4: 'OLD1', retiredAt: walk.snapshot().now } });
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ status: 'finished' });
  });
});
