import type { DatabaseConfig } from '../config-forms.ts';
import type { Database } from './database.ts';
import { openPostgres } from './postgres-database.ts';
import { openSqlite } from './sqlite-database.ts';

/**
 * Opens the store that the configuration names and brings its schema up to date. Several processes may do so together.
 * @throws Error when PostgreSQL does not answer, or the file can not be opened.
 */
export function openDatabase(config: DatabaseConfig): Promise<Database> {
  return config.kind === 'postgres' ? openPostgres(config) : openSqlite(config);
}
