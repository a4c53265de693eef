import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { meSchema } from '../../../shared/api/people.ts';
import { type Answer, cookieOf, createCaller } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

const SECRET = 'a-client-secret-of-the-test';
const CALLBACK = '/sign-in/oidc/callback';

let provider: OAuth2Server;
let server: TestServer;
/** What the provider says of who signs in. */
let claims: Record<string, unknown>;
const tokenCalls: string[] = [];

beforeAll(async () => {
  provider = new OAuth2Server();
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, '127.0.0.1');
  provider.service.on('beforeTokenSigning', (token: { payload: Record<string, unknown> }) => {
    Object.assign(token.payload, claims);
  });
  provider.service.on('beforeResponse', (_response: unknown, request: { body: { client_secret?: string } }) => {
    tokenCalls.push(request.body.client_secret ?? '');
  });
  server = await startTestServer({ env: settings() });
});
afterAll(async () => {
  await server.close();
  await provider.stop();
});
beforeEach(() => {
  claims = { email: 'Ana@Acme.example', email_verified: true };
});

const issuer = () => provider.issuer.url ?? '';
const settings = () => ({ OIDC_ISSUER: issuer(), OIDC_CLIENT_ID: 'scim', OIDC_CLIENT_SECRET: SECRET });
const browser = (answer?: Answer) => createCaller(server.url, answer ? { Cookie: cookieOf(answer) } : {});

/** Presses the button and signs in at the provider: where it sends the browser back, and what the browser keeps. */
async function atProvider(): Promise<{ begun: Answer; back: string }> {
  const begun = await browser().get('/sign-in/oidc');
  expect(begun.status).toBe(303);
  const answer = await fetch(begun.headers.get('Location') ?? '', { redirect: 'manual' });
  const back = new URL(answer.headers.get('Location') ?? '');
  expect(back.origin + back.pathname).toBe(server.publicUrl + CALLBACK);
  return { begun, back: back.pathname + back.search };
}

async function throughProvider(): Promise<Answer> {
  const { begun, back } = await atProvider();
  return browser(begun).get(back);
}

function expectRefusal(answer: Answer, status: number, what: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toContain('text/html');
  expect(answer.text).toContain(what);
  expect(answer.headers.getSetCookie().filter((cookie) => /^sign_in=/.test(cookie))).toEqual([]);
}

it('signs an invited admin in, as a link does, and notes it in the company’s audit log', async () => {
  const company = await server.company();
  await server.rules.people.invite('ana@acme.example', 'admin', company.id);
  const answer = await throughProvider();
  expect(answer.status).toBe(303);
  expect(answer.headers.get('Location')).toBe('/');
  const cookies = answer.headers.getSetCookie();
  expect(cookies.find((cookie) => cookie.startsWith('sign_in='))?.toLowerCase()).toMatch(/samesite=lax; httponly/);
  const me = meSchema.parse((await browser(answer).get('/api/me')).body);
  expect(me).toMatchObject({ person: { email: 'ana@acme.example', role: 'admin' }, company: { id: company.id } });
  const log = await browser(answer).get(`/api/companies/${company.id}/audit-log`);
  expect(log.text).toContain('"signed-in"');
  expect(tokenCalls.at(-1)).toBe(SECRET);
});

it('asks the provider for a code with PKCE, state and nonce, kept from scripts and other sites', async () => {
  const { begun } = await atProvider();
  const asked = new URL(begun.headers.get('Location') ?? '').searchParams;
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)?.length).toBeGreaterThan(40);
  expect(begun.headers.getSetCookie()[0]?.toLowerCase()).toMatch(/max-age|expires/);
  expect(begun.headers.getSetCookie()[0]?.toLowerCase()).toMatch(/path=\/sign-in\/oidc; .*samesite=lax; httponly/);
});

