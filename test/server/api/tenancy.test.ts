import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, createCaller, signIn } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

type Operation = { method: string; path: string; security: Record<string, unknown>[] };
type Document = { paths: Record<string, Record<string, { security: Record<string, unknown>[] }>> };

let server: TestServer;
let mine: { id: string; key: string; keyId: string };
let linkId: string;
let operations: Operation[];
let callers: { admin: Caller; stranger: Caller; support: Caller };

beforeAll(async () => {
  server = await startTestServer();
  mine = await server.company();
  const other = await server.company();
  linkId = (await server.rules.setup.sessions.createLink(mine.id, { target: 'server' })).id;
  const session = await server.rules.setup.sessions.byId(mine.id, linkId);
  await server.rules.setup.guidance.share(session, 'setup link');
  callers = {
    admin: await signIn(server, 'admin', mine.id),
    stranger: await signIn(server, 'admin', other.id),
    support: await signIn(server, 'support'),
  };
  const { paths } = (await createCaller(server.url).get('/api/openapi.json')).body as Document;
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({ method: method.toUpperCase(), path, security })),
  );
});
afterAll(() => server.close());

/** The path with the ids of the company that `admin` is of. */
function filled(path: string): string {
  return path
    .replace('{company}', mine.id)
    .replace('{key}', mine.keyId)
    .replace('{link}', linkId)
    .replace(/\{\w+\}/g, 'unknown');
}

/** The status alone: streams are left at once. */
async function statusOf({ method, path }: Operation, headers: Record<string, string>): Promise<number> {
  const abort = new AbortController();
  const response = await fetch(server.url + filled(path), { method, headers, signal: abort.signal });
  abort.abort();
  return response.status;
}

describe('every operation that OpenAPI names', () => {
  it('exists', () => {
    expect(operations.length).toBeGreaterThan(25);
  });

  it('is public only where it says so', async () => {
    for (const operation of operations) {
      const status = await statusOf(operation, {});
      const told = `${operation.method} ${operation.path}`;
      if (operation.security.length === 0) expect([200, 400], told).toContain(status);
      else expect(status, told).toBe(401);
    }
  });

  it('answers a company’s paths with 404 to the admin of another', async () => {
    const ofCompany = operations.filter(({ path }) => path.includes('{company}'));
    expect(ofCompany.length).toBeGreaterThan(12);
    for (const operation of ofCompany) {
      expect(await statusOf(operation, callers.stranger.headers), `${operation.method} ${operation.path}`).toBe(404);
    }
  });

  it('lets neither a setup link nor an API key in where a person is asked for', async () => {
    const forPeople = operations.filter(({ security }) => security.some((scheme) => 'signIn' in scheme));
    for (const operation of forPeople) {
      expect(await statusOf(operation, { Authorization: `Bearer ${mine.key}` }), operation.path).toBe(401);
    }
  });

  it('lets support and the company’s own admin read', async () => {
    const reading = operations.filter(
      ({ method, path }) => method === 'GET' && path.includes('{company}') && !path.includes('{user}'),
    );
    for (const operation of reading) {
      for (const caller of [callers.admin, callers.support]) {
        expect(await statusOf(operation, caller.headers), operation.path).toBe(200);
      }
    }
  });
});

describe('support alone', () => {
  it.each([
    ['adds companies', 'POST', () => '/api/companies'],
    ['changes a plan', 'PATCH', () => `/api/companies/${mine.id}`],
    ['allows domains', 'POST', () => `/api/companies/${mine.id}/domains`],
    ['revokes domains', 'DELETE', () => `/api/companies/${mine.id}/domains/jumpcloud.com`],
  ])('%s', async (_name, method, path) => {
    const response = await fetch(server.url + path(), { method, headers: callers.admin.headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'support-only' });
  });
});
