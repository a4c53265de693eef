import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint } from '../../../shared/fingerprint.ts';
import { diagnosis } from '../../../shared/setup/diagnosis.ts';
import { progress } from '../../../shared/setup/progress.ts';
import { stepIndex, stepsOf } from '../../../shared/setup/steps.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';
import { connect, evidence, openSession, sessionOf } from './kit.ts';

const step = 'jumpcloud.test-connection';

describe('the key that was in the Token Key field', () => {
  let server: TestServer;
  let clock = Date.parse('2026-11-24T10:00:00.000Z');
  beforeAll(async () => {
    server = await startTestServer({ now: () => new Date(clock) });
  });
  afterAll(() => server.close());

  /** A session in which something is pressed with that key, or with `own` of its company, JumpCloud calls with it, and the page says what it says. */
  async function pressedWith(which: string, says: 'page-succeeded' | 'page-failed', call = listWith) {
    const opened = await openSession(server);
    const key = which === 'own' ? opened.key : which;
    const browser = await connect(server, opened.token);
    await upToTheTest(browser);
    await browser.post('/api/setup/evidence', evidence({ step, fact: 'pressed', fingerprint: await fingerprint(key) }));
    clock += 10;
    const answer = await call(key);
    clock += 10;
    await browser.post('/api/setup/evidence', evidence({ step, fact: says }));
    clock += 5_000;
    return { opened, answer, snapshot: await sessionOf(browser) };
  }

  /** Steps before the press, as they are told when the walk gets there. */
  async function upToTheTest(browser: Awaited<ReturnType<typeof connect>>): Promise<void> {
    await browser.post('/api/setup/evidence', evidence({ step: 'secondary-domain', fact: 'skipped', seenBy: 'admin' }));
    const before = stepsOf('setup').filter(({ id, site }) => site !== 'server' && stepIndex(id) < stepIndex(step));
    for (const { id } of before) await browser.post('/api/setup/evidence', evidence({ step: id, fact: 'done' }));
  }

  function listWith(key: string): Promise<Response> {
    return list({ Authorization: `Bearer ${key}` });
  }

  function list(headers: Record<string, string>): Promise<Response> {
    return fetch(`${server.url}/scim/v2/Users`, { headers });
  }

  it('of another company is named as the wrong token, though its call was answered', async () => {
    const other = await server.company();
    const { answer, snapshot } = await pressedWith(other.key, 'page-succeeded');
    expect(answer.status).toBe(200);
    expect(snapshot.activity).toEqual([]);
    expect(diagnosis(snapshot)).toMatchObject({ code: 'wrong-token', details: { message: 'key-elsewhere' } });
    expect(progress(snapshot).steps.find((entry) => entry.step === step)?.state).toBe('open');
    expect(JSON.stringify(snapshot)).not.toContain(other.id);
  });

  it('mistyped is named as the wrong token', async () => {
    const { key } = await openSession(server);
    const mistyped = `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`;
    const { answer, snapshot } = await pressedWith(mistyped, 'page-failed');
    expect(answer.status).toBe(401);
    expect(diagnosis(snapshot)?.code).toBe('wrong-token');
  });

  describe('sent otherwise than as a bearer token', () => {
    const ways: [string, (key: string) => Record<string, string>][] = [
      ['bare', (key) => ({ Authorization: key })],
      ['after another word', (key) => ({ Authorization: `Token ${key}` })],
      ['twice over, since “Bearer” was typed before it', (key) => ({ Authorization: `Bearer Bearer ${key}` })],
      ['as a user', (key) => ({ Authorization: `Basic ${btoa(`${key}:`)}` })],
      ['as a password', (key) => ({ Authorization: `Basic ${btoa(`api:${key}`)}` })],
      ['in a header of its own', (key) => ({ 'X-Api-Key': key })],
    ];

    it.each(ways)('%s is named as the wrong token, and why', async (_way, headers) => {
      const { opened, answer, snapshot } = await pressedWith('own', 'page-failed', (key) => list(headers(key)));
      expect(answer.status).toBe(401);
      expect(diagnosis(snapshot)).toMatchObject({
        code: 'wrong-token',
        details: { status: 401, message: 'key-not-bearer', last4: opened.key.slice(-4) },
      });
      expect(JSON.stringify(snapshot)).not.toContain(opened.key);
    });

    it.each(ways)('%s is the wrong token, too, when nobody knows it', async (_way, headers) => {
      const { answer, snapshot } = await pressedWith('a-foreign-key', 'page-failed', (key) => list(headers(key)));
      expect(answer.status).toBe(401);
      expect(diagnosis(snapshot)).toMatchObject({ code: 'wrong-token', details: { status: 401 } });
    });
  });

  it('and that nobody knows is a wrong Base URL when the call came to no SCIM path', async () => {
    const call = async (key: string) => fetch(`${server.url}/Users`, { headers: { Authorization: `Bearer ${key}` } });
    const { answer, snapshot } = await pressedWith('another-foreign-key', 'page-failed', call);
    expect(answer.status).toBe(404);
    expect(diagnosis(snapshot)).toMatchObject({
      code: 'wrong-base-url',
      details: { status: 404, route: '/Users', expected: snapshot.baseUrl },
    });
  });

  it('tells nothing of calls that brought no key', async () => {
    const { answer, snapshot } = await pressedWith('never-sent', 'page-failed', () => list({}));
    expect(answer.status).toBe(401);
    expect(snapshot.refused).toEqual([]);
    expect(diagnosis(snapshot)?.code).toBe('not-public');
  });

  it('is told from the other keys of the company, whose calls prove nothing', async () => {
    const opened = await openSession(server);
    const browser = await connect(server, opened.token);
    await upToTheTest(browser);
    const { secret } = await server.rules.keys.create(await company(opened.companyId), {
      name: 'new',
      createdBy: 'test',
    });
    const pressed = { step, fact: 'pressed', fingerprint: await fingerprint(secret.reveal()) } as const;
    await browser.post('/api/setup/evidence', evidence(pressed));
    clock += 10;
    await listWith(opened.key);
    clock += 10;
    await browser.post('/api/setup/evidence', evidence({ step, fact: 'page-succeeded' }));
    clock += 5_000;
    const before = await sessionOf(browser);
    expect(before.pressedKeys).toEqual([{ fingerprint: pressed.fingerprint, last4: secret.reveal().slice(-4) }]);
    expect(diagnosis(before)?.code).toBe('no-request-arrived');
    await listWith(secret.reveal());
    const after = await sessionOf(browser);
    expect(progress(after).steps.find((entry) => entry.step === step)?.state).toBe('done');
  });

  it('replaces the one that was used last before, whose end is told', async () => {
    const opened = await openSession(server);
    await listWith(opened.key);
    await server.rules.keys.close();
    clock += 1_000;
    const link = await server.rules.setup.sessions.createLink(opened.companyId, {
      target: 'server',
      flow: 'replace-key',
    });
    const browser = await connect(server, link.url.split('/').at(-1) ?? '');
    expect(await sessionOf(browser)).toMatchObject({
      session: { flow: 'replace-key' },
      oldKey: { last4: opened.key.slice(-4), retiredAt: null },
    });
    const [old] = await server.rules.keys.list(opened.companyId);
    await server.rules.keys.revoke(opened.companyId, old?.id ?? '');
    expect((await sessionOf(browser)).oldKey?.retiredAt).toBe(new Date(clock).toISOString());
  });

  async function company(id: string) {
    const found = await server.rules.companies.byId(id);
    if (!found) throw new Error('The company is gone.');
    return found;
  }
});
