import { describe, expect, it } from 'vitest';
import { EVERY_CALL } from '../../../server/activity/activity-filter.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { ScimAnswer, ScimClient } from '../kit/scim-client.ts';
import { created, ENTERPRISE, memberIdsOf, patchOf, person, testUser, useServer } from './kit.ts';

const { server, tenant } = useServer();
const BULK = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

type Answered = {
  status: string;
  method: string;
  bulkId?: string;
  location?: string;
  version?: string;
  response?: JsonObject;
};

function bulk(scim: ScimClient, Operations: JsonObject[], more: JsonObject = {}): Promise<ScimAnswer> {
  return scim.post('/Bulk', { schemas: [BULK], ...more, Operations });
}

function answersOf({ status, body, text }: ScimAnswer): Answered[] {
  expect(status, text).toBe(200);
  expect(body['schemas']).toEqual(['urn:ietf:params:scim:api:messages:2.0:BulkResponse']);
  return body['Operations'] as Answered[];
}

const statusesOf = (answer: ScimAnswer): string[] => answersOf(answer).map(({ status }) => status);
const idIn = ({ location = '' }: Answered): string => location.split('/').at(-1) ?? '';
const post = (bulkId: string, data: JsonObject, path = '/Users'): JsonObject => ({
  method: 'POST',
  path,
  bulkId,
  data,
});

