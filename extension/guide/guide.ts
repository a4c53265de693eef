import { act } from './actions.ts';
import { and, turn, type Effect, type GuideEvent, type StrippedResult, type Turn } from './events.ts';
import { report, shownStep, stateOf, tabOf } from './known.ts';
import { goOn } from './onward.ts';
import { abandon, finish } from './outcome.ts';
import { command, pressNow } from './perform.ts';
import { patienceEndsAt } from './patience.ts';
import { silenceEnds, waitingFor } from './press.ts';
import { questionsChangeAt, takeInQuestions } from './question.ts';
import { advance, settle } from './run.ts';
import { LOOK_MS, searchKey } from './standing.ts';
import { initialState, type GuideState, type Working } from './state.ts';
import { inTab, touched } from './tabs.ts';
import { takeIn } from './take-in.ts';
import { isOlder, type SetupSnapshot } from '../../shared/setup/snapshot.ts';

const AT_SERVER: readonly Working['phase'][] = ['acknowledge', 'address', 'create-key', 'ask-domain'];

/**
 * The walk as a pure state machine: what happened goes in, what is to be done comes out. Where the walk stands is derived
 * from the evidence and from what the page in front shows, so reloads, other tabs and a killed worker all resume.
 */
export function guide(before: GuideState, event: GuideEvent): Turn {
  const state: GuideState = { ...before, now: event.at };
  const happened = happen(state, event);
  const taken = and(happened, (next) => turn(settle(takeInQuestions(takeIn(next)))));
  const advanced = and(and(taken, goOn), advance);
  const settled = and(advanced, (next) => turn(settle(next)));
  const searched = and(settled, search);
  const isUntold = searched.state.local.length > 0 && searched.state.nextId !== before.nextId;
  const hasFlush = searched.effects.some((effect) => effect.do === 'flush');
  return isUntold && !hasFlush ? and(searched, (next) => turn(next, { do: 'flush' })) : searched;
}

function happen(state: GuideState, event: GuideEvent): Turn {
  switch (event.type) {
    case 'connected':
      return withoutAnswer(connected(state, event.snapshot, event));
    case 'snapshot':
      return turn(withSnapshot(state, event.snapshot));
    case 'server':
      return turn({ ...state, serverUp: event.up });
    case 'expired':
      return turn({ ...state, connection: 'expired', working: null, preview: null, run: null });
    case 'resumed':
      return resumed({ ...state, run: null, preview: null });
    case 'acknowledged':
      return acknowledged(state, event.ids, event.snapshot);
    case 'tab-opened':
    case 'tab-front':
    case 'tab-closed':
    case 'observed':
      return inTab(state, event);
    case 'key-held':
      return turn(keyHeld(state, event));
    case 'result':
      return state.working?.id === event.id ? answered(state, state.working, event.result) : turn(state);
    case 'address':
      return withAddress(state, event);
    case 'asked':
      return turn(withAnswer(state, event));
    case 'failed':
      return state.working?.id === event.id ? abandon(state, state.working, event.why, event.note) : turn(state);
    case 'action':
      return and(act(state, event.panel, event.action, event.on), (next) => turn(touched(next, event.panel)));
    case 'tick':
      return turn(state);
  }
}

/** The worker was killed and is back: what it waited for is lost, what the page shows tells what came of it. */
function resumed(state: GuideState): Turn {
  const { working } = state;
  if (!working) return turn(state);
  const tab = tabOf(state, working.tabId);
  if (!tab || working.tabId === null) return abandon(state, working, 'unreachable', null);
  // What it showed before says nothing of what it was told to do since.
  const tabs = { ...state.tabs, [working.tabId]: { ...tab, staleSince: state.now } };
  return abandon({ ...state, tabs }, working, 'unreachable', null);
}

function withSnapshot(state: GuideState, snapshot: SetupSnapshot): GuideState {
  const reached: GuideState = { ...state, connection: 'connected', serverUp: true };
  // The stream and what was asked for come on ways of their own: what comes late takes nothing back.
  if (state.snapshot?.session.id === snapshot.session.id && isOlder(snapshot, state.snapshot)) return reached;
  return { ...reached, snapshot, clockOffsetMs: Date.parse(snapshot.now) - state.now };
}

