import type { Scope } from '../../../shared/api-key.ts';
import type { Json } from '../../../shared/scim/json.ts';
import type { ActivityKind } from '../../../shared/setup/activity.ts';
import type { CallDetails } from '../../../shared/setup/call-details.ts';
import type { CompanyScope } from '../../directory/record.ts';
import { DomainError, invalid } from '../../errors.ts';
import type { ActivityNote, ActivityPart, AppContext } from '../../http/app-state.ts';
import { requireScope } from '../../http/authenticate-key.ts';
import { asRefusal, type OnFault } from '../../http/errors-middleware.ts';
import { told } from '../call-details.ts';
import { shapeOf } from '../shape.ts';
import { requireMatch } from '../etag.ts';
import type { WriteRequest, Writes } from '../write-request.ts';
import type { Done, ReadyOperation } from './run-bulk.ts';

type Written = { id: string; version: number };
type Endpoint = '/Users' | '/Groups';

/** The writes of each type of resource, by its endpoint. */
export type AnyWrites = Record<Endpoint, Writes<Written>>;

type Deps = {
  ctx: AppContext;
  company: CompanyScope;
  writes: AnyWrites;
  /** Told what each operation was. */
  note: (what: ActivityNote) => void;
  /** Gets what each operation did to a user, for that user's history. */
  parts: ActivityPart[];
  onFault: OnFault;
};
type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

const SCOPES: Record<Endpoint, Scope> = { '/Users': 'users:write', '/Groups': 'groups:write' };
const KINDS: Record<Method, ActivityKind> = { POST: 'create', PUT: 'update', PATCH: 'update', DELETE: 'delete' };

/** Runs single operations of a bulk request by the same code, and with the same rights, as requests of their own. */
export function createOperationRunner({ ctx, company, writes, note, parts, onFault }: Deps) {
  function requestOf(operation: ReadyOperation, kept: (more: ActivityNote) => void): WriteRequest {
    const requireVersion = (version: number) => requireMatch(operation.version, version);
    return { company, body: operation.data, requireVersion, note: kept };
  }

  async function run(operation: ReadyOperation, newId: string): Promise<Done> {
    const begun = performance.now();
    const { method, type, id } = targetOf(operation);
    let known: ActivityNote = { kind: type === '/Groups' ? 'group' : KINDS[method] };
    const request = requestOf(operation, (more) => (known = { ...known, ...more }));
    const end = (ended: Ended): void => {
      note(known);
      const durationMs = Math.round(performance.now() - begun);
      const route = method === 'POST' ? type : `${type}/{id}`;
      if (!known.userId) return;
      const details = told(ctx, onFault, () => detailsOf(operation.data));
      parts.push(partOf(known, { method, route, durationMs, ...ended }, details));
    };
    try {
      requireScope(ctx, SCOPES[type]);
      const outcome = await write(writes[type], { method, type, id: method === 'POST' ? newId : id }, request);
      end({ status: outcome.status });
      return outcome;
    } catch (error) {
      end(asRefusal(error));
      throw error;
    }
  }

  async function undo({ type, id }: Done): Promise<void> {
    // What is undone never was, so no copy of it is kept either.
    const scope: CompanyScope = { ...company, settings: { ...company.settings, onDelete: 'remove' } };
    const request = { company: scope, body: undefined, requireVersion: () => undefined, note: () => undefined };
    await writes[type].remove(request, id);
    parts.splice(0, parts.length, ...parts.filter(({ userId }) => userId !== id));
  }

  return { run, undo };
}

type Ended = Pick<ActivityPart, 'status'> & Partial<Pick<ActivityPart, 'scimType' | 'reason' | 'domain'>>;
type Wire = Pick<ActivityPart, 'method' | 'route' | 'durationMs'>;

function partOf(known: ActivityNote, what: Wire & Ended, details: CallDetails | null): ActivityPart {
  return {
    kind: known.kind ?? 'update',
    userId: known.userId ?? null,
    changed: known.changed ?? null,
    details,
    ...{ scimType: null, reason: null, domain: null },
    ...what,
  };
}

function detailsOf(sent: Json | undefined): CallDetails {
  return { query: null, sent: sent === undefined ? null : shapeOf(sent), answered: null, list: null };
}

type Target = { method: Method; type: Endpoint; id: string };

async function write(writes: Writes<Written>, { method, type, id }: Target, request: WriteRequest): Promise<Done> {
  switch (method) {
    case 'POST':
      return done(201, type, await writes.create(request, id));
    case 'PUT':
      return done(200, type, await writes.replace(request, id));
    case 'PATCH':
      return done(200, type, await writes.patch(request, id));
    case 'DELETE':
      await writes.remove(request, id);
      return { kind: 'done', status: 204, type, id, version: null };
  }
}

function done(status: number, type: Endpoint, { id, version }: Written): Done {
  return { kind: 'done', status, type, id, version };
}

/** Throws 400 invalidSyntax for what bulk requests do not take, 404 for a path that has no meaning. */
function targetOf({ method, path, data, named }: ReadyOperation): Target {
  const [resource = '', id = '', ...more] = path.replace(/^\/+/, '').split('/');
  const type = endpointOf(resource);
  if (!type || more.length > 0)
    throw new DomainError(404, 'The path must be /Users or /Groups, with an id or without.');
  if (!isMethod(method)) throw invalid('invalidSyntax', 'The method must be POST, PUT, PATCH or DELETE.');
  if ((method === 'POST') !== (id === '')) {
    const expected = method === 'POST' ? `${type}, without an id` : `${type}/ and an id`;
    throw invalid('invalidSyntax', `The path of a ${method} operation must be ${expected}.`);
  }
  if (method === 'POST' && !named) throw invalid('invalidSyntax', 'A POST operation needs a "bulkId".');
  if (method !== 'DELETE') requireData(method, data);
  return { method, type, id: decoded(id) };
}

function requireData(method: Method, data: Json | undefined): void {
  if (data === undefined || data === null) throw invalid('invalidSyntax', `A ${method} operation needs "data".`);
}

function endpointOf(resource: string): Endpoint | null {
  if (resource === 'Users') return '/Users';
  return resource === 'Groups' ? '/Groups' : null;
}

function isMethod(method: string): method is Method {
  return method in KINDS;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
