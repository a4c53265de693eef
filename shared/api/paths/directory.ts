import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { activityListSchema, activityQuerySchema } from '../activity.ts';
import { createdKeySchema, createKeySchema, keyListSchema } from '../keys.ts';
import { userDetailSchema, userListSchema, userQuerySchema } from '../users.ts';
import { COMPANY, operation } from './operation.ts';

/** Operations of API keys, users and activity of a company. */
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
      path: ['company'],
      body: createKeySchema,
      status: '201',
      answer: createdKeySchema,
    }),
  },
  [`${COMPANY}/keys/{key}`]: {
    delete: operation({ area: 'API keys', summary: 'Revoke an API key at once', path: ['company', 'key'] }),
  },
  [`${COMPANY}/users`]: {
    get: operation({
      area: 'Users',
      summary: 'Its users, page by page',
      path: ['company'],
      query: userQuerySchema,
      answer: userListSchema,
    }),
  },
  [`${COMPANY}/users/{user}`]: {
    get: operation({ area: 'Users', summary: 'One user', path: ['company', 'user'], answer: userDetailSchema }),
  },
  [`${COMPANY}/activity`]: {
    get: operation({
      area: 'Activity',
      summary: 'The SCIM calls that it received, newest first',
      path: ['company'],
      query: activityQuerySchema,
      answer: activityListSchema,
    }),
  },
  [`${COMPANY}/activity/events`]: {
    get: operation({
      area: 'Activity',
      summary: 'The same, live: server-sent events `activity`; Last-Event-ID resumes',
      path: ['company'],
      answer: 'events',
    }),
  },
};
