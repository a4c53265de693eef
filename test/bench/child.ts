import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Child = {
  /** Asks for something and waits for the answer. */
  ask: <T>(question: object) => Promise<T>;
  stop: () => Promise<void>;
};

/** What a child says: the answer to the one question, or why there is none. */
export type Reply = { answer?: unknown; error?: string };

/**
 * Starts a program of this folder in a process of its own. It answers each message with one `Reply`, and ends when the
 * channel to it closes.
 */
export async function startChild(program: string, env: Record<string, string> = {}): Promise<Child> {
  const child = fork(fileURLToPath(new URL(program, import.meta.url)), {
    execArgv: ['--import', 'tsx', ...(process.env['BENCH_NODE_ARGS']?.split(' ') ?? [])],
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => (said = `${said}${piece.toString()}`.slice(-4_000)));
  await replyOf(child, () => said);
  return {
    ask: async <T>(question: object) => {
      const replied = replyOf(child, () => said);
      child.send(question);
      return (await replied) as T;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

function replyOf(child: ChildProcess, said: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`${child.spawnfile} ended with ${code}: ${said()}`));
    child.once('exit', onExit);
    child.once('message', ({ answer, error }: Reply) => {
      child.off('exit', onExit);
      if (error === undefined) resolve(answer);
      else reject(new Error(error));
    });
  });
}

/** The other end: answers each message by what `answer` makes of it; `end` runs once nobody asks any more. */
export function answerParent(answer: (question: unknown) => unknown, end: () => Promise<void>): void {
  const say = (reply: Reply): void => void process.send?.(reply);
  process.on('message', (question) => {
    void Promise.resolve()
      .then(() => answer(question))
      .then(
        (answered) => say({ answer: answered ?? null }),
        (error: unknown) => say({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
      );
  });
  process.once('disconnect', () => void end());
  say({ answer: null });
}
