import { setTimeout as delay } from 'node:timers/promises';
import { oneAtATime } from '../../shared/one-at-a-time.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { ActivityRecord } from '../activity/activity-record.ts';
import type { CompanyChanges } from './changes.ts';
import type { SessionEnd, SetupAccess, SetupSessions } from './sessions.ts';
import { digestOf, type Snapshots } from './snapshots.ts';

/** A burst of calls is shown as one change; with the record's own batches this stays well under 300 ms. */
const PAUSE_MS = 60;
/** How often time itself is looked at: expiry, and problems that show only after a silence. */
const CLOCK_EVERY_MS = 500;
/** How often it is looked whether those of support who looked on still do: nobody says so who lost their connection. */
const WATCHERS_EVERY_MS = 5_000;

/** Whoever follows a session. `id` names what the snapshot says; it is sent only when that differs from the last one. */
type SessionReader = {
  lastId: string | null;
  onSnapshot: (snapshot: SetupSnapshot, id: string) => void;
  onEnd: (reason: SessionEnd) => void;
};

type Deps = {
  sessions: SetupSessions;
  snapshots: Snapshots;
  changes: CompanyChanges;
  activity: ActivityRecord;
  onForeignChange: (listener: () => void) => () => void;
  now: () => Date;
  /** A look that failed, for the log; the next change or tick looks again. */
  onError: (error: unknown) => void;
};

/**
 * Follows setup sessions live, whatever changes them: pages, JumpCloud, support, the clock or another process. A watch
 * begins with the present snapshot, unless the reader has it, and returns the function that ends it.
 */
export function createSessionWatch(deps: Deps) {
  return (access: SetupAccess, reader: SessionReader): (() => void) => follow(deps, access, reader);
}

/** What was seen, and when by this process's own clock. */
type Look = { snapshot: SetupSnapshot; at: number };

function watchersAreDue({ snapshot, at }: Look): boolean {
  return Boolean(snapshot.guidance?.watching.length) && performance.now() - at > WATCHERS_EVERY_MS;
}

function follow(deps: Deps, access: SetupAccess, reader: SessionReader): () => void {
  const { companyId } = access.session;
  let lastId = reader.lastId;
  let last: Look | null = null;
  let over = false;

  async function lookOnce(): Promise<void> {
    const end = await deps.sessions.endOf(access);
    if (end) {
      finish(end);
      return;
    }
    const snapshot = await deps.snapshots.of(access.session);
    const id = digestOf(snapshot);
    last = { snapshot, at: performance.now() };
    // `over` may have become true meanwhile.
    if (isOver() || id === lastId) return;
    lastId = id;
    reader.onSnapshot(snapshot, id);
  }

  /** Time alone ends a session, and turns silence into a problem. */
  function lookAtClock(): void {
    const expired = access.session.expiresAt <= deps.now().toISOString();
    const silent = last && digestOf({ ...last.snapshot, now: deps.now().toISOString() }) !== lastId;
    if (expired || silent || !last || watchersAreDue(last)) void look();
  }

  function stop(): void {
    over = true;
    clearInterval(clock);
    for (const unsubscribe of subscriptions) unsubscribe();
  }

  function finish(reason: SessionEnd): void {
    if (isOver()) return;
    stop();
    reader.onEnd(reason);
  }

  const isOver = () => over;
  const look = oneAtATime(async () => {
    await lookOnce().catch(deps.onError);
    await delay(PAUSE_MS, undefined, { ref: false });
  }, isOver);
  const onChange = () => void look();
  const clock = setInterval(lookAtClock, CLOCK_EVERY_MS);
  clock.unref();
  const subscriptions = [
    deps.changes.watch(companyId, onChange),
    deps.activity.subscribe(companyId, onChange),
    deps.activity.subscribeRefused(onChange),
    deps.onForeignChange(onChange),
  ];
  onChange();
  return stop;
}
