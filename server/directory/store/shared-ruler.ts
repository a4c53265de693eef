import type { Database } from '../../db/database.ts';
import { leastIdOf } from '../id.ts';
import { lastBefore, type Mark, type Ruler, STEP } from './ruler.ts';

/** Who makes ids together with others agrees with them on the time by better than this. */
const SETTLED_AFTER_MS = 60_000;
/** So many rows behind the last mark are counted each time; when there are more, it is time for more marks. */
const LONGEST_TAIL = 16 * STEP;
/** Companies whose marks are kept; those that were asked for longest ago go. */
const MOST_COMPANIES = 100;

type Deps = Pick<Database, 'select' | 'onForeignChange'> & { now: () => Date };

/**
 * A ruler for a store that other processes change as well. They announce that they deleted users, and whatever is known is
 * dropped then. That they made some needs no word: ids grow with time, so new users stand behind the last mark, which is
 * never set among the latest; what stands there is counted anew each time.
 */
export function createSharedRuler({ select, onForeignChange, now }: Deps): Ruler {
  const known = new Map<string, Mark[]>();
  /** Grows with every deletion: marks that were read before it are not kept after it. */
  let generation = 0;
  onForeignChange(
    (table) => table === 'users',
    () => {
      generation += 1;
      known.clear();
    },
  );

  /** The marks behind the last one that is known, or all of them. */
  async function more(companyId: string, marks: readonly Mark[]): Promise<Mark[]> {
    const begun = generation;
    const last = marks.at(-1) ?? { id: '', before: 0 };
    const settled = leastIdOf(new Date(now().getTime() - SETTLED_AFTER_MS));
    const found = await select<Mark>(
      `SELECT id, place + ? AS before FROM
          (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM users WHERE company_id = ? AND id >= ? AND id < ?) u
        WHERE place % ${STEP.toString()} = 0 ORDER BY place`,
      [last.before, companyId, last.id, settled],
    );
    const all = [...marks.slice(0, -1), ...(found.length > 0 ? found : marks.slice(-1))];
    if (begun === generation) keep(companyId, all);
    return all;
  }

  function keep(companyId: string, marks: Mark[]): void {
    known.delete(companyId);
    known.set(companyId, marks);
    const [oldest] = known.keys();
    if (known.size > MOST_COMPANIES && oldest !== undefined) known.delete(oldest);
  }

  async function totalOf(companyId: string, marks: readonly Mark[]): Promise<number> {
    const last = marks.at(-1) ?? { id: '', before: 0 };
    const sql = 'SELECT count(*) AS behind FROM users WHERE company_id = ? AND id >= ?';
    const [row] = await select<{ behind: number }>(sql, [companyId, last.id]);
    return last.before + (row?.behind ?? 0);
  }

  return {
    async place(companyId, offset) {
      const marks = known.get(companyId) ?? (await more(companyId, []));
      const total = await totalOf(companyId, marks);
      if (total - (marks.at(-1)?.before ?? 0) > LONGEST_TAIL) await more(companyId, marks);
      return { total, mark: lastBefore(marks, offset) };
    },
    made: () => undefined,
    gone(companyId, id) {
      generation += 1;
      const marks = known.get(companyId);
      // Those behind it move; a mark may be a user that is gone, as long as it says where the next one stands.
      if (marks)
        known.set(
          companyId,
          marks.map((mark) => (mark.id > id ? { ...mark, before: mark.before - 1 } : mark)),
        );
    },
  };
}
