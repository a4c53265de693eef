import type { ActivityKind } from '../../shared/setup/activity.ts';
import type { Scope } from '../../shared/api-key.ts';
import { isJsonObject } from '../../shared/scim/json.ts';
import { invalid } from '../errors.ts';
import { callerOf } from '../http/app-state.ts';
import type { ActivityNote, AppContext } from '../http/app-state.ts';
import { requireScope } from '../http/authenticate-key.ts';
import type { CompanyScope } from '../directory/record.ts';
import type { ListParameters } from './list-query.ts';

/** Begins a route: says what the call is as far as that is known, then checks the scope, and returns the company. */
export function begin(ctx: AppContext, route: string, kind: ActivityKind, scope: Scope | null): CompanyScope {
  note(ctx, { route, kind });
  if (scope) requireScope(ctx, scope);
  return callerOf(ctx).company;
}

/** Adds to what the activity record says of the call. */
export function note(ctx: AppContext, more: ActivityNote): void {
  // In place: a fresh object of another form for every note would cost more than the rest of it.
  Object.assign((ctx.state.activity ??= {}), more);
}

/** The `{id}` of the path. */
export function idOf(ctx: AppContext & { params: Record<string, string | undefined> }): string {
  return ctx.params['id'] ?? '';
}

/** A list's parameters from the query string; a parameter that is there twice counts once, lists of names add up. */
export function parametersOfQuery(ctx: AppContext): ListParameters {
  const { query } = ctx;
  return {
    filter: first(query['filter']),
    sortBy: first(query['sortBy']),
    sortOrder: first(query['sortOrder']),
    startIndex: first(query['startIndex']),
    count: first(query['count']),
    cursor: first(query['cursor']),
    ...projectionOfQuery(ctx),
  };
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** `attributes` and `excludedAttributes` of the query string. */
export function projectionOfQuery(ctx: AppContext): Pick<ListParameters, 'attributes' | 'excludedAttributes'> {
  return { attributes: namesIn(ctx.query['attributes']), excludedAttributes: namesIn(ctx.query['excludedAttributes']) };
}

/** The same from the body of a `.search` (RFC 7644 section 3.4.3). Throws 400 invalidSyntax and invalidValue. */
export function parametersOfBody(body: unknown): ListParameters {
  if (!isJsonObject(body)) throw invalid('invalidSyntax', 'The body must be one JSON object: a SearchRequest.');
  const one = (name: string): string | undefined => {
    const value = body[name] ?? undefined;
    if (value === undefined || typeof value === 'string') return value;
    if (typeof value === 'number') return String(value);
    throw invalid('invalidValue', `${name} must be a text or a number.`);
  };
  const names = (name: string): string[] => {
    const value = body[name] ?? [];
    const isList = Array.isArray(value) && value.every((part) => typeof part === 'string');
    if (isList || typeof value === 'string') return namesIn(value);
    throw invalid('invalidValue', `${name} must be a list of names of attributes.`);
  };
  return {
    filter: one('filter'),
    sortBy: one('sortBy'),
    sortOrder: one('sortOrder'),
    startIndex: one('startIndex'),
    count: one('count'),
    cursor: one('cursor'),
    attributes: names('attributes'),
    excludedAttributes: names('excludedAttributes'),
  };
}

function namesIn(value: string | string[] = []): string[] {
  return [value]
    .flat()
    .flatMap((text) => text.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