function connected(
  state: GuideState,
  snapshot: SetupSnapshot,
  { held }: Extract<GuideEvent, { type: 'connected' }>,
): GuideState {
  const isSame = state.snapshot?.session.id === snapshot.session.id;
  const { tabs, frontTab, hosts, collapsed, nextId } = state;
  const kept = isSame ? state : { ...initialState(state.now), tabs, frontTab, hosts, collapsed, nextId };
  const joined = withSnapshot({ ...kept, held }, snapshot);
  // A key taken in an earlier session of the company need not be taken again.
  return held && stateOf(joined, 'dialpad.save-key') === 'open'
    ? report(joined, { step: 'dialpad.save-key', fact: 'done' })
    : joined;
}

/** What the server was asked by an earlier connection is not answered any more. */
function withoutAnswer(state: GuideState): Turn {
  const { working } = state;
  return working && AT_SERVER.includes(working.phase) ? abandon(state, working, 'unreachable', null) : turn(state);
}

function acknowledged(state: GuideState, ids: number[], snapshot: SetupSnapshot): Turn {
  const local = state.local.filter((entry) => !ids.includes(entry.id));
  const next = withSnapshot({ ...state, local }, snapshot);
  const { working } = next;
  if (working?.phase !== 'acknowledge' || !ids.includes(working.id) || working.tabId === null) return turn(next);
  return pressNow({ ...next, working: null }, working.step, working.tabId);
}

/** The page did, or did not do, what it was asked; how it looks now is asked for anew. */
function answered(state: GuideState, working: Working, result: StrippedResult): Turn {
  const { tabId, phase } = working;
  const tab = tabId === null ? undefined : state.tabs[tabId];
  if (tabId === null || !tab || phase === 'fingerprint') return finish(state, working, result);
  const asked: GuideState = { ...state, tabs: { ...state.tabs, [tabId]: { ...tab, staleSince: state.now } } };
  return and(turn(asked, { do: 'look', tabId }), (next) => finish(next, working, result));
}

function withAddress(state: GuideState, event: Extract<GuideEvent, { type: 'address' }>): Turn {
  const { working } = state;
  const next = event.snapshot ? withSnapshot(state, event.snapshot) : state;
  if (working?.id !== event.id || working.tabId === null) return turn(next);
  return command({ ...next, working: null }, working.step, working.tabId, event.address);
}

function withAnswer(state: GuideState, { id, snapshot }: Extract<GuideEvent, { type: 'asked' }>): GuideState {
  const next = snapshot ? withSnapshot(state, snapshot) : state;
  return next.working?.id === id ? { ...next, working: null } : next;
}

function keyHeld(state: GuideState, { held, from }: Extract<GuideEvent, { type: 'key-held' }>): GuideState {
  const isOther = state.held !== null && state.held.fingerprint !== held.fingerprint;
  const next: GuideState = { ...state, held };
  const made = from === 'server' ? report(next, { step: 'dialpad.generate-key', fact: 'done' }) : next;
  const saved = report(made, { step: 'dialpad.save-key', fact: 'done', seenBy: from === 'pasted' ? 'admin' : 'page' });
  const working = saved.working?.phase === 'create-key' ? null : saved.working;
  const isFilled =
    isOther && stateOf(saved, 'jumpcloud.token-key') === 'done' && stateOf(saved, 'jumpcloud.activate') !== 'done';
  return { ...(isFilled ? report(saved, { step: 'jumpcloud.token-key', fact: 'open' }) : saved), working };
}

/** Keeps note of since when each tab looks in vain, and asks to be woken when something's time is over. */
function search(state: GuideState): Turn {
  const step = shownStep(state);
  const effects: Effect[] = [];
  const tabs = Object.entries(state.tabs).map(([id, tab]) => {
    const key = searchKey(state, step, tab);
    if (key === (tab.looking?.key ?? null)) return [id, tab] as const;
    if (key === null) return [id, { ...tab, looking: null }] as const;
    effects.push({ do: 'deadline', at: state.now + LOOK_MS });
    return [id, { ...tab, looking: { key, since: state.now } }] as const;
  });
  const waiting = waitingFor(state, step);
  const silence = silenceEnds(state, step);
  if (silence !== null) effects.push({ do: 'deadline', at: silence });
  for (const at of [...questionsChangeAt(state), ...patienceEndsAt(state, step)]) effects.push({ do: 'deadline', at });
  if ('until' in waiting) effects.push({ do: 'deadline', at: waiting.until });
  return turn({ ...state, tabs: Object.fromEntries(tabs) }, ...effects);
}
