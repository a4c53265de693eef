import { describe, expect, it } from 'vitest';
import { commandOf, DIALPAD_TAB, JUMPCLOUD_TAB, reading, walkerAt, type Walker } from './kit.ts';

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

describe('a page that shows only its navigation while it loads what was pressed', () => {
  const step = 'jumpcloud.open-application';
  const row = () => ({ [step]: reading({ note: 'application-row', remaining: 0 }) });
  const home = [{ [step]: reading({ note: 'nav-sso-applications', remaining: 1 }) }, { place: 'home' }] as const;

  /** The row in the list was pressed, and nothing but the navigation is left of the page. */
  function loading() {
    const walk = walkerAt('jumpcloud.open-application');
    walk.shows(JUMPCLOUD_TAB, ...home);
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, row(), { place: 'applications' });
    walk.answer();
    return { walk, effects: walk.shows(JUMPCLOUD_TAB, ...home) };
  }

  it('is not led back by what was pressed before', () => {
    const { walk, effects } = loading();
    expect(commandOf(effects)).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.open-application': reading({ state: 'done' }) }, { place: 'application' });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.identity-management');
  });

  it('is not led back while its answer may still come, however slow the console is', () => {
    const { walk } = loading();
    walk.pass(8_500);
    expect(commandOf(walk.effects())).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
  });

  it('is not led back by what the admin pressed themselves before', () => {
    const walk = walkerAt('jumpcloud.open-application');
    walk.shows(JUMPCLOUD_TAB, row(), { place: 'applications' });
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.answer();
    expect(commandOf(walk.shows(JUMPCLOUD_TAB, ...home))).toBeNull();
    walk.pass(8_500);
    expect(commandOf(walk.effects())).toBeNull();
  });

  it('is not led back where a later step is to be gone to', () => {
    const walk = walkerAt('jumpcloud.save');
    walk.shows(JUMPCLOUD_TAB, row(), { place: 'applications' });
    walk.pass(3_500);
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'go'))?.command).toMatchObject({ do: 'perform', step });
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, ...home);
    walk.pass(8_500);
    expect(commandOf(walk.effects())).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.save', status: 'working' });
    const arrived = { [step]: reading({ state: 'done' }), 'jumpcloud.save': reading() };
    walk.shows(JUMPCLOUD_TAB, arrived, { place: 'application' });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.save', status: 'ready' });
  });

  it('is soon gone through again when it was loaded anew', () => {
    const { walk } = loading();
    walk.open(JUMPCLOUD_TAB);
    walk.shows(JUMPCLOUD_TAB, ...home);
    walk.pass(3_500);
    expect(commandOf(walk.effects())?.command).toMatchObject({ do: 'perform', step: 'jumpcloud.open-application' });
  });

  it('is gone through once more when nothing comes of it', () => {
    const { walk } = loading();
    walk.pass(9_500);
    expect(commandOf(walk.effects())?.command).toMatchObject({ do: 'perform', step: 'jumpcloud.open-application' });
  });
});

describe('a page that takes its time', () => {
  it('has nothing pressed again that it changed a little about before it answers', () => {
    const walk = walkerAt('dialpad.authentication');
    const way = { 'dialpad.authentication': reading({ note: 'authentication', remaining: 0 }) };
    walk.shows(DIALPAD_TAB, way, { place: 'my-company' });
    walk.act(DIALPAD_TAB, 'perform');
    walk.answer();
    walk.shows(DIALPAD_TAB, { ...way, 'dialpad.api-keys': reading({ match: 'missing' }) }, { place: 'my-company' });
    walk.pass(8_500);
    expect(commandOf(walk.effects())).toBeNull();
    walk.pass(1_000);
    expect(commandOf(walk.effects())?.command).toMatchObject({ do: 'perform', step: 'dialpad.authentication' });
  });

  it('is waited for, and the run goes on when it comes', () => {
    const walk = walkerAt('dialpad.authentication');
    const first = reading({ note: 'authentication' });
    walk.shows(DIALPAD_TAB, { 'dialpad.authentication': first }, { place: 'my-company' });
    walk.act(DIALPAD_TAB, 'perform-all');
    walk.answer();
    walk.pass(7_500);
    expect(walk.view(DIALPAD_TAB).status).toBe('working');
    const came = { 'dialpad.authentication': reading({ state: 'done' }), 'dialpad.api-keys': reading() };
    const next = walk.shows(DIALPAD_TAB, came, { place: 'authentication' });
    expect(commandOf(next)?.command).toMatchObject({ do: 'perform', step: 'dialpad.api-keys' });
  });
});

