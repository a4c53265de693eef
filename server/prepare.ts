import { buildStale } from './build.ts';
import { readConfig } from './config.ts';
import { fail } from './fail.ts';

/** The first half of `npm start`: looks at the settings, which may be what is wrong, and builds what is stale. */
async function prepare(): Promise<void> {
  readConfig(process.env);
  await buildStale((text) => process.stdout.write(`${text}\n`));
}

await prepare().catch(fail);
