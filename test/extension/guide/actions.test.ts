import { describe, expect, it } from 'vitest';
import { BASE_URL, commandOf, DIALPAD_TAB, iso, JUMPCLOUD_TAB, KEY, reading, walker, walkerAt } from './kit.ts';

describe('perform', () => {
  it('fills the Base URL, keeps it as evidence, and can take it back', () => {
    const walk = walkerAt('jumpcloud.base-url');
    const filled = commandOf(walk.act(JUMPCLOUD_TAB, 'perform'));
    expect(filled).toMatchObject({ tabId: JUMPCLOUD_TAB, withKey: false });
    expect(filled?.command).toEqual({ do: 'perform', step: 'jumpcloud.base-url', value: BASE_URL });
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ state: 'done' }), 'jumpcloud.token-key': reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.token-key', status: 'ready' });
    expect(walk.offers(JUMPCLOUD_TAB)).toContain('undo');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'undo'))?.command).toEqual({ do: 'undo', step: 'jumpcloud.base-url' });
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading(), 'jumpcloud.token-key': reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', status: 'ready', problem: null });
  });

  it('never puts the key into a command itself', () => {
    const walk = walkerAt('jumpcloud.token-key');
    const filled = commandOf(walk.act(JUMPCLOUD_TAB, 'perform'));
    expect(filled).toMatchObject({ withKey: true, command: { value: null } });
  });

  it('asks the server for a fresh test address before it fills it', () => {
    const walk = walkerAt('jumpcloud.test-user-email');
    const [asked] = walk.act(JUMPCLOUD_TAB, 'perform');
    expect(asked).toMatchObject({ do: 'issue-address' });
    const id = walk.state().working?.id ?? -1;
    const given = walk.send({ type: 'address', id, address: 'test-1@acme.example', snapshot: null });
    expect(commandOf(given)?.command).toMatchObject({ do: 'perform', value: 'test-1@acme.example' });
  });

  it('offers the step again when another connection took the place of the one by which the server was asked', () => {
    const walk = walkerAt('jumpcloud.test-user-email');
    walk.act(JUMPCLOUD_TAB, 'perform');
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
    walk.send({ type: 'connected', snapshot: walk.snapshot(), held: null });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'ready', problem: null });
  });

  it('presses on along a way of several pages', () => {
    const walk = walkerAt('dialpad.my-company');
    walk.act(DIALPAD_TAB, 'perform');
    walk.answer();
    expect(walk.view(DIALPAD_TAB).status).toBe('working');
    const next = walk.shows(DIALPAD_TAB, { 'dialpad.my-company': reading() }, { place: 'admin-settings' });
    expect(commandOf(next)?.command).toMatchObject({ do: 'perform', step: 'dialpad.my-company' });
    walk.answer();
    walk.pass(1000);
    expect(walk.view(DIALPAD_TAB).status).toBe('working');
    walk.shows(DIALPAD_TAB, { 'dialpad.my-company': reading({ state: 'done' }) }, { place: 'my-company' });
    expect(walk.view(DIALPAD_TAB).step).toBe('dialpad.authentication');
  });

  it('asks for the way when a press changed nothing, until the page changes', () => {
    const walk = walkerAt('dialpad.my-company');
    walk.act(DIALPAD_TAB, 'perform');
    walk.answer();
    walk.looked(DIALPAD_TAB);
    walk.pass(9500);
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'target-missing' } });
    expect(walk.primary(DIALPAD_TAB)).toBe('point');
    walk.shows(DIALPAD_TAB, { 'dialpad.my-company': reading({ state: 'done' }) }, { place: 'my-company' });
    expect(walk.view(DIALPAD_TAB).step).toBe('dialpad.authentication');
  });

  it('takes the key only through the background', () => {
    const walk = walkerAt('dialpad.save-key');
    walk.act(DIALPAD_TAB, 'perform');
    walk.send({ type: 'key-held', held: KEY, from: 'page' });
    walk.answer();
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'jumpcloud.open-application', heldKey: KEY.masked });
  });

  it('names what went wrong, and clears it when the step is done after all', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.answer({ outcome: 'retryable', problem: 'fill-reverted' });
    walk.looked(JUMPCLOUD_TAB);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'fill-reverted' } });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('retry');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'retry'))?.command).toMatchObject({ do: 'perform' });
    walk.answer({ outcome: 'retryable', problem: 'fill-reverted' });
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ state: 'done' }) });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.token-key' });
  });

  it('does not believe a value that the page shows while it is being filled in, nor that it went', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ state: 'done' }) });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', status: 'working' });
    walk.answer({ outcome: 'retryable', problem: 'fill-reverted' });
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading() });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'fill-reverted' } });
  });
});

