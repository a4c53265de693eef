import { afterAll, beforeAll, expect, it } from 'vitest';
import { signInListSchema } from '../../../shared/api/people.ts';
import { cookieOf, createCaller } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const EDGE =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0';
const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15';

let server: TestServer;
let offset = 0;
beforeAll(async () => {
  server = await startTestServer({ now: () => new Date(Date.now() + offset) });
});
afterAll(() => server.close());

type Caller = ReturnType<typeof createCaller>;

async function signInWith(userAgent: string, email: string): Promise<Caller> {
  const { url } = await server.rules.people.invite(email, 'support', null);
  const answer = await createCaller(server.url).post(new URL(url).pathname, undefined, { 'User-Agent': userAgent });
  expect(answer.status).toBe(303);
  offset += 1_000;
  return createCaller(server.url, { Cookie: cookieOf(answer) });
}

async function listOf(caller: Caller) {
  return signInListSchema.parse((await caller.get('/api/sign-ins')).body).signIns;
}

it('lists one’s own sign-ins, newest first, with the browser’s family and the one that asks', async () => {
  const old = await signInWith(SAFARI, 'list@people.example');
  await signInWith('curl/8.5.0', 'list@people.example');
  await signInWith(EDGE, 'list@people.example');
  const asking = await signInWith(FIREFOX, 'list@people.example');
  await signInWith(FIREFOX, 'other@people.example');

  const shown = (await listOf(asking)).map(({ browser, current }) => ({ browser, current }));
  expect(shown).toEqual([
    { browser: 'firefox', current: true },
    { browser: 'edge', current: false },
    { browser: null, current: false },
    { browser: 'safari', current: false },
  ]);
  expect((await listOf(old)).map(({ current }) => current)).toEqual([false, false, false, true]);
});

it('keeps nothing of a User-Agent but the family', async () => {
  await signInWith(FIREFOX, 'kept@people.example');
  const kept = await server.store.text();
  expect(kept).toContain('firefox');
  expect(kept).not.toContain('Gecko');
  expect(kept).not.toContain('Linux x86_64');
});

it('ends one at once and leaves the others', async () => {
  const [lost, mine] = [await signInWith(EDGE, 'end@people.example'), await signInWith(FIREFOX, 'end@people.example')];
  const [, { id } = { id: '' }] = await listOf(mine);
  expect((await lost.get('/api/me')).status).toBe(200);
  expect((await mine.delete(`/api/sign-ins/${id}`)).status).toBe(204);
  expect((await lost.get('/api/me')).body).toMatchObject({ status: 401, code: 'not-signed-in' });
  expect(await listOf(mine)).toHaveLength(1);
  expect((await mine.delete(`/api/sign-ins/${id}`)).status).toBe(404);
});

it('ends the one that asks, and its cookie with it', async () => {
  const caller = await signInWith(FIREFOX, 'self@people.example');
  const [{ id } = { id: '' }] = await listOf(caller);
  const answer = await caller.delete(`/api/sign-ins/${id}`);
  expect(answer.status).toBe(204);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^sign_in=;/);
  expect((await caller.get('/api/me')).status).toBe(401);
});

it('answers 404 for a sign-in of another person, which goes on', async () => {
  const [theirs, mine] = [await signInWith(EDGE, 'a@people.example'), await signInWith(EDGE, 'b@people.example')];
  const [{ id } = { id: '' }] = await listOf(theirs);
  expect((await mine.delete(`/api/sign-ins/${id}`)).status).toBe(404);
  expect((await theirs.get('/api/me')).status).toBe(200);
});

it('does not list those that have expired', async () => {
  await signInWith(EDGE, 'late@people.example');
  offset += 12 * 3_600_000;
  const caller = await signInWith(FIREFOX, 'late@people.example');
  expect(await listOf(caller)).toHaveLength(1);
});

it('is for who is signed in, and not for another site', async () => {
  expect((await createCaller(server.url).get('/api/sign-ins')).status).toBe(401);
  const caller = await signInWith(EDGE, 'cross@people.example');
  const [{ id } = { id: '' }] = await listOf(caller);
  const answer = await caller.delete(`/api/sign-ins/${id}`, { 'Sec-Fetch-Site': 'cross-site' });
  expect(answer.status).toBe(403);
});
