import { type Config, localUrl, readConfig } from '../config.ts';
import { openDatabase } from '../db/open-database.ts';
import { createRules, type Rules } from '../rules.ts';

export type CliDeps = {
  env: Record<string, string | undefined>;
  /** Takes the answer, a line without its end. */
  out: (text: string) => void;
  /** Takes what went wrong. */
  error: (text: string) => void;
};

/** The answer of a command: text for people, a document for programs. */
export type Answer = { text: string; json: unknown };

/** What a command needs: the rules over the store, opened for as long as it runs. */
export type Run = (work: (rules: Rules, config: Config) => Promise<Answer>) => Promise<void>;

/** Opens (and where needed makes and migrates) the store, runs the work, and closes it again, whatever happens. */
export async function withRules(
  { env, error }: CliDeps,
  work: (rules: Rules, config: Config) => Promise<Answer>,
): Promise<Answer> {
  const config = readConfig(env);
  const database = await openDatabase(config.database);
  const rules = createRules({
    database,
    publicUrl: config.publicUrl ?? localUrl(config.host, config.port),
    now: () => new Date(),
    onError: (cause) => error(cause instanceof Error ? cause.message : 'Background work failed.'),
  });
  try {
    return await work(rules, config);
  } finally {
    await rules.close();
    await database.close();
  }
}
