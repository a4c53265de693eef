import { GROUP_SCHEMA } from '../../../shared/scim/urns.ts';
import { complex, reference, text } from './attribute.ts';
import type { ResourceType, Schema } from './attribute.ts';
import { COMMON_ATTRIBUTES } from './common.ts';

/** Members are users: groups of groups are not offered. */
export const MEMBERS = complex(
  'members',
  'The users in the group.',
  [
    text('value', 'The id of the user.', { caseExact: true, mutability: 'immutable', column: 'value' }),
    reference('$ref', 'The address of the user.', ['User'], { mutability: 'immutable' }),
    text('display', 'The name of the user.', { mutability: 'readOnly', column: 'display' }),
    text('type', 'What the member is.', { canonicalValues: ['User'], mutability: 'immutable', column: 'type' }),
  ],
  { multiValued: true, rows: 'members' },
);

/** RFC 7643 section 4.2. */
const GROUP: Schema = {
  id: GROUP_SCHEMA,
  name: 'Group',
  description: 'A group of users.',
  attributes: [
    text('displayName', 'The name of the group.', {
      required: true,
      uniqueness: 'server',
      column: 'display_name_folded',
    }),
    MEMBERS,
  ],
};

export const GROUP_TYPE: ResourceType = {
  name: 'Group',
  endpoint: '/Groups',
  description: GROUP.description,
  core: GROUP,
  extensions: [],
  common: COMMON_ATTRIBUTES,
};
