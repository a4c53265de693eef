import { z } from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiParameters } from 'zod-openapi';
import { problemSchema } from '../common.ts';

/** Who may call an operation. */
type Access = 'public' | 'person' | 'admin' | 'support' | 'setup';

type Told = {
  /** Also the tag. */
  area: string;
  summary: string;
  access?: Access;
  path?: string[];
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Status of the answer that was hoped for; 200 unless told otherwise, 204 without a schema. */
  status?: '200' | '201' | '204';
  answer?: z.ZodType | 'events' | 'markdown' | 'document' | 'file';
};

const SECURITY: Record<Access, NonNullable<ZodOpenApiOperationObject['security']>> = {
  public: [],
  person: [{ signIn: [] }],
  admin: [{ signIn: [] }],
  support: [{ signIn: [] }],
  setup: [{ setupToken: [] }],
};

const problem = {
  description: 'A refusal that says what is wrong and what to do (RFC 9457).',
  content: { 'application/problem+json': { schema: problemSchema } },
};

/** Where everything of one company is. */
export const COMPANY = '/api/companies/{company}';

/** An operation as OpenAPI describes it. */
export function operation(told: Told): ZodOpenApiOperationObject {
  const access = told.access ?? 'person';
  const parameters: ZodOpenApiParameters = {
    ...(told.path ? { path: z.object(Object.fromEntries(told.path.map((name) => [name, z.string()]))) } : {}),
    ...(told.query ? { query: told.query } : {}),
  };
  return {
    tags: [told.area],
    summary: told.summary,
    security: SECURITY[access],
    // OpenAPI knows no roles: an operation that only one may use says so in a field of ours.
    ...(access === 'support' || access === 'admin' ? { 'x-role': access } : {}),
    ...(Object.keys(parameters).length > 0 ? { requestParams: parameters } : {}),
    ...(told.body ? { requestBody: { content: { 'application/json': { schema: told.body } } } } : {}),
    responses: { [told.status ?? (told.answer ? '200' : '204')]: answerOf(told.answer), default: problem },
  };
}

function answerOf(answer: Told['answer']) {
  if (!answer) return { description: 'Done.' };
  if (answer === 'events')
    return { description: 'An event stream.', content: { 'text/event-stream': { schema: z.string() } } };
  if (answer === 'markdown')
    return { description: 'A document.', content: { 'text/markdown': { schema: z.string() } } };
  if (answer === 'file') {
    const schema = z.string();
    return { description: 'A file.', content: { 'text/csv': { schema }, 'application/jsonl': { schema } } };
  }
  const schema = answer === 'document' ? z.record(z.string(), z.unknown()) : answer;
  return { description: 'The answer.', content: { 'application/json': { schema } } };
}