describe('perform-all', () => {
  it('is what is advised where more than one step of the site is left, beside the step alone', () => {
    const walk = walkerAt('jumpcloud.base-url');
    const [first, second] = walk.view(JUMPCLOUD_TAB).actions;
    expect(first).toMatchObject({ action: 'perform-all', primary: true, label: 'Do all steps in JumpCloud' });
    expect(second).toMatchObject({ action: 'perform', primary: false, label: 'Only this step' });
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('asked first');
    // What the admin typed is said rather than that, and asked about before it is replaced.
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ occupiedBy: 'https://x.example' }) });
    expect(walk.view(JUMPCLOUD_TAB).note).toContain('https://x.example');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'perform-all'))).toBeNull();
    expect(walk.view(JUMPCLOUD_TAB).preview?.step).toBe('jumpcloud.base-url');
  });

  it('is not offered for the last step of a site, nor where the admin has to act', () => {
    expect(walkerAt('dialpad.save-key').offers(DIALPAD_TAB)).toEqual(['perform', 'done', 'back']);
    const walk = walkerAt('jumpcloud.user-groups');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.user-groups': reading({ stage: 'tick', match: 'missing' }) });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('perform');
    const running = walkerAt('jumpcloud.deactivate', { flow: 'replace-key' });
    expect(running.primary(JUMPCLOUD_TAB)).toBe('perform');
    expect(running.offers(JUMPCLOUD_TAB)).not.toContain('perform-all');
  });

  it('is advised again after it was stopped', () => {
    const walk = walkerAt('jumpcloud.test-connection');
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    walk.act(JUMPCLOUD_TAB, 'cancel');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.test-connection', status: 'ready' });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('perform-all');
  });

  it('tells what it did in vain, rather than be advised to do the same again', () => {
    const walk = walkerAt('jumpcloud.scim-version');
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    walk.answer();
    // The page took the choice, and puts its own back a moment later.
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.scim-version': reading({ state: 'done' }) });
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.scim-version': reading() });
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('working');
    walk.pass(7_000);
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'fill-reverted' } });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('retry');
  });

  it('does the steps of a page in one go, and stops to ask before a consequential one', () => {
    const walk = walkerAt('jumpcloud.base-url');
    const done = reading({ state: 'done' });
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'perform-all'))?.command).toMatchObject({ step: 'jumpcloud.base-url' });
    walk.answer();
    const base = { 'jumpcloud.base-url': done, 'jumpcloud.token-key': reading() };
    expect(commandOf(walk.shows(JUMPCLOUD_TAB, base))?.command).toMatchObject({ step: 'jumpcloud.token-key' });
    walk.answer();
    const absent = reading({ state: 'absent', match: 'missing' });
    walk.shows(JUMPCLOUD_TAB, {
      ...base,
      'jumpcloud.token-key': done,
      'jumpcloud.test-user-email': absent,
      'jumpcloud.test-connection': reading(),
    });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({
      step: 'jumpcloud.test-connection',
      preview: { step: 'jumpcloud.test-connection' },
    });
    walk.act(JUMPCLOUD_TAB, 'cancel');
    expect(walk.state().run).toBeNull();
  });

  it('does not press a step again that the page is slow to confirm', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.act(JUMPCLOUD_TAB, 'perform-all');
    walk.answer({ outcome: 'retryable', problem: 'fill-reverted' });
    expect(walk.state().run).toBeNull();
    expect(commandOf(walk.effects())).toBeNull();
  });
});

describe('the admin’s word', () => {
  it('is refused where the page says otherwise, until the page changes', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.act(JUMPCLOUD_TAB, 'done');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ status: 'problem', problem: { code: 'form-wiped' } });
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.base-url': reading({ occupiedBy: 'https://x.example' }) });
    expect(walk.view(JUMPCLOUD_TAB).problem).toBeNull();
    walk.act(JUMPCLOUD_TAB, 'done');
    expect(walk.view(JUMPCLOUD_TAB).problem?.code).toBe('wrong-base-url');
  });

  it('counts where the page cannot tell', () => {
    const walk = walkerAt('jumpcloud.configuration-settings');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.configuration-settings': reading({ match: 'missing' }) });
    walk.act(JUMPCLOUD_TAB, 'done');
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.scim-version');
    expect(walk.state().local.at(-1)).toMatchObject({ fact: 'done', seenBy: 'admin' });
  });

  it('is not enough for a key that nobody has', () => {
    const walk = walkerAt('dialpad.save-key');
    walk.act(DIALPAD_TAB, 'done');
    expect(walk.view(DIALPAD_TAB).problem?.code).toBe('key-not-seen');
    walk.send({ type: 'key-held', held: KEY, from: 'pasted' });
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ step: 'jumpcloud.open-application', problem: null });
  });
});

