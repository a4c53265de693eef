import { readConfig } from '../../../server/config.ts';
import type { Database } from '../../../server/db/database.ts';
import { createLogger, type Logger } from '../../../server/http/log.ts';
import { startServer } from '../../../server/main.ts';
import type { Rules } from '../../../server/rules.ts';
import { type AdminRun, runAdmin } from './admin.ts';
import { createScimClient, type ScimClient } from './scim-client.ts';
import { makeStore, type TestStore } from './store.ts';

export type TestServer = {
  url: string;
  publicUrl: string;
  store: TestStore;
  rules: Rules;
  database: Database;
  /** What was logged so far, one JSON object a line. */
  log: () => string;
  /** A SCIM client with this key, at the Base URL or another one of this server. */
  scim: (key: string | null, base?: string) => ScimClient;
  /** A company, and the text of a key of it. */
  company: (options?: CompanyOptions) => Promise<{ id: string; key: string; keyId: string; domain: string }>;
  /** The settings under which the server, and the command line beside it, run. */
  env: Record<string, string>;
  /** The operator's command line, on the same store. */
  admin: (...args: string[]) => Promise<AdminRun>;
  /** Stops the server; its store goes too, unless it was given. */
  close: () => Promise<void>;
};

export type CompanyOptions = Partial<Parameters<Rules['companies']['create']>[0]> & { allowed?: string[] };

export type TestServerOptions = {
  /** Environment on top of a free port, a store of its own and quiet logs. */
  env?: Record<string, string>;
  /** A store to use (and keep), such as that of another server. */
  store?: TestStore;
  now?: () => Date;
};

/** A server of the test's own: a free port, and a store on the database that this run of the tests is on. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const store = options.store ?? (await makeStore());
  const env = { PORT: '0', SEED_DEMO: '0', ...store.env, ...options.env };
  const { logger, text } = recordingLogger();
  const running = await startServer(readConfig(env), {
    logger,
    graceMs: 0,
    ...(options.now ? { now: options.now } : {}),
  });
  const { url, publicUrl, rules } = running;
  const beside = { ...env, PORT: new URL(url).port, PUBLIC_URL: publicUrl };
  return {
    url,
    publicUrl,
    store,
    rules,
    database: running.database,
    log: text,
    scim: (key, base = '/scim/v2') => createScimClient(`${url}${base}`, key),
    company: (company = {}) => createTestCompany(rules, company),
    env: beside,
    admin: (...args) => runAdmin(args, beside),
    close: async () => {
      await running.close();
      if (!options.store) await store.remove();
    },
  };
}

let made = 0;

async function createTestCompany(rules: Rules, { allowed = [], ...given }: CompanyOptions) {
  made += 1;
  const domain = given.primaryDomain ?? `company-${made}.example`;
  let company = await rules.companies.create({
    name: `Company ${made}`,
    product: 'ai-voice',
    plan: 'pro',
    ...given,
    primaryDomain: domain,
  });
  for (const name of allowed) company = await rules.companies.allowDomain(company, name);
  const { key, secret } = await rules.keys.create(company, { name: 'JumpCloud', createdBy: 'test' });
  return { id: company.id, key: secret.reveal(), keyId: key.id, domain };
}

function recordingLogger(): { logger: Logger; text: () => string } {
  const lines: string[] = [];
  return { logger: createLogger('info', { write: (line) => void lines.push(line) }), text: () => lines.join('') };
}
