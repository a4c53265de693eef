// @vitest-environment node
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

const ORIGINS = [
  'https://console.eu.jumpcloud.com/*',
  'https://console.jumpcloud.com/*',
  'https://dialpad.com/*',
  'https://sandbox.dialpad.com/*',
];

/** Every key that a manifest may have: `content_security_policy`, `web_accessible_resources` and all others are refused. */
const KEYS = [
  'action',
  'background',
  'content_scripts',
  'default_locale',
  'description',
  'host_permissions',
  'icons',
  'manifest_version',
  'name',
  'permissions',
  'version',
];

/** Findings of `web-ext lint` that are understood: extension/store/README.md tells reviewers what each is. */
const KNOWN_WARNINGS = [
  'DANGEROUS_EVAL background.js',
  'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION manifest.json',
  'UNSAFE_VAR_ASSIGNMENT chunks/sidepanel.js',
  'UNSAFE_VAR_ASSIGNMENT content-scripts/dialpad.js',
  'UNSAFE_VAR_ASSIGNMENT content-scripts/jumpcloud.js',
];

type Manifest = Record<string, unknown> & {
  permissions: string[];
  host_permissions: string[];
  content_scripts: { matches: string[] }[];
};

function manifestOf(browser: 'chrome' | 'firefox'): Manifest {
  const path = `${ROOT}.output/${browser}-mv3/manifest.json`;
  if (!existsSync(path)) throw new Error('The extension is not built: run `npm run build` first.');
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

describe.each([
  { browser: 'chrome' as const, permissions: ['sidePanel', 'storage'], keys: ['minimum_chrome_version', 'side_panel'] },
  { browser: 'firefox' as const, permissions: ['storage'], keys: ['browser_specific_settings', 'sidebar_action'] },
])('the built manifest for $browser', ({ browser, permissions, keys }) => {
  const manifest = manifestOf(browser);

  it('asks for the listed permissions and hosts, and for nothing more', () => {
    expect([...manifest.permissions].sort()).toEqual(permissions);
    expect([...manifest.host_permissions].sort()).toEqual(ORIGINS);
  });

  it('runs on the admin sites only, never on other frames', () => {
    expect(manifest.content_scripts.flatMap(({ matches }) => matches).sort()).toEqual(ORIGINS);
    expect(JSON.stringify(manifest.content_scripts)).not.toMatch(
      /all_frames|match_about_blank|match_origin_as_fallback|MAIN/,
    );
  });

  it('has no key beyond the listed ones: nothing opened to pages, no policy of its own', () => {
    expect(Object.keys(manifest).sort()).toEqual([...KEYS, ...keys].sort());
  });

  it('tells the stores a reason for everything that it asks for', () => {
    const told = readFileSync(`${ROOT}extension/store/README.md`, 'utf8');
    for (const asked of [...permissions, ...ORIGINS]) expect(told).toContain(`| \`${asked}\``);
  });
});

describe('the Firefox package', () => {
  it('names the data that leaves the browser, each with what it is', () => {
    const { gecko } = manifestOf('firefox')['browser_specific_settings'] as {
      gecko: { data_collection_permissions: { required: string[]; optional?: string[] } };
    };
    expect(gecko.data_collection_permissions).toEqual({ required: ['authenticationInfo', 'websiteContent'] });
    const told = readFileSync(`${ROOT}extension/store/README.md`, 'utf8');
    for (const category of gecko.data_collection_permissions.required) expect(told).toContain(`| \`${category}\``);
  });

  it("passes Mozilla's linter without errors, and with no warning that is not known", async () => {
    const { stdout } = await run(
      process.execPath,
      [
        ...['node_modules/web-ext/bin/web-ext.js', 'lint', '--source-dir', '.output/firefox-mv3'],
        ...['--no-config-discovery', '--output', 'json'],
      ],
      { cwd: ROOT },
    );
    const { errors, warnings } = JSON.parse(stdout) as Record<'errors' | 'warnings', { code: string; file: string }[]>;
    expect(errors).toEqual([]);
    const found = warnings.map(({ code, file }) => `${code} ${file.replace(/-[\w-]{8}\.js$/, '.js')}`);
    expect(found.filter((warning) => !KNOWN_WARNINGS.includes(warning))).toEqual([]);
  });
});
