import type { CompanyScope } from '../directory/record.ts';
import type { ActivityNote, AppContext } from '../http/app-state.ts';
import { requireMatch, requireNoneMatch } from './etag.ts';
import { note } from './request.ts';

/** What a write knows of its request, whether that came alone or as one operation of a bulk request. */
export type WriteRequest = {
  company: CompanyScope;
  body: unknown;
  /** Throws 412 when the request was meant for another version of the resource. */
  requireVersion: (version: number) => void;
  /** Adds to what the activity record says of the call. */
  note: (more: ActivityNote) => void;
};

/**
 * What can be written to resources of one type (RFC 7644 sections 3.3, 3.5 and 3.6), without HTTP. All throw the
 * DomainErrors of the directory's rules and of reading bodies. A create takes the id that the resource gets.
 */
export type Writes<T> = {
  create: (request: WriteRequest, id: string) => Promise<T>;
  replace: (request: WriteRequest, id: string) => Promise<T>;
  patch: (request: WriteRequest, id: string) => Promise<T>;
  remove: (request: WriteRequest, id: string) => Promise<T>;
};

/** The write that a request of its own asks for. */
export function writeRequestOf(ctx: AppContext, company: CompanyScope): WriteRequest {
  return {
    company,
    body: ctx.request.body,
    requireVersion: (version) => {
      requireMatch(ctx.get('If-Match'), version);
      requireNoneMatch(ctx.get('If-None-Match'), version);
    },
    note: (more) => note(ctx, more),
  };
}
