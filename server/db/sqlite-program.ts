import type { Database as Connection } from 'sqlite3';
import { codeOf } from './error-code.ts';
import { runStatement } from './sqlite-client.ts';
import type { Bound } from './writing.ts';

/** Of those that a connection keeps, the latest used: what is written again and again is written in a few ways. */
const MOST_PROGRAMS = 64;

/** Said by a program of which a statement did not change as many rows as it has to. */
const VOID = 'void';

/** A view of the connection's own, and the statement that runs its program. */
type Program = { name: string; run: string };

/** The programs of a connection, by the texts of their statements, and how many it has made so far. */
type Programs = { made: number; kept: Map<string, Program> };

const programs = Symbol('programs');
type ProgrammedConnection = Connection & { [programs]?: Programs };

/**
 * Runs statements that write as one, which is a transaction by itself: wholly or not at all, and durable when it is answered. They
 * are the program of a trigger on a view, into which what they are bound to is inserted. Each statement is a way to
 * another thread and back, which waits there and here for everything else that goes on; run one by one between BEGIN and COMMIT,
 * they keep whoever else wants to write waiting for four ways and more.
 * @returns false when a statement did not change as many rows as it has to, so that nothing was done.
 */
export async function runAsOne(connection: Connection, statements: readonly Bound[]): Promise<boolean> {
  const [first, ...others] = statements;
  if (first && others.length === 0 && first.needed === undefined) {
    await runStatement(connection, first.sql, first.bindings);
    return true;
  }
  const { run } = await programOf(connection, statements);
  try {
    await runStatement(
      connection,
      run,
      statements.flatMap(({ bindings, needed }) => (needed === undefined ? bindings : [...bindings, needed])),
    );
    return true;
  } catch (error) {
    if (isVoid(error)) return false;
    throw error;
  }
}

/** The program of these statements, made when the connection has none. */
async function programOf(connection: Connection, statements: readonly Bound[]): Promise<Program> {
  const own = ((connection as ProgrammedConnection)[programs] ??= { made: 0, kept: new Map<string, Program>() });
  const key = statements.map(({ sql, needed }) => `${needed === undefined ? '' : 'needed: '}${sql}`).join(';\n');
  const program = own.kept.get(key) ?? (await make(connection, own, statements));
  // Last in the map is latest used.
  own.kept.delete(key);
  own.kept.set(key, program);
  return program;
}

async function make(connection: Connection, own: Programs, statements: readonly Bound[]): Promise<Program> {
  // A name is never given twice: a statement of it that stayed prepared would run another program.
  const name = `program_${(own.made += 1).toString()}`;
  let given = 0;
  const next = (): string => `given_${(given += 1).toString()}`;
  const steps = statements.map(({ sql, needed }) => {
    const step = sql.replaceAll('?', () => `NEW.${next()}`);
    if (needed === undefined) return `${step};`;
    return `${step}; SELECT RAISE(ABORT, '${VOID}') WHERE changes() <> NEW.${next()};`;
  });
  const columns = Array.from({ length: given }, (_, at) => `NULL AS given_${(at + 1).toString()}`);
  const [oldest] = own.kept.size < MOST_PROGRAMS ? [] : own.kept;
  await execute(
    connection,
    [
      ...(oldest ? [`DROP VIEW temp.${oldest[1].name}`] : []),
      `CREATE TEMP VIEW ${name} AS SELECT ${columns.join(', ')}`,
      `CREATE TEMP TRIGGER ${name}_run INSTEAD OF INSERT ON ${name} BEGIN ${steps.join(' ')} END`,
    ].join(';'),
  );
  if (oldest) own.kept.delete(oldest[0]);
  return { name, run: `INSERT INTO temp.${name} VALUES (${columns.map(() => '?').join(', ')})` };
}

function execute(connection: Connection, script: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.exec(script, (error) => (error ? reject(error) : resolve()));
  });
}

function isVoid(error: unknown): boolean {
  return (
    codeOf(error) === 'SQLITE_CONSTRAINT' && error instanceof Error && error.message === `SQLITE_CONSTRAINT: ${VOID}`
  );
}
