import { describe, expect, it } from 'vitest';
import { stepOf, STEPS, type StepId } from '../../../shared/setup/steps.ts';
import { commandOf, DIALPAD_TAB, JUMPCLOUD_TAB, KEY, reading, walkerAt } from './kit.ts';

const CONSEQUENTIAL = STEPS.filter((step) => 'consequential' in step).map((step) => step.id);

function tabOf(step: StepId): number {
  return stepOf(step).site === 'dialpad' ? DIALPAD_TAB : JUMPCLOUD_TAB;
}

function ready(step: StepId) {
  const walk = walkerAt(step);
  if (stepOf(step).action === 'bind') walk.shows(tabOf(step), { [step]: reading({ stage: 'save' }) });
  return walk;
}

describe('steps with consequences', () => {
  it.each(CONSEQUENTIAL)('%s is previewed, and cancel does nothing', (step) => {
    const walk = ready(step);
    expect(commandOf(walk.act(tabOf(step), 'perform'))).toBeNull();
    const view = walk.view(tabOf(step));
    expect(view).toMatchObject({ step, status: 'ready', preview: { step } });
    expect(view.preview?.lines.length).toBeGreaterThan(1);
    expect(walk.offers(tabOf(step))).toEqual(['confirm', 'cancel']);
    expect(walk.primary(tabOf(step))).toBe('confirm');
    expect(walk.act(tabOf(step), 'cancel')).toEqual([]);
    expect(walk.view(tabOf(step)).preview).toBeNull();
    expect(walk.state().local).toEqual([]);
  });

  it.each([
    ['Run connection probe', [{ label: 'Button', value: 'Run connection probe' }]],
    ['test connection', []],
  ])('names the button that is pressed where it says something else: "%s"', (button, named) => {
    const walk = ready('jumpcloud.test-connection');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.test-connection': reading({ button }) });
    walk.act(JUMPCLOUD_TAB, 'perform');
    const lines = walk.view(JUMPCLOUD_TAB).preview?.lines.filter(({ label }) => label === 'Button');
    expect(lines).toEqual(named);
  });

  it.each(CONSEQUENTIAL)('%s is pressed only after the server has acknowledged it', (step) => {
    const walk = ready(step);
    walk.act(tabOf(step), 'perform');
    const confirmed = walk.act(tabOf(step), 'confirm');
    const asksFingerprint = step === 'jumpcloud.test-connection' || step === 'jumpcloud.activate';
    if (asksFingerprint) {
      expect(commandOf(confirmed)?.command).toEqual({ do: 'fingerprint' });
      walk.answer({ fingerprint: KEY.fingerprint });
    }
    const pressed = walk.state().local.filter((entry) => entry.fact === 'pressed');
    expect(pressed).toMatchObject([{ step, fingerprint: asksFingerprint ? KEY.fingerprint : null }]);
    expect(commandOf(walk.effects())).toBeNull();
    expect(walk.effects()).toContainEqual({ do: 'flush' });
    expect(commandOf(walk.acknowledge())?.command).toMatchObject({ do: 'perform', step });
  });

  it('presses nothing when the server cannot be told, and says so until it is back', () => {
    const walk = ready('jumpcloud.activate');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.answer({ fingerprint: KEY.fingerprint });
    walk.send({ type: 'server', up: false });
    const id = walk.state().working?.id ?? -1;
    expect(commandOf(walk.send({ type: 'failed', id, why: 'unreachable', note: null }))).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'server-unreachable' } });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('retry');
    walk.send({ type: 'server', up: true });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.activate', status: 'ready', problem: null });
    expect(walk.state().local.map((entry) => entry.fact)).toEqual(['open']);
  });

  it('presses nothing when the server does not take what it is told, and says so', () => {
    const walk = ready('jumpcloud.test-connection');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.answer({ fingerprint: KEY.fingerprint });
    const id = walk.state().working?.id ?? -1;
    expect(commandOf(walk.send({ type: 'failed', id, why: 'refused', note: null }))).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'server-unreachable' } });
    walk.act(JUMPCLOUD_TAB, 'retry');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'ready', problem: null });
  });

  it('goes on asking while the server is known to be away, and then presses nothing', () => {
    const walk = ready('jumpcloud.test-connection');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.send({ type: 'server', up: false });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('confirm');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'confirm'))).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB).problem?.code).toBe('server-unreachable');
  });

  it('asks for consent only on the page that it is about', () => {
    const walk = ready('jumpcloud.activate');
    walk.act(JUMPCLOUD_TAB, 'perform');
    const other = 9;
    walk.send({ type: 'tab-opened', tabId: other, site: 'jumpcloud', host: 'console.jumpcloud.com', documentId: 'x' });
    expect(walk.offers(other)).not.toContain('confirm');
    expect(commandOf(walk.act(other, 'confirm'))).toBeNull();
  });

  it('forgets what was asked when the page is left', () => {
    const walk = ready('jumpcloud.activate');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.open(JUMPCLOUD_TAB);
    expect(walk.state().preview).toBeNull();
  });

  it('never shows the key, only its mask', () => {
    const walk = ready('jumpcloud.test-connection');
    walk.act(JUMPCLOUD_TAB, 'perform');
    expect(walk.view(JUMPCLOUD_TAB).preview?.lines).toContainEqual({ label: 'Key', value: KEY.masked });
  });
});

describe('values that the admin typed', () => {
  it('are replaced only after a preview of both', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ occupiedBy: 'https://other.example' }) });
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'perform'))).toBeNull();
    const lines = walk.view(JUMPCLOUD_TAB).preview?.lines.map((line) => line.value);
    expect(lines).toContain('https://other.example');
    expect(lines).toContain('https://scim.acme.example/scim/v2');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'confirm'))?.command).toMatchObject({ do: 'perform' });
  });
});
