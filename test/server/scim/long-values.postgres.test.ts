import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { created, patchOf, person, useServer } from './kit.ts';

const { server, tenant } = useServer();

/** So many characters that repeat nothing, and so become no shorter by what PostgreSQL does to long ones. */
const random = (length: number) => randomBytes(length).toString('base64url').slice(0, length);

/** What can be looked up by, and how a refusal names it. */
const VALUES: [string, string, RegExp, (long: string, domain: string) => JsonObject][] = [
  ['/Users', 'userName', /userName/, (long, domain) => ({ userName: `${long}@${domain}` })],
  ['/Users', 'displayName', /displayName/, (displayName, domain) => person(`ana@${domain}`, { displayName })],
  ['/Users', 'externalId', /externalId/, (externalId, domain) => person(`ana@${domain}`, { externalId })],
  ['/Users', 'emails', /emails/, (value, domain) => person(`ana@${domain}`, { emails: [{ value, type: 'work' }] })],
  ['/Groups', 'displayName', /displayName/, (displayName) => ({ displayName })],
  ['/Groups', 'externalId', /externalId/, (externalId) => ({ displayName: 'Sales', externalId })],
];

describe('a value that an index of PostgreSQL has no room for', () => {
  it.each(VALUES)('of %s, its %s, is 400 that names it', async (path, _name, named, bodyOf) => {
    const { scim, domain } = await tenant();
    for (const length of [4_000, 60_000]) {
      const answer = await scim.post(path, bodyOf(random(length), domain));
      expect(answer.body, answer.text.slice(0, 300)).toMatchObject({ status: '400', scimType: 'invalidValue' });
      expect(answer.body.detail).toMatch(named);
      expect(answer.body.detail).toContain('2500 bytes');
      expect(answer.text.length).toBeLessThan(500);
    }
    expect((await scim.get(path)).body['totalResults']).toBe(0);
  });

  it('leaves the user as it is, and those that were written at the same time', async () => {
    const { scim, domain } = await tenant();
    const id = await created(scim, '/Users', person(`ana@${domain}`));
    const answers = await Promise.all([
      scim.patch(`/Users/${id}`, patchOf({ op: 'replace', path: 'displayName', value: random(9_000) })),
      ...['ben', 'cleo'].map((name) => scim.post('/Users', person(`${name}@${domain}`))),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([400, 201, 201]);
    expect((await scim.get(`/Users/${id}`)).body).toMatchObject({ displayName: 'ana Doe', meta: { version: 'W/"1"' } });
  });

  it('is taken with 2,500 bytes, and is nothing for the log', async () => {
    const { scim, domain } = await tenant();
    const externalId = random(2_500);
    const id = await created(scim, '/Users', person(`ana@${domain}`, { externalId }));
    const found = await scim.post('/Users/.search', { filter: `externalId eq "${externalId}"`, attributes: ['id'] });
    expect(found.body['Resources']).toMatchObject([{ id }]);
    expect(server().log()).not.toContain('"fault"');
  });
});
