import { z } from 'zod';
import {
  createDocument,
  type oas31,
  type ZodOpenApiOperationObject,
  type ZodOpenApiParameters,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import { activityListSchema, activityQuerySchema } from './activity.ts';
import { problemSchema } from './common.ts';
import {
  allowDomainSchema,
  companyListSchema,
  companySchema,
  createCompanySchema,
  domainListSchema,
  updateCompanySchema,
} from './companies.ts';
import { createdKeySchema, createKeySchema, keyListSchema } from './keys.ts';
import { meSchema, signOutSchema } from './people.ts';
import {
  createdSetupLinkSchema,
  createSetupLinkSchema,
  setupLinkDetailSchema,
  setupLinkListSchema,
} from './setup-links.ts';
import {
  connectedSchema,
  connectSchema,
  createSessionKeySchema,
  reportEvidenceSchema,
  sessionKeySchema,
  snapshotSchema,
  testAddressSchema,
} from './setup.ts';
import { userDetailSchema, userListSchema, userQuerySchema } from './users.ts';

/** Who may call an operation. */
type Access = 'public' | 'person' | 'setup';

type Told = {
  /** Also the tag. */
  area: string;
  summary: string;
  access?: Access;
  path?: string[];
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Status of the answer that was hoped for; 200 unless told otherwise, 204 without a schema. */
  status?: '200' | '201' | '204';
  answer?: z.ZodType | 'events' | 'document';
};

const SECURITY: Record<Access, NonNullable<ZodOpenApiOperationObject['security']>> = {
  public: [],
  person: [{ signIn: [] }],
  setup: [{ setupToken: [] }],
};

const problem = {
  description: 'A refusal that says what is wrong and what to do (RFC 9457).',
  content: { 'application/problem+json': { schema: problemSchema } },
};

const COMPANY = '/api/companies/{company}';

const paths: ZodOpenApiPathsObject = {
  '/api/openapi.json': {
    get: operation({ area: 'Documentation', summary: 'This document', access: 'public', answer: 'document' }),
  },
  '/api/me': { get: operation({ area: 'Sign-in', summary: 'Who is signed in', answer: meSchema }) },
  '/api/sign-out': {
    post: operation({ area: 'Sign-in', summary: 'End this sign-in, or every one of the person', body: signOutSchema }),
  },
  '/api/companies': {
    get: operation({ area: 'Companies', summary: 'The companies that one may see', answer: companyListSchema }),
    post: operation({
      area: 'Companies',
      summary: 'Add a company (support)',
      body: createCompanySchema,
      status: '201',
      answer: companySchema,
    }),
  },
  [COMPANY]: {
    get: operation({ area: 'Companies', summary: 'One company', path: ['company'], answer: companySchema }),
    patch: operation({
      area: 'Companies',
      summary: 'Change a company’s name, product or plan (support)',
      path: ['company'],
      body: updateCompanySchema,
      answer: companySchema,
    }),
  },
  [`${COMPANY}/domains`]: {
    get: operation({
      area: 'Domains',
      summary: 'The domains of its accounts',
      path: ['company'],
      answer: domainListSchema,
    }),
    post: operation({
      area: 'Domains',
      summary: 'Allow a secondary domain (support)',
      path: ['company'],
      body: allowDomainSchema,
      answer: domainListSchema,
    }),
  },
  [`${COMPANY}/domains/{domain}`]: {
    delete: operation({ area: 'Domains', summary: 'Revoke a secondary domain (support)', path: ['company', 'domain'] }),
  },
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
  [`${COMPANY}/setup-links`]: {
    get: operation({ area: 'Setup links', summary: 'Its setup links', path: ['company'], answer: setupLinkListSchema }),
    post: operation({
      area: 'Setup links',
      summary: 'Make a setup link; the answer is the only one that holds it',
      path: ['company'],
      body: createSetupLinkSchema,
      status: '201',
      answer: createdSetupLinkSchema,
    }),
  },
  [`${COMPANY}/setup-links/{link}`]: {
    get: operation({
      area: 'Setup links',
      summary: 'How far its session got',
      path: ['company', 'link'],
      answer: setupLinkDetailSchema,
    }),
    delete: operation({ area: 'Setup links', summary: 'Revoke it', path: ['company', 'link'] }),
  },
  [`${COMPANY}/setup-links/{link}/events`]: {
    get: operation({
      area: 'Setup links',
      summary: 'Its session, live: server-sent events `snapshot` and `ended`',
      path: ['company', 'link'],
      answer: 'events',
    }),
  },
  '/api/setup/connect': {
    post: operation({
      area: 'Setup session',
      summary: 'Connect a browser with the token of a setup link',
      access: 'public',
      body: connectSchema,
      answer: connectedSchema,
    }),
  },
  '/api/setup/session': {
    get: operation({
      area: 'Setup session',
      summary: 'Where the session stands',
      access: 'setup',
      answer: snapshotSchema,
    }),
  },
  '/api/setup/events': {
    get: operation({
      area: 'Setup session',
      summary: 'The session, live: server-sent events `snapshot` and `ended`; Last-Event-ID resumes',
      access: 'setup',
      answer: 'events',
    }),
  },
  '/api/setup/evidence': {
    post: operation({
      area: 'Setup session',
      summary: 'Report what was seen on a page; it is kept before the answer',
      access: 'setup',
      body: reportEvidenceSchema,
    }),
  },
  '/api/setup/test-address': {
    post: operation({
      area: 'Setup session',
      summary: 'A fresh address for JumpCloud’s Test User Email',
      access: 'setup',
      answer: testAddressSchema,
    }),
  },
  '/api/setup/key': {
    post: operation({
      area: 'Setup session',
      summary: 'The one key of a self-hosted session',
      access: 'setup',
      body: createSessionKeySchema,
      status: '201',
      answer: sessionKeySchema,
    }),
  },
  '/api/setup/browsers/{browser}': {
    delete: operation({ area: 'Setup session', summary: 'Disconnect a browser', access: 'setup', path: ['browser'] }),
  },
};

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
    paths,
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

function operation(told: Told): ZodOpenApiOperationObject {
  const access = told.access ?? 'person';
  const parameters: ZodOpenApiParameters = {
    ...(told.path ? { path: z.object(Object.fromEntries(told.path.map((name) => [name, z.string()]))) } : {}),
    ...(told.query ? { query: told.query } : {}),
  };
  return {
    tags: [told.area],
    summary: told.summary,
    security: SECURITY[access],
    ...(Object.keys(parameters).length > 0 ? { requestParams: parameters } : {}),
    ...(told.body ? { requestBody: { content: { 'application/json': { schema: told.body } } } } : {}),
    responses: { [told.status ?? (told.answer ? '200' : '204')]: answerOf(told.answer), default: problem },
  };
}

function answerOf(answer: Told['answer']) {
  if (!answer) return { description: 'Done.' };
  if (answer === 'events')
    return { description: 'An event stream.', content: { 'text/event-stream': { schema: z.string() } } };
  const schema = answer === 'document' ? z.record(z.string(), z.unknown()) : answer;
  return { description: 'The answer.', content: { 'application/json': { schema } } };
}
