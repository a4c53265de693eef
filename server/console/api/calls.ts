import type { z } from 'zod';
import { activityListSchema, callDetailSchema } from '../../../shared/api/activity.ts';
import { auditLogSchema } from '../../../shared/api/audit.ts';
import type {
  allowDomainSchema,
  createCompanySchema,
  updateCompanySchema,
  updateSettingsSchema,
} from '../../../shared/api/companies.ts';
import { companyListSchema, companySchema } from '../../../shared/api/companies.ts';
import type { askForDomainSchema, DomainDecision } from '../../../shared/api/domain-requests.ts';
import { domainRequestListSchema, domainRequestSchema } from '../../../shared/api/domain-requests.ts';
import type { sendMessageSchema } from '../../../shared/api/guidance.ts';
import { supportMessageSchema } from '../../../shared/api/guidance.ts';
import type { createKeySchema, rotateKeySchema } from '../../../shared/api/keys.ts';
import { createdKeySchema, keyListSchema } from '../../../shared/api/keys.ts';
import { overviewSchema } from '../../../shared/api/overview.ts';
import type { invitePersonSchema, updatePersonSchema } from '../../../shared/api/people.ts';
import {
  meSchema,
  personListSchema,
  signInLinkSchema,
  signInListSchema,
  signInOptionsSchema,
} from '../../../shared/api/people.ts';
import type { createSetupLinkSchema } from '../../../shared/api/setup-links.ts';
import { createdSetupLinkSchema, setupLinkDetailSchema, setupLinkListSchema } from '../../../shared/api/setup-links.ts';
import {
  sessionKeySchema,
  snapshotSchema,
  testAddressSchema,
  type createSessionKeySchema,
  type reportEvidenceSchema,
} from '../../../shared/api/setup.ts';
import { supportNowSchema } from '../../../shared/api/support.ts';
import { userDetailSchema, userListSchema, type userSearchSchema } from '../../../shared/api/users.ts';
import { call, callForNothing, callForText } from './client.ts';

type Signal = AbortSignal | undefined;

