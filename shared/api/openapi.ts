import { createDocument, type oas31 } from 'zod-openapi';
import { activityPaths } from './paths/activity.ts';
import { companyPaths } from './paths/companies.ts';
import { directoryPaths } from './paths/directory.ts';
import { peoplePaths } from './paths/people.ts';
import { setupPaths } from './paths/setup.ts';

/** The OpenAPI document of everything under /api, made from the schemas that check it. */
export function openApiDocument(serverUrl: string): oas31.OpenAPIObject {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'JumpCloud setup for Dialpad: console and setup',
      version: '1',
      description:
        'What the console and the setup assistant use. Users and groups are provisioned over SCIM 2.0 at /scim/v2, which describes itself there.',
    },
    servers: [{ url: serverUrl }],
    paths: { ...peoplePaths, ...companyPaths, ...directoryPaths, ...activityPaths, ...setupPaths },
    components: {
      securitySchemes: {
        signIn: { type: 'apiKey', in: 'cookie', name: 'sign_in', description: 'Set by a one-time sign-in link.' },
        setupToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of a setup link, or of a browser that is connected to its session.',
        },
      },
    },
  });
}
