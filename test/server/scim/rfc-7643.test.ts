import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { Attribute } from '../../../server/scim/schema/attribute.ts';
import { GROUP_TYPE } from '../../../server/scim/schema/group.ts';
import { USER_TYPE } from '../../../server/scim/schema/user.ts';
import { CORE, created, ENTERPRISE, GROUP, idOf, patchOf, person, resourcesOf, useServer } from './kit.ts';

const { server, tenant } = useServer();

describe('attributes (RFC 7643 section 2)', () => {
  it('2.1: takes names in any case, and answers them as the schema spells them', async () => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users', {
      USERNAME: `jane@${domain}`,
      Name: { FAMILYNAME: 'Doe' },
      EMAILS: [{ VALUE: 'a@x.example' }],
    });
    expect(made.body).toMatchObject({
      userName: `jane@${domain}`,
      name: { familyName: 'Doe' },
      emails: [{ value: 'a@x.example' }],
    });
  });

  it.each([
    ['string', { title: 5 }],
    ['boolean', { active: 'maybe' }],
    ['complex', { name: 'Jane Doe' }],
    ['list', { emails: 'a@x.example' }],
    ['element', { emails: [5] }],
    ['binary', { x509Certificates: [{ value: 'not base64!' }] }],
    ['reference', { photos: [{ value: true }] }],
    ['extension', { [ENTERPRISE]: { department: ['Sales'] } }],
  ])('2.3: refuses what is no %s with 400 invalidValue', async (_type, more) => {
    const { scim, domain } = await tenant();
    const answer = await scim.post('/Users', { userName: `jane@${domain}`, ...more });
    expect(answer.body).toMatchObject({ status: '400', scimType: 'invalidValue' });
  });

  it('2.4: keeps at most one primary, and refuses two', async () => {
    const { scim, domain } = await tenant();
    const both = ['a', 'b'].map((value) => ({ value, primary: true }));
    for (const name of ['emails', 'phoneNumbers', 'addresses', 'roles']) {
      const list = name === 'addresses' ? both.map(({ primary, value }) => ({ locality: value, primary })) : both;
      const answer = await scim.post('/Users', { userName: `jane@${domain}`, [name]: list });
      expect(answer.body.scimType).toBe('invalidValue');
    }
  });

  it('2.4: keeps the same element once', async () => {
    const { scim, domain } = await tenant();
    const phone = { value: '+1', type: 'work' };
    const made = await scim.post('/Users', { userName: `jane@${domain}`, phoneNumbers: [phone, phone] });
    expect(made.body['phoneNumbers']).toEqual([phone]);
  });

  it('2.5: takes null, [] and absence for the same: unassigned, and leaves it out of answers', async () => {
    const { scim, domain } = await tenant();
    const made = await scim.post('/Users', person(`jane@${domain}`, { title: null, phoneNumbers: [], nickName: 'J' }));
    for (const name of ['title', 'phoneNumbers', 'photos']) expect(Object.keys(made.body)).not.toContain(name);
    const put = await scim.put(`/Users/${idOf(made)}`, person(`jane@${domain}`, { nickName: null }));
    expect(put.body['nickName']).toBeUndefined();
  });
});

describe('resources (RFC 7643 sections 3 and 4)', () => {
  it('3.1: gives id and meta, whatever the client says of them, and keeps externalId for the client', async () => {
    const { scim, domain } = await tenant();
    const meta = { resourceType: 'X', created: '2001-01-01T00:00:00Z', version: 'x', location: 'x' };
    const made = await scim.post('/Users', { id: 'mine', externalId: 'Theirs', meta, userName: `jane@${domain}` });
    const id = idOf(made);
    expect(id).not.toBe('mine');
    expect(made.body).toMatchObject({
      externalId: 'Theirs',
      meta: { resourceType: 'User', location: `${server().publicUrl}/scim/v2/Users/${id}`, version: 'W/"1"' },
    });
    const { created: at, lastModified } = made.body['meta'] as Record<string, string>;
    expect(at).toBe(lastModified);
    expect(Math.abs(Date.parse(at ?? '') - Date.now())).toBeLessThan(60_000);
  });

  it('3.1: never gives an id twice, and never the word bulkId', async () => {
    const { scim, domain } = await tenant();
    const first = await created(scim, '/Users', person(`jane@${domain}`));
    await scim.delete(`/Users/${first}`);
    const second = await created(scim, '/Users', person(`jane@${domain}`));
    expect(second).not.toBe(first);
    expect(second).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('3.3: names in schemas just those that the resource has values of', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`jane@${domain}`, { schemas: [CORE, ENTERPRISE] }));
    expect((await scim.get(`/Users/${id}`)).body['schemas']).toEqual([CORE]);
    const add = patchOf({ op: 'add', path: `${ENTERPRISE}:department`, value: 'Sales' });
    expect((await scim.patch(`/Users/${id}`, add)).body['schemas']).toEqual([CORE, ENTERPRISE]);
    const remove = patchOf({ op: 'remove', path: ENTERPRISE });
    expect((await scim.patch(`/Users/${id}`, remove)).body['schemas']).toEqual([CORE]);
  });

  it('4.1: keeps every attribute of User, and never a password', async () => {
    const { scim, domain } = await tenant();
    const whole = wholeUser(`jane@${domain}`);
    const made = await scim.post('/Users', { ...whole, password: 't1meMa$heen' });
    expect(made.body).toMatchObject(whole);
    expect(made.text).not.toContain('t1meMa$heen');
    expect((await scim.get(`/Users/${idOf(made)}`)).body).toEqual(made.body);
  });

  it('4.2: gives members value, $ref, display and type', async () => {
    const { scim, domain } = await tenant();
    const jane = await created(scim, '/Users', person(`jane@${domain}`));
    const made = await scim.post('/Groups', { schemas: [GROUP], displayName: 'Sales', members: [{ value: jane }] });
    const $ref = `${server().publicUrl}/scim/v2/Users/${jane}`;
    expect(made.body['members']).toEqual([{ value: jane, $ref, display: 'jane Doe', type: 'User' }]);
    const { body } = await scim.get(`/Users/${jane}`);
    const group = `${server().publicUrl}/scim/v2/Groups/${idOf(made)}`;
    expect(body['groups']).toEqual([{ value: idOf(made), $ref: group, display: 'Sales', type: 'direct' }]);
  });

  it('4.3: keeps the enterprise extension, with what Dialpad’s administrators put there', async () => {
    const { scim, domain } = await tenant();
    const enterprise = {
      employeeNumber: '7',
      costCenter: '4130',
      organization: 'Acme',
      division: 'Theme Park',
      department: 'Tours',
      manager: { value: '26118915' },
      licenseType: 'Dialpad_Ai Voice',
      officeName: 'Berlin',
      physicalDeliveryOfficeName: 'Berlin HQ',
    };
    const made = await scim.post('/Users', person(`jane@${domain}`, { [ENTERPRISE]: enterprise }));
    expect(made.body[ENTERPRISE]).toEqual(enterprise);
    const filter = encodeURIComponent(`${ENTERPRISE}:officeName eq "berlin"`);
    expect((await scim.get(`/Users?filter=${filter}`)).body['totalResults']).toBe(1);
  });
});

