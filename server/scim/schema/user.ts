import { ENTERPRISE_USER_SCHEMA, USER_SCHEMA } from '../../../shared/scim/urns.ts';
import { binary, complex, flag, plural, reference, text } from './attribute.ts';
import type { ResourceType, Schema } from './attribute.ts';
import { COMMON_ATTRIBUTES } from './common.ts';

/** RFC 7643 section 4.1, without `password`: this service keeps none, so it is ignored like any unknown attribute. */
const USER: Schema = {
  id: USER_SCHEMA,
  name: 'User',
  description: 'A user account.',
  attributes: [
    text('userName', 'The address that the user signs in with.', {
      required: true,
      uniqueness: 'server',
      column: 'user_name_folded',
    }),
    complex('name', 'The parts of the name.', [
      text('formatted', 'The whole name.'),
      text('familyName', 'The last name.'),
      text('givenName', 'The first name.'),
      text('middleName', 'The middle name.'),
      text('honorificPrefix', 'The title before the name.'),
      text('honorificSuffix', 'What follows the name.'),
    ]),
    text('displayName', 'The name to show.', { column: 'display_name_folded' }),
    text('nickName', 'The casual name.'),
    reference('profileUrl', 'The address of the profile.', ['external']),
    text('title', 'The job title.'),
    text('userType', 'The relation to the organization.'),
    text('preferredLanguage', 'The preferred languages, as in Accept-Language.'),
    text('locale', 'For dates, numbers and currency.'),
    text('timezone', 'The time zone, by its IANA name.'),
    flag('active', 'Whether the account works; false suspends it.', { column: 'active', clearable: false }),
    plural(
      'emails',
      'E-mail addresses. Without any, the userName is the primary work address.',
      text('value', 'The address.', { column: 'value' }),
      ['work', 'home', 'other'],
      { rows: 'emails' },
    ),
    plural('phoneNumbers', 'Phone numbers.', text('value', 'The number.'), [
      'work',
      'home',
      'mobile',
      'fax',
      'pager',
      'other',
    ]),
    plural('ims', 'Instant messaging addresses.', text('value', 'The address.'), []),
    plural('photos', 'Addresses of photos.', reference('value', 'The address.', ['external']), ['photo', 'thumbnail']),
    complex(
      'addresses',
      'Postal addresses.',
      [
        text('formatted', 'The whole address.'),
        text('streetAddress', 'Street and number.'),
        text('locality', 'City.'),
        text('region', 'State or region.'),
        text('postalCode', 'Postal code.'),
        text('country', 'Country, as ISO 3166-1 alpha-2.'),
        text('type', 'What it is for.', { canonicalValues: ['work', 'home', 'other'] }),
        flag('primary', 'Whether it is the preferred one; at most one is.'),
      ],
      { multiValued: true },
    ),
    complex(
      'groups',
      'The groups that the user is a member of.',
      [
        text('value', 'The id of the group.', { caseExact: true, mutability: 'readOnly', column: 'value' }),
        reference('$ref', 'The address of the group.', ['Group'], { mutability: 'readOnly' }),
        text('display', 'The name of the group.', { mutability: 'readOnly', column: 'display' }),
        text('type', 'How it came to be.', { canonicalValues: ['direct'], mutability: 'readOnly', column: 'type' }),
      ],
      { multiValued: true, mutability: 'readOnly', rows: 'groups' },
    ),
    plural('entitlements', 'What the user may use.', text('value', 'The entitlement.'), []),
    plural('roles', 'What the user is.', text('value', 'The role.'), []),
    plural('x509Certificates', 'Certificates.', binary('value', 'The certificate, DER in base64.'), []),
  ],
};

/** RFC 7643 section 4.3, and the attributes that Dialpad's administrators put there. */
const ENTERPRISE_USER: Schema = {
  id: ENTERPRISE_USER_SCHEMA,
  name: 'EnterpriseUser',
  description: 'What an organization knows about a user.',
  attributes: [
    text('employeeNumber', 'The number in the organization.'),
    text('costCenter', 'The cost center.'),
    text('organization', 'The organization.'),
    text('division', 'The division.'),
    text('department', 'The department.'),
    complex('manager', 'The manager.', [
      text('value', 'The id of the manager.', { caseExact: true }),
      reference('$ref', 'The address of the manager.', ['User']),
      text('displayName', 'The name of the manager.', { mutability: 'readOnly' }),
    ]),
    text('licenseType', 'The Dialpad licence.', {
      canonicalValues: ['Dialpad_Ai Voice', 'Dialpad_Ai Sales', 'Dialpad_Support'],
    }),
    text('officeName', 'The Dialpad office, by its name.'),
    text('physicalDeliveryOfficeName', 'The Dialpad office, as directories call it.'),
  ],
};

export const USER_TYPE: ResourceType = {
  name: 'User',
  endpoint: '/Users',
  description: USER.description,
  core: USER,
  extensions: [ENTERPRISE_USER],
  common: COMMON_ATTRIBUTES,
};
