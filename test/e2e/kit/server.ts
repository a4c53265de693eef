import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adminCommand } from '../../../server/cli/admin-command.ts';
import { runCli } from '../../../server/cli/run.ts';
import { readConfig } from '../../../server/config.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const READY_WITHIN_MS = 20_000;

/** What the command line answered. */
export type Answer = { code: number; stdout: string; stderr: string };

/**
 * A real server process on a store of its own, and the operator's command line on the same store: in this process, since to
 * start one takes longer than what it does.
 */
export type ServerProcess = {
  url: string;
  /** The folder that holds the database and the secret key. */
  folder: string;
  /** How somebody else begins the same command line. */
  command: string;
  admin(...args: string[]): Promise<Answer>;
  /** Like `admin`, for commands that must work: their answer on stdout. */
  must(...args: string[]): Promise<string>;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Everything that the process has printed so far. */
  output(): string;
  /** The bytes of every file of the store, as one text, for the search for secrets. */
  stored(): Promise<string>;
  close(): Promise<void>;
};

/** Starts the built server as `npm start` would, on an empty store of its own, with no company in it. */
export async function startServerProcess(environment: Record<string, string> = {}): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'setup-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const env = {
    ...process.env,
    PORT: String(port),
    DATABASE_URL: `sqlite:${join(folder, 'app.sqlite')}`,
    SEED_DEMO: '0',
    LOG_LEVEL: 'debug',
    ...environment,
  };
  let child: ChildProcess | null = null;
  const printed: string[] = [];

  const admin = async (...args: string[]): Promise<Answer> => {
    const [told, failed]: [string[], string[]] = [[], []];
    const code = await runCli(args, { env, out: (text) => told.push(text), error: (text) => failed.push(text) });
    return { code, stdout: told.join('\n').trim(), stderr: failed.join('\n') };
  };

  const start = async (): Promise<void> => {
    const started = spawn(process.execPath, ['.output/server/start.js'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    started.stdout.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    started.stderr.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
    await untilReady(
      url,
      () => started.exitCode === null,
      () => printed.join(''),
    );
  };

  const stop = async (): Promise<void> => {
    if (child?.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
    child = null;
  };

  await start();
  return {
    url,
    folder,
    command: adminCommand(readConfig(env), url),
    admin,
    must: async (...args) => {
      const answer = await admin(...args);
      if (answer.code !== 0) throw new Error(`admin ${args.join(' ')} exited ${String(answer.code)}: ${answer.stderr}`);
      return answer.stdout;
    },
    start,
    stop,
    output: () => printed.join(''),
    stored: async () => {
      const names = await readdir(folder);
      const contents = await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
      return contents.join('\n');
    },
    close: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe has no port.');
  return address.port;
}

async function untilReady(url: string, alive: () => boolean, printed: () => string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    if (!alive()) throw new Error(`The server ended while starting:\n${printed()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server was not ready within ${String(READY_WITHIN_MS)} ms:\n${printed()}`);
}
