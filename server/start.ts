import { type Config, readConfig } from './config.ts';
import { fail } from './fail.ts';
import { EXTENSION_FOLDERS } from './folders.ts';
import { createLogger } from './http/log.ts';
import { type RunningServer, startServer } from './main.ts';
import { startCard } from './start-card.ts';
import { stopOnSignal } from './stop-on-signal.ts';

const SUPPORT = 'support@localhost';

/** The second half of `npm start`, compiled: serves, says where, and stops when it is told to. */
async function start(): Promise<void> {
  const config = readConfig(process.env);
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
  print(startCard({ config, publicUrl, signInUrl: url, companies, extensions: EXTENSION_FOLDERS }));
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

await start().catch(fail);
