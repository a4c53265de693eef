import type { CeilingName } from './ceilings.ts';
import type { SizeFigures } from './measure.ts';
import { createOperations, type OperationName, SYNCED } from './operations.ts';
import type { OperationFigures } from './turns.ts';

const CEILINGS: Record<CeilingName, string> = {
  koa: 'Koa alone',
  select: 'Koa and one prepared SELECT',
  insert: 'Koa and one prepared INSERT, synchronous=FULL',
};

/**
 * The figures for people: each size, how they change from the least to the most users and from the fewest to the most processes,
 * and how near the ceilings they are.
 */
export function report(sizes: readonly SizeFigures[]): string {
  const parts = sizes.map(ofSize);
  for (const processes of new Set(sizes.map((size) => size.processes))) {
    const ofThese = sizes.filter((size) => size.processes === processes);
    const [first, last] = [ofThese[0], ofThese.at(-1)];
    if (first && last && first !== last) parts.push(growth(first, last));
  }
  for (const users of new Set(sizes.map((size) => size.users))) {
    const ofThese = sizes.filter((size) => size.users === users);
    const [first, last] = [ofThese[0], ofThese.at(-1)];
    if (first && last && first !== last) parts.push(scaling(first, last));
  }
  return parts.join('\n\n');
}

function ofSize(figures: SizeFigures): string {
  const { users, processes, memory, ceilings, operations, filledPerSecond } = figures;
  const servers = processes === 1 ? '' : `, ${processes} server processes`;
  const rows = createOperations().map((operation) => {
    const measured = operations[operation.name];
    const { perSecond, p50Ms, p99Ms, serverCpuMicros } = measured;
    const times = [perSecond.toFixed(0), p50Ms.toFixed(2), p99Ms.toFixed(2)];
    return [operation.label, ...times, serverCpuMicros.toFixed(0), ratio(measured)];
  });
  const ofCeilings = (Object.keys(CEILINGS) as CeilingName[]).map((name) => {
    const { perSecond, p50Ms, p99Ms } = ceilings[name];
    return [`ceiling: ${CEILINGS[name]}`, perSecond.toFixed(0), p50Ms.toFixed(2), p99Ms.toFixed(2), '', ''];
  });
  const measured = [...Object.values(operations), ...Object.values(ceilings)];
  const busiest = Math.max(...measured.map(({ generatorCpu }) => generatorCpu));
  return [
    `${users.toLocaleString('en')} users${servers}`,
    table([['', 'req/s', 'p50 ms', 'p99 ms', 'CPU µs', 'of ceiling'], ...rows, ...ofCeilings]),
    `  the whole sync took ${operations.sync.seconds.toFixed(1)} s (${(2 * SYNCED).toLocaleString('en')} requests); ` +
      `memory: ${memory.startMiB.toFixed(0)} MiB at first, ${memory.peakMiB.toFixed(0)} MiB at its peak`,
    `  filled with ${filledPerSecond.toFixed(0)} users a second; the generator took at most ` +
      `${(busiest * 100).toFixed(0)} % of a core`,
  ].join('\n');
}

/** To the ceiling as it was in the same seconds. */
function ratio({ perSecond, ceiling }: OperationFigures): string {
  return ceiling ? (perSecond / ceiling.perSecond).toFixed(2) : '';
}

/** How many times longer a request takes with the most users than with the least. */
function growth(first: SizeFigures, last: SizeFigures): string {
  const [from, to] = [first, last].map(({ users }) => users.toLocaleString('en'));
  return [
    `From ${from ?? ''} to ${to ?? ''} users, a request takes so many times as long`,
    comparison(last, first),
  ].join('\n');
}

/** How many times as much the most processes do as the fewest. */
function scaling(first: SizeFigures, last: SizeFigures): string {
  const users = first.users.toLocaleString('en');
  return [
    `With ${users} users, processes: ${last.processes} do so many times as much as ${first.processes}`,
    comparison(first, last),
  ].join('\n');
}

/** How many times as many requests a second there are of `these` as of `those`, for each operation. */
function comparison(those: SizeFigures, these: SizeFigures): string {
  const times = (name: OperationName): number => these.operations[name].perSecond / those.operations[name].perSecond;
  return table(createOperations().map(({ label, name }) => [label, times(name).toFixed(2)]));
}

function table(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map(
      (row) =>
        `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(Math.max(8, widths[at] ?? 0)))).join('  ')}`,
    )
    .join('\n');
}
