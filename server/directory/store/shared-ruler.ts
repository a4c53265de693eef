import type { Database } from '../../db/database.ts';
import { leastIdOf } from '../id.ts';
import { lastBefore, type Mark, type Ruler, STEP } from './ruler.ts';

/** Behind ids of this age hardly any older one appears any more: clocks agree better, and only long bulk requests take longer. */
const LIKELY_AFTER_MS = 10_000;
/** Behind ids of this age none does. */
const SURE_AFTER_MS = 60_000;
/** How long any marks stay: a deletion is told of by whoever made it, and that may have been killed before it did. */
const KEPT_FOR_MS = 60_000;
/** How long marks stay that are not sure. */
const UNSURE_FOR_MS = 5_000;
/** How soon marks are read again while many users are too new for any; and how long a deletion may wait to be told of. */
const AGAIN_AFTER_MS = 1_000;
/** So many rows behind the last mark are counted each time; when there are more, it is time for more marks. */
const LONGEST_TAIL = 16 * STEP;
/** The table whose deletions are announced. */
const USERS = 'users';
/** Companies whose marks are kept; those that were read longest ago go. */
const MOST_COMPANIES = 100;

/**
 * The marks of a company, when those at the end were read, and all of them, and how many of them, from the first one, are sure.
 */
type Known = { marks: Mark[]; sure: number; readAt: number; allReadAt: number };

type Deps = Pick<Database, 'select' | 'selectLong' | 'onForeignChange' | 'announce'> & { now: () => Date };

/**
 * A ruler for a store that other processes change as well. They announce that they deleted users, and whatever is known is
 * dropped then. That they made some needs no word: ids grow with time, so new users stand behind the last mark, which is
 * never set among the latest; what stands there is counted anew each time. Marks among the users of the last minute are
 * read again every few seconds, in case that an older one came late.
 */
export function createSharedRuler({ select, selectLong, onForeignChange, announce, now }: Deps): Ruler {
  const known = new Map<string, Known>();
  /** What is being read; whatever a deletion takes out of here is not kept. */
  const reading = new Map<string, Promise<Known>>();
  onForeignChange(
    (table) => table === USERS,
    () => {
      reading.clear();
      known.clear();
    },
  );

  /** Whoever asks for the same meanwhile waits for the same answer. */
  function read(companyId: string, before?: Known): Promise<Known> {
    const underWay = reading.get(companyId);
    if (underWay) return underWay;
    const isWanted = () => reading.get(companyId) === made;
    const made = readMarks(selectLong, companyId, before, now().getTime())
      .then((found) => {
        if (isWanted()) keep(companyId, found);
        return found;
      })
      .finally(() => isWanted() && reading.delete(companyId));
    reading.set(companyId, made);
    return made;
  }

  function keep(companyId: string, made: Known): void {
    known.delete(companyId);
    known.set(companyId, made);
    const [oldest] = known.keys();
    if (known.size > MOST_COMPANIES && oldest !== undefined) known.delete(oldest);
  }

  async function marksOf(companyId: string): Promise<Known> {
    const before = known.get(companyId);
    if (!before || ageOf(before.allReadAt, now()) >= KEPT_FOR_MS) return read(companyId);
    const mayStay = before.sure === before.marks.length || ageOf(before.readAt, now()) < UNSURE_FOR_MS;
    return mayStay ? before : read(companyId, before);
  }

  return {
    async place(companyId, offset) {
      const found = await marksOf(companyId);
      const total = await totalOf(select, companyId, found.marks);
      const isLong = total - (found.marks.at(-1)?.before ?? 0) > LONGEST_TAIL;
      const { marks } = isLong && ageOf(found.readAt, now()) >= AGAIN_AFTER_MS ? await read(companyId, found) : found;
      return { total, mark: lastBefore(marks, offset) };
    },
    made: () => undefined,
    gone(companyId, id) {
      announce(USERS);
      reading.delete(companyId);
      const before = known.get(companyId);
      // Those that were read a moment ago may have been read after it.
      if (!before || ageOf(before.readAt, now()) < AGAIN_AFTER_MS) return void known.delete(companyId);
      // Those behind it move; a mark may be a user that is gone, as long as it says where the next one stands.
      const marks = before.marks.map((mark) => (mark.id > id ? { ...mark, before: mark.before - 1 } : mark));
      known.set(companyId, { ...before, marks });
    },
  };
}

const ageOf = (readAt: number, at: Date): number => at.getTime() - readAt;

type Select = Database['select'];

/** The marks behind the last sure one, or all of them. */
async function readMarks(select: Select, companyId: string, before: Known | undefined, readAt: number): Promise<Known> {
  const kept = before?.marks.slice(0, before.sure) ?? [];
  const last = kept.at(-1) ?? { id: '', before: 0 };
  const found = await select<Mark>(
    `SELECT id, place + ? AS before FROM
        (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM users WHERE company_id = ? AND id >= ? AND id < ?) u
      WHERE place % ${STEP.toString()} = 0 ORDER BY place`,
    [last.before, companyId, last.id, leastIdOf(new Date(readAt - LIKELY_AFTER_MS))],
  );
  const marks = [...kept.slice(0, -1), ...(found.length > 0 ? found : kept.slice(-1))];
  const sureBefore = leastIdOf(new Date(readAt - SURE_AFTER_MS));
  const allReadAt = before?.allReadAt ?? readAt;
  return { marks, sure: marks.filter(({ id }) => id < sureBefore).length, readAt, allReadAt };
}

async function totalOf(select: Select, companyId: string, marks: readonly Mark[]): Promise<number> {
  const last = marks.at(-1) ?? { id: '', before: 0 };
  const sql = 'SELECT count(*) AS behind FROM users WHERE company_id = ? AND id >= ?';
  const [row] = await select<{ behind: number }>(sql, [companyId, last.id]);
  return last.before + (row?.behind ?? 0);
}
