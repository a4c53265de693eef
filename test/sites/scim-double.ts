import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;

/** A request as the double received it. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly contentType: string | undefined;
  readonly body: unknown;
}

/** What the double answers in place of its own answer. */
export interface Canned {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A tiny SCIM service in memory: just enough for the client under test, and nothing of the real server's rules. */
export interface ScimDouble {
  readonly baseUrl: string;
  readonly token: string;
  readonly received: Received[];
  readonly resources: Map<string, Json>;
  /** Answers the calls that it picks; null lets the double answer. */
  intercept: (request: Received) => Canned | null;
  readonly close: () => Promise<void>;
}

async function read(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? null : JSON.parse(text);
}

function operationsOf(body: unknown): readonly { readonly path?: string; readonly value?: unknown }[] {
  return (body as { Operations: [] }).Operations;
}

function listed(resources: Map<string, Json>, kind: string, url: URL): Canned {
  const wanted = /"(.*)"/.exec(url.searchParams.get('filter') ?? '')?.[1];
  const all = [...resources.values()].filter(
    (item) =>
      item['kind'] === kind && (wanted === undefined || [item['userName'], item['displayName']].includes(wanted)),
  );
  const start = Number(url.searchParams.get('startIndex') ?? 1) - 1;
  const page = all.slice(start, start + Number(url.searchParams.get('count') ?? 100));
  return { status: 200, body: { schemas: ['list'], totalResults: all.length, Resources: page } };
}

function answerOne(resources: Map<string, Json>, id: string, method: string, body: unknown): Canned {
  const held = resources.get(id);
  if (held === undefined) return { status: 404, body: { detail: 'no such resource' } };
  if (method === 'DELETE') {
    resources.delete(id);
    return { status: 204 };
  }
  if (method === 'PUT') {
    for (const [name, value] of Object.entries(body as Json)) if (value !== null) held[name] = value;
  }
  if (method === 'PATCH') {
    for (const { path, value } of operationsOf(body))
      Object.assign(held, path === undefined ? value : { [path]: value });
  }
  return { status: 200, body: held };
}

/** Starts a double on a free loopback port. */
export async function startScimDouble(): Promise<ScimDouble> {
  const resources = new Map<string, Json>();
  const received: Received[] = [];
  let made = 0;
  const token = 'a-good-token';

  function answer(request: Received, url: URL, authorization: string | undefined): Canned {
    if (authorization !== `Bearer ${token}`) return { status: 401, body: { detail: 'unknown key' } };
    const canned = double.intercept(request);
    if (canned !== null) return canned;
    const [kind = '', id] = url.pathname.replace('/scim/v2/', '').split('/');
    if (id !== undefined) return answerOne(resources, id, request.method, request.body);
    if (request.method === 'GET') return listed(resources, kind, url);
    made += 1;
    const resource: Json = { ...(request.body as Json), kind, id: `id-${made}` };
    resources.set(`id-${made}`, resource);
    return { status: 201, body: resource };
  }

  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const url = new URL(request.url ?? '/', 'http://double.invalid');
      const { method = 'GET', headers } = request;
      const call = { method, path: url.pathname, contentType: headers['content-type'], body };
      received.push(call);
      const { status, body: out, headers: extra = {} } = answer(call, url, headers.authorization);
      response.writeHead(status, { 'content-type': 'application/scim+json', ...extra });
      response.end(out === undefined ? '' : JSON.stringify(out));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const double: ScimDouble = {
    baseUrl: `http://127.0.0.1:${port}/scim/v2`,
    token,
    received,
    resources,
    intercept: () => null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return double;
}
