import type { Knex } from 'knex';

/** How long after a write tables are looked at. */
const LOOK_AFTER_MS = 1_000;
/** Of fewer pages every plan is quick: they hold some fifty users. */
const FEW_PAGES = 16;

/** Tables of twice as many pages as when PostgreSQL last counted them. How many rows were made it tells too late. */
const GROWN = `SELECT name, pages FROM (
    SELECT c.relname AS name, c.relpages AS counted, pg_relation_size(c.oid) / current_setting('block_size')::int AS pages
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = current_schema() AND c.relkind = 'r') t
  WHERE pages > ? AND pages > 2 * counted`;

export type PostgresGrowth = { wrote: () => void; stop: () => Promise<void> };

/**
 * Has tables analyzed that have doubled. A plan is made once on each connection, for foreign keys too, by what was known of a
 * table then, and kept until the table is analyzed: one for a few rows takes any index that begins with the company, and reads
 * all users of it for each one when there are thousands. By itself PostgreSQL looks once a minute, in which a first
 * import is over.
 */
export function followGrowth(write: Knex, alone: (work: () => Promise<void>) => Promise<boolean>): PostgresGrowth {
  /** Pages of each table when it was last analyzed here, in case that this is not allowed and so changes nothing. */
  const analyzed = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<unknown> = Promise.resolve();

  async function look(): Promise<void> {
    for (const { name, pages } of await write.raw<{ name: string; pages: number }[]>(GROWN, [FEW_PAGES])) {
      if (pages <= 2 * (analyzed.get(name) ?? 0)) continue;
      analyzed.set(name, pages);
      await write.raw('ANALYZE ??', [name]);
    }
  }

  function begin(): void {
    timer = null;
    // Without it PostgreSQL comes to the same a little later.
    looking = alone(look).catch(() => undefined);
  }

  return {
    /** To be told before a write. */
    wrote: () => void (timer ??= setTimeout(begin, LOOK_AFTER_MS).unref()),
    stop: async () => {
      if (timer) clearTimeout(timer);
      await looking;
    },
  };
}
