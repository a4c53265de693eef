import { snapshotSchema } from '../../../shared/api/setup.ts';
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
  linkId: string;
};

export type PlotOptions = { dialpad?: DialpadSettings; jumpcloud?: JumpCloudSettings; domainAllowed?: boolean };

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

  /** An admin of the company below that path: only they make setup links. */
  async function adminOf(path: string, domain: string): Promise<Caller> {
    const { url } = await make<{ url: string }>(`${path}/people`, { email: `admin@${domain}` });
    const entered = await createCaller(server.url).post(new URL(url).pathname);
    return createCaller(server.url, { Cookie: cookieOf(entered) });
  }

  async function plot(options: PlotOptions = {}): Promise<Plot> {
    plots += 1;
    const domain = `walk-${String(plots)}.example`;
    const company = await make<{ id: string }>('/api/companies', {
      ...{ name: `Walk ${String(plots)}`, domain, product: 'ai-voice', plan: 'pro' },
    });
    const path = `/api/companies/${company.id}`;
    if (options.domainAllowed ?? true) await make(`${path}/domains`, { domain: 'jumpcloud.com' });
    const link = await make<{ id: string; url: string }>(`${path}/setup-links`, {}, await adminOf(path, domain));
    const keys: string[] = [];
    const issueKey: NonNullable<DialpadSettings['issueKey']> = async ({ name }) => {
      const { key } = await make<{ key: string }>(`${path}/keys`, { name });
      keys.push(key);
      return key;
    };
    sites.dialpad.reset({ issueKey, ...options.dialpad });
    const people = [{ email: `ada@${domain}`, givenName: 'Ada', familyName: 'Byron', groups: [USER_GROUP] }];
    sites.jumpcloud.reset({ people, userGroups: [USER_GROUP, 'Contractors'], ...options.jumpcloud });
    const token = new URL(link.url).pathname.split('/').at(-1) ?? '';
    const snapshot: Ground['snapshot'] = async () => {
      const answer = await createCaller(server.url, { Authorization: `Bearer ${token}` }).get('/api/setup/session');
      return snapshotSchema.parse(answer.body);
    };
    const close = (): Promise<void> => Promise.resolve();
    return { server, sites, link: link.url, linkId: link.id, keys, snapshot, close, domain, support, path };
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
