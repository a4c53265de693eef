import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { auditLogSchema, auditQuerySchema } from '../audit.ts';
import {
  allowDomainSchema,
  companyListSchema,
  companyQuerySchema,
  companySchema,
  companySettingsSchema,
  createCompanySchema,
  domainListSchema,
  updateCompanySchema,
  updateSettingsSchema,
} from '../companies.ts';
import {
  askForDomainSchema,
  decideDomainRequestSchema,
  domainRequestListSchema,
  domainRequestSchema,
} from '../domain-requests.ts';
import { overviewSchema } from '../overview.ts';
import { supportNowSchema } from '../support.ts';
import { COMPANY, operation } from './operation.ts';

/** Operations of companies, their domains, and what support sees of all. */
export const companyPaths: ZodOpenApiPathsObject = {
  '/api/companies': {
    get: operation({
      area: 'Companies',
      summary: 'The companies that one may see, with how JumpCloud is connected to each',
      query: companyQuerySchema,
      answer: companyListSchema,
    }),
    post: operation({
      area: 'Companies',
      summary: 'Add a company',
      access: 'support',
      body: createCompanySchema,
      status: '201',
      answer: companySchema,
    }),
  },
  [COMPANY]: {
    get: operation({ area: 'Companies', summary: 'One company', path: ['company'], answer: companySchema }),
    patch: operation({
      area: 'Companies',
      summary: 'Change a company’s name, product or plan',
      access: 'support',
      path: ['company'],
      body: updateCompanySchema,
      answer: companySchema,
    }),
  },
  [`${COMPANY}/overview`]: {
    get: operation({
      area: 'Companies',
      summary: 'A company at a glance: connection, users, the last day, and what needs attention',
      path: ['company'],
      answer: overviewSchema,
    }),
  },
  [`${COMPANY}/settings`]: {
    patch: operation({
      area: 'Companies',
      summary: 'Change what the company decides: groups, deletion, retention',
      path: ['company'],
      body: updateSettingsSchema,
      answer: companySettingsSchema,
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
      summary: 'Allow a secondary domain',
      access: 'support',
      path: ['company'],
      body: allowDomainSchema,
      answer: domainListSchema,
    }),
  },
  [`${COMPANY}/domains/{domain}`]: {
    delete: operation({
      area: 'Domains',
      summary: 'Revoke a secondary domain',
      access: 'support',
      path: ['company', 'domain'],
    }),
  },
  [`${COMPANY}/domain-requests`]: {
    get: operation({
      area: 'Domains',
      summary: 'What the company asked support to allow',
      path: ['company'],
      answer: domainRequestListSchema,
    }),
    post: operation({
      area: 'Domains',
      summary: 'Ask support to allow a secondary domain; jumpcloud.com unless told otherwise',
      path: ['company'],
      body: askForDomainSchema,
      status: '201',
      answer: domainRequestSchema,
    }),
  },
  [`${COMPANY}/domain-requests/{domain}`]: {
    patch: operation({
      area: 'Domains',
      summary: 'Allow or decline what was asked for',
      access: 'support',
      path: ['company', 'domain'],
      body: decideDomainRequestSchema,
    }),
  },
  [`${COMPANY}/audit-log`]: {
    get: operation({
      area: 'Audit log',
      summary: 'What persons did to the company, newest first',
      path: ['company'],
      query: auditQuerySchema,
      answer: auditLogSchema,
    }),
  },
  [`${COMPANY}/events`]: {
    get: operation({
      area: 'Companies',
      summary: 'The company and its requests, live: server-sent events `company`; Last-Event-ID resumes',
      path: ['company'],
      answer: 'events',
    }),
  },
  '/api/support': {
    get: operation({
      area: 'Support',
      summary: 'Requests that wait for an answer, and setup sessions that somebody is at',
      access: 'support',
      answer: supportNowSchema,
    }),
  },
  '/api/support/events': {
    get: operation({
      area: 'Support',
      summary: 'The same, live: server-sent events `support`; Last-Event-ID resumes',
      access: 'support',
      answer: 'events',
    }),
  },
};
