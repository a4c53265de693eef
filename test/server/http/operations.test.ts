import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/start.ts';

describe('operations', () => {
  let server: TestServer;
  beforeAll(async () => (server = await startTestServer()));
  afterAll(() => server.close());

  it('says that it is up and ready', async () => {
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('says that it is not ready while the store is not migrated', async () => {
    await server.database.write.raw('ALTER TABLE knex_migrations RENAME TO away');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await server.database.write.raw('ALTER TABLE away RENAME TO knex_migrations');
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('shows its figures on the machine itself, with routes as templates', async () => {
    const answer = await fetch(`${server.url}/metrics`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(
      'http_request_duration_seconds_count{method="GET",route="/healthz",status="200"}',
    );
  });

  it('shows no figures through a proxy that nobody declared', async () => {
    const answer = await fetch(`${server.url}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.9' } });
    expect(answer.status).toBe(403);
  });
});
