import type { CompanyCall } from '../../shared/api/activity.ts';

/** Calls on screen, newest first, each once. `next` is what older ones are asked for by, null when there are none. */
export type CallList = { calls: CompanyCall[]; next: number | null; most: number };

/** A page of calls as the server answers it. */
export type CallPage = { activity: CompanyCall[]; next: number | null };

/** So many stay on screen by themselves: a first sync may bring thousands while somebody looks on. */
const MOST = 200;

/** The list that begins with this page. */
export function listOf(page: CallPage): CallList {
  return { calls: page.activity, next: page.next, most: Math.max(MOST, page.activity.length) };
}

/** The list with a call that arrived; one that is there already changes nothing. The oldest make room and can be asked for again. */
export function withArrived(list: CallList, call: CompanyCall): CallList {
  const calls = newestFirst([call, ...list.calls]);
  if (calls.length <= list.most) return { ...list, calls };
  const kept = calls.slice(0, list.most);
  return { ...list, calls: kept, next: kept.at(-1)?.id ?? null };
}

/** The list with the page that follows it, which somebody asked for and which therefore stays. */
export function withOlder(list: CallList, page: CallPage): CallList {
  return {
    calls: newestFirst([...list.calls, ...page.activity]),
    next: page.next,
    most: list.most + page.activity.length,
  };
}

function newestFirst(calls: CompanyCall[]): CompanyCall[] {
  return [...new Map(calls.map((call) => [call.id, call])).values()].sort((one, other) => other.id - one.id);
}
