import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the one of package.json above this file, which runs as it is written or compiled elsewhere. */
export const ROOT = aboveOf(dirname(fileURLToPath(import.meta.url)));

/** What `npm run build` makes. */
export const CONSOLE_FOLDER = join(ROOT, '.output/console');
export const SERVER_FOLDER = join(ROOT, '.output/server');
/** Where the unpacked extension lies. */
export const EXTENSION_FOLDERS = {
  chrome: join(ROOT, '.output/chrome-mv3'),
  firefox: join(ROOT, '.output/firefox-mv3'),
};

function aboveOf(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  if (dirname(folder) === folder) throw new Error('There is no package.json above the server.');
  return aboveOf(dirname(folder));
}
