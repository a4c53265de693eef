import type { Database } from '../../db/database.ts';
import { leastIdOf } from '../id.ts';
import { lastBefore, type Mark, type Ruler, STEP } from './ruler.ts';

/** Behind ids of this age hardly any older one appears any more: other clocks agree with ours better, and requests end sooner. */
const LIKELY_AFTER_MS = 10_000;
/** Behind ids of this age none does. */
const SURE_AFTER_MS = 60_000;
/** How soon marks are read again while there are many users that are too new for marks. */
const AGAIN_AFTER_MS = 1_000;
/** So many rows behind the last mark are counted each time; when there are more, it is time for more marks. */
const LONGEST_TAIL = 16 * STEP;
/** Companies whose marks are kept; those that were asked for longest ago go. */
const MOST_COMPANIES = 100;

/** The marks of a company, when they were read, and how many of them, from the first one, are sure. */
type Known = { marks: Mark[]; sure: number; readAt: number };

type Deps = Pick<Database, 'select' | 'onForeignChange'> & { now: () => Date };

/**
 * A ruler for a store that other processes change as well. They announce that they deleted users, and whatever is known is
 * dropped then. That they made some needs no word: ids grow with time, so new users stand behind the last mark, which is
 * never set among the latest; what stands there is counted anew each time. Marks among the users of the last minute are
 * read once more after it, in case that an older one came late.
 */
export function createSharedRuler({ select, onForeignChange, now }: Deps): Ruler {
  const known = new Map<string, Known>();
  const reading = new Map<string, Promise<Known>>();
  /** Grows with every deletion: marks that were read before it are not kept after it. */
  let generation = 0;
  onForeignChange(
    (table) => table === 'users',
    () => {
      deleted();
      known.clear();
    },
  );

  function deleted(): void {
    generation += 1;
    reading.clear();
  }

  async function readAndKeep(companyId: string, before: Known | undefined): Promise<Known> {
    const begun = generation;
    const made = await readMarks(select, companyId, before, now().getTime());
    if (begun === generation) keep(companyId, made);
    return made;
  }

  /** Whoever asks for the same meanwhile waits for the same answer. */
  function readOnce(companyId: string, before?: Known): Promise<Known> {
    const underWay = reading.get(companyId);
    if (underWay) return underWay;
    const made = readAndKeep(companyId, before).finally(() => {
      if (reading.get(companyId) === made) reading.delete(companyId);
    });
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
    if (!before) return readOnce(companyId);
    const isSure = before.sure === before.marks.length || ageOf(before, now()) < SURE_AFTER_MS;
    return isSure ? before : readOnce(companyId, before);
  }

  return {
    async place(companyId, offset) {
      const found = await marksOf(companyId);
      const total = await totalOf(select, companyId, found.marks);
      const isLong = total - (found.marks.at(-1)?.before ?? 0) > LONGEST_TAIL;
      const { marks } = isLong && ageOf(found, now()) >= AGAIN_AFTER_MS ? await readOnce(companyId, found) : found;
      return { total, mark: lastBefore(marks, offset) };
    },
    made: () => undefined,
    gone(companyId, id) {
      deleted();
      const before = known.get(companyId);
      if (!before) return;
      // Those behind it move; a mark may be a user that is gone, as long as it says where the next one stands.
      const marks = before.marks.map((mark) => (mark.id > id ? { ...mark, before: mark.before - 1 } : mark));
      known.set(companyId, { ...before, marks });
    },
  };
}

const ageOf = ({ readAt }: Known, at: Date): number => at.getTime() - readAt;

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
  return { marks, sure: marks.filter(({ id }) => id < sureBefore).length, readAt };
}

async function totalOf(select: Select, companyId: string, marks: readonly Mark[]): Promise<number> {
  const last = marks.at(-1) ?? { id: '', before: 0 };
  const sql = 'SELECT count(*) AS behind FROM users WHERE company_id = ? AND id >= ?';
  const [row] = await select<{ behind: number }>(sql, [companyId, last.id]);
  return last.before + (row?.behind ?? 0);
}
