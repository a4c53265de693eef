import { describe, expect, it } from 'vitest';
import { created, idOf, patchOf, person, useServer } from './kit.ts';

const { tenant } = useServer();

describe('ETags (RFC 7644 section 3.14)', () => {
  it.each(['Users', 'Groups'])('of %s are weak, and the same in the header and in meta.version', async (type) => {
    const { scim, domain } = await tenant();
    const body = type === 'Users' ? person(`jane@${domain}`) : { displayName: 'Sales' };
    const made = await scim.post(`/${type}`, body);
    const path = `/${type}/${idOf(made)}`;
    const change = patchOf({ op: 'replace', path: 'displayName', value: 'Other' });
    const answers = [made, await scim.get(path), await scim.patch(path, change), await scim.put(path, body)];
    for (const { headers, body: resource } of answers) {
      expect(headers.get('etag')).toMatch(/^W\/"\d+"$/);
      expect(resource['meta']).toMatchObject({ version: headers.get('etag') });
    }
    expect(new Set(answers.map(({ headers }) => headers.get('etag'))).size).toBe(3);
  });

  it('stay when nothing changes, and change with the members', async () => {
    const { scim, domain } = await tenant();
    const jane = await created(scim, '/Users', person(`jane@${domain}`));
    const group = await created(scim, '/Groups', { displayName: 'Sales' });
    const add = patchOf({ op: 'add', path: 'members', value: [{ value: jane }] });
    const first = (await scim.patch(`/Groups/${group}`, add)).headers.get('etag');
    expect(first).toBe('W/"2"');
    expect((await scim.patch(`/Groups/${group}`, add)).headers.get('etag')).toBe(first);
    await scim.delete(`/Users/${jane}`);
    expect((await scim.get(`/Groups/${group}`)).headers.get('etag')).toBe('W/"3"');
  });

  it.each([
    ['the version', 'W/"1"', 304],
    ['the version, as a strong one', '"1"', 304],
    ['any', '*', 304],
    ['it among others', 'W/"7", W/"1"', 304],
    ['another', 'W/"7"', 200],
    ['nonsense', 'x', 200],
  ])('answer If-None-Match that names %s', async (_what, header, status) => {
    const { scim, domain } = await tenant();
    const path = `/Users/${await created(scim, '/Users', person(`jane@${domain}`))}`;
    const answer = await scim.get(path, { 'If-None-Match': header });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('etag')).toBe('W/"1"');
    if (status === 304) expect(answer.text).toBe('');
  });

  it.each([
    ['the version', { 'If-Match': 'W/"1"' }, 200],
    ['any', { 'If-Match': '*' }, 200],
    ['it among others', { 'If-Match': 'W/"7", W/"1"' }, 200],
    ['another', { 'If-Match': 'W/"7"' }, 412],
    ['nonsense', { 'If-Match': 'x' }, 412],
    ['any by If-None-Match', { 'If-None-Match': '*' }, 412],
    ['the version by If-None-Match', { 'If-None-Match': 'W/"1"' }, 412],
    ['another by If-None-Match', { 'If-None-Match': 'W/"7"' }, 200],
  ])('hold writes to what names %s', async (_what, headers, status) => {
    const { scim, domain } = await tenant();
    const bodies = { Users: person(`jane@${domain}`), Groups: { displayName: 'Sales' } };
    for (const [type, body] of Object.entries(bodies)) {
      const path = `/${type}/${await created(scim, `/${type}`, body)}`;
      const nothing = patchOf({ op: 'replace', value: { displayName: body.displayName ?? null } });
      const answers = [await scim.put(path, body, headers), await scim.patch(path, nothing, headers)];
      expect(answers.map((answer) => answer.status)).toEqual([status, status]);
      expect((await scim.delete(path, headers)).status).toBe(status === 200 ? 204 : status);
    }
  });

  it('answer a wrong If-Match with 412 on reading too, and with the present version', async () => {
    const { scim, domain } = await tenant();
    const path = `/Users/${await created(scim, '/Users', person(`jane@${domain}`))}`;
    const answer = await scim.get(path, { 'If-Match': 'W/"7"' });
    expect(answer.status).toBe(412);
    expect(answer.body).toMatchObject({ status: '412', detail: expect.stringContaining('W/"1"') as string });
  });

  it('let just one of two changes of the same version through', async () => {
    const { scim, domain } = await tenant();
    const path = `/Users/${await created(scim, '/Users', person(`jane@${domain}`))}`;
    const change = (title: string) =>
      scim.patch(path, patchOf({ op: 'replace', path: 'title', value: title }), { 'If-Match': 'W/"1"' });
    const answers = await Promise.all(['A', 'B', 'C'].map(change));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
  });
});