describe('a site of whole pages, where every press loads another one', () => {
  const home = { place: 'home' };
  const way = (note: string) => ({ 'dialpad.my-company': reading({ note }) });

  /** What was pressed took the page away before it could answer; another comes after a while. */
  function loads(walk: Walker): void {
    const documentId = walk.state().tabs[DIALPAD_TAB]?.documentId ?? '';
    walk.send({ type: 'tab-closed', tabId: DIALPAD_TAB, documentId });
    walk.pass(2_500);
    walk.open(DIALPAD_TAB);
  }

  it('is gone through by one click, on the way and in a run', () => {
    const walk = walkerAt('dialpad.my-company');
    walk.shows(DIALPAD_TAB, way('admin-settings'), home);
    walk.act(DIALPAD_TAB, 'perform-all');
    loads(walk);
    expect(walk.view(DIALPAD_TAB).status).toBe('working');
    const next = walk.shows(DIALPAD_TAB, way('my-company'), { place: 'admin-settings' });
    expect(commandOf(next)?.command).toMatchObject({ do: 'perform', step: 'dialpad.my-company' });
    loads(walk);
    const arrived = { 'dialpad.my-company': reading({ state: 'done' }), 'dialpad.authentication': reading() };
    const after = walk.shows(DIALPAD_TAB, arrived, { place: 'my-company' });
    expect(commandOf(after)?.command).toMatchObject({ do: 'perform', step: 'dialpad.authentication' });
  });

  it('has nothing pressed again that led back to the same page', () => {
    const walk = walkerAt('dialpad.my-company');
    walk.shows(DIALPAD_TAB, way('admin-settings'), home);
    walk.act(DIALPAD_TAB, 'perform-all');
    loads(walk);
    expect(commandOf(walk.shows(DIALPAD_TAB, way('admin-settings'), home))).toBeNull();
    walk.pass(10_000);
    expect(commandOf(walk.effects())).toBeNull();
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'target-missing' } });
  });

  it('is left alone once the admin loads another page themselves, or closes the tab', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    walk.open(JUMPCLOUD_TAB);
    expect(walk.state().run).toBeNull();
    const other = walkerAt('dialpad.my-company');
    other.shows(DIALPAD_TAB, way('admin-settings'), home);
    other.act(DIALPAD_TAB, 'perform-all');
    const documentId = other.state().tabs[DIALPAD_TAB]?.documentId ?? '';
    other.send({ type: 'tab-closed', tabId: DIALPAD_TAB, documentId });
    other.pass(20_000);
    expect(other.state()).toMatchObject({ run: null, onward: null });
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

  it('is not taken for answered by the page of Dialpad, which was loaded before', () => {
    const walk = walkerAt('jumpcloud.save');
    walk.open(DIALPAD_TAB);
    walk.shows(DIALPAD_TAB, {}, { place: 'key-shown' });
    walk.send({ type: 'tab-front', tabId: JUMPCLOUD_TAB });
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.pass(1000);
    walk.act(JUMPCLOUD_TAB, 'confirm');
    walk.acknowledge();
    walk.answer();
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.save', status: 'working' });
  });

  it('is not done where the page says that it failed', () => {
    const walk = saved();
    const failed = { step: 'jumpcloud.save', says: 'failed', message: 'Not saved', id: 'm1' } as const;
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.save': reading() }, { place: 'application', verdicts: [failed] });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.save');
  });
});
