import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { ScimAnswer } from '../kit/scim-client.ts';
import { CORE, created, ENTERPRISE, idOf, patchOf, person, resourcesOf, useServer } from './kit.ts';
import type { Tenant } from './kit.ts';

const { server, tenant } = useServer();

type Wanted = { status: number; scimType?: string; body?: (own: Tenant & { jane: string }) => JsonObject };
type Call = { method: 'get' | 'post' | 'put' | 'patch' | 'delete'; path: string; body?: (own: Tenant) => unknown };
type Row = [section: string, what: string, call: Call, wanted: Wanted];

const get = (path: string): Call => ({ method: 'get', path });
const remove = (path: string): Call => ({ method: 'delete', path });
const send = (method: 'post' | 'put' | 'patch', path: string, body: Call['body']): Call => ({ method, path, body });
const patch = (...operations: JsonObject[]): Call => send('patch', '/Users/JANE', () => patchOf(...operations));
const search = (filter: string): Call => get(`/Users?filter=${encodeURIComponent(filter)}`);

/** Requests to a company in which jane (a Captain of Sales) is the one account, and their answers, section by section. */
const TABLE: Row[] = [
  ['3.3', 'creates', send('post', '/Users', ({ domain }) => person(`new@${domain}`)), { status: 201 }],
  [
    '3.3',
    'ignores what it does not know',
    send('post', '/Users', ({ domain }) => person(`new@${domain}`, { x: 1 })),
    { status: 201 },
  ],
  [
    '3.3',
    'refuses a double',
    send('post', '/Users', ({ domain }) => person(`JANE@${domain}`)),
    { status: 409, scimType: 'uniqueness' },
  ],
  [
    '3.3',
    'refuses a missing required attribute',
    send('post', '/Users', () => ({})),
    { status: 400, scimType: 'invalidValue' },
  ],
  [
    '3.3',
    'refuses a group without a name',
    send('post', '/Groups', () => ({})),
    { status: 400, scimType: 'invalidValue' },
  ],
  ['3.3', 'refuses what is no JSON', send('post', '/Users', () => '{'), { status: 400, scimType: 'invalidSyntax' }],
  ['3.4.1', 'reads one', get('/Users/JANE'), { status: 200, body: ({ jane }) => ({ id: jane }) }],
  ['3.4.1', 'knows nobody else', get('/Users/nobody'), { status: 404 }],
  ['3.4.2', 'lists', get('/Users'), { status: 200, body: () => ({ totalResults: 1, itemsPerPage: 1, startIndex: 1 }) }],
  [
    '3.4.2',
    'answers 200 when nothing fits',
    search('userName eq "x"'),
    { status: 200, body: () => ({ totalResults: 0 }) },
  ],
  ['3.4.2.2', 'filters', search('title eq "captain"'), { status: 200, body: () => ({ totalResults: 1 }) }],
  ['3.4.2.2', 'refuses an unknown operator', search('title is "x"'), { status: 400, scimType: 'invalidFilter' }],
  ['3.4.2.2', 'refuses an unknown attribute', search('shoeSize eq 1'), { status: 400, scimType: 'invalidFilter' }],
  ['3.4.2.3', 'sorts', get('/Users?sortBy=name.familyName&sortOrder=descending'), { status: 200 }],
  [
    '3.4.2.3',
    'refuses to sort by what is unknown',
    get('/Users?sortBy=shoeSize'),
    { status: 400, scimType: 'invalidPath' },
  ],
  [
    '3.4.2.4',
    'takes startIndex below 1 for 1',
    get('/Users?startIndex=0'),
    { status: 200, body: () => ({ startIndex: 1 }) },
  ],
  [
    '3.4.2.4',
    'takes a negative count for 0',
    get('/Users?count=-1'),
    { status: 200, body: () => ({ itemsPerPage: 0, totalResults: 1 }) },
  ],
  [
    '3.4.3',
    'searches by POST',
    send('post', '/Users/.search', () => ({ filter: 'title pr' })),
    { status: 200, body: () => ({ totalResults: 1 }) },
  ],
  [
    '3.5.1',
    'replaces',
    send('put', '/Users/JANE', ({ domain }) => person(`jane@${domain}`, { nickName: 'J' })),
    { status: 200, body: () => ({ nickName: 'J' }) },
  ],
  [
    '3.5.1',
    'never creates by PUT',
    send('put', '/Users/nobody', ({ domain }) => person(`x@${domain}`)),
    { status: 404 },
  ],
  [
    '3.5.1',
    'refuses a PUT without what is required',
    send('put', '/Users/JANE', () => ({ title: 'x' })),
    { status: 400, scimType: 'invalidValue' },
  ],
  [
    '3.5.2',
    'changes by path',
    patch({ op: 'replace', path: 'title', value: 'Major' }),
    { status: 200, body: () => ({ title: 'Major' }) },
  ],
  [
    '3.5.2',
    'changes without a path',
    patch({ op: 'add', value: { nickName: 'J' } }),
    { status: 200, body: () => ({ nickName: 'J' }) },
  ],
  [
    '3.5.2',
    'takes a URN before a core attribute',
    patch({ op: 'replace', path: `${CORE}:name.familyName`, value: 'Roe' }),
    { status: 200, body: () => ({ name: { familyName: 'Roe' } }) },
  ],
  [
    '3.5.2',
    'refuses a broken path',
    patch({ op: 'add', path: 'emails[', value: 1 }),
    { status: 400, scimType: 'invalidPath' },
  ],
  [
    '3.5.2',
    'refuses an unknown attribute',
    patch({ op: 'add', path: 'shoeSize', value: 1 }),
    { status: 400, scimType: 'invalidPath' },
  ],
  [
    '3.5.2',
    'refuses to change what is read-only',
    patch({ op: 'replace', path: 'id', value: 'x' }),
    { status: 400, scimType: 'mutability' },
  ],
  [
    '3.5.2',
    'refuses a body without operations',
    send('patch', '/Users/JANE', () => ({})),
    { status: 400, scimType: 'invalidSyntax' },
  ],
  [
    '3.5.2.1',
    'adds to a list',
    patch({ op: 'add', path: 'roles', value: [{ value: 'x' }] }),
    { status: 200, body: () => ({ roles: [{ value: 'x' }] }) },
  ],
  [
    '3.5.2.2',
    'removes',
    patch({ op: 'remove', path: `${ENTERPRISE}:department` }),
    { status: 200, body: () => ({ schemas: [CORE] }) },
  ],
  [
    '3.5.2.2',
    'refuses to remove nothing in particular',
    patch({ op: 'remove' }),
    { status: 400, scimType: 'noTarget' },
  ],
  [
    '3.5.2.2',
    'refuses to remove what is required',
    patch({ op: 'remove', path: 'userName' }),
    { status: 400, scimType: 'mutability' },
  ],
  [
    '3.5.2.3',
    'replaces an object part by part',
    patch({ op: 'replace', path: 'name', value: { givenName: 'Jo' } }),
    { status: 200, body: () => ({ name: { givenName: 'Jo', familyName: 'Doe' } }) },
  ],
  [
    '3.5.2.3',
    'refuses to replace what no filter finds',
    patch({ op: 'replace', path: 'roles[value eq "x"].value', value: 'y' }),
    { status: 400, scimType: 'noTarget' },
  ],
  ['3.6', 'deletes', remove('/Users/JANE'), { status: 204 }],
  ['3.6', 'deletes nobody', remove('/Users/nobody'), { status: 404 }],
  [
    '3.9',
    'projects',
    get('/Users/JANE?attributes=title'),
    { status: 200, body: ({ jane }) => ({ id: jane, title: 'Captain' }) },
  ],
  ['3.11', 'knows nobody by /Me, and says why', get('/Me'), { status: 501 }],
  ['4', 'refuses to filter discovery', get('/Schemas?filter=id%20pr'), { status: 403 }],
  ['4', 'knows no other schema', get('/Schemas/urn:x'), { status: 404 }],
];

