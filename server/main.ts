import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Secret } from '../shared/secret.ts';
import gracefulShutdown from 'http-graceful-shutdown';
import { createApp } from './app.ts';
import { type Config, localUrl } from './config.ts';
import type { Database } from './db/database.ts';
import { openDatabase } from './db/open-database.ts';
import { secretKeyOf } from './db/secret-key.ts';
import { CONSOLE_FOLDER } from './folders.ts';
import { createEventStreams } from './http/event-streams.ts';
import { createHttpServer } from './http/http-server.ts';
import type { Logger } from './http/log.ts';
import { createRules, type Rules } from './rules.ts';

export type RunningServer = {
  /** Where it listens. */
  url: string;
  /** What JumpCloud and browsers use. */
  publicUrl: string;
  rules: Rules;
  database: Database;
  /** Encrypts what must be readable again. */
  secretKey: Secret;
  /** Turns /readyz to 503, answers what began, then closes everything. Calling twice waits for the same end. */
  close: () => Promise<void>;
};

export type StartOptions = {
  logger: Logger;
  now?: () => Date;
  /** How long /readyz says 503 before new connections are refused, so that who balances load can turn away. */
  graceMs?: number;
  /** Where the console was built to, when not in its usual place. */
  consoleFolder?: string;
};

const GRACE_MS = 1_000;
const DRAIN_MS = 7_000;
const SWEEP_EVERY_MS = 600_000;

/** Opens and migrates the store, and serves. */
export async function startServer(config: Config, options: StartOptions): Promise<RunningServer> {
  const database = await openDatabase(config.database);
  const secretKey = await secretKeyOf(config);
  const server = createHttpServer();
  try {
    await listen(server, config);
  } catch (error) {
    await database.close();
    throw error;
  }
  // Everything from here to the handler is synchronous, so that no request can arrive before it.
  const url = localUrl(config.host, (server.address() as AddressInfo).port);
  return { ...serve(server, database, url, config, options), secretKey };
}

function serve(
  server: Server,
  database: Database,
  url: string,
  config: Config,
  options: StartOptions,
): Omit<RunningServer, 'secretKey'> {
  const { logger, now = () => new Date(), graceMs = GRACE_MS } = options;
  const publicUrl = config.publicUrl ?? url;
  const onError = (error: unknown) => logger.error({ err: error }, 'background work failed');
  const rules = createRules({ database, publicUrl, now, onError });
  const streams = createEventStreams();
  let stopping = false;
  const consoleFolder = options.consoleFolder ?? CONSOLE_FOLDER;
  const draining = () => stopping;
  const app = createApp({ config, publicUrl, consoleFolder, database, rules, streams, logger, now, draining });
  app.silent = true;
  const handle = app.callback();
  server.on('request', (request, response) => void handle(request, response));

  const sweeper = setInterval(() => void database.alone('sweep', () => rules.sweep()).catch(onError), SWEEP_EVERY_MS);
  sweeper.unref();
  const drain = gracefulShutdown(server, {
    signals: '',
    forceExit: false,
    timeout: DRAIN_MS,
    preShutdown: async () => {
      stopping = true;
      streams.endAll();
      await new Promise((resolve) => setTimeout(resolve, graceMs));
      streams.endAll();
    },
    onShutdown: async () => {
      clearInterval(sweeper);
      await rules.close();
      await database.close();
    },
  });
  return { url, publicUrl, rules, database, close: drain };
}

async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host);
  await once(server, 'listening');
}
