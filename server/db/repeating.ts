import { isTransient } from './postgres-errors.ts';

const MOST_ATTEMPTS = 5;

/** Transactions that wait for each other in a circle are not anybody's fault: PostgreSQL ends one, and it is run again. */
export async function repeating<T>(transact: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact();
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}
