import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isRootOnDebian, run, type Say } from './browser.ts';

const DEBIAN = '/usr/lib/postgresql';

/** The PostgreSQL that the tests use: programs to make a cluster of their own with, or a server that is there. */
export type TestPostgres = { kind: 'programs'; folder: string } | { kind: 'server'; url: string };

/** An installed PostgreSQL, else the server named in `TEST_DATABASE_URL`, or null. */
export function findPostgres(): TestPostgres | null {
  const folder = candidates().find((path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'pg_ctl')));
  if (folder) return { kind: 'programs', folder };
  const url = process.env['TEST_DATABASE_URL'];
  return url ? { kind: 'server', url } : null;
}

/** The same, with PostgreSQL installed by apt-get first where there is none (as root on Debian and Ubuntu). */
export function bringPostgres(say: Say): TestPostgres | null {
  if (!findPostgres() && isRootOnDebian()) {
    say('PostgreSQL: none found; installing postgresql with apt-get …');
    try {
      run('apt-get', ['update', '-qq']);
      run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql']);
    } catch (error) {
      say(`PostgreSQL: ${error instanceof Error ? error.message : 'apt-get failed'}`);
    }
  }
  const found = findPostgres();
  say(found === null ? NO_POSTGRES : `PostgreSQL: ${found.kind === 'programs' ? found.folder : 'TEST_DATABASE_URL'}`);
  return found;
}

export const NO_POSTGRES =
  'PostgreSQL: none found, so the server tests run on SQLite alone. Install it (Debian and Ubuntu: apt-get install ' +
  'postgresql), or name a server with a superuser in TEST_DATABASE_URL.';

/** Newest first. */
function candidates(): string[] {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one)) : [];
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
  return [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(stdout ? [stdout.trim()] : [])];
}
