import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../kit/start.ts';

describe('sweeping', () => {
  let server: TestServer;
  let now = new Date('2026-03-01T00:00:00.000Z');
  beforeAll(async () => (server = await startTestServer({ now: () => now })));
  afterAll(() => server.close());

  it('drops refused calls and what is known of batches after a day, and calls of companies after ninety', async () => {
    const { id, key } = await server.company();
    await server.scim(key).get('/Users');
    await server.scim('foreign').get('/Users');
    await server.rules.activity.flush();
    const left = async () => [
      (await server.rules.activity.latest(id, 10)).length,
      (await server.database.read('refused_calls').select('id')).length,
      (await server.database.read('stored_batches').select('queue')).length,
    ];
    expect(await left()).toEqual([1, 1, 2]);
    now = new Date(now.getTime() + 2 * 86_400_000);
    await server.rules.sweep();
    expect(await left()).toEqual([1, 0, 0]);
    now = new Date(now.getTime() + 90 * 86_400_000);
    await server.rules.sweep();
    expect(await left()).toEqual([0, 0, 0]);
  });

  it('never keeps more than ten thousand refused calls, whoever sends them', async () => {
    const call = async () => {
      await server.scim('foreign').get('/Users');
      await server.rules.activity.flush();
    };
    const kept = () => server.database.read<{ id: number }>('refused_calls').pluck('id').orderBy('id');
    await call();
    const [latest = 0] = await kept();
    const older = { time: '', route: '/', fingerprint: 'older' };
    await server.database.write('refused_calls').insert({ id: latest - 9_999, ...older });
    await server.database.write('refused_calls').insert({ id: latest - 9_998, ...older });
    await call();
    expect(await kept()).toEqual([latest - 9_998, latest, latest + 1]);
  });
});
