import { SCIM_ERROR, SCIM_MEDIA_TYPE } from '../../shared/scim/urns.ts';
import type { ApiProblem } from '../../shared/api/common.ts';
import { DomainError, type ScimType } from '../errors.ts';

/** Which clients an answer speaks to: SCIM's own error body, or RFC 9457's. */
export type ErrorDialect = 'scim' | 'problem';

export type RenderedError = { status: number; headers: Record<string, string>; body: string };

const OURS = 'Something went wrong on our side; the request id is in the X-Request-Id header.';

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timed out',
  409: 'Conflict',
  412: 'Changed in the meantime',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Not valid',
  429: 'Too many requests',
  431: 'Headers too large',
  500: 'Our fault',
  501: 'Not implemented',
  503: 'Unavailable',
};

/** What can be told of anything thrown: a DomainError as it is, everything else without its message. */
export function asDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  return new DomainError(500, OURS, { reason: 'server-error', cause: error });
}

/** A refusal that is known by its status only, such as a route that does not exist. */
export function plainRefusal(status: number): DomainError {
  if (status === 404) return new DomainError(404, 'There is nothing at this path.');
  if (status === 405)
    return new DomainError(405, 'This path does not take that method; the Allow header names those it takes.');
  if (status === 501) return new DomainError(501, 'This server does not know that method.');
  return new DomainError(status, `${TITLES[status] ?? 'Refused'}.`);
}

/** The answer to a refusal: status, headers and body. */
export function renderError(error: DomainError, dialect: ErrorDialect): RenderedError {
  const headers: Record<string, string> = {
    'Content-Type': dialect === 'scim' ? SCIM_MEDIA_TYPE : 'application/problem+json',
    'Cache-Control': 'no-store',
  };
  if (error.retryAfterSeconds !== null) headers['Retry-After'] = error.retryAfterSeconds.toString();
  const body = dialect === 'scim' ? scimBody(error) : problemBody(error);
  return { status: error.status, headers, body: JSON.stringify(body) };
}

/** RFC 7644 section 3.12: the status is a string. */
function scimBody(error: DomainError): { schemas: string[]; status: string; scimType?: ScimType; detail: string } {
  const scimType = error.scimType ? { scimType: error.scimType } : {};
  return { schemas: [SCIM_ERROR], status: error.status.toString(), ...scimType, detail: error.detail };
}

function problemBody(error: DomainError): ApiProblem {
  return {
    type: 'about:blank',
    title: TITLES[error.status] ?? 'Refused',
    status: error.status,
    detail: error.detail,
    ...(error.code ? { code: error.code } : {}),
    ...(error.issues ? { errors: error.issues } : {}),
  };
}
