import type { AuditAction } from '../../shared/audit.ts';
import type { Actor, AuditLog } from '../audit/audit-log.ts';
import type { AppContext, AppMiddleware } from './app-state.ts';
import { routeOf } from './route-of.ts';

/**
 * What every change over the API means for the audit log, by method and route; null where nothing of a company changes. A
 * test holds that no operation is missing here. What a route knows better, it notes in `ctx.state.audit`.
 */
export const AUDITED: Record<string, AuditAction | null> = {
  'POST /api/sign-out': null,
  'DELETE /api/sign-ins/:signIn': null,
  'POST /api/people': null,
  'POST /api/people/:person/sign-in-link': null,
  'PATCH /api/people/:person': null,
  'DELETE /api/people/:person': null,
  'POST /api/companies/:company/people': 'person-invited',
  'POST /api/companies/:company/people/:person/sign-in-link': 'person-link-made',
  'PATCH /api/companies/:company/people/:person': 'person-disabled',
  'DELETE /api/companies/:company/people/:person': 'person-removed',
  'POST /api/companies': 'company-created',
  'PATCH /api/companies/:company': 'company-changed',
  'PATCH /api/companies/:company/settings': 'settings-changed',
  'POST /api/companies/:company/domains': 'domain-allowed',
  'DELETE /api/companies/:company/domains/:domain': 'domain-revoked',
  'POST /api/companies/:company/domain-requests': 'domain-asked',
  'PATCH /api/companies/:company/domain-requests/:domain': 'domain-allowed',
  'POST /api/companies/:company/keys': 'key-created',
  'POST /api/companies/:company/keys/:key/rotate': 'key-rotated',
  'DELETE /api/companies/:company/keys/:key': 'key-revoked',
  'POST /api/companies/:company/users/search': null,
  'POST /api/companies/:company/setup-links': 'setup-link-created',
  'DELETE /api/companies/:company/setup-links/:link': 'setup-link-revoked',
  'POST /api/companies/:company/setup-links/:link/sharing': 'session-shared',
  'DELETE /api/companies/:company/setup-links/:link/sharing': 'session-unshared',
  'POST /api/companies/:company/setup-links/:link/messages': 'message-sent',
  'DELETE /api/companies/:company/setup-links/:link/messages/:message': null,
  'DELETE /api/companies/:company/setup-links/:link/browsers/:browser': null,
  'POST /api/setup/connect': null,
  'POST /api/setup/evidence': null,
  'POST /api/setup/test-address': null,
  'POST /api/setup/domain-request': 'domain-asked',
  'POST /api/setup/key': 'key-created',
  'POST /api/setup/sharing': 'session-shared',
  'DELETE /api/setup/sharing': 'session-unshared',
  'DELETE /api/setup/messages/:message': null,
  'DELETE /api/setup/browsers/:browser': null,
};

/** Keeps in the company's audit log what a person changed, once it is done. */
export function recordAudit({ audit }: { audit: AuditLog }): AppMiddleware {
  return async (ctx, next) => {
    await next();
    if (ctx.status >= 400) return;
    const note = ctx.state.audit ?? {};
    const action = note.action ?? AUDITED[`${ctx.method} ${templateOf(ctx)}`];
    const actor = note.actor ?? personIn(ctx);
    const companyId = note.companyId ?? parameterOf(ctx, 'company');
    if (!action || !actor || !companyId) return;
    const { subject = lastParameter(ctx), detail = null } = note;
    await audit.record(companyId, actor, { action, subject, detail });
  };
}

/** Adds to what the audit log will say of this request. */
export function noteAudit(ctx: AppContext, note: NonNullable<AppContext['state']['audit']>): void {
  ctx.state.audit = { ...ctx.state.audit, ...note };
}

function personIn(ctx: AppContext): Actor | null {
  const person = ctx.state.signIn?.person;
  return person ? { by: person.email, role: person.role } : null;
}

function templateOf(ctx: AppContext): string {
  return (routeOf(ctx) ?? '').replace(/(?<=.)\/$/, '');
}

function parameterOf(ctx: AppContext, name: string): string | null {
  return (ctx as AppContext & { params?: Record<string, string> }).params?.[name] ?? null;
}

/** What a path ends with names what was changed, such as the domain that was revoked. */
function lastParameter(ctx: AppContext): string | null {
  const name = /:(\w+)$/.exec(templateOf(ctx))?.[1];
  return name === undefined || name === 'company' ? null : parameterOf(ctx, name);
}
