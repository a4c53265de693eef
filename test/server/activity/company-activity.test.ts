import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activityListSchema, companyCallSchema } from '../../../shared/api/activity.ts';
import { signIn } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.close());

/** A company whose Ana was created, changed, looked at and refused, and whose Ben was created. */
async function story() {
  const company = await server.company();
  const admin = await signIn(server, 'admin', company.id);
  const scim = server.scim(company.key);
  const userOf = async (name: string) => (await scim.post('/Users', { userName: `${name}@${company.domain}` })).body.id;
  const [ana, ben] = [(await userOf('ana')) ?? '', (await userOf('ben')) ?? ''];
  await scim.get(`/Users/${ana}`);
  await scim.get('/Users/nobody');
  await scim.put(`/Users/${ana}`, { userName: `ana@${company.domain}`, active: false });
  await scim.put(`/Users/${ana}`, { userName: `ben@${company.domain}` });
  await server.rules.activity.flush();
  const base = `/api/companies/${company.id}/activity`;
  const kinds = async (query: string) => {
    const answer = await admin.get(`${base}?${query}`);
    expect(answer.status).toBe(200);
    return activityListSchema.parse(answer.body).activity.map(({ kind, status }) => `${kind} ${status}`);
  };
  return { ...company, admin, scim, ana, ben, base, kinds };
}

describe('the calls of a company', () => {
  it('are narrowed by the server: by outcome, kind and user, and to a user’s history', async () => {
    const { kinds, ana, ben } = await story();
    expect(await kinds('outcome=failed')).toEqual(['update 409']);
    expect(await kinds('outcome=answered&kinds=read,lookup')).toEqual(['read 404', 'read 200']);
    expect(await kinds('kinds=create')).toEqual(['create 201', 'create 201']);
    expect(await kinds(`user=${ana}`)).toEqual(['update 409', 'suspend 200', 'read 200', 'create 201']);
    expect(await kinds(`user=${ana}&history=true`)).toEqual(['update 409', 'suspend 200', 'create 201']);
    expect(await kinds(`user=${ben}&kinds=suspend`)).toEqual([]);
  });

  it('say what is wrong with a filter', async () => {
    const { admin, base } = await story();
    expect((await admin.get(`${base}?outcome=maybe&kinds=create,eat`)).body).toMatchObject({
      errors: [{ path: 'outcome' }, { path: 'kinds.1' }],
    });
  });

  it('are told live as they were asked for, and resumed there', async () => {
    const { admin, scim, base, domain } = await story();
    const stream = await admin.stream(`${base}/events?outcome=failed`);
    await scim.get('/Users');
    await scim.post('/Users', { userName: `ana@${domain}` });
    const first = await stream.until(({ type }) => type === 'activity');
    stream.close();
    expect(companyCallSchema.parse(JSON.parse(first.data))).toMatchObject({ kind: 'create', status: 409 });
    await scim.post('/Users', { userName: 'x@elsewhere.example' });
    await scim.get('/Users');
    await scim.post('/Users', { userName: 'y@elsewhere.example' });
    await server.rules.activity.flush();
    const resumed = await admin.stream(`${base}/events?outcome=failed`, { 'Last-Event-ID': first.id ?? '' });
    await scim.post('/Users', { userName: 'z@elsewhere.example' });
    await expect.poll(() => resumed.events.length).toBe(3);
    expect(resumed.events.map(({ data }) => companyCallSchema.parse(JSON.parse(data)).status)).toEqual([400, 400, 400]);
    resumed.close();
  });

  it('are exported as CSV and as JSON lines, whole and as narrowed', async () => {
    const { admin, base, ana } = await story();
    const lines = await admin.get(`${base}/export?format=jsonl`);
    expect(lines.headers.get('Content-Disposition')).toBe('attachment; filename="activity.jsonl"');
    const calls = lines.text
      .trim()
      .split('\n')
      .map((line) => companyCallSchema.parse(JSON.parse(line)));
    expect(calls).toHaveLength(6);
    const table = await admin.get(`${base}/export?user=${ana}&outcome=failed`);
    expect(table.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const [header, row, ...rest] = table.text.trim().split('\n');
    expect(header?.split(',')).toEqual(expect.arrayContaining(['time', 'kind', 'status', 'reason', 'keyLast4']));
    expect(row).toContain('user-exists');
    expect(rest).toEqual([]);
  });

  it('are exported so that no spreadsheet takes a cell for a formula', async () => {
    const { admin, base, id } = await story();
    await server.database.write('activity').where({ company_id: id }).update({ route: '=HYPERLINK("http://x")' });
    expect((await admin.get(`${base}/export`)).text).toContain(`"'=HYPERLINK(""http://x"")"`);
  });

  it('are exported to the last one, however many pages of the store they are', async () => {
    const { admin, base, id } = await story();
    const [row] = await server.database.read<Record<string, unknown>>('activity').where({ company_id: id }).limit(1);
    const { id: _id, ...copy } = row ?? {};
    for (let batch = 0; batch < 13; batch += 1) {
      await server.database.write('activity').insert(Array.from({ length: 40 }, () => copy));
    }
    const { text } = await admin.get(`${base}/export?format=jsonl`);
    const ids = text
      .trim()
      .split('\n')
      .map((line) => companyCallSchema.parse(JSON.parse(line)).id);
    expect(new Set(ids).size).toBe(526);
  });
});
