import { createAssistant } from '../../../extension/background/assistant.ts';
import type { Channel } from '../../../extension/platform/ports.ts';
import type { FromPage, FromPanel, ToPage, ToPanel } from '../../../extension/platform/protocol.ts';
import type { Store } from '../../../extension/platform/storage.ts';
import type { AdminTab, Tabs } from '../../../extension/platform/tabs.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import { snapshotOf } from '../guide/kit.ts';

export const LINK = 'https://setup.acme.example/setup/link-token';

/** A store in memory that can be searched. */
export function fakeStore(): Store & { text(): string } {
  const values = new Map<string, string>();
  return {
    get: (name) => Promise.resolve(values.has(name) ? (JSON.parse(values.get(name) ?? 'null') as unknown) : undefined),
    set: (name, value) => {
      values.set(name, JSON.stringify(value));
      return Promise.resolve();
    },
    remove: (name) => {
      values.delete(name);
      return Promise.resolve();
    },
    text: () => [...values].flat().join('\n'),
  };
}

export type FakeTabs = Tabs & { open_: Map<number, AdminTab>; front: number | null; did: string[]; awake: Set<number> };

/** Tabs that can be set from outside; what was done with them is in `did`. */
export function fakeTabs(): FakeTabs {
  const fake: FakeTabs = {
    open_: new Map(),
    front: null,
    did: [],
    awake: new Set(),
    get: (tabId) => Promise.resolve(fake.open_.get(tabId) ?? null),
    find: (patterns) => {
      const hosts = patterns.map((pattern) => new URL(pattern.replace('*', '')).host);
      return Promise.resolve([...fake.open_.values()].filter((tab) => hosts.includes(new URL(tab.url).host)));
    },
    inFront: () => Promise.resolve(fake.front),
    focus: (tabId) => {
      fake.did.push(`focus ${tabId}`);
      return Promise.resolve();
    },
    open: (url) => {
      fake.did.push(`open ${url}`);
      return Promise.resolve();
    },
    wake: (tabId) => Promise.resolve(fake.awake.has(tabId)),
    reload: (tabId) => {
      fake.did.push(`reload ${tabId}`);
      return Promise.resolve();
    },
    onFront: () => undefined,
  };
  return fake;
}

/** The setup API, as much of it as the background calls; `down` makes it unreachable. */
export function fakeServer() {
  const calls: { path: string; body: string; authorization: string | null }[] = [];
  const server = {
    calls,
    down: false,
    /** What something else answers in its place. */
    instead: null as (() => Response | Promise<Response>) | null,
    /** Answers 401 to everything but a new connection. */
    expired: false,
    snapshot: snapshotOf(),
    push: (_snapshot: SetupSnapshot): void => undefined,
    fetch: async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
      const url = new URL(input instanceof Request ? input.url : input);
      const path = url.pathname.replace('/api/setup/', '');
      const body = typeof init.body === 'string' ? init.body : '';
      calls.push({ path, body, authorization: new Headers(init.headers).get('Authorization') });
      if (server.down) throw new TypeError('Failed to fetch');
      if (server.instead) return server.instead();
      if (server.expired && path !== 'connect') return problem(401);
      await Promise.resolve();
      return answer(path, body, init.signal ?? null);
    },
  };

  function answer(path: string, body: string, signal: AbortSignal | null): Response {
    if (path === 'connect') {
      const { token } = JSON.parse(body) as { token: string };
      return token === 'link-token' ? json({ connectionToken: 'connection', snapshot: server.snapshot }) : problem(401);
    }
    if (path === 'session') return json(server.snapshot);
    if (path === 'test-address') return json({ address: 'test-1@acme.example' });
    if (path === 'evidence') {
      takeEvidence(body);
      return new Response(null, { status: 204 });
    }
    return path === 'events' ? stream(signal) : problem(404);
  }

  function takeEvidence(body: string): void {
    const { evidence } = JSON.parse(body) as { evidence: SetupSnapshot['evidence'] };
    const at = new Date().toISOString();
    const told = evidence.map(({ step, fact, seenBy, note, fingerprint }) => ({
      step,
      fact,
      seenBy,
      note,
      fingerprint,
      at,
    }));
    server.snapshot = { ...server.snapshot, now: at, evidence: [...server.snapshot.evidence, ...told] };
  }

  function stream(signal: AbortSignal | null): Response {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        let id = 0;
        server.push = (snapshot) => {
          server.snapshot = snapshot;
          id += 1;
          const text = `event: snapshot\nid: ${id}\ndata: ${JSON.stringify(snapshot)}\n\n`;
          controller.enqueue(new TextEncoder().encode(text));
        };
        signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
      },
    });
    return new Response(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }

  return server;
}

function json(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
}

export function problem(status: number): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: 'No', status, detail: 'No.' }), { status });
}

/** Both ends of a channel: `received` is what the other end was sent. */
export function fakeChannel<In, Out>() {
  const received: Out[] = [];
  const listeners: ((message: In) => void)[] = [];
  const closers: (() => void)[] = [];
  let isClosed = false;
  const channel: Channel<In, Out> = {
    send: (message) => received.push(message),
    onMessage: (listener) => listeners.push(listener),
    onClose: (listener) => closers.push(listener),
    close: () => {
      isClosed = true;
    },
  };
  return {
    channel,
    received,
    say: (message: In): void => listeners.forEach((listener) => listener(message)),
    hangUp: (): void => closers.forEach((closer) => closer()),
    isClosed: () => isClosed,
  };
}

/** An assistant in a browser of fakes. `restart` is what a killed worker comes back as. */
export function startAssistant() {
  const session = fakeStore();
  const local = fakeStore();
  const tabs = fakeTabs();
  const server = fakeServer();
  const start = () =>
    createAssistant({
      fetch: server.fetch,
      session,
      local,
      tabs,
      now: Date.now,
      locale: 'en',
      label: 'Chrome on Linux',
    });
  let assistant = start();

  return {
    session,
    local,
    tabs,
    server,
    restart: (): void => {
      assistant = start();
    },

    async panel() {
      const line = fakeChannel<FromPanel, ToPanel>();
      await assistant.panels.add(line.channel);
      line.say({ type: 'hello', tabId: 99, windowId: 1 });
      return line;
    },

    page(tabId: number, url: string, frameId = 0) {
      const line = fakeChannel<FromPage, ToPage>();
      tabs.open_.set(tabId, { id: tabId, url, active: true, windowId: 1 });
      tabs.front = tabId;
      assistant.pages.add(line.channel, { tabId, frameId, origin: new URL(url).origin });
      line.say({ type: 'hello', documentId: `document-${tabId}` });
      return line;
    },
  };
}
