import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { created, ENTERPRISE, person, useServer } from './kit.ts';

const { tenant } = useServer();

describe('parts of attributes that are asked for', () => {
  const emails: JsonObject[] = [{ value: 'a@x.example', display: 'A', type: 'home' }, { value: 'b@x.example' }];
  it.each<[string, JsonObject]>([
    ['attributes=name.middleName', {}],
    ['attributes=name.middleName,name.givenName', { name: { givenName: 'jane' } }],
    ['attributes=emails.primary', {}],
    ['attributes=emails.display', { emails: [{ display: 'A' }] }],
    [
      'attributes=emails.display,emails.value',
      { emails: [{ value: 'a@x.example', display: 'A' }, { value: 'b@x.example' }] },
    ],
    [`attributes=${ENTERPRISE}:manager.$ref`, {}],
    ['excludedAttributes=emails.value', { emails: [{ display: 'A', type: 'home' }] }],
  ])('are left out with what they are part of where they are unassigned: %s', async (query, expected) => {
    const { scim, domain } = await tenant();
    const id = await created(
      scim,
      '/Users',
      person(`jane@${domain}`, { emails, [ENTERPRISE]: { manager: { value: 'm' } } }),
    );
    const { name, emails: answered, [ENTERPRISE]: extension } = (await scim.get(`/Users/${id}?${query}`)).body;
    if (query.startsWith('attributes')) expect({ name, emails: answered, extension }).toEqual(expected);
    else expect(answered).toEqual(expected['emails']);
  });
});
