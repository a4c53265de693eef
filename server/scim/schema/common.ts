import { complex, instant, reference, text } from './attribute.ts';
import type { Attribute } from './attribute.ts';

/** RFC 7643 section 3.1, and `schemas` of section 3. */
export const COMMON_ATTRIBUTES: readonly Attribute[] = [
  reference('schemas', 'The URNs of the schemas that the resource uses.', ['uri'], {
    multiValued: true,
    mutability: 'readOnly',
    returned: 'always',
  }),
  text('id', 'The identifier that this service gave.', {
    caseExact: true,
    mutability: 'readOnly',
    returned: 'always',
    uniqueness: 'server',
    column: 'id',
  }),
  text('externalId', 'The identifier that the client gave.', { caseExact: true, column: 'external_id' }),
  complex(
    'meta',
    'What this service knows about the resource.',
    [
      text('resourceType', 'The type of the resource.', { caseExact: true, mutability: 'readOnly' }),
      instant('created', 'When it was created.', { mutability: 'readOnly', column: 'created_at' }),
      instant('lastModified', 'When it changed last.', { mutability: 'readOnly', column: 'updated_at' }),
      reference('location', 'Its address.', ['uri'], { mutability: 'readOnly' }),
      text('version', 'Its weak ETag.', { caseExact: true, mutability: 'readOnly' }),
    ],
    { mutability: 'readOnly' },
  ),
];
