import { describe, expect, it } from 'vitest';
import { useServer } from './kit.ts';

const { tenant } = useServer();

describe('a filter on a time', () => {
  it.each([
    'eq "x"',
    'ne "x"',
    'gt "2026-02-30T00:00:00Z"',
    'eq "2026-13-01T00:00:00Z"',
    'lt "2025-02-29T00:00:00+01:00"',
  ])('is 400 for what is no time: %s', async (test) => {
    const { scim } = await tenant();
    const answer = await scim.get(`/Users?filter=${encodeURIComponent(`meta.created ${test}`)}`);
    expect([answer.status, answer.body.scimType], answer.text).toEqual([400, 'invalidFilter']);
  });

  it('takes the last day of February in a leap year', async () => {
    const { scim } = await tenant();
    const filter = encodeURIComponent('meta.created gt "2024-02-29T23:59:59-05:00"');
    expect((await scim.get(`/Users?filter=${filter}`)).status).toBe(200);
  });
});

describe('a .search', () => {
  it.each([5, {}, [5], true])('is 400 when its attributes are %j', async (attributes) => {
    const { scim } = await tenant();
    for (const name of ['attributes', 'excludedAttributes']) {
      const answer = await scim.post('/Users/.search', { [name]: attributes });
      expect([answer.status, answer.body.scimType], answer.text).toEqual([400, 'invalidValue']);
    }
  });
});
