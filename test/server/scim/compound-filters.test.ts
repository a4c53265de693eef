import { describe, expect, it } from 'vitest';
import { created, person, resourcesOf, useServer } from './kit.ts';

const { tenant } = useServer();

describe('a filter of several parts', () => {
  it('gives the same by index as one by one', async () => {
    const { scim, domain } = await tenant();
    for (const name of ['a', 'b', 'c', 'd']) {
      await created(scim, '/Users', person(`${name}@${domain}`, { externalId: name.toUpperCase(), displayName: name }));
    }
    const names = async (filter: string) => {
      const answer = await scim.get(`/Users?filter=${encodeURIComponent(filter)}`);
      return resourcesOf(answer).map(({ displayName }) => displayName);
    };
    const either = `userName eq "d@${domain}" or externalId eq "A" or emails.value eq "b@${domain}" or displayName sw "a"`;
    expect(await names(either)).toEqual(['a', 'b', 'd']);
    expect(await names(`not (${either})`)).toEqual(['c']);
    expect(await names(`externalId gt "A" and (${either})`)).toEqual(['b', 'd']);
    expect(await names(`${either} and active eq false`)).toEqual(['a', 'b', 'd']);
  });

  it.each(['id pr', 'id eq "x"', 'ims pr', 'emails pr', 'not(id pr)', 'id eq "x" and id pr'])(
    'may be as long as a filter can be: %s, again and again',
    async (part) => {
      const { scim } = await tenant();
      for (const word of [' or ', ' and ']) {
        const times = Math.floor((8_192 + word.length) / (part.length + word.length));
        const filter = Array.from({ length: times }, () => part).join(word);
        const answer = await scim.post('/Users/.search', { filter });
        expect(answer.status, answer.text).toBe(200);
      }
    },
  );
});
