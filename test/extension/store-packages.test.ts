// @vitest-environment node
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { de } from '../../shared/texts/de.ts';
import { en } from '../../shared/texts/en.ts';
import { es } from '../../shared/texts/es.ts';
import { fr } from '../../shared/texts/fr.ts';
import { ja } from '../../shared/texts/ja.ts';
import { readZip } from '../tools/read-zip.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCES = /^(extension|shared)\/|^(wxt\.config\.ts|package\.json|package-lock\.json|tsconfig\.json)$/;
/** What every admin page has to load and parse, in bytes. It has been 319,000: what makes it grow should be worth it. */
const LARGEST_CONTENT_SCRIPT = 200_000;
const execute = promisify(execFile);

/** Runs Node as a developer's shell would: Vitest's own environment would change what is built. */
function run(cwd: string, args: string[]): Promise<unknown> {
  return execute(process.execPath, args, { cwd, env: { ...process.env, NODE_ENV: 'production', VITEST: '' } });
}

/** As `npm run zip` does, but beside what other tests read. */
async function zip(browser: 'chrome' | 'firefox', outDir: string): Promise<void> {
  const options = JSON.stringify({ browser, manifestVersion: 3, outDir });
  await run(ROOT, ['--input-type=module', '--eval', `const { zip } = await import('wxt'); await zip(${options});`]);
}

describe('the packages for the stores', { timeout: 120_000 }, () => {
  let folder = '';
  const packages = new Map<string, Map<string, Buffer>>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'setup-zip-'));
    await zip('chrome', folder);
    await zip('firefox', folder);
    for (const name of await readdir(folder)) {
      const kind = /(chrome|firefox|sources)\.zip$/.exec(name)?.[1];
      if (kind) packages.set(kind, readZip(await readFile(join(folder, name))));
    }
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('are one for Chrome, one for Firefox, and the sources of the latter', () => {
    expect([...packages.keys()].sort()).toEqual(['chrome', 'firefox', 'sources']);
  });

  it('hold the manifest at the top and no source maps or sources', () => {
    for (const browser of ['chrome', 'firefox']) {
      const names = [...(packages.get(browser)?.keys() ?? [])];
      expect(names).toContain('manifest.json');
      expect(names.filter((name) => /\.(tsx?|map|md)$|(^|\/)\./.test(name))).toEqual([]);
    }
  });

  it.each(['chrome', 'firefox'].flatMap((browser) => ['dialpad', 'jumpcloud'].map((site) => [browser, site] as const)))(
    'of %s load little into a page of %s, and no texts in five languages',
    (browser, site) => {
      const script = packages.get(browser)?.get(`content-scripts/${site}.js`) ?? Buffer.alloc(0);
      expect(script.length).toBeGreaterThan(0);
      expect(script.length).toBeLessThanOrEqual(LARGEST_CONTENT_SCRIPT);
      const code = script.toString('utf8');
      expect([en, fr, de, es, ja].map(({ panel }) => panel.checklist).filter((text) => code.includes(text))).toEqual(
        [],
      );
    },
  );

  it('show a reviewer the sources of the extension and nothing else', () => {
    const names = [...(packages.get('sources')?.keys() ?? [])];
    expect(names).toContain('extension/store/README.md');
    expect(names.filter((name) => !SOURCES.test(name))).toEqual([]);
  });

  it('are built byte for byte from the sources package', async () => {
    const unpacked = join(folder, 'unpacked');
    for (const [name, content] of packages.get('sources') ?? []) {
      await mkdir(dirname(join(unpacked, name)), { recursive: true });
      await writeFile(join(unpacked, name), content);
    }
    await symlink(join(ROOT, 'node_modules'), join(unpacked, 'node_modules'));
    await run(unpacked, ['node_modules/wxt/bin/wxt.mjs', 'build', '--browser', 'firefox', '--mv3']);
    for (const [name, content] of packages.get('firefox') ?? []) {
      const built = await readFile(join(unpacked, '.output/firefox-mv3', name));
      expect(built.equals(content), name).toBe(true);
    }
  });
});
