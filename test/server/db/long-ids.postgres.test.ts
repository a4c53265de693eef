import { describe, expect, it } from 'vitest';
import { startTestServer } from '../kit/start.ts';
import { useDatabase } from '../kit/database.ts';

const { database, store } = useDatabase();

describe('ids that grow', () => {
  it('have room for more than any table comes to, each with its sequence', async () => {
    const short = await database().read.raw<{ table_name: string }[]>(
      `SELECT table_name FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_default LIKE 'nextval%' AND data_type <> 'bigint'
          AND table_name NOT LIKE 'knex%'
        UNION ALL
       SELECT sequencename FROM pg_sequences
        WHERE schemaname = current_schema() AND data_type <> 'bigint'::regtype AND sequencename NOT LIKE 'knex%'`,
    );
    expect(short).toEqual([]);
  });

  it('go on behind 2^31', async () => {
    const last = 2 ** 31 - 1;
    for (const table of ['activity', 'refused_calls']) {
      await database().write.raw(`SELECT setval('${table}_id_seq', ${last})`);
    }
    const server = await startTestServer({ store: store() });
    const { id, key } = await server.company();
    await server.scim('foreign').get('/Users');
    await server.scim(key).get('/Users');
    await server.rules.activity.flush();
    expect((await server.rules.activity.latest(id, 10)).map((call) => call.id)).toEqual([last + 1]);
    expect(await server.database.read('refused_calls').pluck('id')).toEqual([last + 1]);
    await server.close();
  });
});
