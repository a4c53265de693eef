import { guide } from '../../../extension/guide/guide.ts';
import { flowOfSession } from '../../../extension/guide/known.ts';
import type { Effect, GuideEvent } from '../../../extension/guide/events.ts';
import { present } from '../../../extension/guide/present.ts';
import { initialState, type GuideState, type HeldKey, type PanelId } from '../../../extension/guide/state.ts';
import type { Activity } from '../../../shared/setup/activity.ts';
import type { PageResult } from '../../../shared/setup/commands.ts';
import type { Evidence } from '../../../shared/setup/evidence.ts';
import type { Observation, PageVerdict, StepReading } from '../../../shared/setup/observation.ts';
import { cardOf, type PanelAction, type PanelView } from '../../../shared/setup/panel.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import { stepIndex, stepOf, stepsOf, type Flow, type StepId } from '../../../shared/setup/steps.ts';
import type { Target } from '../../../shared/setup/targets.ts';

/** An event without its time, which the walker adds. */
export type Event = GuideEvent extends infer One ? (One extends GuideEvent ? Omit<One, 'at'> : never) : never;

export const DIALPAD_TAB = 1;
export const JUMPCLOUD_TAB = 2;
export const BASE_URL = 'https://scim.acme.example/scim/v2';
export const KEY: HeldKey = { masked: 'dpk_…9F3K', kind: 'ours', fingerprint: '0123456789abcdef' };

/** The server knows what the Token Key field held, and sees it at the end of its calls. */
const PRESSED_KEY = { fingerprint: KEY.fingerprint, last4: '9F3K' };
const START = Date.parse('2026-11-24T10:00:00.000Z');
const OK = { outcome: 'ok', problem: null, note: null, fingerprint: null } as const;

/** What a server says of a new session of an eligible company. */
export function snapshotOf(
  change: Partial<SetupSnapshot> = {},
  target: Target = 'server',
  flow: Flow = 'setup',
): SetupSnapshot {
  return {
    session: { id: 's1', target, flow, createdAt: iso(START), expiresAt: iso(START + 86_400_000) },
    company: {
      id: 'c1',
      name: 'Acme',
      product: 'ai-voice',
      plan: 'pro',
      eligible: true,
      primaryDomain: 'acme.example',
      allowedDomains: ['jumpcloud.com'],
    },
    domainRequest: null,
    guidance: null,
    baseUrl: target === 'dialpad' ? 'https://dialpad.com/scim' : BASE_URL,
    reachable: true,
    testAddresses: [],
    browsers: [],
    evidence: [],
    activity: [],
    refused: [],
    pressedKeys: [PRESSED_KEY],
    oldKey: null,
    firstUserAt: null,
    now: iso(START),
    ...change,
  };
}

/** What a page says of a step: not done, and its control is certain. */
export function reading(change: Partial<StepReading> = {}): StepReading {
  return {
    state: 'open',
    match: 'unique',
    candidates: [],
    occupiedBy: null,
    stage: null,
    remaining: null,
    button: null,
    note: null,
    ...change,
  };
}

export function call(change: Partial<Activity>): Activity {
  return {
    id: 1,
    time: iso(START),
    method: 'GET',
    route: '/Users',
    status: 200,
    scimType: null,
    kind: 'list',
    reason: null,
    domain: null,
    keyLast4: '9F3K',
    durationMs: 3,
    ...change,
  };
}

export type Walker = ReturnType<typeof walker>;

