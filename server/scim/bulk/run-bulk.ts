import type { Json } from '../../../shared/scim/json.ts';
import { DomainError } from '../../errors.ts';
import { asDomainError } from '../../http/render-error.ts';
import type { BulkOperation, BulkRequest } from './read-bulk.ts';
import { referenceIn, referencesIn, runningOrder, withIds } from './references.ts';

/** An operation whose references are ids; `named` is whether it has a bulkId. */
export type ReadyOperation = { method: string; path: string; version: string; data: Json | undefined; named: boolean };

/** What an operation did; `id` is that of the resource, null where nothing was reached. */
export type Done = { kind: 'done'; status: number; type: '/Users' | '/Groups'; id: string; version: number | null };
export type Failed = { kind: 'failed'; error: DomainError };
export type Outcome = Done | Failed;

type Deps = {
  newId: () => string;
  /** Runs one operation; a POST gives its resource the id. Throws DomainErrors. */
  run: (operation: ReadyOperation, newId: string) => Promise<Done>;
  /** Takes a created resource back. */
  undo: (created: Done) => Promise<void>;
  /** Told of every error that is a fault of ours. */
  onFault: (error: unknown) => void;
};

/**
 * Runs the operations of a bulk request (RFC 7644 section 3.7): on through errors, as many as `failOnErrors` allows. Ids of
 * what is created are known beforehand, so that references may point forward and in circles. What refers to a create that
 * failed fails with 409; within a circle, what was created already is taken back. An unforeseen error is a 500 of its operation
 * alone: what became of the others is told all the same.
 * @returns For each operation what became of it, or null for those that were not begun.
 */
export async function runBulk({ operations, failOnErrors }: BulkRequest, deps: Deps): Promise<(Outcome | null)[]> {
  const outcomes: (Outcome | null)[] = operations.map(() => null);
  const creating = new Map<string, { index: number; id: string }>();
  operations.forEach(({ method, bulkId }, index) => {
    if (method === 'POST' && bulkId !== null) creating.set(bulkId, { index, id: deps.newId() });
  });
  const references = operations.map((operation) => referencesOf(operation));
  const indexes = references.map((names) => names.map((name) => creating.get(name)?.index).filter(isKnown));
  const errors = () => outcomes.filter((outcome) => outcome?.kind === 'failed').length;

  for (const index of runningOrder(indexes)) {
    const operation = operations[index];
    if (!operation || errors() >= (failOnErrors ?? Infinity)) break;
    outcomes[index] = await attempt(deps, async () => {
      const ready = readyOperation(operation, references[index] ?? [], (name) => {
        const created = creating.get(name);
        return created && outcomes[created.index]?.kind !== 'failed' ? created.id : null;
      });
      return deps.run(ready, creating.get(operation.bulkId ?? '')?.id ?? deps.newId());
    });
    if (outcomes[index].kind === 'failed') await takeBack(index, indexes, outcomes, deps);
  }
  for (const [index, outcome] of outcomes.entries()) {
    if (outcome === null) await takeBack(index, indexes, outcomes, deps);
  }
  return outcomes;
}

function isKnown(index: number | undefined): index is number {
  return index !== undefined;
}

function referencesOf({ path, data }: BulkOperation): string[] {
  const inPath = path.split('/').map(referenceIn);
  return [...inPath.filter((name) => name !== null), ...referencesIn(data)];
}

async function attempt<T>({ onFault }: Pick<Deps, 'onFault'>, run: () => Promise<T>): Promise<T | Failed> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof DomainError)) onFault(error);
    return { kind: 'failed', error: asDomainError(error) };
  }
}

/** Throws 409 for a reference to nothing, or to what failed (RFC 7644 section 3.7.1). */
function readyOperation(
  operation: BulkOperation,
  references: readonly string[],
  find: (bulkId: string) => string | null,
): ReadyOperation {
  const ids = new Map(references.map((name) => [name, find(name)]));
  const idOf = (name: string): string => {
    const id = ids.get(name);
    if (typeof id === 'string') return id;
    throw unresolved(name);
  };
  const idIn = (part: string): string => {
    const name = referenceIn(part);
    return name === null ? part : idOf(name);
  };
  const { method, path, version, data } = operation;
  return {
    method,
    version,
    named: operation.bulkId !== null,
    path: path.split('/').map(idIn).join('/'),
    data: data === undefined ? undefined : withIds(data, idOf),
  };
}

function unresolved(bulkId: string): DomainError {
  const detail = `bulkId:${bulkId.slice(0, 100)} names nothing that a POST of this request created.`;
  return new DomainError(409, detail, { reason: 'invalid' });
}

/** What was created with a reference to what then failed would point to nobody: it fails too, and so on. */
async function takeBack(
  failed: number,
  references: readonly (readonly number[])[],
  outcomes: (Outcome | null)[],
  deps: Pick<Deps, 'undo' | 'onFault'>,
): Promise<void> {
  const open = [failed];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome?.kind !== 'done' || !references[index]?.includes(at)) continue;
      const left = await attempt(deps, () => deps.undo(outcome).then(() => null));
      const detail = 'Taken back, since what it referred to in a circle could not be created.';
      outcomes[index] = left ?? { kind: 'failed', error: new DomainError(409, detail, { reason: 'invalid' }) };
      open.push(index);
    }
  }
}
