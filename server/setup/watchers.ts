import type { Along } from '../db/database.ts';
import type { GuidanceStore } from './guidance-store.ts';
import type { SetupSession } from './store.ts';

/** Somebody of support counts as looking on for this long after they were last seen. */
const WATCHING_FOR_MS = 25_000;
/** How often an open page of theirs says so. */
const SEEN_EVERY_MS = 10_000;

type Deps = {
  store: Pick<GuidanceStore, 'watching' | 'noteWatcher' | 'dropWatcher'>;
  now: () => Date;
  changed: (companyId: string) => void;
  onError: (error: unknown) => void;
};

/** Who of support looks on, in whatever process: kept in the store, and forgotten when nobody says so any more. */
export function createSessionWatchers({ store, now, changed, onError }: Deps) {
  const at = (agoMs = 0) => new Date(now().getTime() - agoMs).toISOString();
  const seenNow = (email: string) => ({ email, at: at(), since: at(WATCHING_FOR_MS) });
  /** Open pages in this process, by session and address. */
  const open = new Map<string, number>();

  const watching = (session: SetupSession) => store.watching(session, at(WATCHING_FOR_MS));

  function letGo(session: SetupSession, email: string, key: string): void {
    const left = (open.get(key) ?? 1) - 1;
    if (left > 0) {
      open.set(key, left);
      return;
    }
    open.delete(key);
    void store.dropWatcher(session, email).then(() => changed(session.companyId), onError);
  }

  return {
    /** Addresses of those who look on now. */
    now: watching,

    /** Notes that somebody looks now, with what goes along when they did not before. */
    async note(session: SetupSession, email: string, along: Along): Promise<void> {
      if (await store.noteWatcher(session, seenNow(email), along)) changed(session.companyId);
    },

    /** Keeps somebody listed while a page of theirs is open. Returns the function that ends it. */
    keep(session: SetupSession, email: string): () => void {
      const key = `${session.id} ${email}`;
      open.set(key, (open.get(key) ?? 0) + 1);
      const seen = () => void store.noteWatcher(session, seenNow(email), []).catch(onError);
      const timer = setInterval(seen, SEEN_EVERY_MS);
      timer.unref();
      return () => {
        clearInterval(timer);
        letGo(session, email, key);
      };
    },
  };
}
