import type { ActiveForm } from './behaviour.ts';
import type { Json } from './decode.ts';

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const enterpriseSchema = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const patchSchema = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** The test user as a live tenant was seen to create it (recorded in paul-e/scim-v2-rust, April 2026). */
export function testUserBody(email: string, externalId: string | null): Json {
  return {
    schemas: [userSchema, enterpriseSchema],
    userName: email,
    ...(externalId === null ? {} : { externalId }),
    active: true,
    name: { givenName: 'firstname', familyName: 'lastname' },
    displayName: 'displayname',
    emails: [{ value: email, type: 'work', primary: true }],
    phoneNumbers: [{ value: 'tel:+1-555-555-5555', type: 'work', primary: true }],
    addresses: [
      {
        type: 'work',
        primary: true,
        streetAddress: 'street-address',
        locality: 'locality',
        region: 'region',
        postalCode: '80027',
        country: 'US',
      },
    ],
    locale: 'en-US',
    preferredLanguage: 'en-US',
  };
}

/** The test user's update: a short PUT with an explicit `"emails": null` (same recording). */
export function testUserUpdateBody(id: string, email: string, active: boolean): Json {
  return {
    id,
    schemas: [userSchema],
    userName: email,
    name: { givenName: 'firstname', familyName: 'lastname' },
    active,
    emails: null,
  };
}

/** The test group: no externalId, no id (recorded from a live tenant in AndrewDryga/emisar, 2026). */
export function testGroupBody(memberId: string | null): Json {
  return {
    displayName: 'group-name',
    schemas: [groupSchema],
    ...(memberId === null ? {} : { members: [{ value: memberId }] }),
  };
}

/** A rename as recorded from the same tenant: replace without a path, and without `schemas`. */
export function renameBody(displayName: string): Json {
  return { Operations: [{ op: 'replace', value: { displayName } }] };
}

/** A PATCH message with the given operations. */
export function patchBody(...operations: readonly Json[]): Json {
  return { schemas: [patchSchema], Operations: operations };
}

/** A PATCH of `active`, in the form asked for. */
export function activePatch(active: boolean, form: Exclude<ActiveForm, 'put'>): Json {
  return form === 'patch-path'
    ? patchBody({ op: 'replace', path: 'active', value: active })
    : patchBody({ op: 'replace', value: { active } });
}
