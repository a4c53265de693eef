import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Asset } from './bundle.ts';

/** What a site makes of a call to its own backend: the JSON to answer with, or null for a path that it does not have. */
export type AnswerApi = (path: string, body: unknown) => Promise<unknown>;

/** One site: its shell page and its backend under `/__api/`. */
export interface Site {
  readonly title: string;
  /** Named anew for every page load: the console form, and with it the framework, may change while it runs. */
  readonly script: () => string;
  readonly style: string;
  readonly answer: AnswerApi;
}

/** As strict as the real consoles' policies, so that nothing works here that would not work there. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

function page(site: Site): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${site.title}</title>
<link rel="icon" href="/assets/icon.svg">
<link rel="stylesheet" href="/assets/${site.style}.css">
<script type="module" src="/assets/${site.script()}.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? null : JSON.parse(text);
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': contentSecurityPolicy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

const icon: Asset = {
  type: 'image/svg+xml',
  body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="#667"/></svg>',
};

/** Answers one request to a site: its backend, its assets, and the shell page for every other path (history routes). */
export async function serveSite(
  site: Site,
  assets: ReadonlyMap<string, Asset>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'https://site.invalid');
  if (pathname.startsWith('/__api/')) {
    const answer = await site.answer(pathname.slice('/__api/'.length), await readJson(request));
    if (answer === null) send(response, 404, 'application/json', '{}');
    else send(response, 200, 'application/json', JSON.stringify(answer));
    return;
  }
  const asset = pathname === '/assets/icon.svg' ? icon : assets.get(pathname);
  if (asset !== undefined) send(response, 200, asset.type, asset.body);
  else if (pathname.startsWith('/assets/')) send(response, 404, 'text/plain', 'not found');
  else send(response, 200, 'text/html', page(site));
}
