import { parseArgs } from 'node:util';
import { isPeerName, PEER_NAMES, type PeerName } from './peer-names.ts';

export type BenchOptions = {
  /** Users of the company at each size. */
  users: number[];
  database: 'sqlite' | 'postgres';
  /** Server processes over one store, one measurement for each number. */
  processes: number[];
  /** Connections that the generator keeps open, each with one request at a time. */
  connections: number;
  /** How much of a core each process that is measured may take; null: whatever there is. */
  cores: number | null;
  /** Milliseconds that each operation is measured. */
  measureMs: number;
  /** Another SCIM server to put beside ours. */
  peer: PeerName | null;
  /** Where the figures go, as JSON and as a plot. */
  json: string | null;
  plot: string | null;
};

/** Something that the command line asks for and cannot be. */
export class UsageError extends Error {}

export const USAGE = `npm run bench -- [options]
  --users 1000,10000,100000     how many users the company has, one measurement for each
  --database sqlite|postgres    postgres: the server of DATABASE_URL or TEST_DATABASE_URL,
                                else one of its own, made for this
  --processes 1                 server processes over one store, one measurement for each (postgres);
                                all of them run at once: a server of yours has to take some 20
                                connections for each process and each size
  --cores 0.25                  hold each process that is measured to so much of a core, as a container can be (Linux, as root):
                                shows on few cores what several processes do on many
  --connections 16              connections that are kept open (postgres: 64)
  --seconds 2                   how long each operation is measured
  --peer scimmy                 another SCIM server, measured in turns with this one (sqlite)
  --json FILE                   the figures as JSON
  --plot FILE.svg               the figures as a picture`;

const MOST_USERS = 10_000_000;
/** scimmy cuts a page that starts among the first hundred once more: the page in the middle is to start behind them. */
const LEAST_BESIDE_PEER = 1_000;
/** Less is one request at a time, and more than a server process can use. */
const [LEAST_CORES, MOST_CORES] = [0.05, 4];
const DEFAULTS = { users: '1000,10000,100000', database: 'sqlite', processes: '1', seconds: '2' };
/**
 * A commit of PostgreSQL's is under way for most of the time, in another process: so few callers that all of them wait for it
 * leave the server without work, and show how long they wait rather than how much it can do.
 */
const CONNECTIONS = { sqlite: '16', postgres: '64' };

/** @throws UsageError that says which option is wrong and what it takes. */
export function readOptions(args: string[]): BenchOptions | 'help' {
  const given = parse(args);
  if (given.help) return 'help';
  const { database } = { ...DEFAULTS, ...given };
  if (database !== 'sqlite' && database !== 'postgres')
    throw new UsageError(`--database is sqlite or postgres, not "${database}".`);
  const processes = numbers('--processes', given.processes ?? DEFAULTS.processes, 1, 64);
  if (database === 'sqlite' && processes.some((count) => count > 1))
    throw new UsageError('--processes: several need --database postgres; an SQLite store has one server process.');
  const peer = given.peer ?? null;
  if (peer !== null && !isPeerName(peer)) throw new UsageError(`--peer is ${PEER_NAMES.join(' or ')}, not "${peer}".`);
  if (peer !== null && database !== 'sqlite')
    throw new UsageError(`--peer: ${peer} is measured on SQLite only; leave out --database postgres.`);
  return {
    users: numbers('--users', given.users ?? DEFAULTS.users, peer === null ? 1 : LEAST_BESIDE_PEER, MOST_USERS),
    database,
    processes,
    cores: given.cores === undefined ? null : part('--cores', given.cores, LEAST_CORES, MOST_CORES),
    connections: only('--connections', given.connections ?? CONNECTIONS[database], 1, 1_000),
    measureMs: only('--seconds', given.seconds ?? DEFAULTS.seconds, 1, 3_600) * 1_000,
    peer,
    json: given.json ?? null,
    plot: given.plot ?? null,
  };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      options: {
        users: text,
        database: text,
        processes: text,
        cores: text,
        connections: text,
        seconds: text,
        peer: text,
        json: text,
        plot: text,
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function numbers(option: string, text: string, least: number, most: number): number[] {
  return text.split(',').map((part) => only(option, part.trim(), least, most));
}

function only(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`${option}: "${text}" is no whole number from ${least} to ${most}.`);
}

function part(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(`${option}: "${text}" is no number from ${least} to ${most}.`);
}
