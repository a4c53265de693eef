import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { domainRequestSchema } from '../domain-requests.ts';
import {
  createdSetupLinkSchema,
  createSetupLinkSchema,
  setupLinkDetailSchema,
  setupLinkListSchema,
} from '../setup-links.ts';
import {
  connectedSchema,
  connectSchema,
  createSessionKeySchema,
  reportEvidenceSchema,
  sessionKeySchema,
  snapshotSchema,
  testAddressSchema,
} from '../setup.ts';
import { sendMessageSchema, supportMessageSchema } from '../guidance.ts';
import { COMPANY, operation } from './operation.ts';

/** Operations of setup links and the session that they open. */
export const setupPaths: ZodOpenApiPathsObject = {
  [`${COMPANY}/setup-links`]: {
    get: operation({ area: 'Setup links', summary: 'Its setup links', path: ['company'], answer: setupLinkListSchema }),
    post: operation({
      area: 'Setup links',
      summary: 'Make a setup link; the answer is the only one that holds it',
      access: 'admin',
      path: ['company'],
      body: createSetupLinkSchema,
      status: '201',
      answer: createdSetupLinkSchema,
    }),
  },
  [`${COMPANY}/setup-links/{link}`]: {
    get: operation({
      area: 'Setup links',
      summary: 'How far its session got (support: while it is shared)',
      path: ['company', 'link'],
      answer: setupLinkDetailSchema,
    }),
    delete: operation({ area: 'Setup links', summary: 'Revoke it', path: ['company', 'link'] }),
  },
  [`${COMPANY}/setup-links/{link}/report`]: {
    get: operation({
      area: 'Setup links',
      summary: 'A redacted report of its session for a ticket, as Markdown (support: while it is shared)',
      path: ['company', 'link'],
      answer: 'markdown',
    }),
  },
  [`${COMPANY}/setup-links/{link}/sharing`]: {
    post: operation({
      area: 'Setup links',
      summary: 'Share its session with support',
      access: 'admin',
      path: ['company', 'link'],
    }),
    delete: operation({ area: 'Setup links', summary: 'End sharing it', access: 'admin', path: ['company', 'link'] }),
  },
  [`${COMPANY}/setup-links/{link}/messages`]: {
    post: operation({
      area: 'Setup links',
      summary: 'Send a message to its session, or point to a step, while it is shared',
      access: 'support',
      path: ['company', 'link'],
      body: sendMessageSchema,
      status: '201',
      answer: supportMessageSchema,
    }),
  },
  [`${COMPANY}/setup-links/{link}/messages/{message}`]: {
    delete: operation({
      area: 'Setup links',
      summary: 'Dismiss a message of support',
      access: 'admin',
      path: ['company', 'link', 'message'],
    }),
  },
  [`${COMPANY}/setup-links/{link}/browsers/{browser}`]: {
    delete: operation({
      area: 'Setup links',
      summary: 'Disconnect a browser from its session',
      path: ['company', 'link', 'browser'],
    }),
  },
  [`${COMPANY}/setup-links/{link}/events`]: {
    get: operation({
      area: 'Setup links',
      summary: 'Its session, live: server-sent events `snapshot` and `ended` (support: while it is shared)',
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
  '/api/setup/domain-request': {
    post: operation({
      area: 'Setup session',
      summary: 'Ask support to allow the domain of JumpCloud’s test user',
      access: 'setup',
      status: '201',
      answer: domainRequestSchema,
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
  '/api/setup/sharing': {
    post: operation({ area: 'Setup session', summary: 'Share the session with support', access: 'setup' }),
    delete: operation({ area: 'Setup session', summary: 'End sharing it', access: 'setup' }),
  },
  '/api/setup/messages/{message}': {
    delete: operation({
      area: 'Setup session',
      summary: 'Dismiss a message of support',
      access: 'setup',
      path: ['message'],
    }),
  },
  '/api/setup/browsers/{browser}': {
    delete: operation({ area: 'Setup session', summary: 'Disconnect a browser', access: 'setup', path: ['browser'] }),
  },
};
