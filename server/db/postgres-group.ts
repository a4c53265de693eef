import type pg from 'pg';

/** A statement as it is sent: bound by place, under the name by which the connection keeps it prepared, if it does. */
export type Sent = { text: string; name?: string; values: readonly string[] };

/** The parts of the driver's connection by which its own queries speak the protocol; held by the tests of commits. */
type Connection = {
  stream: { cork(): void; uncork(): void };
  /** The texts of what is kept prepared, by name. */
  parsedStatements: Readonly<Record<string, string>>;
  parse(statement: { name: string; text: string }): void;
  bind(portal: { statement: string; values: readonly string[] }): void;
  execute(): void;
  sync(): void;
};

/** What is written up to a Sync, and whom to tell the answer. The driver calls the handlers, and reads name and text. */
class Exchange implements pg.Submittable {
  readonly name: string | undefined;
  readonly text: string | undefined;

  constructor(
    private readonly write: (connection: Connection) => void,
    private readonly done: () => void,
    private readonly failed: (error: unknown) => void,
    prepared?: { name: string; text: string },
  ) {
    this.name = prepared?.name;
    this.text = prepared?.text;
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
    this.done();
  }

  handleError(error: unknown): void {
    this.failed(error);
  }

  handleCommandComplete(): void {
    // Says how many rows; that what was sent is durable, only the answer to the Sync does.
  }

  handleDataRow(): void {
    // What a write is to tell, it tells by failing.
  }
}

/**
 * Sends all statements with one Sync behind them. PostgreSQL takes what comes before a Sync as one transaction: it needs
 * neither BEGIN nor COMMIT, leaves out what is behind an error, and answers once, when all of it is durable.
 */
export async function runAsOne(client: pg.Client, statements: readonly Sent[]): Promise<void> {
  for (const { name, text } of statements) {
    if (name !== undefined && !isPrepared(client, name)) await prepare(client, { name, text });
  }
  await exchange(client, (connection) => {
    for (const { name = '', text, values } of statements) {
      if (name === '') connection.parse({ name, text });
      connection.bind({ statement: name, values });
      connection.execute();
    }
    connection.sync();
  });
}

function isPrepared({ connection }: pg.Client, name: string): boolean {
  return name in (connection as unknown as Connection).parsedStatements;
}

/** By itself, so that the driver learns that it is there now: knex asks it, too. */
function prepare(client: pg.Client, statement: { name: string; text: string }): Promise<void> {
  const write = (connection: Connection) => {
    connection.parse(statement);
    connection.sync();
  };
  return exchange(client, write, statement);
}

function exchange(
  client: pg.Client,
  write: (connection: Connection) => void,
  prepared?: { name: string; text: string },
): Promise<void> {
  return new Promise((done, failed) => {
    client.query(new Exchange(write, done, failed, prepared));
  });
}
