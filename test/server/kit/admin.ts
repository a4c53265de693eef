import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runCli } from '../../../server/cli/run.ts';

export type AdminRun = { code: number | null; stdout: string; stderr: string; json: () => unknown };

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Runs a command of the operator's command line in this process, over a store opened for it alone, with no other settings
 * than `env`. What `runAdminProcess` does, without the second that a process takes to start.
 */
export async function runAdmin(args: string[], env: Record<string, string>): Promise<AdminRun> {
  let stdout = '';
  let stderr = '';
  const code = await runCli(args, {
    env,
    out: (text) => (stdout += `${text}\n`),
    error: (text) => (stderr += `${text}\n`),
  });
  return answer(code, stdout, stderr);
}

/** Runs the operator's command line as a process, with nothing of this process's settings but the path. */
export function runAdminProcess(args: string[], env: Record<string, string>): Promise<AdminRun> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli.ts', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (piece: Buffer) => (stdout += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (stderr += piece.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(answer(code, stdout, stderr)));
  });
}

function answer(code: number | null, stdout: string, stderr: string): AdminRun {
  return { code, stdout, stderr, json: () => JSON.parse(stdout) as unknown };
}
