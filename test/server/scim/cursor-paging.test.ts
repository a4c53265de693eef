import { describe, expect, it } from 'vitest';
import { created, person, resourcesOf, useServer } from './kit.ts';
import type { Tenant } from './kit.ts';

const { tenant } = useServer();

async function withSeven(): Promise<Tenant & { ids: string[] }> {
  const own = await tenant();
  const ids: string[] = [];
  for (let n = 0; n < 7; n += 1)
    ids.push(await created(own.scim, '/Users', person(`u${n}@${own.domain}`, { title: `${9 - n}` })));
  return { ...own, ids };
}

describe('cursors (RFC 9865)', () => {
  it.each(['', '&sortBy=title', '&sortBy=title&sortOrder=descending', '&filter=title%20pr'])(
    'lead to every page once, and back (%s)',
    async (question) => {
      const { scim } = await withSeven();
      const walk = async (start: string, way: 'nextCursor' | 'previousCursor') => {
        const pages: unknown[][] = [];
        let cursor: unknown = start;
        let last = '';
        while (typeof cursor === 'string') {
          last = cursor;
          const answer = await scim.get(`/Users?count=3&cursor=${cursor}${question}`);
          expect(answer.body).toMatchObject({ totalResults: 7, itemsPerPage: resourcesOf(answer).length });
          expect(answer.body['startIndex']).toBeUndefined();
          pages.push(resourcesOf(answer).map(({ userName }) => userName));
          cursor = answer.body[way];
        }
        return { pages, last };
      };
      const { pages, last } = await walk('', 'nextCursor');
      expect(pages.map(({ length }) => length)).toEqual([3, 3, 1]);
      expect(new Set(pages.flat()).size).toBe(7);
      expect((await walk(last, 'previousCursor')).pages).toEqual([...pages].reverse());
    },
  );

  it('give no previous one on the first page and no next one on the last', async () => {
    const { scim } = await withSeven();
    const all = (await scim.get('/Users?cursor=')).body;
    expect(all['previousCursor']).toBeUndefined();
    expect(all['nextCursor']).toBeUndefined();
    expect((await scim.get('/Users?cursor=&count=0')).body).toMatchObject({ totalResults: 7, itemsPerPage: 0 });
  });

  it('keep their place when what was read goes and something new comes', async () => {
    const { scim, ids, domain } = await withSeven();
    const first = await scim.get('/Users?count=3&cursor=');
    await scim.delete(`/Users/${ids[0] ?? ''}`);
    await created(scim, '/Users', person(`late@${domain}`));
    const second = await scim.get(`/Users?count=3&cursor=${String(first.body['nextCursor'])}`);
    expect(resourcesOf(second).map(({ id }) => id)).toEqual(ids.slice(3, 6));
  });

  it('are opaque texts that fit into a URL', async () => {
    const { scim } = await withSeven();
    expect((await scim.get('/Users?count=1&cursor=')).body['nextCursor']).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it('are good for their own question alone', async () => {
    const { scim } = await withSeven();
    const cursor = String((await scim.get('/Users?count=1&cursor=')).body['nextCursor']);
    for (const path of [`/Groups?cursor=${cursor}`, `/Users?filter=title%20pr&cursor=${cursor}`, '/Users?cursor=x']) {
      const answer = await scim.get(path);
      expect(answer.status).toBe(400);
      expect(answer.body.scimType).toBe('invalidCursor');
    }
  });

  it('are told of in ServiceProviderConfig', async () => {
    const { scim } = await tenant();
    expect((await scim.get('/ServiceProviderConfig')).body['pagination']).toEqual({
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: 100,
      maxPageSize: 1_000,
    });
  });

  it('work in the body of .search', async () => {
    const { scim } = await withSeven();
    const first = await scim.post('/Users/.search', { cursor: '', count: 4 });
    const second = await scim.post('/Users/.search', { cursor: first.body['nextCursor'], count: 4 });
    expect(resourcesOf(second)).toHaveLength(3);
  });
});