/** Drives the guide as the background does: time goes on, events go in, effects are kept for a look. */
export function walker(options: { target?: Target; flow?: Flow; snapshot?: Partial<SetupSnapshot> } = {}) {
  let state: GuideState = initialState(START);
  let now = START;
  let server = snapshotOf(options.snapshot, options.target, options.flow);
  let effects: Effect[] = [];
  let documents = 0;

  function send(event: Event): Effect[] {
    now += 10;
    const turn = guide(state, { ...event, at: now });
    state = turn.state;
    effects = turn.effects;
    return effects;
  }

  const self = {
    send,
    effects: () => effects,
    state: () => state,
    now: () => now,

    /** Time goes by, and a deadline strikes. */
    pass(ms: number): void {
      now += ms;
      send({ type: 'tick' });
    },

    /** The server knows something new. */
    server(change: Partial<SetupSnapshot>): void {
      server = { ...server, ...change, now: iso(now) };
      send({ type: 'snapshot', snapshot: server });
    },

    snapshot: () => server,

    /** The server acknowledges all evidence, as it does when it is flushed. */
    acknowledge(): Effect[] {
      const ids = state.local.map((entry) => entry.id);
      const told: Evidence[] = state.local.map(({ step, fact, seenBy, note, fingerprint, atMs }) => {
        return { step, fact, seenBy, note, fingerprint, at: iso(atMs) };
      });
      server = { ...server, evidence: [...server.evidence, ...told], now: iso(now + 10) };
      return send({ type: 'acknowledged', ids, snapshot: server });
    },

    open(tabId: number): void {
      documents += 1;
      const site = tabId === DIALPAD_TAB ? 'dialpad' : 'jumpcloud';
      const host = site === 'dialpad' ? 'dialpad.com' : 'console.jumpcloud.com';
      const opened = send({ type: 'tab-opened', tabId, site, host, documentId: `d${documents}` });
      effects = [...opened, ...send({ type: 'tab-front', tabId })];
    },

    /** A page shows these readings. */
    shows(tabId: number, readings: Observation['readings'], change: Partial<Observation> = {}): Effect[] {
      const tab = state.tabs[tabId];
      if (!tab) throw new Error(`There is no tab ${tabId}.`);
      const { site, host, documentId } = tab;
      const replacing = flowOfSession(state) === 'replace-key';
      const place = Object.keys(readings).join(' ') || null;
      const observation = {
        site,
        host,
        place,
        problem: null,
        readings,
        verdicts: [],
        dialog: null,
        replacing,
        ...change,
      };
      return send({ type: 'observed', tabId, documentId, observation });
    },

    says(tabId: number, verdict: Omit<PageVerdict, 'message'> & { message?: string }): void {
      const before = state.tabs[tabId]?.observation;
      const verdicts = [...(before?.verdicts ?? []), { message: null, ...verdict }];
      self.shows(tabId, before?.readings ?? {}, { verdicts, place: before?.place ?? null });
    },

    /** Somebody clicks, in what the panel shows unless told otherwise. */
    act: (panel: PanelId, action: PanelAction, on = cardOf(self.view(panel))): Effect[] =>
      send({ type: 'action', panel, action, on }),

    /** The page answers what it was asked. */
    answer(change: Partial<PageResult> = {}): Effect[] {
      const { secret: _secret, ...result } = { ...OK, secret: null, ...change };
      return send({ type: 'result', id: state.working?.id ?? -1, result });
    },

    /** The page was looked at anew, and shows what it showed. */
    looked(tabId: number): Effect[] {
      const tab = state.tabs[tabId];
      if (!tab?.observation) return [];
      return send({ type: 'observed', tabId, documentId: tab.documentId, observation: tab.observation });
    },

    view(panel: PanelId = 'sidepanel'): PanelView {
      const view = present(state, panel, 'en');
      if (!view) throw new Error('There is nothing to show.');
      return view;
    },

    primary: (panel: PanelId = 'sidepanel'): PanelAction | null =>
      self.view(panel).actions.find((action) => action.primary)?.action ?? null,

    offers: (panel: PanelId = 'sidepanel'): PanelAction[] => self.view(panel).actions.map(({ action }) => action),
  };

  send({ type: 'connected', snapshot: server, held: null });
  return self;
}

/** A walk whose steps before `step` are done, with the page of that step in front, and the key held. */
export function walkerAt(step: StepId, options: Parameters<typeof walker>[0] = {}): Walker {
  const before = stepsOf(options.flow ?? 'setup').filter(
    ({ id, site }) => stepIndex(id) < stepIndex(step) && site !== 'server',
  );
  const evidence = before.map(({ id }): Evidence => {
    return { step: id, fact: 'done', seenBy: 'page', at: iso(START), note: null, fingerprint: null };
  });
  const activity = [
    call({ id: 1, kind: 'test-user-create', method: 'POST', status: 201 }),
    call({ id: 2, kind: 'test-user-delete', method: 'DELETE', status: 204 }),
  ];
  const known = stepIndex(step) > stepIndex('jumpcloud.test-connection') ? { activity } : {};
  const walk = walker({ ...options, snapshot: { evidence, ...known, ...options.snapshot } });
  walk.open(stepOf(step).site === 'dialpad' ? DIALPAD_TAB : JUMPCLOUD_TAB);
  if (stepIndex(step) > stepIndex('dialpad.save-key')) {
    walk.send({ type: 'key-held', held: KEY, from: 'page' });
    walk.acknowledge();
  }
  walk.shows(stepOf(step).site === 'dialpad' ? DIALPAD_TAB : JUMPCLOUD_TAB, { [step]: reading() });
  return walk;
}

export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/** The command that the guide gives to a page among these effects, or null. */
export function commandOf(effects: Effect[]): Extract<Effect, { do: 'command' }> | null {
  return effects.find((effect) => effect.do === 'command') ?? null;
}
