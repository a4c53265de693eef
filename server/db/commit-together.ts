import type { TakenQuestions } from './ask-together.ts';
import type { Database, GivenRow, RowStep } from './database.ts';
import { repeating } from './repeating.ts';
import { isUnavailable } from './translate-error.ts';
import { createTurns, type Crowd, type Tell } from './turns.ts';
import { boundTo, type Writing } from './writing.ts';

type Deps = {
  connect: () => Promise<Writing>;
  /** Of transactions. */
  crowd: Crowd;
  /** Questions that go along with a transaction, where that spares them a way of their own; null when none waits. */
  takeQuestions?: () => TakenQuestions | null;
};

/** A write that waits for its turn, and whom to tell what became of it. */
type Write = {
  steps: readonly RowStep[];
  done: (made: boolean) => void;
  failed: (error: unknown) => void;
};

/** What became of a group; `apart`: its writes may fare better without each other. */
type Outcome = { kind: 'made' } | { kind: 'void' } | { kind: 'failed'; error: unknown; apart: boolean };

/** More in one transaction gain nothing, and make the first of them wait. */
const MOST_TOGETHER = 64;

/**
 * The way to a database and back costs more than what a write does there, and making a transaction durable takes longer than
 * what is in it. So whatever came while the last one was made durable goes into the next one together, and steps of the same
 * text become one statement over all their rows. When anything is wrong with a group, nothing of it is kept, and each half
 * is tried by itself, until whoever is to blame is alone.
 */
export function createCommitTogether({ connect, crowd, takeQuestions }: Deps): Database['commit'] {
  const waiting: Write[] = [];
  const schedule = createTurns(crowd, waiting, commitNext);

  async function commitNext(): Promise<Tell> {
    const group = waiting.splice(0, MOST_TOGETHER);
    const connection = await connect().catch((error: unknown) => failure(error));
    if ('kind' in connection) return tell([...group, ...waiting.splice(0)], connection);
    const tells = await commitGroup(connection, group, takeQuestions?.() ?? null);
    await connection.release();
    return () => tells.forEach((tellSome) => tellSome());
  }

  return (steps) =>
    new Promise((done, failed) => {
      waiting.push({ steps, done, failed });
      schedule();
    });
}

/** What is to be told of a write that failed, was void, or was made. */
function tell(group: readonly Write[], outcome: Outcome): Tell {
  return () => {
    for (const { done, failed } of group) {
      if (outcome.kind === 'failed') failed(outcome.error);
      else done(outcome.kind === 'made');
    }
  };
}

/** Answers by what is to be told of the group, once it is durable. */
async function commitGroup(
  connection: Writing,
  group: readonly Write[],
  questions: TakenQuestions | null,
): Promise<Tell[]> {
  const outcome = await attempt(connection, stepsTogether(group), questions);
  const mayFareBetter = outcome.kind === 'void' || (outcome.kind === 'failed' && outcome.apart);
  if (questions && !questions.isAnswered()) {
    questions.putBack();
    // They may be what failed.
    if (mayFareBetter) return commitGroup(connection, group, null);
  }
  if (group.length === 1 || !mayFareBetter) return [tell(group, outcome)];
  const middle = group.length >> 1;
  const halves = [group.slice(0, middle), group.slice(middle)] as const;
  return [...(await commitGroup(connection, halves[0], null)), ...(await commitGroup(connection, halves[1], null))];
}

/** The steps of all, those at the same place and of the same text as one: nobody's own steps change their order. */
function stepsTogether(group: readonly Write[]): RowStep[] {
  const together: RowStep[] = [];
  const longest = Math.max(...group.map(({ steps }) => steps.length));
  for (let place = 0; place < longest; place += 1) {
    const alike = new Map<string, { sql: string; rows: GivenRow[]; needed: boolean }>();
    for (const { steps } of group) {
      const step = steps[place];
      if (!step) continue;
      const { sql, rows, needed = false } = step;
      const known = alike.get(sql);
      if (known) known.rows.push(...rows);
      else alike.set(sql, { sql, rows: [...rows], needed });
    }
    for (const step of alike.values()) step.rows.sort(byValues);
    together.push(...[...alike.values()].sort(bySql));
  }
  return together;
}

/**
 * By their values, from the first column on, which is that of the key: groups that meet over the same rows then lock them in
 * the same order, and do not wait for each other in a circle.
 */
function byValues(one: GivenRow, other: GivenRow): number {
  for (const name in one) {
    const [value, beside] = [one[name], other[name]];
    if (value !== beside) return (value ?? '') < (beside ?? '') ? -1 : 1;
  }
  return 0;
}

/** So that the same steps are the same transaction, whoever of them came first. */
function bySql(one: RowStep, other: RowStep): number {
  return one.sql < other.sql ? -1 : 1;
}

/** Whether it was made is not known when the connection is lost, so nobody is tried again then; whatever else fails, nothing was made. */
async function attempt(
  { commit }: Writing,
  steps: readonly RowStep[],
  questions: TakenQuestions | null,
): Promise<Outcome> {
  const unanswered = () => (questions?.isAnswered() === false ? questions : undefined);
  try {
    return { kind: (await repeating(() => commit(steps.map(boundTo), unanswered()))) ? 'made' : 'void' };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Extract<Outcome, { kind: 'failed' }> {
  return { kind: 'failed', error, apart: !isUnavailable(error) };
}
