import { snapshotSchema } from '../../../shared/api/setup.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import type { Flow } from '../../../shared/setup/steps.ts';
import type { Target } from '../../../shared/setup/targets.ts';
import type { DialpadSettings } from '../../sites/dialpad/options.ts';
import type { JumpCloudSettings } from '../../sites/jumpcloud/options.ts';
import { startSites, type Sites } from '../../sites/start.ts';
import { openBrowser, type AssistantBrowser } from './browser.ts';
import { startServerProcess, type ServerProcess } from './server.ts';

export const COMPANY_NAME = 'Acme';
export const COMPANY_DOMAIN = 'acme.example';

/** People of the look-alike JumpCloud's directory, and the user group that they are in. */
export const USER_GROUP = 'Dialpad users';
export const PEOPLE = [
  { email: `ada@${COMPANY_DOMAIN}`, givenName: 'Ada', familyName: 'Byron', jobTitle: 'Engineer', groups: [USER_GROUP] },
  {
    email: `grace@${COMPANY_DOMAIN}`,
    givenName: 'Grace',
    familyName: 'Murray',
    jobTitle: 'Captain',
    groups: [USER_GROUP],
  },
] as const;

export type WorldOptions = {
  dialpad?: DialpadSettings;
  jumpcloud?: JumpCloudSettings;
  product?: string;
  plan?: string;
  /** Whether jumpcloud.com is an allowed secondary domain from the start. */
  domainAllowed?: boolean;
  target?: Target;
  flow?: Flow;
  /** Whether the company has a key already, the first of `keys`. */
  issueFirst?: boolean;
  headed?: boolean;
  environment?: Record<string, string>;
};

/** What a browser is led through: a server on an empty store with one company, and both look-alike sites. */
export type Ground = {
  server: ServerProcess;
  sites: Sites;
  link: string;
  /** Keys that Dialpad's look-alike showed, for the search for where they went. */
  keys: string[];
  /** What the server knows of the session now. */
  snapshot: () => Promise<SetupSnapshot>;
  close(): Promise<void>;
};

/** Everything that a walk in Chromium needs. */
export type World = Ground & { browser: AssistantBrowser };

/** Starts a world of its own: nothing in it is shared with another one. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const ground = await startGround(options);
  try {
    const browser = await openBrowser({ args: [...ground.sites.chromiumArgs], headed: options.headed ?? false });
    return {
      ...ground,
      browser,
      close: async () => {
        await browser.close();
        await ground.close();
      },
    };
  } catch (error) {
    await ground.close();
    throw error;
  }
}

/** Starts everything but the browser. */
export async function startGround(options: WorldOptions = {}): Promise<Ground> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.reverse()) await closer();
  };
  try {
    return await buildGround(options, closers, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function buildGround(
  options: WorldOptions,
  closers: (() => Promise<void>)[],
  close: () => Promise<void>,
): Promise<Ground> {
  const keys: string[] = [];
  const server = await startServerProcess(options.environment);
  closers.push(() => server.close());
  await server.must(
    ...['company', 'create', '--name', COMPANY_NAME, '--domain', COMPANY_DOMAIN],
    ...['--product', options.product ?? 'ai-voice', '--plan', options.plan ?? 'pro'],
  );
  if (options.domainAllowed ?? true) await server.must('domain', 'allow', COMPANY_DOMAIN, 'jumpcloud.com');
  const issueKey = issueFrom(server, keys);
  if (options.issueFirst) await issueKey({ name: 'Used before', expiresInDays: null });
  const sites = await startSites({
    dialpad: { issueKey, ...options.dialpad },
    jumpcloud: { form: 'modern', people: PEOPLE, userGroups: [USER_GROUP, 'Contractors'], ...options.jumpcloud },
  });
  closers.push(() => sites.close());
  const link = await server.must(
    ...['setup-link', 'create', COMPANY_DOMAIN],
    ...['--target', options.target ?? 'server', '--flow', options.flow ?? 'setup'],
  );
  return { server, sites, link, keys, snapshot: () => readSnapshot(server, link), close };
}

/** The look-alike Dialpad gets its keys from the real server, by the operator's command line. */
function issueFrom(server: ServerProcess, keys: string[]): NonNullable<DialpadSettings['issueKey']> {
  return async ({ name, expiresInDays }) => {
    const expiry = expiresInDays === null ? [] : ['--expires', `${String(expiresInDays)}d`];
    const key = await server.must('key', 'create', COMPANY_DOMAIN, '--name', name, ...expiry);
    keys.push(key);
    return key;
  };
}

async function readSnapshot(server: ServerProcess, link: string): Promise<SetupSnapshot> {
  const token = new URL(link).pathname.split('/').at(-1) ?? '';
  const answer = await fetch(`${server.url}/api/setup/session`, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`The session answered ${String(answer.status)}.`);
  return snapshotSchema.parse(await answer.json());
}
