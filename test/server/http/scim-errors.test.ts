import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/start.ts';
import type { ScimClient } from '../kit/scim-client.ts';

describe('what every SCIM request meets', () => {
  let server: TestServer;
  let scim: ScimClient;
  let key: string;
  let domain: string;

  beforeAll(async () => {
    server = await startTestServer();
    ({ key, domain } = await server.company());
    scim = server.scim(key);
  });
  afterAll(() => server.close());

  it('answers 501 for what is not offered, which is no fault for the log', async () => {
    const before = server.log().length;
    expect((await scim.get('/Me')).status).toBe(501);
    const added = server.log().slice(before);
    expect(added).toContain('501');
    expect(added).not.toContain('"level":50');
  });

  it('answers errors in SCIM’s own body, its status a string, without a charset', async () => {
    const answer = await scim.get('/Users/nobody');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/scim+json');
    expect(answer.body).toMatchObject({ schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: '404' });
  });

  it('names each request in its answer', async () => {
    expect((await scim.get('/Users')).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(['/scim/v2', '/scim', '/scim/v2/', '//scim//v2', '/scim/v2//'])('has the same tree at %s', async (base) => {
    expect((await server.scim(key, base).get('/Users')).status).toBe(200);
    expect((await server.scim(key, base).get('/Users/')).status).toBe(200);
  });

  it.each([
    'application/json',
    'application/scim+json',
    'application/json; charset=utf-8',
    'application/scim+json;charset=UTF-8',
  ])('takes %s', async (type) => {
    const answer = await scim.post(
      '/Users',
      { userName: `${type.length}-${type.charCodeAt(12)}@${domain}` },
      { 'Content-Type': type },
    );
    expect(answer.status).toBe(201);
  });

  it('refuses other types', async () => {
    expect((await scim.post('/Users', 'userName=x', { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('answers application/json to who accepts nothing else', async () => {
    const answer = await scim.get('/Users', { Accept: 'application/json' });
    expect(answer.headers.get('content-type')).toBe('application/json');
    const refused = await scim.get('/Users/nobody', { Accept: 'application/json' });
    expect(refused.status).toBe(404);
    expect(refused.headers.get('content-type')).toBe('application/json');
    expect((await scim.get('/Users', { Accept: '*/*' })).headers.get('content-type')).toBe('application/scim+json');
  });

  it.each([
    ['broken JSON', '{"userName":'],
    ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d])],
    ['JSON nested more than 64 levels', `${'['.repeat(65)}${']'.repeat(65)}`],
  ])('answers 400 invalidSyntax to %s', async (_, body) => {
    const answer = await scim.post('/Users', body);
    expect(answer.status).toBe(400);
    expect(answer.body.scimType).toBe('invalidSyntax');
  });

  it('survives JSON nested a hundred thousand levels', async () => {
    expect((await scim.post('/Users', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)).status).toBe(400);
  });

  it('limits bodies to 1 MiB, and to 8 MiB for groups', async () => {
    const big = JSON.stringify({ displayName: 'x', filler: 'x'.repeat(1_100_000) });
    const refused = await scim.post('/Users', big);
    expect(refused.status).toBe(413);
    expect(refused.body.detail).toContain('1 MiB');
    expect((await scim.post('/Groups', big)).status).not.toBe(413);
    const huge = await scim.post('/Groups', 'x'.repeat(9_000_000));
    expect(huge.status).toBe(413);
    expect(huge.body.detail).toContain('8 MiB');
  });

  it('answers 405 with the methods that a path takes', async () => {
    const answer = await scim.delete('/Users');
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toContain('POST');
    expect(answer.body.status).toBe('405');
  });

  it('answers 431 with a SCIM body to headers over 16 KiB', async () => {
    const answer = await raw(
      server.url,
      `GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 431 /);
    expect(answer).toContain('"status":"431"');
    expect(answer).toContain('16 KiB');
  });

  it('answers 400 to what is no HTTP', async () => {
    expect(await raw(server.url, 'hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [^]*"scimType":"invalidSyntax"/);
  });

  it('answers problem+json outside of SCIM', async () => {
    const answer = await fetch(`${server.url}/api/nothing-here`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  it('logs templates, never URLs, tokens or names', async () => {
    await scim.get(`/Users?filter=${encodeURIComponent('userName eq "secret.person@x.example"')}`);
    await server.scim(key, '').get('/Users/secret.person@x.example');
    expect(server.log()).toContain('"route":"/Users"');
    expect(server.log()).not.toContain('secret.person');
    expect(server.log()).not.toContain(key);
  });

  it('sends a policy without unsafe-inline, no framing, no sniffing and a referrer policy', async () => {
    const { headers } = await fetch(`${server.url}/`);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe-inline');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBeTruthy();
  });

  it('answers other origins only on the setup API, without credentials', async () => {
    const preflight = (path: string) =>
      fetch(server.url + path, {
        method: 'OPTIONS',
        headers: { Origin: 'chrome-extension://abc', 'Access-Control-Request-Method': 'POST' },
      });
    const setup = await preflight('/api/setup/connect');
    expect(setup.status).toBe(204);
    expect(setup.headers.get('access-control-allow-origin')).toBe('*');
    expect(setup.headers.get('access-control-allow-credentials')).toBeNull();
    for (const path of ['/scim/v2/Users', '/api/companies', '/api/me']) {
      expect((await preflight(path)).headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});

function raw(url: string, bytes: string): Promise<string> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  return text(socket);
}
