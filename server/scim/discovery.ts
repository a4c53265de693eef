import type { Json, JsonObject } from '../../shared/scim/json.ts';
import { RESOURCE_TYPE_SCHEMA, SCHEMA_SCHEMA, SERVICE_PROVIDER_CONFIG_SCHEMA } from '../../shared/scim/urns.ts';
import { BULK_OPERATION_LIMIT, BULK_PAYLOAD_LIMIT } from './bulk/read-bulk.ts';
import { DEFAULT_COUNT, MAX_COUNT } from './list-query.ts';
import type { Attribute, ResourceType, Schema } from './schema/attribute.ts';
import { GROUP_TYPE } from './schema/group.ts';
import { USER_TYPE } from './schema/user.ts';

const RESOURCE_TYPES: readonly ResourceType[] = [USER_TYPE, GROUP_TYPE];

/** RFC 7643 section 5: what this service can do, and nothing that it cannot. */
export function serviceProviderConfig(base: string): JsonObject {
  return {
    schemas: [SERVICE_PROVIDER_CONFIG_SCHEMA],
    documentationUri: new URL('/docs', base).href,
    patch: { supported: true },
    bulk: { supported: true, maxOperations: BULK_OPERATION_LIMIT, maxPayloadSize: BULK_PAYLOAD_LIMIT },
    filter: { supported: true, maxResults: MAX_COUNT },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    pagination: {
      cursor: true,
      index: true,
      defaultPaginationMethod: 'index',
      defaultPageSize: DEFAULT_COUNT,
      maxPageSize: MAX_COUNT,
    },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'API key',
        description: 'An API key of the company, as "Authorization: Bearer …". JumpCloud calls it Token Key.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

/** RFC 7643 section 6. */
export function resourceTypes(base: string): JsonObject[] {
  return RESOURCE_TYPES.map((type) => ({
    schemas: [RESOURCE_TYPE_SCHEMA],
    id: type.name,
    name: type.name,
    description: type.description,
    endpoint: type.endpoint,
    schema: type.core.id,
    schemaExtensions: type.extensions.map(({ id }) => ({ schema: id, required: false })),
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${type.name}` },
  }));
}

/** RFC 7643 section 7, from the one declaration that also reads and answers requests. */
export function schemas(base: string): JsonObject[] {
  return RESOURCE_TYPES.flatMap(({ core, extensions }) => [core, ...extensions]).map((schema) =>
    presentSchema(base, schema),
  );
}

function presentSchema(base: string, { id, name, description, attributes }: Schema): JsonObject {
  return {
    schemas: [SCHEMA_SCHEMA],
    id,
    name,
    description,
    attributes: attributes.map(presentAttribute),
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
  };
}

function presentAttribute(attribute: Attribute): Json {
  const { name, type, multiValued, description, required, caseExact, mutability, returned, uniqueness } = attribute;
  return {
    name,
    type,
    multiValued,
    description,
    required,
    ...(type === 'complex' || type === 'boolean' ? {} : { caseExact }),
    mutability,
    returned,
    uniqueness,
    ...(attribute.canonicalValues.length > 0 ? { canonicalValues: [...attribute.canonicalValues] } : {}),
    ...(attribute.referenceTypes.length > 0 ? { referenceTypes: [...attribute.referenceTypes] } : {}),
    ...(type === 'complex' ? { subAttributes: attribute.subAttributes.map(presentAttribute) } : {}),
  };
}
