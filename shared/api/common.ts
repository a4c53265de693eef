import { z } from 'zod';

/** ISO 8601 in UTC, with milliseconds. */
export const isoTime = z.iso.datetime();

/** A number and `s`, `m`, `h` or `d`, as everywhere in configuration and on the command line. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,5}[smhd]$/, 'Give a number and s, m, h or d, such as 3d or 12h.')
  .meta({ example: '3d' });

/** A DNS name of at least two labels, kept in lower case. */
export const domainName = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/,
    'Give a domain such as acme.example, without @ and without https://.',
  )
  .meta({ example: 'acme.example' });

/** A name that a person gives to a thing. */
export const displayName = z.string().trim().min(1, 'Give a name.').max(80, 'Give 80 characters at most.');

/** RFC 9457: what every refusal under /api looks like. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What is wrong, where, and what to do. */
  detail: z.string(),
  /** A name for programs, such as `session-expired`. */
  code: z.string().optional(),
  /** With a body or query that breaks its rules: every issue at once. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type ApiProblem = z.infer<typeof problemSchema>;

/** The `code` of a 401 when a setup link or a browser's connection no longer opens its session. */
export const SESSION_EXPIRED = 'session-expired';
