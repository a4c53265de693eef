import { isJsonObject } from '../../../shared/scim/json.ts';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { invalid } from '../../errors.ts';

/** One operation of a PATCH; `value` is undefined when there was none. */
export type Operation = { op: 'add' | 'replace' | 'remove'; path: string | null; value: Json | undefined };

const OPERATION_LIMIT = 1_000;

/**
 * Reads the body of a PATCH (RFC 7644 section 3.5.2). `schemas` may be missing, as in what JumpCloud sends, and names and
 * operations may be in any case, as in what Entra ID sends. Throws 400 invalidSyntax or invalidValue.
 */
export function readOperations(body: unknown): Operation[] {
  if (!isJsonObject(body)) throw invalid('invalidSyntax', 'The body must be one JSON object with "Operations".');
  const list = field(body, 'Operations');
  if (!Array.isArray(list) || list.length === 0) {
    throw invalid('invalidSyntax', '"Operations" must be a list of at least one operation.');
  }
  if (list.length > OPERATION_LIMIT) {
    throw invalid(
      'invalidValue',
      `There are ${list.length} operations; ${OPERATION_LIMIT} are the limit for one PATCH.`,
    );
  }
  return list.map((operation, index) => readOperation(operation, `Operations[${index}]`));
}

function readOperation(value: Json, where: string): Operation {
  if (!isJsonObject(value)) throw invalid('invalidSyntax', `${where} must be an object.`);
  const named = field(value, 'op');
  const op = typeof named === 'string' ? named.toLowerCase() : null;
  if (op !== 'add' && op !== 'replace' && op !== 'remove') {
    throw invalid('invalidSyntax', `${where}.op must be "add", "replace" or "remove".`);
  }
  const path = field(value, 'path') ?? null;
  if (path !== null && typeof path !== 'string') throw invalid('invalidPath', `${where}.path must be a text.`);
  return { op, path: path === null || path.trim() === '' ? null : path.trim(), value: field(value, 'value') };
}

function field(object: JsonObject, name: string): Json | undefined {
  const key = Object.keys(object).find((other) => other.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}
