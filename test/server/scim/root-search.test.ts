import { describe, expect, it } from 'vitest';
import { created, person, resourcesOf, useServer } from './kit.ts';
import type { Tenant } from './kit.ts';

const { server, tenant } = useServer();
const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

async function withBoth(): Promise<Tenant & { search: (body?: object) => Promise<unknown[]> }> {
  const own = await tenant();
  const ann = await created(own.scim, '/Users', person(`ann@${own.domain}`, { title: 'Captain' }));
  await created(own.scim, '/Groups', { displayName: 'Crew', externalId: 'g1', members: [{ value: ann }] });
  await created(own.scim, '/Users', person(`bob@${own.domain}`, { externalId: 'b1' }));
  await created(own.scim, '/Groups', { displayName: 'Alumni' });
  const search = async (body: object = {}) => {
    const answer = await own.scim.post('/.search', { schemas: [SEARCH], ...body });
    expect(answer.status, answer.text).toBe(200);
    return resourcesOf(answer).map(({ displayName }) => displayName);
  };
  return { ...own, search };
}

describe('the root (RFC 7644 sections 3.4.2.1 and 3.4.3)', () => {
  it('lists every type in one order, by GET and by .search', async () => {
    const { scim, search } = await withBoth();
    expect(await search()).toEqual(['ann Doe', 'Crew', 'bob Doe', 'Alumni']);
    const answer = await scim.get('/?count=3');
    expect(answer.body).toMatchObject({ totalResults: 4, itemsPerPage: 3, startIndex: 1 });
    const kinds = resourcesOf(answer).map(({ meta }) => (meta as { resourceType: string }).resourceType);
    expect(kinds).toEqual(['User', 'Group', 'User']);
  });

  it('shows each resource as its own endpoint does', async () => {
    const { scim } = await withBoth();
    for (const resource of resourcesOf(await scim.post('/.search', {}))) {
      const { location } = resource['meta'] as { location: string };
      const path = location.slice(`${server().publicUrl}/scim/v2`.length);
      expect((await scim.get(path)).body).toEqual(resource);
    }
  });

  it.each([
    ['meta.resourceType eq "Group"', ['Crew', 'Alumni']],
    ['displayName co "a"', ['ann Doe', 'Alumni']],
    ['title pr', ['ann Doe']],
    ['not (title pr)', ['Crew', 'bob Doe', 'Alumni']],
    ['title ne "captain"', ['Crew', 'bob Doe', 'Alumni']],
    ['members pr', ['Crew']],
    ['members eq null', ['ann Doe', 'bob Doe', 'Alumni']],
    ['emails[type eq "work"] or members pr', ['ann Doe', 'Crew', 'bob Doe']],
    ['externalId eq "g1" or externalId eq "b1"', ['Crew', 'bob Doe']],
  ])('counts what a type does not have as unassigned: %s', async (filter, names) => {
    const { search } = await withBoth();
    expect(await search({ filter })).toEqual(names);
  });

  it('sorts and pages over both types', async () => {
    const { search } = await withBoth();
    expect(await search({ sortBy: 'displayName' })).toEqual(['Alumni', 'ann Doe', 'bob Doe', 'Crew']);
    expect(await search({ sortBy: 'displayName', sortOrder: 'descending', startIndex: 2, count: 2 })).toEqual([
      'bob Doe',
      'ann Doe',
    ]);
    expect(await search({ sortBy: 'title' })).toEqual(['ann Doe', 'Crew', 'bob Doe', 'Alumni']);
    expect(await search({ count: 0 })).toEqual([]);
  });

  it('pages by cursor, forward and back', async () => {
    const { scim } = await withBoth();
    const page = (cursor: unknown) => scim.post('/.search', { cursor, count: 3 });
    const first = await page('');
    const second = await page(first.body['nextCursor']);
    expect(resourcesOf(second)).toHaveLength(1);
    expect(second.body['nextCursor']).toBeUndefined();
    const back = await page(second.body['previousCursor']);
    expect(resourcesOf(back)).toEqual(resourcesOf(first));
  });

  it('projects by attributes of either type', async () => {
    const { scim } = await withBoth();
    const answer = await scim.post('/.search', {
      attributes: ['userName', 'members.value'],
      filter: 'displayName sw "c" or title pr',
    });
    const [ann, crew] = resourcesOf(answer);
    expect(Object.keys(ann ?? {}).sort()).toEqual(['id', 'schemas', 'userName']);
    expect(crew).toMatchObject({ members: [{ value: ann?.['id'] }] });
  });

  it.each([
    [{ filter: 'shoeSize eq 1' }, 'invalidFilter'],
    [{ filter: 'title eq' }, 'invalidFilter'],
    [{ sortBy: 'shoeSize' }, 'invalidPath'],
    [{ cursor: 'nonsense' }, 'invalidCursor'],
    [{ count: 'x' }, 'invalidValue'],
  ])('refuses %j', async (body, scimType) => {
    const { scim } = await tenant();
    const answer = await scim.post('/.search', body);
    expect(answer.status).toBe(400);
    expect(answer.body.scimType).toBe(scimType);
  });

  it('shows nothing of another company', async () => {
    await withBoth();
    const { scim } = await tenant();
    expect((await scim.post('/.search', {})).body).toMatchObject({ totalResults: 0, Resources: [] });
  });
});

describe('.search on each type', () => {
  it('answers as the list with the same parameters does', async () => {
    const { scim } = await withBoth();
    for (const path of ['/Users', '/Groups']) {
      const list = await scim.get(
        `${path}?filter=${encodeURIComponent('displayName pr')}&sortBy=displayName&count=1&startIndex=2`,
      );
      const body = { filter: 'displayName pr', sortBy: 'displayName', count: 1, startIndex: 2 };
      expect((await scim.post(`${path}/.search`, body)).body).toEqual(list.body);
    }
  });
});
