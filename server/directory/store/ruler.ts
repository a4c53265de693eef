import type { Database } from '../../db/database.ts';

/** A row, which may be gone by now, and how many rows of the company come before it. */
export type Mark = { id: string; before: number };

/** The marks of a company, in the order of ids, and how many rows it has. */
type Marks = { marks: Mark[]; total: number };

/** Rows between two marks, at first. */
export const STEP = 256;
/** Companies whose marks are kept; those that were asked for longest ago go. */
const MOST_COMPANIES = 100;

export type Ruler = {
  /** How many users there are, and the last mark before the one at an offset (from 0); null without any. */
  place: (companyId: string, offset: number) => Promise<{ total: number; mark: Mark | null }>;
  /** To be told after a user was made. */
  made: (companyId: string, id: string) => void;
  /** To be told after a user was deleted. */
  gone: (companyId: string, id: string) => void;
};

/**
 * Where users stand in a company's list, which is in the order of their ids: to find the 50,000th, a database would count up
 * to it, and count all of them for the total. The marks are made once, at the first page that is not the first, and then
 * follow every change. Only for a store whose every change this process makes or is told of.
 */
export function createRuler({
  transaction,
  onForeignChange,
}: Pick<Database, 'transaction' | 'onForeignChange'>): Ruler {
  const known = new Map<string, Marks>();
  const making = new Map<string, Promise<Marks>>();
  let generation = 0;
  onForeignChange(
    () => true,
    () => {
      generation += 1;
      known.clear();
    },
  );

  async function make(companyId: string): Promise<Marks> {
    const begun = generation;
    // While this holds the one connection that writes, nothing changes: what is told meanwhile is in what is read already.
    return transaction(async (tx) => {
      const sql = `SELECT id, before FROM
          (SELECT id, row_number() OVER (ORDER BY id) - 1 AS before FROM users WHERE company_id = ?)
        WHERE before % ${STEP} = 0 OR id = (SELECT max(id) FROM users WHERE company_id = ?) ORDER BY before`;
      const marks = await tx.raw<Mark[]>(sql, [companyId, companyId]);
      const made = { marks, total: (marks.at(-1)?.before ?? -1) + 1 };
      if (begun === generation) keep(companyId, made);
      return made;
    });
  }

  function keep(companyId: string, marks: Marks): void {
    known.delete(companyId);
    known.set(companyId, marks);
    const [oldest] = known.keys();
    if (known.size > MOST_COMPANIES && oldest !== undefined) known.delete(oldest);
  }

  async function marksOf(companyId: string): Promise<Marks> {
    const marks = known.get(companyId);
    if (marks) {
      keep(companyId, marks);
      return marks;
    }
    const made = making.get(companyId) ?? make(companyId).finally(() => making.delete(companyId));
    making.set(companyId, made);
    return made;
  }

  return {
    async place(companyId, offset) {
      const { marks, total } = await marksOf(companyId);
      return { total, mark: lastBefore(marks, offset) };
    },
    made: (companyId, id) => move(known.get(companyId), id, 1),
    gone: (companyId, id) => move(known.get(companyId), id, -1),
  };
}

export function lastBefore(marks: readonly Mark[], offset: number): Mark | null {
  let [low, high] = [0, marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((marks[middle]?.before ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return marks[low - 1] ?? null;
}

/** One row more, or one less: whatever comes behind it moves by one. */
function move(ruled: Marks | undefined, id: string, by: 1 | -1): void {
  if (!ruled) return;
  ruled.total += by;
  for (let at = ruled.marks.length - 1; at >= 0; at -= 1) {
    const mark = ruled.marks[at];
    if (!mark || mark.id <= id) break;
    mark.before += by;
  }
  const last = ruled.marks.at(-1);
  const isLast = by === 1 && (!last || last.id < id);
  if (isLast && ruled.total - (last?.before ?? -STEP) > STEP) ruled.marks.push({ id, before: ruled.total - 1 });
}
