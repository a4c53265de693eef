import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from './compile.ts';
import { ROOT, SERVER_FOLDER } from './folders.ts';

const STAMPS = join(ROOT, '.cache/build');
const SHARED_SOURCES = ['shared', 'package.json', 'package-lock.json'];
const EXTENSION_SOURCES = ['extension', 'wxt.config.ts', ...SHARED_SOURCES];

/** Something that is built: from what, how, and what is there afterwards. */
type Target = { name: string; sources: string[]; output: string; make: () => Promise<unknown> };

const TARGETS: Target[] = [
  {
    name: 'server',
    sources: ['server', ...SHARED_SOURCES],
    output: '.output/server/start.js',
    make: () => compile(join(ROOT, 'server/start.ts'), SERVER_FOLDER),
  },
  {
    name: 'console',
    sources: ['server/console', ...SHARED_SOURCES],
    output: '.output/console/index.html',
    make: () => run('node_modules/vite/bin/vite.js', ['build', '--config', 'server/console/vite.config.ts']),
  },
  extension('chrome'),
  extension('firefox'),
];

/**
 * Builds what has changed since it was last built, by the content of its sources.
 * @param say told of each build before it begins.
 * @throws Error with the builder's own words.
 */
export async function buildStale(say: (text: string) => void): Promise<void> {
  for (const target of TARGETS) {
    if (!(await isFresh(target))) await build(target, say);
  }
}

/** Builds everything, fresh or not. */
export async function buildAll(say: (text: string) => void): Promise<void> {
  for (const target of TARGETS) await build(target, say);
}

function extension(browser: 'chrome' | 'firefox'): Target {
  return {
    name: `extension for ${browser === 'chrome' ? 'Chrome' : 'Firefox'}`,
    sources: EXTENSION_SOURCES,
    output: `.output/${browser}-mv3/manifest.json`,
    make: () => run('node_modules/wxt/bin/wxt.mjs', ['build', '--browser', browser, '--mv3']),
  };
}

async function isFresh(target: Target): Promise<boolean> {
  if (!existsSync(join(ROOT, target.output))) return false;
  const stamp = await readFile(stampOf(target), 'utf8').catch(() => null);
  return stamp === (await hashOf(target.sources));
}

async function build(target: Target, say: (text: string) => void): Promise<void> {
  say(`Building the ${target.name} …`);
  const hash = await hashOf(target.sources);
  await target.make().catch((error: unknown) => {
    throw new Error(`The ${target.name} could not be built:\n${error instanceof Error ? error.message : ''}`);
  });
  await mkdir(STAMPS, { recursive: true });
  await writeFile(stampOf(target), hash);
}

function stampOf({ output }: Target): string {
  return join(STAMPS, `${output.split('/')[1] ?? output}.sha256`);
}

/** Runs a builder, which is a program of a package; its words are only of interest when it fails. */
function run(program: string, args: string[]): Promise<void> {
  const child = spawn(process.execPath, [join(ROOT, program), ...args], { cwd: ROOT });
  let words = '';
  child.stdout.on('data', (piece: Buffer) => (words += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (words += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(words.trim()));
    });
  });
}

async function hashOf(sources: string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesOf(source)) hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  }
  return hash.digest('hex');
}

/** Every file at or below a path, in a fixed order. */
async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, path), { withFileTypes: true, recursive: true }).catch(() => null);
  if (!entries) return [path];
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(ROOT, file)).sort();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildAll((text) => process.stdout.write(`${text}\n`));
}
