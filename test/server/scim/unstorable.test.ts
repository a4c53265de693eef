import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { created, memberIdsOf, patchOf, person, useServer } from './kit.ts';

const { tenant } = useServer();

const renamed = patchOf({ op: 'replace', path: 'displayName', value: 'x' });

describe('a NUL, which PostgreSQL cannot hold', () => {
  it.each(['/Users/%00', '/Groups/%00', '/Groups/a%00b'])('in the id of %s names nothing: 404', async (path) => {
    const { scim, domain } = await tenant();
    const body: JsonObject = { ...person(`ana@${domain}`), displayName: 'x' };
    for (const answer of [
      await scim.get(path),
      await scim.put(path, { ...body, schemas: [] }),
      await scim.patch(path, renamed),
      await scim.delete(path),
    ]) {
      expect(answer.status, answer.text).toBe(404);
      expect(answer.body.detail).toMatch(/not found/);
    }
  });

  it.each(['add', 'remove', 'replace'])('in a member to %s is 400, and the others stay', async (op) => {
    const { scim, domain } = await tenant();
    const ana = await created(scim, '/Users', person(`ana@${domain}`));
    const group = await created(scim, '/Groups', { displayName: 'Sales', members: [{ value: ana }] });
    for (const value of [[{ value: 'a\0b' }], [{ value: ana }, { value: '\0' }], '\0']) {
      const answer = await scim.patch(`/Groups/${group}`, patchOf({ op, path: 'members', value }));
      expect(answer.body, answer.text).toMatchObject({ status: '400', scimType: 'invalidValue' });
      expect(answer.body.detail).toMatch(/^members\[\d\]\.value holds a NUL/);
    }
    expect(memberIdsOf(await scim.get(`/Groups/${group}`))).toEqual([ana]);
  });

  it.each(['/Users', '/Groups', '/'])('in a cursor of %s is 400 invalidCursor', async (path) => {
    const { scim, domain } = await tenant();
    for (const name of ['a', 'b']) {
      await created(scim, '/Users', person(`${name}@${domain}`));
      await created(scim, '/Groups', { displayName: name });
    }
    const { nextCursor } = (await scim.get(`${path}?cursor=&count=1`)).body;
    const cursor = JSON.parse(Buffer.from(String(nextCursor), 'base64url').toString()) as JsonObject;
    for (const place of ['after', 'before']) {
      const other = { question: cursor['question'], [place]: '\0' };
      const text = Buffer.from(JSON.stringify(other)).toString('base64url');
      const answer = await scim.get(`${path}?cursor=${text}`);
      expect(answer.body, answer.text).toMatchObject({ status: '400', scimType: 'invalidCursor' });
    }
  });

  it('in an operation of a bulk request fails that operation alone', async () => {
    const { scim, domain } = await tenant();
    const answer = await scim.post('/Bulk', {
      Operations: [
        { method: 'POST', path: '/Users', bulkId: 'ana', data: person(`ana@${domain}`) },
        { method: 'DELETE', path: '/Users/%00' },
        { method: 'POST', path: '/Groups', bulkId: 'sales', data: { displayName: 'Sales' } },
        {
          method: 'PATCH',
          path: '/Groups/bulkId:sales',
          data: patchOf({ op: 'remove', path: 'members', value: [{ value: '\0' }] }),
        },
        { method: 'POST', path: '/Users', bulkId: 'ben', data: person(`ben@${domain}`) },
      ],
    });
    const operations = answer.body['Operations'] as { status: string }[];
    expect(operations.map(({ status }) => status)).toEqual(['201', '404', '201', '400', '201']);
  });
});
