import type Koa from 'koa';
import type { AuditAction } from '../../shared/audit.ts';
import type { ActivityKind, RefusalReason } from '../../shared/setup/activity.ts';
import type { CallDetails, CallEffect } from '../../shared/setup/call-details.ts';
import type { NewActivity } from '../activity/activity-record.ts';
import type { Actor, AuditLog } from '../audit/audit-log.ts';
import type { Company } from '../companies/companies.ts';
import type { ApiKey } from '../keys/keys.ts';
import type { SignIn } from '../people/people.ts';

/** Who calls SCIM: the key, and the company that it names. */
export type ScimCaller = { company: Company; key: ApiKey };

/** What one operation of a bulk request did to a user; the rest is as of the request. */
export type ActivityPart = Omit<NewActivity, 'time' | 'keyLast4' | 'part'>;

/** What a call was, for the activity record; set by the route that knows. */
export type ActivityNote = {
  kind?: ActivityKind;
  /** The route's template, such as `/Users/{id}`; never a URL. */
  route?: string;
  reason?: RefusalReason;
  domain?: string;
  scimType?: string;
  details?: Partial<CallDetails>;
  /** What the operations of a bulk request did to users. */
  parts?: ActivityPart[];
} & Partial<CallEffect>;

/** What the audit log is to say of a request, where its route knows better than the table of routes. */
export type AuditNote = {
  action?: AuditAction;
  actor?: Actor;
  companyId?: string;
  subject?: string | null;
  detail?: string;
};

/** What the middlewares of one request tell each other. */
export type AppState = {
  requestId: string;
  /** Behind authentication by API key, else undefined. */
  caller?: ScimCaller;
  activity?: ActivityNote;
  /** Behind `recordAudit`, else undefined; `kept` once a row of this request was handed out. */
  audit?: { log: AuditLog; note: AuditNote; kept: boolean };
  /** Behind a sign-in, else undefined. */
  signIn?: SignIn;
};

declare module 'koa' {
  interface Request {
    /** The parsed JSON, behind `readBody`; undefined when the request has no body. */
    body?: unknown;
  }
}

export type AppContext = Koa.ParameterizedContext<AppState>;
export type AppMiddleware = Koa.Middleware<AppState>;

/** The caller of a request behind authentication by API key. */
export function callerOf(ctx: { state: AppState }): ScimCaller {
  if (!ctx.state.caller) throw new Error('This route is not behind authentication by API key.');
  return ctx.state.caller;
}
