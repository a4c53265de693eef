import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActivityStore } from '../../../server/activity/store.ts';
import { callDetailSchema } from '../../../shared/api/activity.ts';
import { signIn } from '../kit/browser.ts';
import { startTestServer, type TestServer } from '../kit/start.ts';

let server: TestServer;
beforeAll(async () => (server = await startTestServer()));
afterAll(() => server.close());

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

async function acme() {
  const company = await server.company();
  const admin = await signIn(server, 'admin', company.id);
  const scim = server.scim(company.key);
  /** The latest call, as the console is told of it. */
  const latest = async () => {
    await server.rules.activity.flush();
    const [call] = await server.rules.activity.latest(company.id, 1);
    const answer = await admin.get(`/api/companies/${company.id}/activity/${call?.id}`);
    expect(answer.status).toBe(200);
    return callDetailSchema.parse(answer.body);
  };
  return { ...company, admin, scim, latest };
}

describe('the details of a call', () => {
  it('are the names and types of what was sent and answered', async () => {
    const { scim, latest, domain } = await acme();
    const created = await scim.post('/Users', {
      userName: `ana@${domain}`,
      active: true,
      name: { givenName: 'Ana', familyName: 'Lee' },
      emails: [{ value: `ana@${domain}`, type: 'work', primary: true }],
      addresses: [],
      title: null,
      [ENTERPRISE]: { department: 'Secret Plans' },
    });
    const { call, details } = await latest();
    expect(details?.sent).toEqual({
      userName: 'text',
      active: 'true or false',
      'name.givenName': 'text',
      'name.familyName': 'text',
      'emails[].value': 'text',
      'emails[].type': 'text',
      'emails[].primary': 'true or false',
      addresses: 'empty list',
      title: 'null',
      department: 'text',
    });
    expect(details?.answered).toMatchObject({ id: 'text', userName: 'text', 'meta.version': 'text' });
    expect(call).toMatchObject({ userId: created.body.id, kind: 'create' });
    expect(call.changed).toEqual(expect.arrayContaining(['userName', 'name', 'department']));
  });

  it('are told of each of many calls alike, though the names and types are kept once', async () => {
    const { scim, domain, id: companyId } = await acme();
    const user = { userName: `eva@${domain}`, name: { givenName: 'Eva', familyName: 'Lee' }, userType: 'Employee' };
    const { id } = (await scim.post('/Users', user)).body;
    for (const title of ['one', 'two', 'three', 'four']) {
      await scim.put(`/Users/${id}`, { ...user, title });
      await server.rules.activity.flush();
    }
    const { database } = server;
    const calls = database.read('activity').where({ company_id: companyId, method: 'PUT' }).orderBy('id');
    const rows = await calls.select<{ id: number; details: string }[]>('id', 'details');
    // A store that has just begun knows none of them yet.
    const store = createActivityStore(database);
    const told = await Promise.all(rows.map(async (row) => (await store.byId(companyId, row.id))?.details));
    const sent = {
      userName: 'text',
      'name.givenName': 'text',
      'name.familyName': 'text',
      userType: 'text',
      title: 'text',
    };
    expect(told.map((details) => details?.sent)).toEqual(Array.from({ length: 4 }, () => sent));
    expect(new Set(told.map((details) => JSON.stringify(details))).size).toBe(1);
    const [first = 0, , third = 0, fourth = 0] = rows.map(({ details }) => details.length);
    expect(third).toBeLessThan(first / 3);
    expect(fourth).toBe(third);
    const shapes = await database.read('call_shapes').pluck<string[]>('shape');
    expect(shapes.filter((shape) => shape === JSON.stringify(sent))).toHaveLength(1);
  });

  it('tell what a PATCH did where, and what a list came to, without the values', async () => {
    const { scim, latest, domain } = await acme();
    const { id } = (await scim.post('/Users', { userName: `ana@${domain}` })).body;
    await scim.patch(`/Users/${id}`, {
      schemas: [PATCH_OP],
      Operations: [
        { op: 'Replace', path: 'emails[type eq "work"].value', value: `ana.lee@${domain}` },
        { op: 'add', value: { title: 'Captain', name: { givenName: 'Ana' } } },
      ],
    });
    expect((await latest()).details?.sent).toEqual({
      'Replace emails[type eq "…"].value': 'text',
      'add title': 'text',
      'add name.givenName': 'text',
    });
    await scim.get(`/Users?filter=${encodeURIComponent(`userName eq "ana@${domain}"`)}&count=5`);
    expect((await latest()).details).toEqual({
      query: 'filter=userName eq "…"&count=5',
      sent: null,
      answered: null,
      list: { total: 1, shown: 1 },
    });
  });

  it('say which attributes an update changed, and that one which changed nothing did so', async () => {
    const { scim, latest, domain } = await acme();
    const ana = { userName: `ana@${domain}`, title: 'Captain', displayName: 'Ana' };
    const { id } = (await scim.post('/Users', ana)).body;
    await scim.put(`/Users/${id}`, { ...ana, title: 'Admiral', [ENTERPRISE]: { division: 'Sea' } });
    expect((await latest()).call.changed?.sort()).toEqual(['division', 'title']);
    await scim.put(`/Users/${id}`, { ...ana, title: 'Admiral', [ENTERPRISE]: { division: 'Sea' } });
    expect((await latest()).call).toMatchObject({ userId: id, kind: 'update', changed: null });
    await scim.delete(`/Users/${id}`);
    expect((await latest()).call).toMatchObject({ userId: id, kind: 'delete', changed: [] });
  });

  it.each([
    ['a name that no schema has', (secret: string) => ({ [secret]: true, name: { [secret]: { [secret]: secret } } })],
    ['a URN of its own', (secret: string) => ({ [`urn:${secret}`]: { title: secret } })],
    ['an operation', (secret: string) => ({ Operations: [{ op: secret, path: `${secret}.x`, value: secret }] })],
    ['a filter in a path', (secret: string) => ({ Operations: [{ op: 'add', path: `emails[value eq ${secret}]` }] })],
    ['a text for a body', (secret: string) => JSON.stringify(secret)],
    ['a list', (secret: string) => [{ [secret]: secret }, secret]],
    ['broken JSON', (secret: string) => `{"userName": "${secret}`],
  ])('keep nothing of %s', async (_name, bodyOf) => {
    const { scim, id, domain } = await acme();
    const secret = 'jane.doe@private.example';
    const { body } = await scim.post('/Users', { userName: `ana@${domain}` });
    for (let time = 0; time < 3; time += 1) {
      await scim.put(`/Users/${body.id}?${secret}=${secret}&filter=${secret}`, bodyOf(secret));
      await scim.patch(`/Users/${body.id}`, bodyOf(secret));
      await scim.get(`/Users/${secret}?attributes=${secret}&sortBy=${secret}`);
      await server.rules.activity.flush();
    }
    const rows = await server.database.read('activity').where({ company_id: id }).select('*');
    expect(rows).toHaveLength(10);
    const shapes = await server.database.read('call_shapes').select('*');
    expect(JSON.stringify({ rows, shapes })).not.toMatch(/jane|doe|private/);
  });

  it('are bounded, however large the body', async () => {
    const { scim, latest, domain } = await acme();
    const emails = Array.from({ length: 2_000 }, (_, n) => ({ value: `a${n}@${domain}`, [`unknown${n}`]: n }));
    await scim.post('/Users', { userName: `ana@${domain}`, emails });
    const { details } = await latest();
    expect(Object.keys(details?.sent ?? {}).length).toBeLessThanOrEqual(60);
  });

  it('are not told across companies', async () => {
    const { scim, id } = await acme();
    const other = await acme();
    await scim.get('/Users');
    await server.rules.activity.flush();
    const [call] = await server.rules.activity.latest(id, 1);
    expect((await other.admin.get(`/api/companies/${other.id}/activity/${call?.id}`)).status).toBe(404);
    expect((await other.admin.get(`/api/companies/${other.id}/activity/x`)).status).toBe(404);
  });
});
