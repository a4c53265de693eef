import type { Database as Connection } from 'sqlite3';
import { codeOf } from './error-code.ts';
import { inPlaces } from './in-places.ts';
import { runStatement } from './sqlite-client.ts';
import type { Bound } from './writing.ts';

/**
 * A connection that has so many makes no more for several statements. Writes that go together are of several kinds, and there are
 * more ways to put these together than are worth a program of their own: each new one has all statements of the connection
 * prepared anew.
 */
const MOST_PROGRAMS = 64;

/** Said by a program of which a statement did not change as many rows as it has to. */
const VOID = 'void';

/** By the texts of its statements, the statement that runs a program of the connection's own. */
const programs = Symbol('programs');
type ProgrammedConnection = Connection & { [programs]?: Map<string, string> };

/**
 * Runs statements that write as one transaction: wholly or not at all, and durable when it is answered. They are the program of a
 * trigger on a view, into which what they are bound to is inserted (https://sqlite.org/lang_createtrigger.html). Each
 * statement is a way to another thread and back, and waits on it for everything else that goes on there and here: one by one,
 * between BEGIN and COMMIT, they keep whoever else wants to write waiting for four ways and more.
 * @returns false when a statement did not change as many rows as it has to, so that nothing was done.
 * @throws the driver's Error of the statement that failed, and nothing was done either.
 */
export async function runTogether(connection: Connection, statements: readonly Bound[]): Promise<boolean> {
  const [first, ...others] = statements;
  if (first && others.length === 0 && first.needed === undefined) {
    await runStatement(connection, first.sql, first.bindings);
    return true;
  }
  const program = await programOf(connection, statements);
  return program === null ? runOneByOne(connection, statements) : runProgram(connection, program, statements);
}

async function runProgram(connection: Connection, program: string, statements: readonly Bound[]): Promise<boolean> {
  const given = statements.flatMap(({ bindings, needed }) => (needed === undefined ? bindings : [...bindings, needed]));
  try {
    await runStatement(connection, program, given);
    return true;
  } catch (error) {
    if (isVoid(error)) return false;
    throw error;
  }
}

async function runOneByOne(connection: Connection, statements: readonly Bound[]): Promise<boolean> {
  try {
    await runStatement(connection, 'BEGIN IMMEDIATE', []);
    const isMade = await changeAll(connection, statements);
    await runStatement(connection, isMade ? 'COMMIT' : 'ROLLBACK', []);
    return isMade;
  } catch (error) {
    // After some errors there is nothing to take back any more; if something could not be, the next one cannot begin.
    await runStatement(connection, 'ROLLBACK', []).catch(() => undefined);
    throw error;
  }
}

/** False as soon as one does not change as many rows as it has to. */
async function changeAll(connection: Connection, statements: readonly Bound[]): Promise<boolean> {
  for (const { sql, bindings, needed } of statements) {
    const changed = await runStatement(connection, sql, bindings);
    if (needed !== undefined && changed !== needed) return false;
  }
  return true;
}

/** The program of these statements, made when the connection has none; null when it has enough of them. */
async function programOf(connection: Connection, statements: readonly Bound[]): Promise<string | null> {
  const own = ((connection as ProgrammedConnection)[programs] ??= new Map<string, string>());
  const key = statements.map(({ sql, needed }) => `${needed === undefined ? '' : 'needed: '}${sql}`).join(';\n');
  const known = own.get(key);
  if (known !== undefined) return known;
  // A single one always has its own: of these there are as many as the server has statements that write.
  if (statements.length > 1 && own.size >= MOST_PROGRAMS) return null;
  const made = await make(connection, `program_${(own.size + 1).toString()}`, statements);
  own.set(key, made);
  return made;
}

async function make(connection: Connection, name: string, statements: readonly Bound[]): Promise<string> {
  let given = 0;
  const next = (): string => `given_${(given += 1).toString()}`;
  const steps = statements.map(({ sql, needed }) => {
    const step = inPlaces(sql, () => `NEW.${next()}`);
    if (needed === undefined) return `${step};`;
    return `${step}; SELECT RAISE(ABORT, '${VOID}') WHERE changes() <> NEW.${next()};`;
  });
  const columns = Array.from({ length: given }, (_, at) => `NULL AS given_${(at + 1).toString()}`);
  const script = [
    // What is left of one whose making failed halfway.
    `DROP VIEW IF EXISTS temp.${name}`,
    `CREATE TEMP VIEW ${name} AS SELECT ${columns.join(', ')}`,
    `CREATE TEMP TRIGGER ${name}_run INSTEAD OF INSERT ON ${name} BEGIN ${steps.join(' ')} END`,
  ];
  await execute(connection, script.join(';'));
  return `INSERT INTO temp.${name} VALUES (${columns.map(() => '?').join(', ')})`;
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
