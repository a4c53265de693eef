import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Koa from 'koa';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serveConsole } from '../../../server/http/console.ts';
import type { AppState } from '../../../server/http/app-state.ts';

const SCRIPT = 'console.info("a console");'.repeat(100);
let folder: string;
let server: Server;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-test-'));
  const app = new Koa<AppState>();
  app.use(serveConsole(folder));
  const handle = app.callback();
  server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

async function build() {
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Console</title>');
  await writeFile(join(folder, 'assets', 'index-1a2b.js'), SCRIPT);
}

test('answers every address of the console with its one page, never stored and without a referrer', async () => {
  await build();
  for (const path of ['/', '/companies', '/companies/c1/users/u1', '/setup/a-token']) {
    const answer = await fetch(url + path);
    expect(answer.status, path).toBe(200);
    expect(await answer.text()).toContain('<title>Console</title>');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  }
});

test('lets hashed files be kept for good, and packs them for who can unpack', async () => {
  await build();
  const packed = await fetch(`${url}/assets/index-1a2b.js`, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(await packed.text()).toBe(SCRIPT);
  const plain = await fetch(`${url}/assets/index-1a2b.js`, { headers: { 'Accept-Encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await plain.text()).toBe(SCRIPT);
});

test('leaves everything else to others: other paths, other methods, files that the build did not make', async () => {
  await build();
  await writeFile(join(folder, 'secret.txt'), 'secret');
  for (const path of ['/api/me', '/scim/v2/Users', '/assets/other.js', '/assets/..%2fsecret.txt', '/setup/a/b']) {
    expect((await fetch(url + path)).status, path).toBe(404);
  }
  expect((await fetch(url, { method: 'POST' })).status).toBe(404);
});

test('answers an unknown address that a browser goes to with the console’s not-found page, and nobody else', async () => {
  await build();
  const accept = { Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
  const answer = await fetch(`${url}/nonsense`, { headers: accept });
  expect(answer.status).toBe(404);
  expect(await answer.text()).toContain('<title>Console</title>');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('vary')).toContain('Accept');
  for (const path of ['/api/nonsense', '/scim/nonsense', '/assets/gone.js']) {
    expect(await (await fetch(url + path, { headers: accept })).text(), path).not.toContain('Console');
  }
  expect(await (await fetch(`${url}/nonsense`)).text()).not.toContain('Console');
  expect((await fetch(`${url}/nonsense`, { method: 'POST', headers: accept })).status).toBe(404);
});

test('says what to do while the console is not built, and notices when it is', async () => {
  const before = await fetch(`${url}/companies`);
  expect(before.status).toBe(503);
  expect(await before.text()).toContain('npm run build');
  await build();
  expect((await fetch(`${url}/companies`)).status).toBe(200);
});
