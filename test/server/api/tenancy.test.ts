import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInListSchema } from '../../../shared/api/people.ts';
import { type Caller, createCaller, signIn } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

type Told = { security: Record<string, unknown>[]; 'x-role'?: string };
type Operation = Told & { method: string; path: string };
type Document = { paths: Record<string, Record<string, Told>> };

let server: TestServer;
let operations: Operation[];
/** What stands for the parameters of paths: things of the company that `admin` is of. */
let mine: Record<string, string>;
let callers: { nobody: Caller; admin: Caller; stranger: Caller; support: Caller };
let apiKey: string;

beforeAll(async () => {
  server = await startTestServer();
  const company = await server.company({ allowed: ['jumpcloud.com'] });
  const other = await server.company();
  apiKey = company.key;
  mine = await thingsOf(company);
  callers = {
    nobody: createCaller(server.url),
    admin: await signIn(server, 'admin', company.id),
    stranger: await signIn(server, 'admin', other.id),
    support: await signIn(server, 'support'),
  };
  mine['signIn'] = await anotherSignInOf(company.id);
  const { paths } = (await callers.nobody.get('/api/openapi.json')).body as Document;
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => ({ ...told, method: method.toUpperCase(), path })),
  );
});
afterAll(() => server.close());

/** One that the admin can end and go on. */
async function anotherSignInOf(companyId: string): Promise<string> {
  const other = await signIn(server, 'admin', companyId);
  const { signIns } = signInListSchema.parse((await other.get('/api/sign-ins')).body);
  return signIns.find(({ current }) => current)?.id ?? '';
}

async function thingsOf(company: { id: string; key: string; keyId: string; domain: string }) {
  const { rules } = server;
  const created = await server.scim(company.key).post('/Users', { userName: `ana@${company.domain}` });
  await rules.activity.flush();
  const [call] = await rules.activity.latest(company.id, 1);
  const link = await rules.setup.sessions.createLink(company.id, { target: 'server' });
  const session = await rules.setup.sessions.byId(company.id, link.id);
  await rules.setup.guidance.share(session, 'setup link');
  const message = await rules.setup.guidance.send(session, 'sam@people.example', { text: 'Hello', step: null }, []);
  const { access } = await rules.setup.sessions.connect(link.url.split('/').at(-1) ?? '', 'Chromium');
  return {
    company: company.id,
    key: company.keyId,
    domain: 'jumpcloud.com',
    user: created.body.id ?? '',
    call: String(call?.id),
    link: link.id,
    browser: access.browserId ?? '',
    message: message.id,
    person: (await rules.people.invite('eve@people.example', 'admin', company.id)).person,
    supporter: (await rules.people.invite('eve@people.example', 'support', null)).person,
  };
}

/** The path with ids of the company that `admin` is of. */
function filled(path: string): string {
  const known = path.replace('/api/people/{person}', `/api/people/${mine['supporter'] ?? ''}`);
  return known.replace(/\{(\w+)\}/g, (_, name: string) => mine[name] ?? 'unknown');
}

/** The status and a refusal's code; streams are left at once. Bodies are empty: whoever is let in may be told so. */
async function answerOf({ method, path }: Operation, headers: Record<string, string>) {
  const abort = new AbortController();
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' };
  const response = await fetch(server.url + filled(path), {
    method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    signal: abort.signal,
    ...body,
  });
  const isProblem = response.headers.get('Content-Type') === 'application/problem+json';
  const { code } = (isProblem ? await response.json() : {}) as { code?: string };
  abort.abort();
  return { status: response.status, code };
}

const told = ({ method, path }: Operation) => `${method} ${path}`;
const asks = (scheme: string) => operations.filter(({ security }) => security.some((one) => scheme in one));

describe('every operation that OpenAPI names', () => {
  it('exists', () => {
    expect(operations.length).toBeGreaterThan(30);
  });

  it('is public only where it says so', async () => {
    for (const operation of operations) {
      const { status } = await answerOf(operation, {});
      if (operation.security.length === 0) expect([200, 400], told(operation)).toContain(status);
      else expect(status, told(operation)).toBe(401);
    }
  });

  it('answers a company’s paths with 404 to the admin of another', async () => {
    const ofCompany = operations.filter(({ path }) => path.includes('{company}'));
    expect(ofCompany.length).toBeGreaterThan(20);
    for (const operation of ofCompany) {
      expect((await answerOf(operation, callers.stranger.headers)).status, told(operation)).toBe(404);
    }
  });

  it('lets neither a setup link nor an API key in where a person is asked for', async () => {
    for (const operation of asks('signIn')) {
      const headers = { Authorization: `Bearer ${apiKey}` };
      expect((await answerOf(operation, headers)).status, told(operation)).toBe(401);
    }
  });

  it('lets no sign-in in where a setup link is asked for', async () => {
    for (const operation of asks('setupToken')) {
      const { status, code } = await answerOf(operation, callers.support.headers);
      expect([status, code], told(operation)).toEqual([401, 'session-expired']);
    }
  });

  it('keeps to support what it says is support’s', async () => {
    const ofSupport = operations.filter((operation) => operation['x-role'] === 'support');
    expect(ofSupport.length).toBeGreaterThan(3);
    for (const operation of ofSupport) {
      const { status, code } = await answerOf(operation, callers.admin.headers);
      expect([status, code], told(operation)).toEqual([403, 'support-only']);
    }
  });

  it('keeps to the admin what it says is the admin’s', async () => {
    const ofAdmins = operations.filter((operation) => operation['x-role'] === 'admin');
    expect(ofAdmins.length).toBeGreaterThan(3);
    for (const operation of ofAdmins) {
      const { status, code } = await answerOf(operation, callers.support.headers);
      expect([status, code], told(operation)).toEqual([403, 'admin-only']);
    }
  });

  it('lets support and the company’s own admin read', async () => {
    for (const operation of asks('signIn').filter(({ method }) => method === 'GET')) {
      const readers = operation['x-role'] === 'support' ? ['support' as const] : ['admin' as const, 'support' as const];
      for (const reader of readers) {
        const { status } = await answerOf(operation, callers[reader].headers);
        expect(status, `${reader} ${told(operation)}`).toBe(200);
      }
    }
  });

  it('lets them write, too: what is refused then is refused for what was sent', async () => {
    // Deletions last, and among them what others are part of; signing out would end what the loop needs.
    const rank = ({ method, path }: Operation) => (method === 'DELETE' ? 100 - path.length : -1);
    const writing = asks('signIn')
      .filter(({ method, path }) => method !== 'GET' && path !== '/api/sign-out')
      .sort((one, other) => rank(one) - rank(other));
    for (const operation of writing) {
      const writer = operation['x-role'] === 'support' ? callers.support : callers.admin;
      const { status } = await answerOf(operation, writer.headers);
      expect([200, 201, 204, 400, 409], `${told(operation)} ${status}`).toContain(status);
    }
  });
});
