import type { JsonObject } from '../../shared/scim/json.ts';
import recorded from '../data/jumpcloud/user-put-full.json' with { type: 'json' };

/** The domain of the company that is measured. */
export const DOMAIN = 'bench.example';

const { id: _id, ...RECORDED } = recorded;

export const userNameOf = (number: number): string => `person.${number}@${DOMAIN}`;
export const externalIdOf = (number: number): string => number.toString(16).padStart(24, '0');

/** What JumpCloud sends of a person: its recorded body, with a name of its own. */
export function bodyOf(number: number, more: JsonObject = {}): JsonObject {
  const userName = userNameOf(number);
  return {
    ...RECORDED,
    userName,
    externalId: externalIdOf(number),
    displayName: `Person ${number}`,
    name: { givenName: 'Person', familyName: number.toString() },
    emails: [{ value: userName, type: 'work', primary: true }],
    ...more,
  };
}
