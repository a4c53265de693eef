import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '../../server/compile.ts';
import { ROOT } from '../../server/folders.ts';
import manifest from '../../package.json' with { type: 'json' };

export type Child = {
  pid: number;
  /** Asks for something and waits for the answer. */
  ask: <T>(question: object) => Promise<T>;
  stop: () => Promise<void>;
};

/** What a child says: the answer to the one question, or why there is none. */
export type Reply = { answer?: unknown; error?: string };

/** The programs that were compiled already: each once, as `npm start` compiles the server. */
const compiling = new Map<string, Promise<string>>();

function compiled(program: string): Promise<string> {
  const known = compiling.get(program);
  if (known) return known;
  const folder = join(ROOT, '.cache/bench', program.replace('.ts', ''));
  const made = compile(fileURLToPath(new URL(program, import.meta.url)), folder);
  compiling.set(program, made);
  return made;
}

/** How `npm start` runs what it compiled: what it sets in the environment, and the options that it gives to Node. */
function asNpmStartDoes(): { env: Record<string, string>; options: string[] } {
  const [, name = '', value = '', options = ''] =
    /exec env (\w+)=(\S+) node (.+) \S+$/.exec(manifest.scripts.start) ?? [];
  return { env: { [name]: value }, options: options.split(' ') };
}

/**
 * Starts a program of this folder in a process of its own, compiled. It answers each message with one `Reply`, and ends when the
 * channel to it closes, or at once when the signal says so.
 * @throws Error when it ends before it answers: with what it wrote to its standard error, or because of the signal.
 */
export async function startChild(
  program: string,
  signal: AbortSignal,
  env: Record<string, string> = {},
): Promise<Child> {
  const started = asNpmStartDoes();
  const child = fork(await compiled(program), {
    execArgv: started.options,
    env: { ...process.env, ...started.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    signal,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // Whoever waits for an answer hears of it by the end of the process; between two questions nobody does.
  child.on('error', () => undefined);
  let said = '';
  child.stderr?.on('data', (piece: Buffer) => (said = `${said}${piece.toString()}`.slice(-4_000)));
  await replyOf(child, () => said);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program} did not start`);
  return {
    pid,
    ask: async <T>(question: object) => {
      const replied = replyOf(child, () => said);
      // When the channel is closed, the end of the process is the answer.
      child.send(question, () => undefined);
      return (await replied) as T;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function replyOf(child: ChildProcess, said: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, killedBy: NodeJS.Signals | null): void =>
      reject(new Error(`${child.spawnargs.at(-1)} ended with ${code ?? killedBy}: ${said()}`));
    if (child.exitCode !== null || child.signalCode !== null) {
      onExit(child.exitCode, child.signalCode);
      return;
    }
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
  // Ctrl-C reaches every process of the terminal: the parent ends this one once it has stopped asking.
  process.on('SIGINT', () => undefined);
  say({ answer: null });
}
