import { shellWord } from '../../shared/shell-word.ts';
import { type Config, localUrl, readConfig } from '../config.ts';

/**
 * The operator's command line as it is begun to reach this very server: before it stand the settings by which the two find each
 * other, where they are not the usual ones. The address of a PostgreSQL database is left out, since it may hold a password.
 */
export function adminCommand({ database }: Pick<Config, 'database'>, publicUrl: string): string {
  const usual = readConfig({});
  const settings: string[] = [];
  if (publicUrl !== localUrl(usual.host, usual.port)) settings.push(`PUBLIC_URL=${shellWord(publicUrl)}`);
  if (database.kind === 'sqlite' && !isSame(database, usual.database)) {
    settings.push(`DATABASE_URL=${shellWord(`sqlite:${database.file}`)}`);
  }
  return [...settings, 'npm run --silent admin --'].join(' ');
}

function isSame(one: Config['database'], other: Config['database']): boolean {
  return one.kind === 'sqlite' && other.kind === 'sqlite' && one.file === other.file;
}