function wholeUser(userName: string): JsonObject {
  const plural = (value: string, type: string) => [{ value, display: value, type, primary: true }];
  return {
    userName,
    externalId: 'x',
    name: {
      formatted: 'Ms. J D III',
      familyName: 'D',
      givenName: 'J',
      middleName: 'M',
      honorificPrefix: 'Ms.',
      honorificSuffix: 'III',
    },
    displayName: 'J D',
    nickName: 'J',
    profileUrl: 'https://x.example/j',
    title: 'Guide',
    userType: 'Employee',
    preferredLanguage: 'en-US',
    locale: 'en-US',
    timezone: 'America/Los_Angeles',
    active: true,
    emails: plural('j@x.example', 'work'),
    phoneNumbers: plural('tel:+1-555-555-5555', 'mobile'),
    ims: plural('jd', 'xmpp'),
    photos: plural('https://x.example/p', 'photo'),
    addresses: [
      {
        formatted: 'a',
        streetAddress: 'b',
        locality: 'c',
        region: 'd',
        postalCode: 'e',
        country: 'US',
        type: 'work',
        primary: true,
      },
    ],
    entitlements: plural('e', 'x'),
    roles: plural('r', 'x'),
    x509Certificates: plural('MIIB', 'x'),
  };
}

describe('discovery (RFC 7643 sections 5 to 7)', () => {
  it('5: tells what this service can do', async () => {
    const { scim } = await tenant();
    const { body } = await scim.get('/ServiceProviderConfig');
    expect(body).toMatchObject({
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: { supported: true },
      bulk: { supported: true, maxOperations: 1_000, maxPayloadSize: 8 * 1024 * 1024 },
      filter: { supported: true, maxResults: 1_000 },
      changePassword: { supported: false },
      sort: { supported: true },
      etag: { supported: true },
      authenticationSchemes: [{ type: 'oauthbearertoken', primary: true }],
      meta: { resourceType: 'ServiceProviderConfig', location: `${server().publicUrl}/scim/v2/ServiceProviderConfig` },
    });
  });

  it('6: describes the types, each readable by its name', async () => {
    const { scim } = await tenant();
    const types = resourcesOf(await scim.get('/ResourceTypes'));
    expect(types).toMatchObject([
      { name: 'User', endpoint: '/Users', schema: CORE, schemaExtensions: [{ schema: ENTERPRISE, required: false }] },
      { name: 'Group', endpoint: '/Groups', schema: GROUP },
    ]);
    for (const type of types) expect((await scim.get(`/ResourceTypes/${type['name'] as string}`)).body).toEqual(type);
  });

  it('7: describes each attribute with every characteristic, just as the server keeps to it', async () => {
    const { scim } = await tenant();
    const shown = resourcesOf(await scim.get('/Schemas'));
    const declared = [USER_TYPE, GROUP_TYPE].flatMap(({ core, extensions }) => [core, ...extensions]);
    expect(shown.map(({ id }) => id)).toEqual(declared.map(({ id }) => id));
    for (const [index, schema] of declared.entries()) {
      expect((await scim.get(`/Schemas/${schema.id}`)).body).toEqual(shown[index]);
      compare(schema.attributes, shown[index]?.['attributes'] as JsonObject[]);
    }
  });
});

const KINDS = [
  'name',
  'type',
  'multiValued',
  'description',
  'required',
  'mutability',
  'returned',
  'uniqueness',
] as const;

function compare(declared: readonly Attribute[], shown: JsonObject[]): void {
  expect(shown.map(({ name }) => name)).toEqual(declared.map(({ name }) => name));
  for (const [index, attribute] of declared.entries()) {
    const other = shown[index] ?? {};
    for (const kind of KINDS) expect(other[kind]).toEqual(attribute[kind]);
    if (attribute.type === 'string') expect(other['caseExact']).toBe(attribute.caseExact);
    if (attribute.type === 'reference') expect(other['referenceTypes']).toEqual(attribute.referenceTypes);
    if (attribute.type === 'complex') compare(attribute.subAttributes, other['subAttributes'] as JsonObject[]);
  }
}
