import { afterEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/start.ts';

describe('limits', () => {
  let server: TestServer;
  afterEach(() => server.close());

  it('answers 429 with Retry-After over the rate, for that key only', async () => {
    server = await startTestServer({ env: { SCIM_RATE_LIMIT: '2' } });
    const [busy, calm] = [await server.company(), await server.company()];
    const answers = await Promise.all(Array.from({ length: 8 }, () => server.scim(busy.key).get('/Users')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(refused[0]?.body.detail).toContain('2 requests');
    expect((await server.scim(calm.key).get('/Users')).status).toBe(200);
    await server.rules.activity.flush();
    const calls = await server.rules.activity.latest(busy.id, 50);
    expect(calls.filter(({ reason }) => reason === 'rate-limited').length).toBe(refused.length);
  });

  it('has no rate limit at 0', async () => {
    server = await startTestServer({ env: { SCIM_RATE_LIMIT: '0' } });
    const { key } = await server.company();
    const answers = await Promise.all(Array.from({ length: 30 }, () => server.scim(key).get('/Users')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('shows figures by METRICS_TOKEN only, once there is one', async () => {
    server = await startTestServer({ env: { METRICS_TOKEN: 'a-metrics-token' } });
    expect((await fetch(`${server.url}/metrics`)).status).toBe(401);
    const headers = { Authorization: 'Bearer a-metrics-token' };
    expect((await fetch(`${server.url}/metrics`, { headers })).status).toBe(200);
  });
});
