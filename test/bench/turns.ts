import type { Ceilings } from './ceilings.ts';
import { type Load, type Measured, type Run, runLoad, summary } from './load.ts';
import { createOperations, type Operation, type OperationName } from './operations.ts';
import type { Bench, RunningServer } from './servers.ts';

/**
 * `serverCpuMicros`: what one request took of the server's processes, on every core; `ceiling`: what was measured in turns with
 * it, where there is something to compare it with.
 */
export type OperationFigures = Measured & { serverCpuMicros: number; ceiling?: Measured };

/** Of the largest process of the server, at first, after each operation and at its peak. */
export type Memory<Name extends OperationName> = { peakMiB: number; startMiB: number; afterMiB: Record<Name, number> };

export type ServerFigures<Name extends OperationName = OperationName> = {
  operations: Record<Name, OperationFigures>;
  memory: Memory<Name>;
};

/** Takes turns with others. */
export type TakesTurns = {
  /** What it does of an operation, a piece at a time; nothing when the operation is none of its own. */
  turns: (name: OperationName) => AsyncGenerator<void>;
};

/** A server that is measured in turns with others. */
export type Contestant<Name extends OperationName> = TakesTurns & {
  /** Once it had all its turns. */
  figures: () => Promise<ServerFigures<Name>>;
};

type Deps<Name> = {
  server: RunningServer;
  /** The users of its store. */
  ids: string[];
  operations: readonly (Operation & { name: Name })[];
  /** What the same machine can do at best, where it is compared with that. */
  ceilings: Ceilings | null;
  measureMs: number;
};

/** Until then V8 compiles what an operation runs through, in each process: a request takes up to twice as much in its first seconds. */
export const WARM_MS = 4_000;
/** Of what is measured of an operation. */
const SLICES = 4;

/**
 * Measures all operations in slices: every server has its slice, and after it its ceiling, before the first one has its next.
 * What else a machine does changes within seconds, and so meets all of them alike.
 */
export async function measureInTurns(contestants: readonly TakesTurns[], say: Bench['say']): Promise<void> {
  for (const { name, label } of createOperations()) {
    say(`  ${label}`);
    const waiting = contestants.map(({ turns }) => turns(name));
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const { done } = await one.next();
      if (done !== true) waiting.push(one);
    }
  }
}

/** A server that runs on a store that was filled, with nothing measured of it yet. */
export async function createContestant<Name extends OperationName>({
  server,
  ids,
  operations,
  ceilings,
  measureMs,
}: Deps<Name>): Promise<Contestant<Name>> {
  const subject = { ids, made: [] };
  const { rssMiB: startMiB } = await server.usage();
  const measured: Partial<Record<Name, OperationFigures>> = {};
  const afterMiB: Partial<Record<Name, number>> = {};

  function loadOf({ expect, onAnswer }: Operation, script: Operation['script']): Load {
    return {
      ...server.target,
      expect,
      script: () => script(subject),
      onAnswer: onAnswer && ((answer) => onAnswer(subject, answer)),
    };
  }

  /** One that ends by itself is one slice; the ceiling comes once before and after each. */
  async function* turns(name: OperationName): AsyncGenerator<void> {
    const operation = operations.find((own) => own.name === name);
    if (!operation) return;
    const { rehearsal, script, ceiling } = operation;
    const load = loadOf(operation, script);
    const slices = rehearsal ? 1 : SLICES;
    const forMs = measureMs / slices;
    const [runs, beside]: [Run[], Run[]] = [[], []];
    let cpuSeconds = 0;
    const runBeside = async (): Promise<void> => {
      if (ceilings && ceiling) beside.push(await ceilings.run(ceiling, forMs));
    };
    const warmMs = WARM_MS * server.target.origins.length;
    const warmUp = loadOf(operation, rehearsal ?? script);
    await server.freely(() => runLoad({ ...warmUp, forMs: warmMs }));
    while (runs.length < slices) {
      yield;
      if (runs.length === 0) await runBeside();
      const before = await server.usage();
      runs.push(await runLoad(rehearsal ? load : { ...load, forMs }));
      cpuSeconds += (await server.usage()).cpuSeconds - before.cpuSeconds;
      await runBeside();
    }
    const all = summary(runs);
    const figures = { ...all, serverCpuMicros: (cpuSeconds * 1e6) / all.requests };
    measured[operation.name] = beside.length === 0 ? figures : { ...figures, ceiling: summary(beside) };
    afterMiB[operation.name] = (await server.usage()).rssMiB;
  }

  return {
    turns,
    figures: async () => ({
      operations: measured as Record<Name, OperationFigures>,
      memory: { startMiB, peakMiB: (await server.usage()).peakMiB, afterMiB: afterMiB as Record<Name, number> },
    }),
  };
}
