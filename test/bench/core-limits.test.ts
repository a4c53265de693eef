import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Child } from './child.ts';
import { limitCores, NO_LIMITS } from './core-limits.ts';
import { UsageError } from './options.ts';

const child: Child = { pid: 4711, ask: () => Promise.reject(new Error('nobody asks')), stop: () => Promise.resolve() };

type Texts = Record<string, string>;

/** What stands where Linux has its control groups, and what is to stand in the group of a process. */
const VERSIONS: { version: number; shown: Texts; parent: string; held: Texts; free: Texts }[] = [
  {
    version: 1,
    shown: { 'cpu/cpu.cfs_quota_us': '-1' },
    parent: 'cpu',
    held: { 'cpu.cfs_period_us': '20000', 'cpu.cfs_quota_us': '5000' },
    free: { 'cpu.cfs_quota_us': '-1' },
  },
  {
    version: 2,
    shown: { 'cgroup.subtree_control': 'cpuset cpu memory\n' },
    parent: '',
    held: { 'cpu.max': '5000 20000' },
    free: { 'cpu.max': 'max 20000' },
  },
];

async function folderWith(files: Texts): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'control-groups-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

describe('a process that is measured', () => {
  it.each(VERSIONS)('is held by a control group of version $version, and free in between', async (kind) => {
    const controlGroups = await folderWith(kind.shown);
    const group = join(controlGroups, kind.parent, `bench-${process.pid}-${child.pid}`);
    const textsOf = async (names: object): Promise<object> =>
      Object.fromEntries(
        await Promise.all(Object.keys(names).map(async (name) => [name, await readFile(join(group, name), 'utf8')])),
      ) as object;
    const held = await (await limitCores(0.25, controlGroups)).hold(child);
    expect(await readFile(join(group, 'cgroup.procs'), 'utf8')).toBe('4711');
    expect(await textsOf(kind.held)).toEqual(kind.held);
    expect(await held.freely(() => textsOf(kind.free))).toEqual(kind.free);
    expect(await textsOf(kind.held)).toEqual(kind.held);
  });

  it('is left alone unless it is to be held', async () => {
    const free = await NO_LIMITS.hold(child);
    expect(await free.freely(() => Promise.resolve('done'))).toBe('done');
  });

  it('is not measured where it can not be held', async () => {
    const nowhere = await folderWith({});
    await expect(limitCores(0.25, nowhere)).rejects.toThrow(UsageError);
    await expect(limitCores(0.25, nowhere)).rejects.toThrow(
      `--cores: there are no control groups for the processor in`,
    );
  });
});
