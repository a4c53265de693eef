import type { Knex } from 'knex';

/** How long after a write tables are looked at. */
const LOOK_AFTER_MS = 1_000;
/** Of fewer pages every plan is quick: they hold some fifty users. */
const FEW_PAGES = 16;

/** Tables of twice as many pages as when PostgreSQL last counted them. How many rows were made it tells too late. */
const GROWN = `SELECT name, pages, counted FROM (
    SELECT c.relname AS name, c.relpages AS counted, pg_relation_size(c.oid) / current_setting('block_size')::int AS pages
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND c.relkind = 'r') t
  WHERE pages > ? AND pages > 2 * counted`;

/** A table, how large it is, and how large it was when it was counted last. */
type Grown = { name: string; pages: number; counted: number };

type PostgresGrowth = { wrote: () => void; stop: () => Promise<void> };

/**
 * Has tables analyzed that have doubled. A plan is made once on each connection, for foreign keys too, by what was known of a
 * table then, and kept until the table is analyzed: one for a few rows takes any index that begins with the company, and reads
 * all users of it for each one when there are thousands. By itself PostgreSQL looks once a minute, in which a first
 * import is over.
 */
export function followGrowth(write: Knex, alone: (work: () => Promise<void>) => Promise<boolean>): PostgresGrowth {
  /** As they were when they were analyzed here, in case that this is not allowed, and changed nothing. */
  const tried = new Map<string, Grown>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<unknown> | null = null;
  let again = false;
  let stopped = false;

  async function look(): Promise<void> {
    for (const grown of await write.raw<Grown[]>(GROWN, [FEW_PAGES])) {
      const last = tried.get(grown.name);
      if (last?.counted === grown.counted && grown.pages <= 2 * last.pages) continue;
      await write.raw('ANALYZE (SKIP_LOCKED) ??', [grown.name]);
      tried.set(grown.name, grown);
    }
  }

  function wrote(): void {
    if (looking) again = true;
    else if (!stopped) timer ??= setTimeout(begin, LOOK_AFTER_MS).unref();
  }

  function begin(): void {
    timer = null;
    again = false;
    // What fails now, PostgreSQL comes to a little later.
    looking = alone(look)
      .catch(() => true)
      .then((looked) => {
        looking = null;
        // Who looks in our place may have begun before our write, as we may have before one that was told meanwhile.
        if (again || !looked) wrote();
      });
  }

  return {
    /** To be told after a write: of rows that are not committed only the pages would be counted. */
    wrote,
    stop: async () => {
      stopped = true;
      if (timer) clearTimeout(timer);
      await looking;
    },
  };
}