describe('requests and answers (RFC 7644)', () => {
  it.each(TABLE)('%s: %s', async (_section, _what, { method, path, body }, wanted) => {
    const own = await withJane();
    const answer = await ask(own, method, path.replace('JANE', own.jane), body?.(own));
    expect(answer.status, answer.text).toBe(wanted.status);
    if (wanted.status >= 400) {
      expect(answer.body).toMatchObject({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: String(wanted.status),
      });
      expect(answer.body.detail?.length).toBeGreaterThan(10);
      expect(answer.body.scimType).toBe(wanted.scimType);
    }
    if (wanted.status === 204) expect(answer.text).toBe('');
    if (wanted.body) expect(answer.body).toMatchObject(wanted.body(own));
  });
});

async function withJane(): Promise<Tenant & { jane: string }> {
  const own = await tenant();
  const body = person(`jane@${own.domain}`, { title: 'Captain', [ENTERPRISE]: { department: 'Sales' } });
  return { ...own, jane: await created(own.scim, '/Users', body) };
}

function ask({ scim }: Tenant, method: Call['method'], path: string, body: unknown): Promise<ScimAnswer> {
  return method === 'get' || method === 'delete' ? scim[method](path) : scim[method](path, body);
}

describe('the protocol (RFC 7644)', () => {
  it('2: answers 401 with a challenge to who brings no key, on every endpoint', async () => {
    const nobody = server().scim(null);
    for (const path of ['/Users', '/Groups', '/Schemas', '/ServiceProviderConfig', '/Me', '/', '/x']) {
      const answer = await nobody.get(path);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(answer.body.status).toBe('401');
    }
  });

  it('3.3: answers a create with the resource, its Location and its ETag', async () => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users', person(`jane@${domain}`));
    expect(made.headers.get('location')).toBe(`${server().publicUrl}/scim/v2/Users/${idOf(made)}`);
    expect(made.body['meta']).toMatchObject({
      location: made.headers.get('location'),
      version: made.headers.get('etag'),
    });
  });

  it('3.4.2.3: sorts by a list’s primary value, without case, those without a value last', async () => {
    const { scim, domain } = await tenant({ allowed: ['*'] });
    const make = (userName: string, emails: JsonObject[]) => created(scim, '/Users', { userName, emails });
    await make(`x@${domain}`, [{ value: 'z@x' }, { value: 'B@x', primary: true }]);
    await make(`y@${domain}`, [{ value: 'c@x' }]);
    await make('none', []);
    await make(`z@${domain}`, [{ value: 'a@x' }]);
    const order = async (more: string) =>
      resourcesOf(await scim.get(`/Users?sortBy=emails${more}`)).map(
        ({ userName }) => (userName as string).split('@')[0],
      );
    expect(await order('')).toEqual(['z', 'x', 'y', 'none']);
    expect(await order('&sortOrder=descending')).toEqual(['none', 'y', 'x', 'z']);
  });

  it('3.9: returns what is always returned, and just what is asked for besides', async () => {
    const { scim, jane } = await withJane();
    const keysOf = async (query: string) => Object.keys((await scim.get(`/Users/${jane}?${query}`)).body).sort();
    expect(await keysOf('attributes=title')).toEqual(['id', 'schemas', 'title']);
    expect(await keysOf('attributes=name.givenName')).toEqual(['id', 'name', 'schemas']);
    expect(await keysOf(`attributes=${ENTERPRISE}:department`)).toEqual(['id', 'schemas', ENTERPRISE].sort());
    expect(await keysOf('attributes=nope')).toEqual(['id', 'schemas']);
    const rest = await keysOf('excludedAttributes=id,schemas,emails,meta');
    expect(rest).toContain('id');
    expect(rest).toContain('schemas');
    expect(rest).not.toContain('emails');
    expect(rest).not.toContain('meta');
  });

  it('3.9: projects the answers of writes too', async () => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users?attributes=userName', person(`jane@${domain}`));
    expect(Object.keys(made.body).sort()).toEqual(['id', 'schemas', 'userName']);
    const change = patchOf({ op: 'replace', path: 'title', value: 'x' });
    const changed = await scim.patch(`/Users/${idOf(made)}?excludedAttributes=title`, change);
    expect(changed.body['title']).toBeUndefined();
  });

  it('3.12: tells no internals, whatever goes wrong', async () => {
    const { scim } = await tenant();
    const answers = [
      await scim.get(`/Users?filter=${encodeURIComponent('title eq')}`),
      await scim.post('/Users', '{'),
      await scim.get('/Users?sortBy=a.b.c'),
      await scim.post('/Users', { userName: { a: 1 } }),
    ];
    for (const { text } of answers) expect(text).not.toMatch(/sqlite|knex|select|node_modules|\.ts|at \w+ \(/i);
  });
});
