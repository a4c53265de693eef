import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { invalid } from '../../errors.ts';

/** The most operations of one bulk request; its size is limited where bodies are read. */
export const BULK_OPERATION_LIMIT = 1_000;
/** The most bytes of its body, as `/ServiceProviderConfig` says. */
export const BULK_PAYLOAD_LIMIT = 8 * 1_048_576;

/** One operation as it came; whatever is wrong with it is answered in its place. */
export type BulkOperation = {
  method: string;
  path: string;
  bulkId: string | null;
  /** If-Match of the operation. */
  version: string;
  data: Json | undefined;
};

export type BulkRequest = {
  /** After how many errors to stop; null goes on to the end. */
  failOnErrors: number | null;
  operations: BulkOperation[];
};

/**
 * Reads the body of a bulk request (RFC 7644 section 3.7). Throws 400 for what makes the whole of it unreadable: no list of
 * objects, too many of them, a bulkId twice.
 */
export function readBulk(body: unknown): BulkRequest {
  if (!isJsonObject(body)) throw invalid('invalidSyntax', 'The body must be one JSON object with "Operations".');
  const list = body['Operations'];
  if (!Array.isArray(list) || list.length === 0) {
    throw invalid('invalidSyntax', '"Operations" must be a list of at least one operation.');
  }
  if (list.length > BULK_OPERATION_LIMIT) {
    throw invalid(
      'invalidValue',
      `There are ${list.length} operations; maxOperations, the limit for one bulk request, is ${BULK_OPERATION_LIMIT}.`,
    );
  }
  const operations = list.map(readOperation);
  refuseSameIds(operations);
  return { failOnErrors: readFailOnErrors(body), operations };
}

function readOperation(value: Json, index: number): BulkOperation {
  const where = `Operations[${index}]`;
  if (!isJsonObject(value)) throw invalid('invalidSyntax', `${where} must be an object.`);
  return {
    method: readText(value, 'method', where).toUpperCase(),
    path: readText(value, 'path', where),
    bulkId: readText(value, 'bulkId', where) || null,
    version: readText(value, 'version', where),
    data: value['data'],
  };
}

function readText(operation: JsonObject, name: string, where: string): string {
  const value = operation[name] ?? '';
  if (typeof value !== 'string') throw invalid('invalidSyntax', `${where}.${name} must be a text.`);
  return value;
}

function readFailOnErrors({ failOnErrors = null }: JsonObject): number | null {
  if (failOnErrors === null) return null;
  if (typeof failOnErrors === 'number' && Number.isInteger(failOnErrors) && failOnErrors >= 1) return failOnErrors;
  throw invalid('invalidValue', 'failOnErrors must be a whole number from 1 on.');
}

function refuseSameIds(operations: BulkOperation[]): void {
  const seen = new Set<string>();
  for (const { bulkId } of operations) {
    if (bulkId === null) continue;
    if (seen.has(bulkId)) throw invalid('invalidValue', `The bulkId "${bulkId.slice(0, 100)}" is there twice.`);
    seen.add(bulkId);
  }
}
