import type { Database } from './database.ts';
import { repeating } from './repeating.ts';
import { type Bound, boundTo, type Writing } from './writing.ts';

type Deps = {
  connect: () => Promise<Writing>;
  /** What makes a transaction wait for those of the same name. */
  turn: (name: string) => readonly Bound[];
};

/** For what is large already: it would only make those wait that it goes together with. */
export function createCommitInTurn({ connect, turn }: Deps): Database['commitInTurn'] {
  return async (name, steps) => {
    const connection = await connect();
    try {
      return await repeating(() => connection.commit([...turn(name), ...steps.map(boundTo)]));
    } finally {
      await connection.release();
    }
  };
}
