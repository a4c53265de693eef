import { beforeEach, describe, expect, it } from 'vitest';
import type { FromPanel, ToPage, ToPanel } from '../../../extension/platform/protocol.ts';
import { apiKeyFrom } from '../../../shared/api-key.ts';
import type { Observation } from '../../../shared/setup/observation.ts';
import { cardOf } from '../../../shared/setup/panel.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { reading, snapshotOf } from '../guide/kit.ts';
import { LINK, startAssistant, problem } from './kit.ts';

const JUMPCLOUD = 'https://console.jumpcloud.com/#/applications';
const KEY = apiKeyFrom('a'.repeat(34));

let world = startAssistant();
beforeEach(() => {
  world = startAssistant();
});

function observation(readings: Partial<Record<StepId, ReturnType<typeof reading>>>): Observation {
  return {
    site: 'jumpcloud',
    host: 'console.jumpcloud.com',
    place: 'p',
    problem: null,
    readings,
    verdicts: [],
    dialog: null,
    replacing: false,
  };
}

function viewOf(received: ToPage[]) {
  const last = received.findLast((message) => message.type === 'state');
  return last?.type === 'state' ? last.view : null;
}

/** The card that the page shows. */
function clickedIn(received: ToPage[]) {
  const view = viewOf(received);
  if (!view) throw new Error('The page shows no card.');
  return cardOf(view);
}

function lastState(received: ToPanel[]) {
  const last = received.findLast((message) => message.type === 'state');
  return last?.type === 'state' ? last.state : null;
}

async function connected() {
  const panel = await world.panel();
  panel.say({ type: 'connect', link: LINK });
  await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer: 'connected' });
  return panel;
}

describe('connecting', () => {
  it('is answered though a page that is open never says that it was woken', async () => {
    world.page(2, JUMPCLOUD);
    world.tabs.wake = () => new Promise(() => undefined);
    await connected();
  });
});

/** Brings the walk to the step by what the page shows. */
async function atStep(step: StepId) {
  const panel = await connected();
  panel.say({ type: 'use-key', key: KEY });
  await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer: 'key-taken' });
  const page = world.page(2, JUMPCLOUD);
  const done = reading({ state: 'done' });
  page.say({
    type: 'observed',
    observation: observation({
      'jumpcloud.open-application': done,
      'jumpcloud.identity-management': done,
      'jumpcloud.configuration-settings': done,
      'jumpcloud.scim-version': done,
      'jumpcloud.base-url': done,
      'jumpcloud.token-key': done,
      'jumpcloud.test-user-email': done,
      [step]: reading(),
    }),
  });
  await expect.poll(() => viewOf(page.received)).toMatchObject({ step, status: 'ready' });
  return { panel, page };
}

