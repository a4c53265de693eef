import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { meSchema, signOutSchema } from '../people.ts';
import { operation } from './operation.ts';

/** Operations of signing in, and this description itself. */
export const peoplePaths: ZodOpenApiPathsObject = {
  '/api/openapi.json': {
    get: operation({ area: 'Documentation', summary: 'This document', access: 'public', answer: 'document' }),
  },
  '/api/me': { get: operation({ area: 'Sign-in', summary: 'Who is signed in', answer: meSchema }) },
  '/api/sign-out': {
    post: operation({ area: 'Sign-in', summary: 'End this sign-in, or every one of the person', body: signOutSchema }),
  },
};
