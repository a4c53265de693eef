import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildConsole } from './kit/browser.ts';

const FOLDER = fileURLToPath(new URL('../../.output/console', import.meta.url));
const MOST_BYTES = 150 * 1024;

test('the console is less than 150 KB of compressed JavaScript, in files that may be kept for good', async () => {
  await buildConsole();
  const names = await readdir(`${FOLDER}/assets`);
  expect(names.filter((name) => !/-[\w-]{8}\.\w+$/.test(name))).toEqual([]);
  const scripts = names.filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(
    scripts.map(async (name) => gzipSync(await readFile(`${FOLDER}/assets/${name}`)).length),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(MOST_BYTES);
  const page = await readFile(`${FOLDER}/index.html`, 'utf8');
  expect(page).not.toMatch(/<script(?![^>]*src=)|<style|https?:/);
});
