import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestStore } from '../kit/store.ts';
import { until } from '../kit/until.ts';

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url));

/** A process compiles all that it runs first, on a machine that may be busy. */
const START_PATIENCE_MS = 50_000;

/** A server in a process of its own, and a key of its one company. */
export type ServerProcess = { child: ChildProcess; url: string; key: string };

export async function startServerProcess(store: TestStore, env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', SERVE], {
    env: { ...process.env, ...store.env, PORT: '0', LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  try {
    const told = () => /\n$/.test(said) && (JSON.parse(said) as { url: string; key: string });
    return { child, ...(await until(told, START_PATIENCE_MS)) };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}
