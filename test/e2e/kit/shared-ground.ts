import { snapshotSchema } from '../../../shared/api/setup.ts';
import type { Plan, Product } from '../../../shared/setup/snapshot.ts';
import type { Flow } from '../../../shared/setup/steps.ts';
import type { Target } from '../../../shared/setup/targets.ts';
import type { DialpadSettings } from '../../sites/dialpad/options.ts';
import type { JumpCloudSettings } from '../../sites/jumpcloud/options.ts';
import { startSites } from '../../sites/start.ts';
import { cookieOf, createCaller, type Caller } from '../../server/kit/browser.ts';
import { startServerProcess } from './server.ts';
import { USER_GROUP, type Ground } from './world.ts';

/** A walk's own company on a ground that many walks share. */
export type Plot = Ground & {
  domain: string;
  /** The console's API, as support. */
  support: Caller;
  /** Of this plot's company, below /api. */
  path: string;
  allowDomain(domain: string): Promise<void>;
  /** Ends the session that the link opens. */
  revokeLink(): Promise<void>;
  /** Opens another session, whose snapshots are told from then on. */
  newLink(): Promise<string>;
};

export type PlotOptions = {
  dialpad?: DialpadSettings;
  jumpcloud?: JumpCloudSettings;
  product?: Product;
  plan?: Plan;
  /** Whether jumpcloud.com is an allowed secondary domain from the start. */
  domainAllowed?: boolean;
  target?: Target;
  flow?: Flow;
  /** Whether the company has a key already, the first of `keys`. */
  issueFirst?: boolean;
};

/** Where many walks go. */
export type SharedGround = Awaited<ReturnType<typeof startSharedGround>>;

/**
 * One server process and both sites for many walks, each with a company of its own: what would differ in a world of its
 * own is only how long it takes to start.
 */
export async function startSharedGround() {
  const server = await startServerProcess();
  const sites = await startSites();
  const invitation = await server.must('person', 'invite', 'support@people.example', '--role', 'support');
  const signedIn = await createCaller(server.url).post(new URL(invitation).pathname);
  const support = createCaller(server.url, { Cookie: cookieOf(signedIn) });
  let plots = 0;

  async function make<T>(path: string, body: unknown, caller = support): Promise<T> {
    const answer = await caller.post(path, body);
    if (answer.status >= 300) throw new Error(`POST ${path} answered ${String(answer.status)}: ${answer.text}`);
    return answer.body as T;
  }

  /** An admin of the company of that domain: only they make keys and setup links. */
  async function adminOf(domain: string): Promise<Caller> {
    const url = await server.must('person', 'invite', `admin@${domain}`, '--role', 'admin', '--company', domain);
    const entered = await createCaller(server.url).post(new URL(url).pathname);
    return createCaller(server.url, { Cookie: cookieOf(entered) });
  }

  async function remove(path: string, caller = support): Promise<void> {
    const answer = await caller.delete(path);
    if (answer.status >= 300) throw new Error(`DELETE ${path} answered ${String(answer.status)}: ${answer.text}`);
  }

  async function plot(options: PlotOptions = {}): Promise<Plot> {
    plots += 1;
    const domain = `walk-${String(plots)}.example`;
    const { product = 'ai-voice', plan = 'pro', domainAllowed = true, target = 'server', flow = 'setup' } = options;
    const company = await make<{ id: string }>('/api/companies', {
      ...{ name: `Walk ${String(plots)}`, domain, product, plan },
    });
    const path = `/api/companies/${company.id}`;
    const admin = await adminOf(domain);
    const allowDomain = async (name: string): Promise<void> => {
      await make(`${path}/domains`, { domain: name });
    };
    if (domainAllowed) await allowDomain('jumpcloud.com');
    const keys: string[] = [];
    const issueKey: NonNullable<DialpadSettings['issueKey']> = async ({ name }) => {
      const { key } = await make<{ key: string }>(`${path}/keys`, { name }, admin);
      keys.push(key);
      return key;
    };
    if (options.issueFirst) await issueKey({ name: 'Used before', expiresInDays: null });
    const invite = () => make<{ id: string; url: string }>(`${path}/setup-links`, { target, flow }, admin);
    let link = await invite();
    sites.dialpad.reset({ issueKey, ...options.dialpad });
    const people = [{ email: `ada@${domain}`, givenName: 'Ada', familyName: 'Byron', groups: [USER_GROUP] }];
    sites.jumpcloud.reset({ people, userGroups: [USER_GROUP, 'Contractors'], ...options.jumpcloud });
    return {
      ...{ server, sites, link: link.url, keys, domain, support, path, allowDomain },
      revokeLink: () => remove(`${path}/setup-links/${link.id}`, admin),
      newLink: async () => {
        link = await invite();
        return link.url;
      },
      snapshot: async () => {
        const token = new URL(link.url).pathname.split('/').at(-1) ?? '';
        const answer = await createCaller(server.url, { Authorization: `Bearer ${token}` }).get('/api/setup/session');
        return snapshotSchema.parse(answer.body);
      },
      close: () => Promise.resolve(),
    };
  }

  return {
    server,
    sites,
    plot,
    close: async (): Promise<void> => {
      await sites.close();
      await server.close();
    },
  };
}
