import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { createdKeySchema, createKeySchema, keyListSchema, rotateKeySchema } from '../keys.ts';
import { userDetailSchema, userListSchema, userSearchSchema } from '../users.ts';
import { COMPANY, operation } from './operation.ts';

/** Operations of API keys and users of a company. */
export const directoryPaths: ZodOpenApiPathsObject = {
  [`${COMPANY}/keys`]: {
    get: operation({
      area: 'API keys',
      summary: 'Its API keys, without their values',
      path: ['company'],
      answer: keyListSchema,
    }),
    post: operation({
      area: 'API keys',
      summary: 'Create an API key; the answer is the only one that holds its value',
      access: 'admin',
      path: ['company'],
      body: createKeySchema,
      status: '201',
      answer: createdKeySchema,
    }),
  },
  [`${COMPANY}/keys/{key}/rotate`]: {
    post: operation({
      area: 'API keys',
      summary: 'Replace an API key by a new one; the old one works on for a while',
      access: 'admin',
      path: ['company', 'key'],
      body: rotateKeySchema,
      status: '201',
      answer: createdKeySchema,
    }),
  },
  [`${COMPANY}/keys/{key}`]: {
    delete: operation({ area: 'API keys', summary: 'Revoke an API key at once', path: ['company', 'key'] }),
  },
  [`${COMPANY}/users/search`]: {
    post: operation({
      area: 'Users',
      summary: 'Its users, by name and state, page by page',
      path: ['company'],
      body: userSearchSchema,
      answer: userListSchema,
    }),
  },
  [`${COMPANY}/users/{user}`]: {
    get: operation({ area: 'Users', summary: 'One user', path: ['company', 'user'], answer: userDetailSchema }),
  },
};