describe('skip, back, go and copy', () => {
  it('skips only what may be skipped', () => {
    const walk = walker({ snapshot: { company: { ...walker().snapshot().company, allowedDomains: [] } } });
    expect(walk.view()).toMatchObject({ step: 'secondary-domain', problem: { code: 'secondary-domain-missing' } });
    walk.act('sidepanel', 'skip');
    expect(walk.view().step).toBe('dialpad.my-company');
    expect(walk.offers()).not.toContain('skip');
    walk.act('sidepanel', 'skip');
    expect(walk.view().step).toBe('dialpad.my-company');
  });

  it('looks back at an earlier step, and returns', () => {
    const walk = walkerAt('jumpcloud.token-key');
    walk.act(JUMPCLOUD_TAB, 'back');
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', status: 'done' });
    expect(walk.primary(JUMPCLOUD_TAB)).toBe('done');
    walk.act(JUMPCLOUD_TAB, 'done');
    expect(walk.view(JUMPCLOUD_TAB).step).toBe('jumpcloud.token-key');
  });

  it('goes to the JumpCloud host that was used last, and offers the other one', () => {
    const walk = walkerAt('dialpad.save-key');
    const eu = 5;
    walk.send({ type: 'tab-opened', tabId: eu, site: 'jumpcloud', host: 'console.eu.jumpcloud.com', documentId: 'eu' });
    walk.send({ type: 'tab-front', tabId: eu });
    walk.send({ type: 'tab-closed', tabId: eu, documentId: 'eu' });
    walk.send({ type: 'tab-front', tabId: DIALPAD_TAB });
    walk.send({ type: 'key-held', held: KEY, from: 'page' });
    expect(walk.view(DIALPAD_TAB)).toMatchObject({ status: 'elsewhere', otherHost: 'console.jumpcloud.com' });
    expect(walk.act(DIALPAD_TAB, 'go')).toContainEqual({
      do: 'go',
      site: 'jumpcloud',
      host: 'console.eu.jumpcloud.com',
      tabId: null,
    });
  });

  it('goes back to the sandbox of Dialpad, where the admin was', () => {
    const walk = walkerAt('dialpad.add-key');
    const sandbox = 5;
    walk.send({ type: 'tab-opened', tabId: sandbox, site: 'dialpad', host: 'sandbox.dialpad.com', documentId: 'sb' });
    walk.send({ type: 'tab-front', tabId: sandbox });
    walk.send({ type: 'tab-closed', tabId: sandbox, documentId: 'sb' });
    walk.send({ type: 'tab-closed', tabId: DIALPAD_TAB, documentId: walk.state().tabs[DIALPAD_TAB]?.documentId ?? '' });
    walk.send({ type: 'tab-front', tabId: JUMPCLOUD_TAB });
    const host = 'sandbox.dialpad.com';
    expect(walk.act(JUMPCLOUD_TAB, 'go')).toContainEqual({ do: 'go', site: 'dialpad', host, tabId: null });
  });

  it('copies values and requests, never the key', () => {
    expect(walkerAt('jumpcloud.base-url').view(JUMPCLOUD_TAB).copyText).toBe(BASE_URL);
    const token = walkerAt('jumpcloud.token-key');
    expect(token.view(JUMPCLOUD_TAB).copyText).toBeNull();
    expect(token.offers(JUMPCLOUD_TAB)).not.toContain('copy');
    expect(token.offers('sidepanel')).toContain('copy');
  });

  it('collapses the panels of one site at a time, and opens them again', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.act(JUMPCLOUD_TAB, 'collapse');
    expect(walk.view(JUMPCLOUD_TAB).collapsed).toBe(true);
    expect(walk.view('sidepanel').collapsed).toBe(false);
    walk.act(JUMPCLOUD_TAB, 'collapse');
    expect(walk.view(JUMPCLOUD_TAB).collapsed).toBe(false);
  });

  it('does nothing for a button that is not shown', () => {
    const walk = walkerAt('jumpcloud.base-url');
    expect(walk.act(JUMPCLOUD_TAB, 'confirm')).toEqual([]);
    expect(walk.act(JUMPCLOUD_TAB, 'go')).toEqual([]);
  });
});

describe('user groups', () => {
  it('opens the tab, waits for the ticks, then asks to save', () => {
    const walk = walkerAt('jumpcloud.user-groups');
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.user-groups': reading({ stage: 'open-tab' }) });
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('elsewhere');
    expect(commandOf(walk.act(JUMPCLOUD_TAB, 'go'))?.command).toMatchObject({ step: 'jumpcloud.user-groups' });
    walk.answer();
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.user-groups': reading({ stage: 'tick', match: 'missing' }) });
    expect(walk.view(JUMPCLOUD_TAB).status).toBe('ready');
    expect(walk.act(JUMPCLOUD_TAB, 'perform')).toEqual([{ do: 'show', tabId: JUMPCLOUD_TAB }]);
    walk.shows(JUMPCLOUD_TAB, { 'jumpcloud.user-groups': reading({ stage: 'save' }) });
    expect(walk.view(JUMPCLOUD_TAB).preview?.step).toBe('jumpcloud.user-groups');
  });
});

describe('a killed worker', () => {
  it('calls off what it waited for, and keeps where it was', () => {
    const walk = walkerAt('jumpcloud.base-url');
    walk.act(JUMPCLOUD_TAB, 'perform');
    walk.send({ type: 'resumed' });
    expect(walk.view(JUMPCLOUD_TAB)).toMatchObject({ step: 'jumpcloud.base-url', status: 'ready' });
    expect(walk.snapshot().now <= iso(walk.now())).toBe(true);
  });
});
