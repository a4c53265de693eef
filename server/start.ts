import { buildStale, EXTENSION_FOLDERS } from './build.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { createLogger } from './http/log.ts';
import { type RunningServer, startServer } from './main.ts';
import { startCard } from './start-card.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const FAILED = 1;
const BAD_CONFIG = 2;
const SUPPORT = 'support@localhost';

/** `npm start`: builds what is stale, serves, says where, and stops when it is told to. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
  await buildStale(print);
  const server = await startServer(config, { logger: createLogger(config.logLevel) });
  stopOnSignal(server.close);
  await greet(server, config);
}

/** Makes the demo company in an empty store, and prints the start card with a one-time link. */
async function greet({ rules, publicUrl }: RunningServer, config: Config): Promise<void> {
  if (config.seedDemo) {
    const demo = { name: 'Acme', primaryDomain: 'acme.example', product: 'ai-voice', plan: 'pro' } as const;
    await rules.companies.createFirst(demo);
  }
  const { url } = await rules.people.invite(SUPPORT, 'support', null);
  const companies = await rules.companies.list();
  print(startCard({ publicUrl, signInUrl: url, companies, extensions: EXTENSION_FOLDERS }));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function fail(error: unknown): never {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(error instanceof ConfigError ? BAD_CONFIG : FAILED);
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return 'The server could not start.';
  const taken = 'code' in error && error.code === 'EADDRINUSE';
  return taken
    ? `${error.message}. Another program has that port: stop it, or set PORT to another one.`
    : error.message;
}

await start().catch(fail);
