import { describe, expect, it } from 'vitest';
import { stepOf, stepsOf, type StepId } from '../../../shared/setup/steps.ts';
import { call, commandOf, DIALPAD_TAB, JUMPCLOUD_TAB, reading, walker, walkerAt } from './kit.ts';

describe('what a panel shows', () => {
  it('tells the side panel and every page of a step that is done elsewhere, and offers to go there', () => {
    const walk = walker();
    expect(walk.view()).toMatchObject({ step: 'dialpad.my-company', site: 'dialpad', status: 'elsewhere' });
    expect(walk.primary()).toBe('go');
    walk.open(JUMPCLOUD_TAB);
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('elsewhere');
  });

  it('looks for up to 3 s before it says that the control is missing, and finds it late', () => {
    const walk = walker();
    walk.open(DIALPAD_TAB);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ status: 'looking', problem: null });
    expect(walk.primary(DIALPAD_TAB)).toBeNull();
    const since = walk.state().tabs[DIALPAD_TAB]?.looking?.since ?? 0;
    expect(walk.effects()).toContainEqual({ do: 'deadline', at: since + 3000 });
    walk.pass(2900);
    expect(walk.view(DIALPAD_TAB).status).toBe('looking');
    walk.pass(200);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'target-missing' } });
    expect(walk.primary(DIALPAD_TAB)).toBe('point');
    walk.shows(DIALPAD_TAB, { 'dialpad.my-company': reading() });
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ status: 'ready', problem: null });
  });

  it('says that a window of the page lies over it, and goes on when it is closed', () => {
    const walk = walkerAt('jumpcloud.open-application');
    const under = { 'jumpcloud.open-application': reading({ match: 'missing' }) };
    const announced = { place: 'applications', dialog: 'Meet Jane, our new hire' };
    walk.shows(JUMPCLOUD_TAB, under, announced);
    walk.pass(3100);
    const view = walk.view(JUMPCLOUD_TAB);
    expect(view.problem).toEqual({ code: 'target-missing', details: { message: 'window-over' } });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('retry');
    expect(JSON.stringify(view)).not.toContain('Jane');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.open-application': reading() }, { place: 'applications' });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'ready', problem: null });
  });

  it('gives a page that was opened behind another its time when it comes to the front', () => {
    const walk = walkerAt('jumpcloud.open-application');
    const behind = 7;
    const opened = { tabId: behind, site: 'jumpcloud', host: 'console.eu.jumpcloud.com', documentId: 'eu' } as const;
    walk.send({ type: 'tab-opened', ...opened });
    walk.pass(60_000);
    walk.send({ type: 'tab-front', tabId: behind });
    expect(walk.view(behind)).toMatchObject({ status: 'looking', problem: null });
  });

  it('shows several candidates as ambiguous, and asks to be shown the right one', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.shows(JUMPCLOUD_TAB, {
      'jumpcloud.base-url': reading({ match: 'ambiguous', candidates: ['Base URL', 'URL'] }),
    });
    const view = walk.view(JUMPCLOUD_TAB);
    expect(view).toMatchObject({ status: 'ambiguous', problem: { code: 'target-ambiguous' } });
    expect(view.problem?.details.seen).toBe('Base URL, URL');
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('point');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'point'))?.command).toEqual({ do: 'point', step: 'jumpcloud.base-url' });
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
  });

  it('moves on by itself when the page shows that a step is done', () => {
    const walk = walkerAt('dialpad.my-company');
    walk.shows(DIALPAD_TAB, {
      'dialpad.my-company': reading({ state: 'done' }),
      'dialpad.authentication': reading({ state: 'done' }),
      'dialpad.api-keys': reading(),
    });
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'dialpad.api-keys', status: 'ready' });
    expect(walk.effects()).toContainEqual({ do: 'flush' });
  });

  it('passes over what a page does not have, only when it is its turn', () => {
    const walk = walkerAt('jumpcloud.configuration-settings');
    const absent = reading({ state: 'absent', match: 'missing' });
    const readings = { 'jumpcloud.scim-version': absent, 'jumpcloud.test-user-email': absent };
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.configuration-settings': reading(), ...readings });
    const stateOf = (step: StepId) => walk.view().steps.find((entry) => entry.step === step)?.state;
    expect(stateOf('jumpcloud.scim-version')).toBe('open');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.configuration-settings': reading({ state: 'done' }), ...readings });
    expect(stateOf('jumpcloud.scim-version')).toBe('not-needed');
    expect(stateOf('jumpcloud.test-user-email')).toBe('open');
    expect(walk.view().step).toBe('jumpcloud.base-url');
  });

  it('believes only the tab of a site that was in front last', () => {
    const walk = walkerAt('jumpcloud.base-url');
    const other = 7;
    walk.send({
      type: 'tab-opened',
      tabId: other,
      site: 'jumpcloud',
      host: 'console.eu.jumpcloud.com',
      documentId: 'other',
    });
    walk.shows(other, { 'jumpcloud.base-url': reading({ state: 'done' }) });
    expect(walk.view().step).toBe('jumpcloud.base-url');
    walk.send({ type: 'tab-front', tabId: other });
    expect(walk.view().step).toBe('jumpcloud.token-key');
  });

  it('believes the page whose card was clicked, though the browser took another window for the one in front', () => {
    const walk = walkerAt('jumpcloud.open-application');
    const other = 7;
    const opened = { tabId: other, site: 'jumpcloud', host: 'console.eu.jumpcloud.com', documentId: 'other' } as const;
    walk.send({ type: 'tab-opened', ...opened });
    walk.shows(other, { 'jumpcloud.open-application': reading() });
    expect(commandOf(walk.act(other, 'perform'))).toMatchObject({ tabId: other });
    walk.answer();
    walk.shows(other, { 'jumpcloud.open-application': reading({ state: 'done' }) });
    expect(walk.view(other).step).toBe('jumpcloud.identity-management');
  });

  it('waits for the first user without advising anything, lets the admin leave, and finishes when it came', () => {
    const walk = walkerAt('first-sync');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'first-sync', site: 'server', status: 'working' });
    expect(walk.primary(JUMPCLOUD_TAB)).toBeNull();
    expect(walk.offers(JUMPCLOUD_TAB)).toContain('skip');
    walk.server({ firstUserAt: new Date(walk.now()).toISOString() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'first-sync', status: 'finished' });
  });

  it('has exactly one advised button in every state but looking, working and finished', () => {
    for (const { id } of [...stepsOf('setup'), ...stepsOf('replace-key')].filter((step) => step.site !== 'server')) {
      const walk = walkerAt(id, { flow: stepOf(id).flow ?? 'setup' });
      const tab = stepOf(id).site === 'dialpad' ? DIALPAD_TAB : JUMPCLOUD_TAB;
      const primaries = () => walk.view(tab).actions.filter((action) => action.primary).length;
      expect([id, walk.view(tab).step, walk.view(tab).status, primaries()]).toEqual([id, id, 'ready', 1]);
      walk.shows(tab, { [id]: reading({ match: 'ambiguous', candidates: ['a', 'b'] }) });
      expect([id, walk.view(tab).status, primaries()]).toEqual([id, 'ambiguous', 1]);
    }
  });

  it('lists the calls newest first', () => {
    const walk = walker({ snapshot: { activity: [call({ id: 1 }), call({ id: 2 })] } });
    expect(walk.view().activity.map(({ id }) => id)).toEqual([2, 1]);
  });
});

