import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
];

/** Says what is being done to bring a browser. */
export type Say = (line: string) => void;

/**
 * The path of a Chromium that loads unpacked extensions: `CHROMIUM_PATH`, an installed one, one from apt-get (as root on
 * Debian or Ubuntu), or Playwright's own download. Branded Chrome is no choice: it dropped `--load-extension` in version 137.
 * @throws Error that says what to install, when none of these works.
 */
export function bringBrowser(say: Say): string {
  const installed = findBrowser();
  if (installed) {
    say(`Browser: ${installed}`);
    return installed;
  }
  if (isRootOnDebian()) {
    say('Browser: none found; installing chromium and fonts-liberation with apt-get …');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  } else {
    say("Browser: none found; downloading Playwright's Chromium …");
    run('npx', ['--no', 'playwright-core', 'install', 'chromium']);
  }
  const brought = findBrowser();
  if (!brought) {
    throw new Error(
      'No Chromium could be brought. Install one (Debian and Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to one.',
    );
  }
  say(`Browser: ${brought}`);
  return brought;
}

/** The path of a Chromium that is there already, or null. */
export function findBrowser(): string | null {
  const candidates = [process.env['CHROMIUM_PATH'], ...INSTALLED, chromium.executablePath()];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];

/**
 * The path of a Firefox: `FIREFOX_PATH`, an installed one, or one from apt-get (as root on Debian). Null when there is none:
 * then the tests in Firefox say that they did not run.
 */
export function bringFirefox(say: Say): string | null {
  if (!findFirefox() && isRootOnDebian()) {
    say('Firefox: none found; installing firefox-esr with apt-get …');
    try {
      run('apt-get', ['update', '-qq']);
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'firefox-esr']);
    } catch (error) {
      say(error instanceof Error ? error.message : 'apt-get failed.');
    }
  }
  const found = findFirefox();
  say(
    found
      ? `Firefox: ${found}`
      : 'Firefox: none could be brought, so the walk in Firefox WILL NOT RUN. Install firefox-esr or set FIREFOX_PATH.',
  );
  return found;
}

/** The path of a Firefox that is there already, or null. */
export function findFirefox(): string | null {
  const candidates = [process.env['FIREFOX_PATH'], ...FIREFOX];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null;
}

export function isRootOnDebian(): boolean {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release);
}

export function run(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr.slice(-2000)}`);
}
