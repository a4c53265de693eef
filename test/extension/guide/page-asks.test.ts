import { describe, expect, it } from 'vitest';
import { HELD } from '../../../shared/setup/commands.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import type { Target } from '../../../shared/setup/targets.ts';
import { call, commandOf, DIALPAD_TAB, iso, JUMPCLOUD_TAB, KEY, reading, walkerAt, type Walker } from './kit.ts';
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
    // Answered, and at work: from now on JumpCloud has its time.
    walk.shows(JUMPCLOUD_TAB, { [step]: reading({ note: 'disabled' }) });
    walk.pass(100_000);
    walk.server({});
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'working', problem: null });
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('three minutes');
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
      walk.pass(5_000);
      expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'ready', problem: null });
      expect(walk.view(JUMPCLOUD_TAB).note).toContain('If you said no');
    },
  );

  it('may be showing the key, which is then pasted', () => {
    const walk = walkerAt('dialpad.generate-key');
    walk.act(DIALPAD_TAB, 'perform');
    walk.act(DIALPAD_TAB, 'confirm');
    walk.acknowledge();
    walk.answer();
    walk.shows(DIALPAD_TAB, {}, ASKS);
    walk.pass(9_000);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.generate-key', status: 'working', problem: null });
    expect(walk.view(DIALPAD_TAB).note).toMatch(/Dialpad.*side panel/);
    walk.pass(2_000);
    expect(walk.view(DIALPAD_TAB).problem).toEqual({ code: 'key-not-seen', details: { message: 'window-over' } });
    expect(walk.primary(DIALPAD_TAB)).toBe('point');
    walk.send({ type: 'key-held', held: KEY, from: 'pasted' });
    expect(walk.view(DIALPAD_TAB).step).toBe('jumpcloud.open-application');
  });
});

/** Pressed, acknowledged and sent; the page has not answered. */
function sent(step: StepId): Walker {
  const walk = walkerAt(step);
  walk.act(JUMPCLOUD_TAB, 'perform');
  walk.act(JUMPCLOUD_TAB, 'confirm');
  walk.answer({ fingerprint: KEY.fingerprint });
  walk.acknowledge();
  return walk;
}

const facts = (walk: Walker) => walk.state().local.map(({ fact }) => fact);

describe('a question of the browser itself, which holds the whole page', () => {
  it.each([test, activate])('is known by the page not answering %s, and by the time that it took', (step) => {
    const walk = sent(step);
    walk.pass(6_000);
    expect(walk.view()).toMatchObject({ step, status: 'working' });
    expect(walk.view().note).toContain('JumpCloud’s page asks something');
    expect(facts(walk)).toEqual(['page-asks']);
    walk.pass(300_000);
    expect(walk.view()).toMatchObject({ step, status: 'working', problem: null });
    walk.answer({ note: HELD });
    walk.looked(JUMPCLOUD_TAB);
    expect(facts(walk)).toEqual(['page-asks', 'page-answered']);
    const quick = sent(step);
    quick.answer({ note: HELD });
    quick.looked(JUMPCLOUD_TAB);
    expect(facts(quick)).toEqual(['page-asks', 'page-answered']);
  });

  it('is known by a page that cannot be looked at, where it is asked only after the press', () => {
    const walk = pressed(activate, { target: 'dialpad' });
    walk.pass(4_000);
    expect(facts(walk)).not.toContain('page-asks');
    walk.pass(2_000);
    expect(walk.view().note).toContain('JumpCloud’s page asks something');
    walk.looked(JUMPCLOUD_TAB);
    walk.pass(5_000);
    expect(facts(walk).slice(-3)).toEqual(['page-asks', 'page-answered', 'open']);
  });

  it('is still asked after the worker was killed meanwhile, until the page is heard of again', () => {
    const walk = sent(activate);
    walk.pass(6_000);
    walk.send({ type: 'resumed' });
    walk.pass(60_000);
    expect(walk.view().note).toContain('JumpCloud’s page asks something');
    const { documentId = '' } = walk.state().tabs[JUMPCLOUD_TAB] ?? {};
    const back = {
      type: 'tab-opened',
      tabId: JUMPCLOUD_TAB,
      site: 'jumpcloud',
      host: 'console.jumpcloud.com',
    } as const;
    expect(walk.send({ ...back, documentId })).toContainEqual({ do: 'look', tabId: JUMPCLOUD_TAB });
    walk.looked(JUMPCLOUD_TAB);
    expect(facts(walk)).toEqual(['page-asks', 'page-answered']);
  });

  it('is asked no more by a page that is gone', () => {
    const walk = pressed(activate);
    walk.shows(JUMPCLOUD_TAB, {}, ASKS);
    const { documentId = '' } = walk.state().tabs[JUMPCLOUD_TAB] ?? {};
    walk.send({ type: 'tab-closed', tabId: JUMPCLOUD_TAB, documentId });
    expect(facts(walk)).toEqual(['page-asks', 'page-answered']);
  });
});