describe('what the other targets change', () => {
  it('asks the server for the key of a self-hosted session, after consent, on every panel', () => {
    const walk = walker({ target: 'self-hosted' });
    expect(walk.view()).toMatchObject({ step: 'dialpad.generate-key', site: 'server', status: 'ready' });
    walk.act('sidepanel', 'perform');
    expect(walk.view().preview?.step).toBe('dialpad.generate-key');
    expect(walk.act('sidepanel', 'confirm')).toContainEqual(expect.objectContaining({ do: 'create-key' }));
    walk.send({
      type: 'key-held',
      held: { masked: 'dpk_…AAAA', kind: 'ours', fingerprint: '00'.repeat(8) },
      from: 'server',
    });
    expect(walk.view()).toMatchObject({ step: 'jumpcloud.open-application', heldKey: 'dpk_…AAAA' });
  });

  it("takes the admin's word, and Dialpad's own Base URL, where Dialpad's service is the target", () => {
    const walk = walkerAt('jumpcloud.test-connection', { target: 'dialpad' });
    walk.act(JUMPCLOUD_TAB, 'perform');
    const pressed = commandOf(walk.act(JUMPCLOUD_TAB, 'confirm'));
    expect(pressed?.command.do).toBe('fingerprint');
    expect(commandOf(walk.answer({ fingerprint: 'f'.repeat(16) }))?.command.do).toBe('perform');
    walk.answer();
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
    expect(walk.offers(JUMPCLOUD_TAB)).toContain('done');
    walk.says(JUMPCLOUD_TAB, { step: 'jumpcloud.test-connection', says: 'succeeded', id: 'v1' });
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.group-management');
  });
});
