import { isJsonObject } from '../../shared/scim/json.ts';
import type { CallDetails, Shape, ValueType } from '../../shared/setup/call-details.ts';
import type { AppContext, AppMiddleware } from '../http/app-state.ts';
import { knownName, withoutValues } from './known-names.ts';
import { note } from './request.ts';

const MOST_PATHS = 60;
const LONGEST_QUERY = 500;
/** Answers that are larger are lists or groups, whose attributes say nothing new. */
const LONGEST_ANSWER = 8_192;
const LONGEST_PATH = 200;
const URN = /^urn:/i;
const VERB = /^(add|remove|replace|post|put|patch|delete)$/i;

/** Notes for the record what was sent and answered: names and types, never values. */
export function noteDetails(): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next();
    } finally {
      note(ctx, { details: detailsOf(ctx) });
    }
  };
}

function detailsOf(ctx: AppContext): CallDetails {
  const { body } = ctx.request;
  return {
    query: queryOf(ctx.query),
    sent: body === undefined ? null : shapeOf(body),
    // A read tells what the console shows anyway; what is answered to a write is what became of it.
    answered: ctx.method === 'GET' ? null : answerOf(ctx.body),
    list: ctx.state.activity?.details?.list ?? null,
  };
}

function queryOf(query: AppContext['query']): string | null {
  const parts = Object.entries(query).map(([name, value]) => {
    const [first = ''] = [value ?? ''].flat();
    return `${knownName(name)}=${/^\d{1,9}$/.test(first) ? first : withoutValues(first.slice(0, LONGEST_QUERY))}`;
  });
  return parts.length === 0 ? null : parts.join('&').slice(0, LONGEST_QUERY);
}

function answerOf(body: unknown): Shape | null {
  if ((typeof body !== 'string' && !Buffer.isBuffer(body)) || body.length > LONGEST_ANSWER) return null;
  return shapeOf(JSON.parse(body.toString()));
}

/** The paths and types of a body; the operations of a PATCH each begin with what they do, such as `replace active`. */
export function shapeOf(body: unknown): Shape {
  const shape: Shape = {};
  const operations = isJsonObject(body) ? body['Operations'] : undefined;
  if (!Array.isArray(operations)) {
    collect(shape, '', '', body);
    return shape;
  }
  for (const operation of operations.slice(0, MOST_PATHS)) {
    if (!isJsonObject(operation)) continue;
    const { op, method, path, value, data } = operation;
    const where = typeof op === 'string' && typeof path === 'string' ? withoutValues(path.slice(0, LONGEST_PATH)) : '';
    collect(shape, verbOf(op ?? method), where, value ?? data ?? null);
  }
  return shape;
}

/** `replace` of a PATCH, `POST` of a bulk request. */
function verbOf(verb: unknown): string {
  return typeof verb === 'string' && VERB.test(verb) ? verb : '?';
}

function collect(shape: Shape, verb: string, path: string, value: unknown): void {
  if (Object.keys(shape).length >= MOST_PATHS) return;
  if (Array.isArray(value) && isJsonObject(value[0])) {
    collect(shape, verb, `${path}[]`, Object.assign({}, ...(value.filter(isJsonObject) as object[])));
  } else if (isJsonObject(value) && Object.keys(value).length > 0) {
    for (const [name, inner] of Object.entries(value)) collect(shape, verb, below(path, name), inner);
  } else {
    shape[[verb, path].filter(Boolean).join(' ') || '.'] = typeOf(value);
  }
}

/** Attributes of an extension go by their own names, as people know them. */
function below(path: string, name: string): string {
  const known = knownName(name);
  if (URN.test(name) && known === name && !/\.\w+$/.test(name.split(':').at(-1) ?? '')) return path;
  return path === '' ? known : `${path}.${known}`;
}

function typeOf(value: unknown): ValueType {
  if (Array.isArray(value)) return value.length > 0 ? 'list' : 'empty list';
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'object') return 'empty object';
  if (typeof value === 'boolean') return 'true or false';
  return typeof value === 'number' ? 'number' : 'text';
}
