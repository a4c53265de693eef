import type { Knex } from 'knex';
import type { Along, Database } from './database.ts';

/**
 * Makes a change and what goes along with it, all or nothing. When the change answers `false`, there was nothing to change,
 * and nothing goes along.
 */
export function withAlong<T>(
  { transaction }: Pick<Database, 'transaction'>,
  along: Along,
  change: (tx: Knex) => Promise<T>,
): Promise<T> {
  return transaction(async (tx) => {
    const result = await change(tx);
    if (result === false) return result;
    for (const { sql, bindings } of along) await tx.raw(sql, bindings);
    return result;
  });
}