describe('a question that was answered no', () => {
  /** Asked by a window of the page, and back to what it was. */
  function answered(step: StepId, target: Target = 'server'): Walker {
    const walk = pressed(step, { target });
    walk.shows(JUMPCLOUD_TAB, {}, ASKS);
    walk.shows(JUMPCLOUD_TAB, { [step]: reading() });
    return walk;
  }

  it.each<[StepId, Target]>([
    [test, 'server'],
    [activate, 'server'],
    [test, 'dialpad'],
    [activate, 'dialpad'],
  ])('leaves %s with target %s to be done a few seconds later, and presses nothing by itself', (step, target) => {
    const walk = answered(step, target);
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
    walk.pass(5_000);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step, status: 'ready', problem: null });
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('If you said no');
    expect(commandOf(walk.effects())).toBeNull();
    expect(walk.state().local.at(-1)).toMatchObject({ step, fact: 'open' });
  });

  it('may have been answered yes, so that whoever did is told to wait', () => {
    const walk = answered(activate);
    walk.pass(5_000);
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('If you said yes, wait');
  });

  it('was answered yes after all where only the page can tell, and the page says so', () => {
    const walk = answered(test, 'dialpad');
    walk.pass(5_000);
    walk.says(JUMPCLOUD_TAB, { step: test, says: 'succeeded', id: 'v1' });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.group-management');
  });

  it('was answered yes after all when calls arrive, and is asked about no more', () => {
    const walk = answered(activate);
    walk.pass(5_000);
    walk.act(JUMPCLOUD_TAB, 'perform');
    expect(walk.view(JUMPCLOUD_TAB).preview?.step).toBe(activate);
    walk.server({ activity: [...walk.snapshot().activity, call({ id: 9, time: iso(walk.now()), kind: 'lookup' })] });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: activate, status: 'working', preview: null });
  });

  it('is not thought of while calls arrive, while the server is away, or once the page changed', () => {
    const arriving = answered(activate);
    arriving.server({ activity: [...arriving.snapshot().activity, call({ id: 9, time: iso(arriving.now()) })] });
    const away = answered(activate);
    away.send({ type: 'server', up: false });
    const atWork = answered(activate);
    atWork.shows(JUMPCLOUD_TAB, { [activate]: reading({ note: 'disabled' }) });
    for (const walk of [arriving, away, atWork]) {
      walk.pass(5_000);
      expect(facts(walk)).not.toContain('open');
    }
  });
});

describe('an activation whose end nobody saw', () => {
  const CYCLE = [
    call({ id: 8, kind: 'test-user-create', method: 'POST', status: 201 }),
    call({ id: 9, kind: 'test-user-delete', method: 'DELETE', status: 204 }),
  ];
  const ACTIVE = { [activate]: reading({ state: 'done' }) };

  it('is done when the page that is opened next shows it active, and the server saw its test user', () => {
    const walk = pressed(activate);
    walk.shows(JUMPCLOUD_TAB, {}, ASKS);
    walk.server({ activity: CYCLE.map((one) => ({ ...one, time: iso(walk.now()) })) });
    walk.open(JUMPCLOUD_TAB);
    walk.shows(JUMPCLOUD_TAB, ACTIVE, { problem: 'already-active' });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.save');
  });

  it('is the same where the admin did it without the assistant', () => {
    const walk = walkerAt('jumpcloud.token-key');
    walk.server({ activity: CYCLE });
    walk.open(JUMPCLOUD_TAB);
    walk.shows(JUMPCLOUD_TAB, ACTIVE, { problem: 'already-active' });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.save');
  });

  it('is offered again when the page shows that it came to nothing', () => {
    const walk = pressed(activate);
    walk.shows(JUMPCLOUD_TAB, {}, ASKS);
    walk.open(JUMPCLOUD_TAB);
    walk.shows(JUMPCLOUD_TAB, { [activate]: reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: activate, status: 'ready', problem: null });
  });

  it('leads back to the page while none is open', () => {
    const walk = pressed(activate);
    walk.shows(JUMPCLOUD_TAB, {}, ASKS);
    const { documentId = '' } = walk.state().tabs[JUMPCLOUD_TAB] ?? {};
    walk.send({ type: 'tab-closed', tabId: JUMPCLOUD_TAB, documentId });
    walk.open(DIALPAD_TAB);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: activate, status: 'elsewhere' });
    expect(walk.primary(DIALPAD_TAB)).toBe('go');
  });
});
