import type { z } from 'zod';
import { DomainError, type Issue } from '../errors.ts';

const WHERE = { body: 'The request body', query: 'The query' } as const;

/**
 * A body or a query, checked against its schema.
 * @throws DomainError 400 that lists every issue.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown, where: keyof typeof WHERE = 'body'): T {
  const parsed = schema.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(issueOf);
  const told = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ');
  throw new DomainError(400, `${WHERE[where]} is not valid. ${told}`, { reason: 'invalid', code: 'invalid', issues });
}

function issueOf({ path, message }: z.core.$ZodIssue): Issue {
  return { path: path.map(String).join('.'), message };
}
