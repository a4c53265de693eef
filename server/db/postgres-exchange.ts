import type pg from 'pg';

/** A statement as it is sent: bound by place, under the name by which the connection keeps it prepared, if it does. */
export type Sent = { text: string; name?: string; values: readonly (string | null)[] };

/** A statement that reads, and whom to tell its rows. */
type SentQuestion = Sent & { answer: (rows: unknown[]) => void };

/** The parts of the driver's connection by which its own queries speak the protocol; held by the tests of commits. */
type Connection = {
  stream: { cork(): void; uncork(): void };
  /** The texts of what is kept prepared, by name. */
  parsedStatements: Readonly<Record<string, string>>;
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string; values: readonly (string | null)[] }): void;
  describe(what: { type: 'P' }): void;
  execute(): void;
  flush(): void;
  sync(): void;
};

/** What one exchange is about, besides what is written. */
type Subject = {
  /** What is only prepared. */
  prepared?: { name: string; text: string };
  /** The first statement, when it is one that reads. */
  question?: SentQuestion | undefined;
};

type Column = { name: string; parse: (value: string) => unknown };

/** The part of the driver's client that knows how texts of a type are read. */
type Parsers = { getTypeParser(type: number): Column['parse'] };

/** What is written up to a Sync, and whom to tell the answer. The driver calls the handlers, and reads name and text. */
class Exchange implements pg.Submittable {
  readonly name: string | undefined;
  readonly text: string | undefined;
  /** Set by the driver where the address has a `query_timeout`: ends its timer. */
  callback?: () => void;
  private question: SentQuestion | undefined;
  private columns: readonly Column[] = [];
  private readonly rows: unknown[] = [];

  constructor(
    private readonly parsers: Parsers,
    private readonly write: (connection: Connection) => void,
    private readonly done: () => void,
    private readonly failed: (error: unknown) => void,
    { prepared, question }: Subject,
  ) {
    this.name = prepared?.name;
    this.text = prepared?.text;
    this.question = question;
  }

  /** As one piece: each piece wakes PostgreSQL, and the writing of it us. */
  submit(connection: pg.Connection): void {
    const { stream } = connection;
    stream.cork();
    try {
      this.write(connection as unknown as Connection);
    } finally {
      stream.uncork();
    }
  }

  handleReadyForQuery(): void {
    this.callback?.();
    this.done();
  }

  handleError(error: unknown): void {
    this.callback?.();
    this.failed(error);
  }

  handleRowDescription({ fields }: { fields: readonly { name: string; dataTypeID: number }[] }): void {
    this.columns = fields.map(({ name, dataTypeID }) => ({ name, parse: this.parsers.getTypeParser(dataTypeID) }));
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    // What a write is to tell, it tells by failing.
    if (!this.question) return;
    const row: Record<string, unknown> = {};
    this.columns.forEach(({ name, parse }, place) => {
      const value = fields[place] ?? null;
      row[name] = value === null ? null : parse(value);
    });
    this.rows.push(row);
  }

  handleCommandComplete(): void {
    // Of a write it says how many rows; that what was sent is durable, only the answer to the Sync does.
    this.question?.answer(this.rows);
    this.question = undefined;
  }
}

/**
 * Sends all of it with one Sync behind it. PostgreSQL takes what comes before a Sync as one transaction: it needs
 * neither BEGIN nor COMMIT, leaves out what is behind an error, and says once, when all of it is durable, that it is.
 * The question comes first, and is answered before anything else is done.
 * @throws the first error, also when the question was answered.
 */
export async function exchange(
  client: pg.Client,
  { question, statements }: { question?: SentQuestion | undefined; statements: readonly Sent[] },
): Promise<void> {
  for (const sent of question ? [question, ...statements] : statements) await keepPrepared(client, sent);
  const write = (connection: Connection) => {
    if (question) {
      bind(connection, question);
      connection.describe({ type: 'P' });
      connection.execute();
      if (statements.length > 0) connection.flush();
    }
    for (const statement of statements) {
      bind(connection, statement);
      connection.execute();
    }
    connection.sync();
  };
  await submit(client, write, { question });
}

/** By itself, so that the driver learns that it is there now: knex asks it, too. */
async function keepPrepared(client: pg.Client, { name, text }: Sent): Promise<void> {
  const { parsedStatements } = client.connection as unknown as Connection;
  if (name === undefined || name in parsedStatements) return;
  const write = (connection: Connection) => {
    connection.parse({ name, text });
    connection.sync();
  };
  await submit(client, write, { prepared: { name, text } });
}

function bind(connection: Connection, { name = '', text, values }: Sent): void {
  if (name === '') connection.parse({ name, text });
  connection.bind({ statement: name, values });
}

function submit(client: pg.Client, write: (connection: Connection) => void, subject: Subject): Promise<void> {
  return new Promise((done, failed) => {
    client.query(new Exchange(client, write, done, failed, subject));
  });
}
