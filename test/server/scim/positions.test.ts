import { describe, expect, it } from 'vitest';
import { created, idOf, person, resourcesOf, useServer } from './kit.ts';

const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

const { tenant } = useServer();

/** More than the store's marks stand apart, so that pages begin behind several of them. */
const USERS = 300;

describe('pages by index', () => {
  it('stay right to the one while users are made and deleted, wherever these stand', async () => {
    const { scim, domain } = await tenant();
    const ids: string[] = [];
    const make = async (from: number) => {
      const Operations = Array.from({ length: USERS }, (_, n) => {
        const data = person(`u${String(from + n)}@${domain}`);
        return { method: 'POST', path: '/Users', bulkId: `u${String(n)}`, data };
      });
      const { body } = await scim.post('/Bulk', { schemas: [BULK_REQUEST], Operations });
      const made = body['Operations'] as { location: string }[];
      ids.push(...made.map(({ location }) => location.split('/').at(-1) ?? ''));
    };
    await make(0);

    const check = async (startIndex: number, count = 3) => {
      const answer = await scim.get(`/Users?startIndex=${String(startIndex)}&count=${String(count)}`);
      expect(answer.body['totalResults']).toBe(ids.length);
      expect(resourcesOf(answer).map(({ id }) => id)).toEqual(ids.slice(startIndex - 1, startIndex - 1 + count));
    };
    const everywhere = async () => {
      for (const startIndex of [1, 2, 200, 256, 257, 258, 512, 513, ids.length, ids.length + 1]) {
        await check(startIndex);
      }
    };
    const remove = async (at: number) => {
      const [id = ''] = ids.splice(at, 1);
      expect((await scim.delete(`/Users/${id}`)).status).toBe(204);
    };

    await everywhere();
    for (const at of [0, 255, 254, 100, -1]) await remove(at);
    await everywhere();
    await make(USERS);
    await everywhere();
    await check(5, 0);
    await check(500, 200);
  });

  it('count a test user that another one replaced once', async () => {
    const { scim } = await tenant({ allowed: ['jumpcloud.com'] });
    const address = 'check@jumpcloud.com';
    const first = await scim.post('/Users', person(address));
    expect((await scim.get('/Users?startIndex=2')).body['totalResults']).toBe(1);
    const second = await scim.post('/Users', person(address));
    expect([first.status, second.status]).toEqual([201, 201]);
    const { body } = await scim.get('/Users?startIndex=2');
    expect(body['totalResults']).toBe(1);
    expect(idOf(second)).not.toBe(idOf(first));
  });

  it('are those of one company alone', async () => {
    const [one, other] = [await tenant(), await tenant()];
    await created(one.scim, '/Users', person(`a@${one.domain}`));
    await one.scim.get('/Users?startIndex=2');
    await created(other.scim, '/Users', person(`b@${other.domain}`));
    expect((await one.scim.get('/Users?startIndex=2')).body['totalResults']).toBe(1);
    expect((await other.scim.get('/Users?startIndex=2')).body['totalResults']).toBe(1);
  });
});
