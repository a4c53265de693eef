import type { AuditAction } from '../../shared/audit.ts';
import type { Actor, AuditLog } from '../audit/audit-log.ts';
import type { Along } from '../db/database.ts';
import type { AppContext, AppMiddleware, AuditNote } from './app-state.ts';
import { routeOf } from './route-of.ts';

/**
 * What every change over the API means for the audit log, by method and route; null where nothing of a company changes. A
 * test holds that no operation is missing here. What a route knows better, it says itself.
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
  'DELETE /api/companies/:company/setup-links/:link/browsers/:browser': 'browser-removed',
  'POST /api/setup/connect': null,
  'POST /api/setup/evidence': null,
  'POST /api/setup/test-address': null,
  'POST /api/setup/domain-request': 'domain-asked',
  'POST /api/setup/key': 'key-created',
  'POST /api/setup/sharing': 'session-shared',
  'DELETE /api/setup/sharing': 'session-unshared',
  'DELETE /api/setup/messages/:message': null,
  'DELETE /api/setup/browsers/:browser': 'browser-removed',
};

/** Gives routes the audit log, and holds that none of those in the table forgot it. */
export function recordAudit({ audit }: { audit: AuditLog }): AppMiddleware {
  return async (ctx, next) => {
    ctx.state.audit = { log: audit, note: {}, kept: false };
    await next();
    const isDue = ctx.status < 400 && Boolean(AUDITED[operationOf(ctx)]);
    if (isDue && !ctx.state.audit.kept) throw new Error(`${operationOf(ctx)} left nothing in the audit log.`);
  };
}

/** Says what is known of a request before its route runs, such as who holds a setup link. */
export function noteAudit(ctx: AppContext, note: AuditNote): void {
  const audit = auditIn(ctx);
  audit.note = { ...audit.note, ...note };
}

/**
 * What the company's audit log keeps of this request: to be handed to the rules, which write it in one transaction with
 * what the request changes. What is not said follows from the table, the path, and who is signed in.
 */
export function alongOf(ctx: AppContext, said: AuditNote = {}): Along {
  const audit = auditIn(ctx);
  const note = { ...audit.note, ...said };
  const action = note.action ?? AUDITED[operationOf(ctx)];
  const actor = note.actor ?? personIn(ctx);
  const companyId = note.companyId ?? parameterOf(ctx, 'company');
  if (!action || !actor || !companyId)
    throw new Error(`${operationOf(ctx)} does not say what it does for the audit log.`);
  audit.kept = true;
  const { subject = lastParameter(ctx), detail = null } = note;
  return audit.log.along(companyId, actor, { action, subject, detail });
}

function auditIn(ctx: AppContext): NonNullable<AppContext['state']['audit']> {
  if (!ctx.state.audit) throw new Error('This route is not behind the audit log.');
  return ctx.state.audit;
}

function operationOf(ctx: AppContext): string {
  return `${ctx.method} ${templateOf(ctx)}`;
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