describe('connecting', () => {
  it('stays idle on pages until it is connected', async () => {
    await world.panel();
    const page = world.page(2, JUMPCLOUD);
    await expect.poll(() => page.received).toEqual([{ type: 'idle' }]);
  });

  it.each([
    ['not a link', 'link-invalid'],
    ['http://setup.acme.example/setup/link-token', 'link-insecure'],
    ['https://setup.acme.example/setup/other', 'link-refused'],
  ])('refuses %s', async (link, answer) => {
    const panel = await world.panel();
    panel.say({ type: 'connect', link });
    await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer });
    expect(lastState(panel.received)?.connection).toBe('none');
  });

  it('says that the server is away', async () => {
    world.server.down = true;
    const panel = await world.panel();
    panel.say({ type: 'connect', link: LINK });
    await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer: 'server-away' });
  });

  it.each([
    ['a fault of its own', () => problem(500)],
    ['that it has too much to do', () => problem(429)],
    ['a page of the network', () => new Response('<p>Sign in to the Wi-Fi</p>')],
    ['a page that refuses', () => new Response('<p>Blocked</p>', { status: 403 })],
    ['a proxy’s question', () => new Response('', { status: 401 })],
  ])('says so, and not that the link is over, when what answers is %s', async (_what, answer) => {
    world.server.instead = answer;
    const panel = await world.panel();
    panel.say({ type: 'connect', link: LINK });
    await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer: 'server-away' });
  });

  it('shows every panel the step, and keeps the link’s token nowhere', async () => {
    const panel = await connected();
    expect(lastState(panel.received)).toMatchObject({ connection: 'connected', host: 'setup.acme.example' });
    expect(lastState(panel.received)?.view?.step).toBe('dialpad.my-company');
    expect(world.local.text()).toContain('connection');
    expect(world.local.text() + world.session.text()).not.toContain('link-token');
  });

  it('follows the session live', async () => {
    const panel = await connected();
    const company = { ...snapshotOf().company, eligible: false };
    await expect.poll(() => world.server.calls.some(({ path }) => path === 'events')).toBe(true);
    world.server.push(snapshotOf({ company }));
    await expect.poll(() => lastState(panel.received)?.view?.problem?.code).toBe('plan-not-eligible');
  });

  it('offers the link field again when the session is over, and keeps the key for the same company', async () => {
    await atStep('jumpcloud.test-connection');
    world.server.expired = true;
    world.restart();
    const again = await world.panel();
    await expect.poll(() => lastState(again.received)?.connection).toBe('expired');
    expect(lastState(again.received)?.view).toMatchObject({ problem: { code: 'session-expired' } });
    world.server.snapshot = { ...world.server.snapshot, session: { ...world.server.snapshot.session, id: 's2' } };
    world.server.expired = false;
    again.say({ type: 'connect', link: LINK });
    await expect.poll(() => again.received).toContainEqual({ type: 'answer', answer: 'connected' });
    await expect.poll(() => lastState(again.received)?.view?.heldKey).toBe(`dpk_…${KEY.slice(-4)}`);
  });

  it('forgets everything', async () => {
    const { panel } = await atStep('jumpcloud.test-connection');
    panel.say({ type: 'forget' });
    await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer: 'forgotten' });
    expect(lastState(panel.received)).toMatchObject({ connection: 'none', view: null });
    expect(world.local.text()).toBe('');
    expect(world.session.text()).not.toContain(KEY);
  });

  it('writes nothing of it down again for what comes while it forgets', async () => {
    const { panel, page } = await atStep('jumpcloud.test-connection');
    expect(world.session.text()).toContain('Acme');
    const comes = (): void => {
      page.say({ type: 'observed', observation: observation({}) });
      panel.say({ type: 'ping' });
    };
    panel.say({ type: 'forget' });
    for (let moment = 0; moment < 20; moment += 1) await Promise.resolve().then(comes);
    await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer: 'forgotten' });
    expect(world.session.text()).not.toContain('Acme');
    expect(world.local.text()).toBe('');
  });

  /** To hash a key takes longer than a few moments: it is waited for, too. */
  const MOMENTS = [0, 1, 2, 3, 5, 8, 12, 20, 30];
  const BEGUN: [string, FromPanel][] = [
    ['a connection', { type: 'connect', link: LINK }],
    ['a key', { type: 'use-key', key: KEY }],
  ];
  it.each(BEGUN.flatMap(([what, message]) => MOMENTS.map((moments) => ({ what, message, moments }))))(
    'keeps nothing of $what that was begun $moments moments before',
    async ({ message, moments }) => {
      const panel = await connected();
      const answers = () => panel.received.filter(({ type }) => type === 'answer').length;
      const before = answers();
      panel.say(message);
      for (let moment = 0; moment < moments; moment += 1) await Promise.resolve();
      panel.say({ type: 'forget' });
      await expect.poll(answers).toBe(before + 2);
      expect(lastState(panel.received)).toMatchObject({ connection: 'none' });
      expect(world.session.text()).not.toContain('Acme');
      expect(world.session.text()).not.toContain(KEY);
      expect(world.local.text()).toBe('');
    },
  );
});

describe('the key', () => {
  it('is refused when it was cut off, and taken when it is whole', async () => {
    const panel = await connected();
    panel.say({ type: 'use-key', key: KEY.slice(0, -3) });
    await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer: 'key-damaged' });
    panel.say({ type: 'use-key', key: ` ${KEY} ` });
    await expect.poll(() => panel.received).toContainEqual({ type: 'answer', answer: 'key-taken' });
    expect(lastState(panel.received)?.view).toMatchObject({ step: 'jumpcloud.open-application' });
  });

  it('is in no message to a page but the one that fills it, and in no lasting storage', async () => {
    const { page } = await atStep('jumpcloud.token-key');
    page.say({ type: 'action', action: 'perform', on: clickedIn(page.received) });
    await expect.poll(() => page.received.some((message) => message.type === 'command')).toBe(true);
    const withKey = page.received.filter((message) => JSON.stringify(message).includes(KEY));
    expect(withKey).toMatchObject([
      { type: 'command', command: { do: 'perform', step: 'jumpcloud.token-key', value: KEY } },
    ]);
    expect(world.local.text()).not.toContain(KEY);
    expect(world.server.calls.map(({ body }) => body).join()).not.toContain(KEY);
  });

  it('goes to no page that has left its origin', async () => {
    const { page } = await atStep('jumpcloud.token-key');
    world.tabs.open_.set(2, { id: 2, url: 'https://evil.example/', active: true, windowId: 1 });
    page.say({ type: 'action', action: 'perform', on: clickedIn(page.received) });
    await expect.poll(() => viewOf(page.received)?.status).toBe('ready');
    expect(page.received.filter((message) => message.type === 'command')).toEqual([]);
  });

  it('is taken from a page into memory only', async () => {
    await connected();
    const page = world.page(1, 'https://dialpad.com/');
    page.say({
      type: 'result',
      id: 1,
      result: { outcome: 'ok', problem: null, note: null, secret: KEY, fingerprint: null },
    });
    await expect.poll(() => viewOf(page.received)?.heldKey).toBe(`dpk_…${KEY.slice(-4)}`);
    expect(JSON.stringify(page.received)).not.toContain(KEY);
  });

  it('is given to a side panel that asks to copy it', async () => {
    const { panel } = await atStep('jumpcloud.token-key');
    panel.say({ type: 'copy-key' });
    await expect.poll(() => panel.received).toContainEqual({ type: 'key', key: KEY });
  });
});

