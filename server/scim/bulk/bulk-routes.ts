import type Router from '@koa/router';
import { BULK_RESPONSE } from '../../../shared/scim/urns.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import type { ActivityKind } from '../../../shared/setup/activity.ts';
import type { ActivityNote, ActivityPart, AppState } from '../../http/app-state.ts';
import type { OnFault } from '../../http/errors-middleware.ts';
import { renderError } from '../../http/render-error.ts';
import { sendScim } from '../../http/send-scim.ts';
import { etagOf } from '../etag.ts';
import { locationOf } from '../present.ts';
import { begin, note } from '../request.ts';
import { GROUP_TYPE } from '../schema/group.ts';
import { USER_TYPE } from '../schema/user.ts';
import { createOperationRunner } from './operation-runner.ts';
import type { AnyWrites } from './operation-runner.ts';
import { readBulk } from './read-bulk.ts';
import type { BulkOperation } from './read-bulk.ts';
import { runBulk } from './run-bulk.ts';
import type { Done, Outcome } from './run-bulk.ts';

type Deps = { writes: AnyWrites; newId: () => string; base: string; onFault: OnFault };

/** `/Bulk` (RFC 7644 section 3.7). Answers 200 with the outcome of each operation that was begun, in the order of the request. */
export function addBulkRoute(router: Router<AppState>, { writes, newId, base, onFault }: Deps): void {
  router.post('/Bulk', async (ctx) => {
    const company = begin(ctx, '/Bulk', 'update', null);
    const request = readBulk(ctx.request.body);
    const notes: ActivityNote[] = [];
    const parts: ActivityPart[] = [];
    // Before anything is done: what was done until an unforeseen error is in the users' histories, too.
    note(ctx, { parts });
    const runner = createOperationRunner({ ctx, company, writes, note: (what) => notes.push(what), parts, onFault });
    const toldFault = (error: unknown) => onFault(error, ctx.state.requestId);
    const outcomes = await runBulk(request, { newId, ...runner, onFault: toldFault });
    note(ctx, noteOf(notes, outcomes));
    const answers = request.operations.flatMap((operation, index) => {
      const outcome = outcomes[index];
      return outcome ? [answerOf(base, operation, outcome)] : [];
    });
    sendScim(ctx, 200, { schemas: [BULK_RESPONSE], Operations: answers });
  });
}

/**
 * One call, one row in the record: of the kind of its operations when they are all of one, an update when they differ; with
 * the reason of the first that was refused.
 */
function noteOf(notes: ActivityNote[], outcomes: (Outcome | null)[]): ActivityNote {
  const kinds = new Set(notes.map(({ kind }) => kind));
  const [only] = kinds;
  const kind: ActivityKind = kinds.size === 1 && only ? only : 'update';
  const refused = outcomes.find((outcome) => outcome?.kind === 'failed');
  if (!refused) return { kind };
  const { reason, domain, scimType } = refused.error;
  return {
    kind,
    ...(reason ? { reason } : {}),
    ...(domain ? { domain } : {}),
    ...(scimType ? { scimType } : {}),
  };
}

function answerOf(base: string, { method, bulkId, path }: BulkOperation, outcome: Outcome): JsonObject {
  const answer: JsonObject = { method };
  if (bulkId !== null) answer['bulkId'] = bulkId;
  if (outcome.kind === 'done') {
    answer['location'] = locationIn(base, outcome);
    if (outcome.version !== null) answer['version'] = etagOf(outcome.version);
    return { ...answer, status: String(outcome.status) };
  }
  const { status, body } = renderError(outcome.error, 'scim');
  // Where nothing was created there is no location; every other operation names its resource.
  if (method !== 'POST') answer['location'] = `${base}/${path.replace(/^\/+/, '')}`;
  return { ...answer, status: String(status), response: JSON.parse(body) as Json };
}

function locationIn(base: string, { type, id }: Done): string {
  return locationOf(base, type === '/Users' ? USER_TYPE : GROUP_TYPE, id);
}