it('refuses who was not invited, who is disabled, and who was invited to more than one company', async () => {
  claims['email'] = 'stranger@acme.example';
  expectRefusal(await throughProvider(), 403, 'stranger@acme.example is not invited');

  const company = await server.company();
  claims['email'] = 'gone@acme.example';
  const { person } = await server.rules.people.invite('gone@acme.example', 'admin', company.id);
  const by = await server.rules.people.invited(
    (await server.rules.people.invite('by@acme.example', 'admin', company.id)).url.split('/').at(-1) ?? '',
  );
  await server.rules.people.members.setDisabled(company.id, person, { disabled: true, by, along: () => [] });
  expectRefusal(await throughProvider(), 403, 'not invited');

  claims['email'] = 'twice@acme.example';
  await server.rules.people.invite('twice@acme.example', 'admin', company.id);
  await server.rules.people.invite('twice@acme.example', 'support', null);
  expectRefusal(await throughProvider(), 409, 'more than one time');
});

it.each([false, undefined, 'true'])('refuses an address that the provider says is verified: %s', async (said) => {
  await server.rules.people.invite('unverified@acme.example', 'support', null);
  claims = { email: 'unverified@acme.example', email_verified: said };
  expectRefusal(await throughProvider(), 403, 'has not verified');
});

it('refuses another state, and a browser that did not begin', async () => {
  const { begun, back } = await atProvider();
  expectRefusal(await browser().get(back), 400, 'not begun in this browser');
  const other = back.replace(/state=[^&]+/, 'state=made-up');
  expectRefusal(await browser(begun).get(other), 400, 'not begun in this browser');
});

it('refuses an ID token with another nonce', async () => {
  await server.rules.people.invite('nonce@acme.example', 'support', null);
  claims = { email: 'nonce@acme.example', email_verified: true, nonce: 'made-up' };
  expectRefusal(await throughProvider(), 400, 'did not let you in');
});

it('lets a callback count once', async () => {
  await server.rules.people.invite('once@acme.example', 'support', null);
  claims['email'] = 'once@acme.example';
  const { begun, back } = await atProvider();
  const first = await browser(begun).get(back);
  expect(first.status).toBe(303);
  expect(first.headers.getSetCookie().some((cookie) => /^oidc_sign_in=;/.test(cookie))).toBe(true);
  expectRefusal(await browser(first).get(back), 400, 'used already');
  const replayed = await browser(begun).get(back);
  expect([400, 503]).toContain(replayed.status);
  expect(replayed.headers.getSetCookie().some((cookie) => cookie.startsWith('sign_in='))).toBe(false);
});

it('says so when the person did not agree at the provider', async () => {
  const { begun, back } = await atProvider();
  const { searchParams } = new URL(back, server.url);
  const denied = `${CALLBACK}?error=access_denied&state=${searchParams.get('state') ?? ''}`;
  expectRefusal(await browser(begun).get(denied), 400, 'did not let you in');
});

it('starts while the provider is away, says so, and works once it is there', async () => {
  await server.rules.people.invite('back@acme.example', 'support', null);
  claims['email'] = 'back@acme.example';
  const { port } = new URL(issuer());
  await provider.stop();
  const lonely = await startTestServer({ env: { ...settings(), OIDC_ISSUER: `http://localhost:${port}` } });
  try {
    const away = await createCaller(lonely.url).get('/sign-in/oidc');
    expectRefusal(away, 503, 'cannot be reached');
    await provider.start(Number(port), '127.0.0.1');
    expect((await createCaller(lonely.url).get('/sign-in/oidc')).status).toBe(303);
  } finally {
    await lonely.close();
  }
});

it('is offered only where it is configured', async () => {
  expect((await browser().get('/api/sign-in-options')).body).toEqual({ oidc: true });
  const plain = await startTestServer();
  expect((await createCaller(plain.url).get('/api/sign-in-options')).body).toEqual({ oidc: false });
  expect((await createCaller(plain.url).get('/sign-in/oidc')).status).toBe(404);
  await plain.close();
});

it('leaves no code, token, secret or address in the log', () => {
  const log = server.log();
  expect(log).toContain('company sign-in failed');
  for (const secret of [SECRET, 'eyJ', 'acme.example', 'code=', 'state=']) expect(log).not.toContain(secret);
});
