import type { TestProject } from 'vitest/node';
import { openPostgres } from '../../../server/db/postgres-database.ts';
import { Secret } from '../../../shared/secret.ts';
import { findPostgres } from '../../tools/postgres.ts';
import { makeCluster } from './cluster.ts';
import { createDatabase, databaseUrl, dropDatabase } from './postgres-databases.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server of the project `postgres`, and the migrated database that those of the tests are copies of. */
    postgres: { server: string; template: string };
  }
}

/** Vitest's global set-up of the project `postgres`: a cluster for all its files, with a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const found = findPostgres();
  if (!found) throw new Error('The project "postgres" needs a PostgreSQL.');
  const server =
    found.kind === 'programs' ? await makeCluster(found.folder) : { url: found.url, remove: () => Promise.resolve() };
  const template = `scim_template_${process.pid}`;
  await createDatabase(server.url, template);
  await (await openPostgres({ url: new Secret(databaseUrl(server.url, template)) })).close();
  project.provide('postgres', { server: server.url, template });
  return async () => {
    await dropDatabase(server.url, template);
    await server.remove();
  };
}
