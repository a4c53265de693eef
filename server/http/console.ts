import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { AppContext, AppMiddleware } from './app-state.ts';
import { html, plainPage } from './plain-page.ts';

type Asset = { plain: Buffer; gzip: Buffer };
/** What the build made: the one page, and the files that it names by their path, such as `/assets/index-4f3a.js`. */
type Built = { page: Asset; assets: Map<string, Asset> };

/** Addresses of the console's pages; its own router knows which of them there are. */
const PAGE_PATHS = /^\/(?:$|companies(?:\/|$)|(?:people|requests|sessions|sign-ins)\/?$|setup\/[^/]+\/?$)/;
const ASSETS = '/assets/';
/** Below these only programs ask. */
const PROGRAM_PATHS = /^\/(?:api|scim|metrics|assets)(?:\/|$)/;

/**
 * Serves the built console: its hashed files for good, its one page for every address of its own, never stored, since the
 * address of a setup link is a secret. A browser that goes to an address that nobody knows gets the page with 404.
 * @param folder where `vite build` put it, such as `.output/console`. What is there is read once, and kept in memory.
 */
export function serveConsole(folder: string): AppMiddleware {
  let reading: Promise<Built | null> | null = null;

  /** Null while there is no build; it is looked for again then, so that nobody has to start the server anew. */
  async function built(): Promise<Built | null> {
    reading ??= readBuilt(folder);
    const found = await reading;
    if (!found) reading = null;
    return found;
  }

  return async (ctx, next) => {
    const reads = ctx.method === 'GET' || ctx.method === 'HEAD';
    const asset = reads && ctx.path.startsWith(ASSETS) ? (await built())?.assets.get(ctx.path) : undefined;
    if (asset) sendAsset(ctx, asset);
    else if (reads && PAGE_PATHS.test(ctx.path)) sendPage(ctx, await built());
    else if (reads && isVisit(ctx)) sendPage(ctx, await built(), 404);
    else await next();
  };
}

/** Whether somebody goes to an address with a browser, which asks for a page before anything else. */
function isVisit(ctx: AppContext): boolean {
  if (PROGRAM_PATHS.test(ctx.path)) return false;
  ctx.vary('Accept');
  return ctx.accepts('json', 'html') === 'html';
}

function sendAsset(ctx: AppContext, asset: Asset): void {
  ctx.set('Cache-Control', 'public, max-age=31536000, immutable');
  send(ctx, asset, extname(ctx.path));
}

function sendPage(ctx: AppContext, found: Built | null, status = 200): void {
  ctx.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' });
  if (found) {
    ctx.status = status;
    send(ctx, found.page, '.html');
    return;
  }
  ctx.status = 503;
  ctx.type = 'text/html; charset=utf-8';
  ctx.body = plainPage(
    'Not built yet',
    html`<h1>The console is not built yet</h1>
      <p>The server runs, and SCIM works. The web pages are missing: run this in the project’s folder, then reload.</p>
      <p><code>npm run build</code></p>`,
  );
}

function send(ctx: AppContext, asset: Asset, type: string): void {
  ctx.vary('Accept-Encoding');
  ctx.type = type;
  if (ctx.acceptsEncodings('gzip', 'identity') !== 'gzip') {
    ctx.body = asset.plain;
    return;
  }
  ctx.set('Content-Encoding', 'gzip');
  ctx.body = asset.gzip;
}

async function readBuilt(folder: string): Promise<Built | null> {
  const page = await readFile(join(folder, 'index.html')).catch(() => null);
  if (!page) return null;
  const names = await readdir(join(folder, ASSETS)).catch(() => []);
  const files = names.map(async (name) => [ASSETS + name, packed(await readFile(join(folder, ASSETS, name)))] as const);
  return { page: packed(page), assets: new Map(await Promise.all(files)) };
}

function packed(plain: Buffer): Asset {
  return { plain, gzip: gzipSync(plain) };
}