function company(id: string, ...parts: string[]): string {
  return ['/api/companies', id, ...parts]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

/** Where the people of a company are, or support's own when it is null. */
function peoplePath(companyId: string | null, ...parts: string[]): string {
  if (companyId !== null) return company(companyId, 'people', ...parts);
  return ['/api/people', ...parts.map((part) => encodeURIComponent(part))].join('/');
}

/** The calls of the signed-in pages; each throws ApiError. */
export const api = {
  me: (signal?: Signal) => call(meSchema, '/api/me', { signal }),
  signOut: (everywhere: boolean) => callForNothing('/api/sign-out', { method: 'POST', body: { everywhere } }),
  signInOptions: (signal?: Signal) => call(signInOptionsSchema, '/api/sign-in-options', { signal }),
  signIns: (signal?: Signal) => call(signInListSchema, '/api/sign-ins', { signal }),
  endSignIn: (id: string) => callForNothing(`/api/sign-ins/${encodeURIComponent(id)}`, { method: 'DELETE' }),

  people: (companyId: string | null, signal?: Signal) => call(personListSchema, peoplePath(companyId), { signal }),
  invitePerson: (companyId: string | null, body: z.input<typeof invitePersonSchema>) =>
    call(signInLinkSchema, peoplePath(companyId), { method: 'POST', body }),
  newSignInLink: (companyId: string | null, personId: string) =>
    call(signInLinkSchema, peoplePath(companyId, personId, 'sign-in-link'), { method: 'POST' }),
  updatePerson: (companyId: string | null, personId: string, body: z.input<typeof updatePersonSchema>) =>
    callForNothing(peoplePath(companyId, personId), { method: 'PATCH', body }),
  removePerson: (companyId: string | null, personId: string) =>
    callForNothing(peoplePath(companyId, personId), { method: 'DELETE' }),

  companies: (query: URLSearchParams, signal?: Signal) =>
    call(companyListSchema, `/api/companies?${query.toString()}`, { signal }),
  company: (id: string, signal?: Signal) => call(companySchema, company(id), { signal }),
  createCompany: (body: z.input<typeof createCompanySchema>) =>
    call(companySchema, '/api/companies', { method: 'POST', body }),
  updateCompany: (id: string, body: z.input<typeof updateCompanySchema>) =>
    call(companySchema, company(id), { method: 'PATCH', body }),
  overview: (id: string, signal?: Signal) => call(overviewSchema, company(id, 'overview'), { signal }),
  updateSettings: (id: string, body: z.input<typeof updateSettingsSchema>) =>
    callForNothing(company(id, 'settings'), { method: 'PATCH', body }),
  allowDomain: (id: string, body: z.input<typeof allowDomainSchema>) =>
    callForNothing(company(id, 'domains'), { method: 'POST', body }),
  revokeDomain: (id: string, domain: string) => callForNothing(company(id, 'domains', domain), { method: 'DELETE' }),

  auditLog: (id: string, query: URLSearchParams, signal?: Signal) =>
    call(auditLogSchema, `${company(id, 'audit-log')}?${query.toString()}`, { signal }),
  askForDomain: (id: string, body: z.input<typeof askForDomainSchema> = {}) =>
    call(domainRequestSchema, company(id, 'domain-requests'), { method: 'POST', body }),
  decideDomainRequest: (id: string, domain: string, body: DomainDecision) =>
    callForNothing(company(id, 'domain-requests', domain), { method: 'PATCH', body }),
  domainRequests: (id: string, signal?: Signal) =>
    call(domainRequestListSchema, company(id, 'domain-requests'), { signal }),
  companyStreamPath: (id: string) => company(id, 'events'),
  supportNow: (signal?: Signal) => call(supportNowSchema, '/api/support', { signal }),
  supportStreamPath: '/api/support/events',

  keys: (id: string, signal?: Signal) => call(keyListSchema, company(id, 'keys'), { signal }),
  createKey: (id: string, body: z.input<typeof createKeySchema>) =>
    call(createdKeySchema, company(id, 'keys'), { method: 'POST', body }),
  rotateKey: (id: string, keyId: string, body: z.input<typeof rotateKeySchema>) =>
    call(createdKeySchema, company(id, 'keys', keyId, 'rotate'), { method: 'POST', body }),
  revokeKey: (id: string, keyId: string) => callForNothing(company(id, 'keys', keyId), { method: 'DELETE' }),

  users: (id: string, body: z.input<typeof userSearchSchema>, signal?: Signal) =>
    call(userListSchema, company(id, 'users', 'search'), { method: 'POST', body, signal }),
  user: (id: string, userId: string, signal?: Signal) =>
    call(userDetailSchema, company(id, 'users', userId), { signal }),

  activity: (id: string, query: URLSearchParams, signal?: Signal) =>
    call(activityListSchema, `${company(id, 'activity')}?${query.toString()}`, { signal }),
  activityCall: (id: string, callId: number, signal?: Signal) =>
    call(callDetailSchema, company(id, 'activity', String(callId)), { signal }),
  activityStreamPath: (id: string, query: URLSearchParams) =>
    `${company(id, 'activity', 'events')}?${query.toString()}`,
  activityExportPath: (id: string, query: URLSearchParams) =>
    `${company(id, 'activity', 'export')}?${query.toString()}`,

  setupLinks: (id: string, signal?: Signal) => call(setupLinkListSchema, company(id, 'setup-links'), { signal }),
  setupLink: (id: string, linkId: string, signal?: Signal) =>
    call(setupLinkDetailSchema, company(id, 'setup-links', linkId), { signal }),
  removeBrowser: (id: string, linkId: string, browserId: string) =>
    callForNothing(company(id, 'setup-links', linkId, 'browsers', browserId), { method: 'DELETE' }),
  setupLinkStreamPath: (id: string, linkId: string) => company(id, 'setup-links', linkId, 'events'),
  shareSession: (id: string, linkId: string) =>
    callForNothing(company(id, 'setup-links', linkId, 'sharing'), { method: 'POST' }),
  endSharing: (id: string, linkId: string) =>
    callForNothing(company(id, 'setup-links', linkId, 'sharing'), { method: 'DELETE' }),
  sendMessage: (id: string, linkId: string, body: z.input<typeof sendMessageSchema>) =>
    call(supportMessageSchema, company(id, 'setup-links', linkId, 'messages'), { method: 'POST', body }),
  dismissMessage: (id: string, linkId: string, messageId: string) =>
    callForNothing(company(id, 'setup-links', linkId, 'messages', messageId), { method: 'DELETE' }),
  reportPath: (id: string, linkId: string) => company(id, 'setup-links', linkId, 'report'),
  report: (id: string, linkId: string) => callForText(company(id, 'setup-links', linkId, 'report')),
  createSetupLink: (id: string, body: z.input<typeof createSetupLinkSchema>) =>
    call(createdSetupLinkSchema, company(id, 'setup-links'), { method: 'POST', body }),
  revokeSetupLink: (id: string, linkId: string) =>
    callForNothing(company(id, 'setup-links', linkId), { method: 'DELETE' }),
};

/** The calls of the page behind a setup link, whose token goes into the Authorization header and nowhere else. */
export function setupApi(bearer: string) {
  return {
    session: (signal?: Signal) => call(snapshotSchema, '/api/setup/session', { bearer, signal }),
    report: (body: z.input<typeof reportEvidenceSchema>) =>
      callForNothing('/api/setup/evidence', { method: 'POST', bearer, body }),
    createKey: (body: z.input<typeof createSessionKeySchema>) =>
      call(sessionKeySchema, '/api/setup/key', { method: 'POST', bearer, body }),
    testAddress: () => call(testAddressSchema, '/api/setup/test-address', { method: 'POST', bearer, body: {} }),
    share: () => callForNothing('/api/setup/sharing', { method: 'POST', bearer }),
    endSharing: () => callForNothing('/api/setup/sharing', { method: 'DELETE', bearer }),
    dismissMessage: (id: string) =>
      callForNothing(`/api/setup/messages/${encodeURIComponent(id)}`, { method: 'DELETE', bearer }),
    askForDomain: () => call(domainRequestSchema, '/api/setup/domain-request', { method: 'POST', bearer, body: {} }),
    streamPath: '/api/setup/events',
  };
}
