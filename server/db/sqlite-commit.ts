import type { Knex } from 'knex';
import type { Database as Connection } from 'sqlite3';
import type { Database, WriteStep } from './database.ts';
import { type Connections, runStatement } from './sqlite-client.ts';
import { isConstraint } from './sqlite-errors.ts';

/** A write that waits for its turn, and whom to tell what became of it. */
type Write = {
  steps: readonly WriteStep[];
  done: (made: boolean) => void;
  failed: (error: unknown) => void;
};

/** What became of a write in a transaction that is still open; `spoilt`: there is something to take back. */
type Outcome = { made: boolean; error?: unknown; spoilt: boolean };

/** More in one transaction gain nothing, and make the first of them wait. */
const MOST_TOGETHER = 64;

/**
 * A file has one writer, and making a transaction durable takes longer than what is in it. So whatever came while the last
 * one was made durable goes into the next one together. A write that is refused leaves its neighbours as they are: a first
 * statement that fails is taken back by SQLite itself; when a later one does, the whole transaction is taken back, and each
 * of its writes gets one of its own.
 * @param write knex with the one connection that writes; its own transactions take turns with these.
 */
export function createCommit(write: Knex): Database['commit'] {
  const connections = write.client as Connections;
  let waiting: Write[] = [];
  let working = false;

  async function work(): Promise<void> {
    working = true;
    while (waiting.length > 0) {
      const connection = await connections.acquireConnection().catch((error: unknown) => failAll(error));
      if (!connection) continue;
      const group = waiting.slice(0, MOST_TOGETHER);
      waiting = waiting.slice(MOST_TOGETHER);
      await commitGroup(connection, group);
      await connections.releaseConnection(connection);
    }
    working = false;
  }

  function failAll(error: unknown): null {
    for (const { failed } of waiting.splice(0)) failed(error);
    return null;
  }

  return (steps) =>
    new Promise((done, failed) => {
      waiting.push({ steps, done, failed });
      if (!working) void work();
    });
}

/** Tells every write of the group what became of it, after it is durable. */
async function commitGroup(connection: Connection, group: readonly Write[]): Promise<void> {
  const [first] = group;
  try {
    // One statement is a transaction by itself.
    if (group.length === 1 && first?.steps.length === 1) tell(first, await make(connection, first.steps));
    else await commitTogether(connection, group);
  } catch (error) {
    for (const { failed } of group) failed(error);
  }
}

/** @throws what kept the transaction from being begun or made durable. */
async function commitTogether(connection: Connection, group: readonly Write[]): Promise<void> {
  await runStatement(connection, 'BEGIN IMMEDIATE', []);
  const outcomes: Outcome[] = [];
  for (const { steps } of group) {
    const outcome = await make(connection, steps);
    outcomes.push(outcome);
    if (outcome.spoilt) break;
  }
  if (outcomes.at(-1)?.spoilt) {
    await rollBack(connection);
    if (group.length > 1) for (const one of group) await commitGroup(connection, [one]);
    else for (const one of group) tell(one, outcomes[0]);
    return;
  }
  try {
    await runStatement(connection, 'COMMIT', []);
  } catch (error) {
    await rollBack(connection);
    throw error;
  }
  group.forEach((one, index) => tell(one, outcomes[index]));
}

async function make(connection: Connection, steps: readonly WriteStep[]): Promise<Outcome> {
  for (const [index, { sql, bindings, needed }] of steps.entries()) {
    try {
      const changes = await runStatement(connection, sql, bindings);
      if (needed && changes === 0) return { made: false, spoilt: index > 0 };
    } catch (error) {
      return { made: false, error, spoilt: index > 0 || !isConstraint(error) };
    }
  }
  return { made: true, spoilt: false };
}

function tell({ done, failed }: Write, outcome: Outcome | undefined): void {
  if (!outcome || outcome.error !== undefined) failed(outcome?.error);
  else done(outcome.made);
}

/** After some errors SQLite has taken the transaction back already, and says so; if it could not, the next one cannot begin. */
function rollBack(connection: Connection): Promise<unknown> {
  return runStatement(connection, 'ROLLBACK', []).catch(() => undefined);
}
