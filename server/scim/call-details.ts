import type { CallDetails, Shape } from '../../shared/setup/call-details.ts';
import type { AppContext, AppMiddleware } from '../http/app-state.ts';
import type { OnFault } from '../http/errors-middleware.ts';
import { knownName, withoutValues } from './known-names.ts';
import { note } from './request.ts';
import { shapeOf } from './shape.ts';

const LONGEST_QUERY = 500;
/** Answers that are larger are lists or groups, whose attributes say nothing new. */
const LONGEST_ANSWER = 8_192;

/** Notes for the record what was sent and answered: names and types, never values. */
export function noteDetails(onFault: OnFault): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next();
    } finally {
      const details = told(ctx, onFault, () => detailsOf(ctx));
      if (details) note(ctx, { details });
    }
  };
}

/** What the record is to say of what was done; null when that fails, of which the log tells: what was done stays done. */
export function told<T>(ctx: AppContext, onFault: OnFault, tell: () => T): T | null {
  try {
    return tell();
  } catch (error) {
    onFault(error, ctx.state.requestId);
    return null;
  }
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
  return body.length === 0 ? null : shapeOf(JSON.parse(body.toString()));
}
