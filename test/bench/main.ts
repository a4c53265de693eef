import { setMaxListeners } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { limitCores, NO_LIMITS } from './core-limits.ts';
import { measureSizes, type SizeFigures } from './measure.ts';
import { peerTable } from './peer-table.ts';
import { type BenchOptions, readOptions, USAGE, UsageError } from './options.ts';
import { plot } from './plot.ts';
import { openStores } from './stores.ts';
import { report } from './report.ts';

/** `npm run bench`: it measures and prints; what is fast enough is for a person to say. */
export type Figures = {
  date: string;
  machine: { cpu: string; cores: number; memoryGiB: number; node: string; platform: string };
  database: BenchOptions['database'];
  databaseVersion: string;
  connections: number;
  secondsEach: number;
  /** How much of a core each process that was measured could take; null: whatever there was. */
  coresEach: number | null;
  sizes: SizeFigures[];
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

// The first signal ends what is measured, and the stores go as after any failure; npm passes Ctrl-C on a second time.
const stopped = new AbortController();
// Every program that is measured listens to it, however many there are.
setMaxListeners(0, stopped.signal);
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stopped.abort());

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') print(USAGE);
  else await bench(options, stopped.signal);
} catch (error) {
  if (stopped.signal.aborted) {
    process.stderr.write('Stopped before it was done: there are no figures.\n');
    process.exitCode = 130;
  } else if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    process.exitCode = 2;
  } else throw error;
}

async function bench(options: BenchOptions, signal: AbortSignal): Promise<void> {
  const measured = await measureAll(options, signal);
  const figures = describe(options, measured);
  const { sizes } = measured;
  const { cpu, cores, memoryGiB, node } = figures.machine;
  print(`\n${figures.date.slice(0, 10)}, ${cores} × ${cpu}, ${memoryGiB} GiB, Node ${node}`);
  print(
    `${options.database} ${measured.version}, ${options.connections} connections, everything on, durable before it is answered`,
  );
  if (options.cores !== null) print(`each process that was measured could take ${options.cores} of a core`);
  print(`\n${report(sizes)}`);
  const beside = peerTable(sizes);
  if (beside !== null) print(`\n${beside}`);
  if (options.json !== null) await writeFile(options.json, `${JSON.stringify(figures, rounded, 2)}\n`);
  if (options.plot !== null) await writeFile(options.plot, plot(figures));
}

/** The figures of all sizes, and the version of the database that they were taken on. */
type MeasuredSizes = { sizes: SizeFigures[]; version: string };

async function measureAll(options: BenchOptions, signal: AbortSignal): Promise<MeasuredSizes> {
  const limits = options.cores === null ? NO_LIMITS : await limitCores(options.cores);
  const stores = await openStores(options.database);
  try {
    return { sizes: await measureSizes(stores, { options, limits, say: print, signal }), version: stores.version };
  } finally {
    await stores.close();
  }
}

function describe(
  { database, connections, cores, measureMs }: BenchOptions,
  { sizes, version }: MeasuredSizes,
): Figures {
  const processors = cpus();
  const machine = {
    cpu: processors[0]?.model ?? 'unknown processor',
    cores: processors.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
  };
  const date = new Date().toISOString();
  const secondsEach = measureMs / 1_000;
  return { date, machine, database, databaseVersion: version, connections, coresEach: cores, secondsEach, sizes };
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(5)) : value;
}