describe('pages', () => {
  it.each([
    ['another origin', 'https://evil.example/', 0],
    ['a look-alike host', 'https://console.jumpcloud.com.evil.example/', 0],
    ['plain http', 'http://console.jumpcloud.com/', 0],
    ['a frame', JUMPCLOUD, 3],
  ])('are not let in from %s', async (_what, url, frameId) => {
    await connected();
    const page = world.page(2, url, frameId);
    expect(page.isClosed()).toBe(true);
    expect(page.received).toEqual([]);
  });

  it('resume after the worker was killed', async () => {
    const { page } = await atStep('jumpcloud.test-connection');
    page.hangUp();
    world.restart();
    const again = world.page(2, JUMPCLOUD);
    await expect.poll(() => viewOf(again.received)).toMatchObject({ step: 'jumpcloud.test-connection' });
    expect(viewOf(again.received)?.heldKey).toBe(`dpk_…${KEY.slice(-4)}`);
  });

  it.each([
    ['does not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is behind a page of the network', () => new Response('<p>Sign in to the Wi-Fi</p>')],
  ])('are pressed only after the server has heard of it, which is told when it %s', async (_what, answer) => {
    const { page } = await atStep('jumpcloud.test-connection');
    page.say({ type: 'action', action: 'perform', on: clickedIn(page.received) });
    page.say({ type: 'action', action: 'confirm', on: clickedIn(page.received) });
    const commands = () => page.received.flatMap((message) => (message.type === 'command' ? [message] : []));
    await expect.poll(() => commands()).toMatchObject([{ command: { do: 'fingerprint' } }]);
    world.server.instead = answer;
    const result = { outcome: 'ok', problem: null, note: null, secret: null, fingerprint: '0'.repeat(16) } as const;
    page.say({ type: 'result', id: commands()[0]?.id ?? 0, result });
    await expect.poll(() => viewOf(page.received)?.problem?.code).toBe('server-unreachable');
    expect(commands()).toHaveLength(1);
    // One call that got lost while the stream of the session stays open: nothing else would ever say that it is over.
    world.server.instead = null;
    await expect.poll(() => viewOf(page.received)).toMatchObject({ problem: null, status: 'ready' });
  });
});

describe('go', () => {
  async function goFrom(openTabs: [number, string][], awake: number[] = []) {
    const panel = await connected();
    panel.say({ type: 'use-key', key: KEY });
    for (const [id, url] of openTabs) world.tabs.open_.set(id, { id, url, active: false, windowId: 1 });
    world.tabs.awake = new Set(awake);
    await expect.poll(() => lastState(panel.received)?.view?.step).toBe('jumpcloud.open-application');
    panel.say({ type: 'action', action: 'go', on: { step: 'jumpcloud.open-application', problem: null } });
    await expect.poll(() => world.tabs.did).not.toEqual([]);
    return world.tabs.did;
  }

  it('opens the site where no tab of it is open', async () => {
    expect(await goFrom([])).toEqual(['open https://console.jumpcloud.com/']);
  });

  it('focuses an open tab of the site', async () => {
    expect(await goFrom([[4, 'https://console.eu.jumpcloud.com/#/home']], [4])).toEqual(['focus 4']);
  });

  it('reloads a tab that was open before the extension was there', async () => {
    const did = await goFrom([[4, 'https://console.jumpcloud.com/']]);
    await expect.poll(() => did).toEqual(['focus 4', 'reload 4']);
  });
});
