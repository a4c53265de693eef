import { access, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child } from './child.ts';
import { UsageError } from './options.ts';

/** A process that is held to its part of a core. */
export type HeldChild = Child & {
  /** Lets the process do as it likes until the work is done. */
  freely: <T>(work: () => Promise<T>) => Promise<T>;
};

/** Holds processes to a part of a core each, until they are stopped. */
export type CoreLimits = { hold: (child: Child) => Promise<HeldChild> };

/** Where Linux shows control groups. */
const CONTROL_GROUPS = '/sys/fs/cgroup';
/** What a process may take is counted anew so often: much shorter than what is measured at once. */
const PERIOD_MICROS = 20_000;

/** How a control group says what its processes may take in a period: which files have which text. */
type Files = { parent: string; held: Record<string, string>; free: Record<string, string> };

/** Nobody is held: a process has whatever cores it finds. */
export const NO_LIMITS: CoreLimits = { hold: (child) => Promise.resolve({ ...child, freely: (work) => work() }) };

/**
 * What a container with that limit of processor time gets, by the same means: a control group for each process, of either
 * version (https://docs.kernel.org/scheduler/sched-bwc.html, https://docs.kernel.org/admin-guide/cgroup-v2.html).
 * @param cores of processor time in each moment: 0.25 is a quarter of a core.
 * @throws UsageError when this machine has no control groups, or they are not ours to make.
 */
export async function limitCores(cores: number, controlGroups = CONTROL_GROUPS): Promise<CoreLimits> {
  const files = await filesOf(controlGroups, Math.round(cores * PERIOD_MICROS));
  const made = (pid: number | 'tried'): string => join(files.parent, `bench-${process.pid}-${pid}`);
  const write = async (folder: string, texts: Record<string, string>): Promise<void> => {
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, name), text);
  };
  try {
    await mkdir(made('tried'));
    await write(made('tried'), files.held);
  } catch (error) {
    throw new UsageError(`--cores: control groups can not be made in ${files.parent}; it needs root.`, {
      cause: error,
    });
  } finally {
    await rmdir(made('tried')).catch(() => undefined);
  }
  return {
    hold: async (child) => {
      const folder = made(child.pid);
      const stop = async (): Promise<void> => {
        await child.stop();
        await rmdir(folder);
      };
      await mkdir(folder);
      try {
        await write(folder, { ...files.held, 'cgroup.procs': `${child.pid}` });
      } catch (error) {
        await stop();
        throw error;
      }
      return {
        ...child,
        stop,
        freely: async (work) => {
          await write(folder, files.free);
          try {
            return await work();
          } finally {
            await write(folder, files.held);
          }
        },
      };
    },
  };
}

async function filesOf(controlGroups: string, quota: number): Promise<Files> {
  const first = join(controlGroups, 'cpu');
  if (await exists(join(first, 'cpu.cfs_quota_us'))) {
    const period = { 'cpu.cfs_period_us': `${PERIOD_MICROS}` };
    return {
      parent: first,
      held: { ...period, 'cpu.cfs_quota_us': `${quota}` },
      free: { 'cpu.cfs_quota_us': '-1' },
    };
  }
  const given = await readFile(join(controlGroups, 'cgroup.subtree_control'), 'utf8').catch(() => '');
  if (given.split(/\s+/).includes('cpu')) {
    return {
      parent: controlGroups,
      held: { 'cpu.max': `${quota} ${PERIOD_MICROS}` },
      free: { 'cpu.max': `max ${PERIOD_MICROS}` },
    };
  }
  throw new UsageError(`--cores: there are no control groups for the processor in ${controlGroups}; it needs Linux.`);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
