import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Secret } from '../../shared/secret.ts';
import { type Config, ConfigError, KEY_WITH_POSTGRES } from '../config.ts';

const KEY_BYTES = 32;

/** The key that encrypts what must be readable again: the operator's, else the one that is kept beside the SQLite file. */
export async function secretKeyOf({ secretKey, database }: Pick<Config, 'secretKey' | 'database'>): Promise<Secret> {
  if (secretKey) return secretKey;
  if (database.kind === 'sqlite') return keptSecretKey(database.file);
  throw new ConfigError([KEY_WITH_POSTGRES]);
}

/**
 * The key that encrypts what must be readable again, kept beside the SQLite file and made there the first time. Of
 * processes that start together one makes it and all read the same: the file appears whole or not at all.
 * @throws Error when the file is there but holds no key.
 */
export async function keptSecretKey(databaseFile: string): Promise<Secret> {
  const file = secretKeyFile(databaseFile);
  const kept = await read(file);
  if (kept) return kept;
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`;
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const made = await read(file);
  if (!made) throw new Error(`${file} could not be read back.`);
  return made;
}

/** Where the key of a SQLite file is kept. */
export function secretKeyFile(databaseFile: string): string {
  return `${databaseFile}.secret-key`;
}

async function read(file: string): Promise<Secret | null> {
  try {
    const text = (await readFile(file, 'utf8')).trim();
    if (!/^[0-9a-f]{64}$/.test(text))
      throw new Error(`${file} holds no key of 64 hex digits; restore it from a backup.`);
    return new Secret(text);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