describe('bulk requests (RFC 7644 section 3.7)', () => {
  it('carry out every method, and answer each operation with location, version and a text status', async () => {
    const { scim, domain } = await tenant();
    const jane = await created(scim, '/Users', person(`jane@${domain}`));
    const john = await created(scim, '/Users', person(`john@${domain}`));
    const answer = await bulk(scim, [
      post('new', person(`new@${domain}`)),
      { method: 'PUT', path: `/Users/${jane}`, data: person(`jane@${domain}`, { title: 'Captain' }) },
      { method: 'patch', path: `Users/${jane}`, data: patchOf({ op: 'replace', path: 'active', value: false }) },
      { method: 'DELETE', path: `/Users/${john}` },
    ]);
    const [made, put, patched, deleted] = answersOf(answer);
    const location = `${server().publicUrl}/scim/v2/Users`;
    expect(made).toMatchObject({ method: 'POST', bulkId: 'new', status: '201', version: 'W/"1"' });
    expect(made?.location).toMatch(new RegExp(`^${location}/[0-9a-f-]{36}$`));
    expect(put).toEqual({ method: 'PUT', location: `${location}/${jane}`, version: 'W/"2"', status: '200' });
    expect(patched).toEqual({ method: 'PATCH', location: `${location}/${jane}`, version: 'W/"3"', status: '200' });
    expect(deleted).toEqual({ method: 'DELETE', location: `${location}/${john}`, status: '204' });
    expect((await scim.get(`/Users/${jane}`)).body).toMatchObject({ title: 'Captain', active: false });
    expect((await scim.get(`/Users/${john}`)).status).toBe(404);
  });

  it('go on after an error, and answer it with the body that a request of its own gets', async () => {
    const { scim, domain } = await tenant();
    await created(scim, '/Users', person(`jane@${domain}`));
    const answers = answersOf(
      await bulk(scim, [
        post('a', person(`JANE@${domain}`)),
        { method: 'PATCH', path: '/Users/nobody', data: patchOf({ op: 'remove', path: 'title' }) },
        post('b', person(`b@${domain}`)),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual(['409', '404', '201']);
    expect(answers[0]).toMatchObject({ bulkId: 'a', response: { status: '409', scimType: 'uniqueness' } });
    expect(answers[0]?.location).toBeUndefined();
    expect(answers[1]?.location).toMatch(/\/scim\/v2\/Users\/nobody$/);
  });

  it.each([
    [1, ['201', '409']],
    [2, ['201', '409', '201', '409']],
    [9, ['201', '409', '201', '409', '201']],
  ])('stop after failOnErrors %d', async (failOnErrors, statuses) => {
    const { scim, domain } = await tenant();
    const operations = ['a', 'a', 'b', 'b', 'c'].map((name, at) => post(`${at}`, person(`${name}@${domain}`)));
    expect(statusesOf(await bulk(scim, operations, { failOnErrors }))).toEqual(statuses);
  });

  it('answer an unforeseen error in its place and log it, and tell what became of the others', async () => {
    const { scim, domain } = await tenant();
    const { write } = server().database;
    const withGroups = () => write.schema.renameTable('groups_away', 'groups');
    await write.schema.renameTable('groups', 'groups_away');
    const answer = await bulk(scim, [
      post('ana', { userName: `ana@${domain}` }),
      post('sales', { displayName: 'Sales' }, '/Groups'),
      post('ben', { userName: `ben@${domain}` }),
    ]).finally(withGroups);
    expect(statusesOf(answer)).toEqual(['201', '500', '201']);
    expect(answer.text).not.toContain('groups_away');
    expect((await scim.get('/Users')).body['totalResults']).toBe(2);
    const fault = server()
      .log()
      .split('\n')
      .find((line) => line.includes('"fault"') && line.includes(answer.headers.get('X-Request-Id') ?? 'none'));
    expect(fault).toContain('groups');
  });

  it('resolve references backward and forward', async () => {
    const { scim, domain } = await tenant();
    const members = [{ value: 'bulkId:a' }, { value: 'bulkId:b' }];
    const answers = answersOf(
      await bulk(scim, [
        post('a', person(`a@${domain}`)),
        post('g', { displayName: 'Sales', members }, '/Groups'),
        post('b', person(`b@${domain}`)),
        { method: 'PATCH', path: '/Users/bulkId:b', data: patchOf({ op: 'add', path: 'title', value: 'Major' }) },
      ]),
    );
    const [a, group, b] = answers.map(idIn);
    expect(answers.map(({ status }) => status)).toEqual(['201', '201', '201', '200']);
    expect(memberIdsOf(await scim.get(`/Groups/${group ?? ''}`))).toEqual([a, b].sort());
    expect((await scim.get(`/Users/${b ?? ''}`)).body['title']).toBe('Major');
  });

  it('resolve references within a PATCH', async () => {
    const { scim, domain } = await tenant();
    const group = await created(scim, '/Groups', { displayName: 'Sales' });
    const add = patchOf({ op: 'add', path: 'members', value: [{ value: 'bulkId:a' }] });
    const answers = answersOf(
      await bulk(scim, [{ method: 'PATCH', path: `/Groups/${group}`, data: add }, post('a', person(`a@${domain}`))]),
    );
    expect(answers.map(({ status }) => status)).toEqual(['200', '201']);
    expect(memberIdsOf(await scim.get(`/Groups/${group}`))).toEqual(answers.slice(1).map(idIn));
  });

  it('resolve circular references', async () => {
    const { scim, domain } = await tenant();
    const managedBy = (name: string, manager: string) =>
      person(`${name}@${domain}`, { [ENTERPRISE]: { manager: { value: `bulkId:${manager}` } } });
    const operations = [post('a', managedBy('a', 'b')), post('b', managedBy('b', 'c')), post('c', managedBy('c', 'a'))];
    const answers = answersOf(await bulk(scim, operations));
    expect(answers.map(({ status }) => status)).toEqual(['201', '201', '201']);
    for (const [index, answer] of answers.entries()) {
      const manager = answers[(index + 1) % 3];
      expect((await scim.get(`/Users/${idIn(answer)}`)).body[ENTERPRISE]).toEqual({
        manager: { value: manager ? idIn(manager) : '' },
      });
    }
  });

  it('take a circle back when one of it cannot be created, and what refers to it fails with 409', async () => {
    const { scim, domain } = await tenant();
    const managedBy = (name: string, manager: string) =>
      person(name, { [ENTERPRISE]: { manager: { value: `bulkId:${manager}` } } });
    const operations = [
      post('g', { displayName: 'Sales', members: [{ value: 'bulkId:a' }] }, '/Groups'),
      post('a', managedBy(`a@${domain}`, 'b')),
      post('b', managedBy('b@foreign.example', 'a')),
      post('c', person(`c@${domain}`)),
    ];
    for (const order of [operations, [...operations].reverse()]) {
      const answers = answersOf(await bulk(scim, order));
      const statuses = Object.fromEntries(answers.map(({ bulkId = '', status }) => [bulkId, status]));
      expect(statuses).toMatchObject({ g: '409', a: '409', b: '400' });
    }
    expect((await scim.get('/Users')).body).toMatchObject({
      totalResults: 1,
      Resources: [{ userName: `c@${domain}` }],
    });
    expect((await scim.get('/Groups')).body['totalResults']).toBe(0);
  });

  it('answer 409 for a reference to nothing', async () => {
    const { scim } = await tenant();
    const members = [{ value: 'bulkId:nobody' }];
    const [answer] = answersOf(await bulk(scim, [post('g', { displayName: 'Sales', members }, '/Groups')]));
    expect(answer).toMatchObject({ status: '409', response: { detail: expect.stringContaining('nobody') as string } });
  });

  it('keep to the version of an operation', async () => {
    const { scim, domain } = await tenant();
    const jane = await created(scim, '/Users', person(`jane@${domain}`));
    const remove = (version: string) => ({ method: 'DELETE', path: `/Users/${jane}`, version });
    expect(statusesOf(await bulk(scim, [remove('W/"7"'), remove('W/"1"')]))).toEqual(['412', '204']);
  });

  it.each([
    ['a method that changes nothing', { method: 'GET', path: '/Users/x' }, '400'],
    ['no method', { path: '/Users/x' }, '400'],
    ['another endpoint', { method: 'POST', path: '/Schemas', bulkId: 'x', data: {} }, '404'],
    ['a path that goes on', { method: 'DELETE', path: '/Users/x/y' }, '404'],
    ['a POST to a resource', { method: 'POST', path: '/Users/x', bulkId: 'x', data: {} }, '400'],
    ['a POST without a bulkId', { method: 'POST', path: '/Users', data: { userName: 'x' } }, '400'],
    ['a DELETE of everybody', { method: 'DELETE', path: '/Users' }, '400'],
    ['no data', { method: 'POST', path: '/Users', bulkId: 'x' }, '400'],
  ])('refuse just the operation with %s', async (_what, operation, status) => {
    const { scim, domain } = await tenant();
    const answer = await bulk(scim, [operation, post('ok', person(`ok@${domain}`))]);
    expect(statusesOf(answer)).toEqual([status, '201']);
  });

  it.each([
    ['no object', '[]', 'invalidSyntax'],
    ['no operations', { schemas: [BULK] }, 'invalidSyntax'],
    ['no list of operations', { Operations: {} }, 'invalidSyntax'],
    ['an operation that is no object', { Operations: ['x'] }, 'invalidSyntax'],
    ['a path that is no text', { Operations: [{ method: 'DELETE', path: 5 }] }, 'invalidSyntax'],
    ['failOnErrors 0', { failOnErrors: 0, Operations: [{ method: 'DELETE', path: '/Users/x' }] }, 'invalidValue'],
    [
      'a bulkId twice',
      { Operations: ['/Users', '/Groups'].map((path) => ({ method: 'POST', path, bulkId: 'x', data: {} })) },
      'invalidValue',
    ],
  ])('are refused as a whole with %s', async (_what, body, scimType) => {
    const { scim } = await tenant();
    const answer = await scim.post('/Bulk', body);
    expect(answer.status).toBe(400);
    expect(answer.body.scimType).toBe(scimType);
  });

  it('take 1,000 operations, and name the limit when there are more', async () => {
    const { scim } = await tenant();
    const operations = (count: number) => Array.from({ length: count }, () => ({ method: 'DELETE', path: '/Users/x' }));
    expect(answersOf(await bulk(scim, operations(1_000)))).toHaveLength(1_000);
    const refused = await bulk(scim, operations(1_001));
    expect(refused.status).toBe(400);
    expect(refused.body.detail).toContain('maxOperations, the limit for one bulk request, is 1000');
  });

  it('take bodies up to 8 MiB, and answer 413 with the limit to larger ones', async () => {
    const { scim } = await tenant();
    const filled = (bytes: number) =>
      JSON.stringify({ Operations: [{ method: 'DELETE', path: '/Users/x' }], x: 'x'.repeat(bytes) });
    expect((await scim.post('/Bulk', filled(8_000_000))).status).toBe(200);
    const refused = await scim.post('/Bulk', filled(9_000_000));
    expect(refused.status).toBe(413);
    expect(refused.body.detail).toContain('8 MiB');
  });

  it('ask for the scope of each operation', async () => {
    const { id, domain } = await tenant();
    const { companies, keys } = server().rules;
    const { secret } = await keys.create(await companies.find(id), {
      name: 'u',
      createdBy: 't',
      scopes: ['users:write'],
    });
    const scim = server().scim(secret.reveal());
    const answer = await bulk(scim, [post('a', person(`a@${domain}`)), post('g', { displayName: 'x' }, '/Groups')]);
    expect(statusesOf(answer)).toEqual(['201', '403']);
  });

  it('leave one row in the activity record, of the kind of their operations, with what was refused', async () => {
    const { scim, domain, id } = await tenant();
    await bulk(scim, [post('a', person(`a@${domain}`)), post('b', person(`b@${domain}`))]);
    await bulk(scim, [post('t', testUser(`probe@${domain}`))]);
    await bulk(scim, [post('c', person('c@foreign.example')), { method: 'DELETE', path: '/Users/x' }]);
    const { activity } = server().rules;
    await activity.flush();
    const rows = await activity.latest(id, 10);
    expect(
      rows.map(({ method, route, status, kind, reason, domain: of }) => [method, route, status, kind, reason, of]),
    ).toEqual([
      ['POST', '/Bulk', 200, 'create', null, null],
      ['POST', '/Bulk', 200, 'test-user-create', null, null],
      ['POST', '/Bulk', 200, 'update', 'domain-not-allowed', 'foreign.example'],
    ]);
  });

  it('are each in the history of the user whom they are about, and count as one call', async () => {
    const { scim, domain, id } = await tenant();
    const [ana, ben] = answersOf(
      await bulk(scim, [post('a', person(`ana@${domain}`)), post('b', person(`ben@${domain}`))]),
    ).map(idIn);
    await bulk(scim, [
      { method: 'PATCH', path: `/Users/${ana ?? ''}`, data: patchOf({ op: 'replace', path: 'active', value: false }) },
      { method: 'PUT', path: `/Users/${ben ?? ''}`, data: person('ben@foreign.example') },
      { method: 'DELETE', path: '/Users/unknown' },
    ]);
    const { activity } = server().rules;
    await activity.flush();
    const historyOf = async (userId = '') =>
      (await activity.page(id, { ...EVERY_CALL, userId, history: true }, null, 10)).map(
        ({ method, route, status, kind, changed }) => [method, route, status, kind, changed],
      );
    expect(await historyOf(ana)).toEqual([
      ['PATCH', '/Users/{id}', 200, 'suspend', ['active']],
      ['POST', '/Users', 201, 'create', expect.arrayContaining(['userName'])],
    ]);
    expect(await historyOf(ben)).toEqual([
      ['PUT', '/Users/{id}', 400, 'update', null],
      ['POST', '/Users', 201, 'create', expect.arrayContaining(['userName'])],
    ]);
    const calls = [await activity.page(id, EVERY_CALL, null, 10), await activity.latest(id, 10)];
    expect(calls.map((all) => all.map(({ route }) => route))).toEqual([
      ['/Bulk', '/Bulk'],
      ['/Bulk', '/Bulk'],
    ]);
    expect((await activity.hours(id, 2)).reduce((sum, hour) => sum + hour.calls, 0)).toBe(2);
  });

  it('take a chain of a thousand references, in whatever order', async () => {
    const { scim, domain } = await tenant();
    const chain = Array.from({ length: 1_000 }, (_, at) => {
      const manager: JsonObject = at === 999 ? {} : { [ENTERPRISE]: { manager: { value: `bulkId:${at + 1}` } } };
      return post(`${at}`, { userName: `u${at}@${domain}`, ...manager });
    });
    expect(new Set(statusesOf(await bulk(scim, chain)))).toEqual(new Set(['201']));
    expect((await scim.get('/Users?count=0')).body['totalResults']).toBe(1_000);
  });
});
