import type { z } from 'zod';
import { DomainError, type Issue } from '../errors.ts';

const WHERE = { body: 'The request body', query: 'The query' } as const;

/**
 * A body or a query, checked against its schema.
 * @throws DomainError 400 that lists every issue.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, where: keyof typeof WHERE = 'body'): T {
  const parsed = schema.safeParse(input ?? {});
  const issues = parsed.success ? nulsIn(parsed.data) : parsed.error.issues.map(issueOf);
  if (parsed.success && issues.length === 0) return parsed.data;
  const told = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  throw new DomainError(400, `${WHERE[where]} is not valid. ${told}`, { reason: 'invalid', code: 'invalid', issues });
}

/**
 * Every text, however deep, that PostgreSQL cannot store. Half a surrogate pair is no issue: who cuts a text to its length
 * may leave one, and it is stored as a replacement character.
 */
function nulsIn(value: unknown, path: readonly string[] = []): Issue[] {
  if (typeof value === 'string') {
    return value.includes('\0') ? [{ path: path.join('.'), message: 'A NUL cannot be stored.' }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => nulsIn(part, [...path, name]));
}

function issueOf({ path, message }: z.core.$ZodIssue): Issue {
  return { path: path.map(String).join('.'), message };
}
