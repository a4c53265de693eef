import type { ZodOpenApiPathsObject } from 'zod-openapi';
import {
  activityExportSchema,
  activityFilterSchema,
  activityListSchema,
  activityQuerySchema,
  callDetailSchema,
} from '../activity.ts';
import { COMPANY, operation } from './operation.ts';

/** Operations of a company's record of calls. */
export const activityPaths: ZodOpenApiPathsObject = {
  [`${COMPANY}/activity`]: {
    get: operation({
      area: 'Activity',
      summary: 'The SCIM calls that it received, newest first',
      path: ['company'],
      query: activityQuerySchema,
      answer: activityListSchema,
    }),
  },
  [`${COMPANY}/activity/events`]: {
    get: operation({
      area: 'Activity',
      summary: 'The same, live: server-sent events `activity`; Last-Event-ID resumes',
      path: ['company'],
      query: activityFilterSchema,
      answer: 'events',
    }),
  },
  [`${COMPANY}/activity/export`]: {
    get: operation({
      area: 'Activity',
      summary: 'The same as a file: CSV, or a JSON object a line',
      path: ['company'],
      query: activityExportSchema,
      answer: 'file',
    }),
  },
  [`${COMPANY}/activity/{call}`]: {
    get: operation({
      area: 'Activity',
      summary: 'One call, with the names and types of what was sent and answered',
      path: ['company', 'call'],
      answer: callDetailSchema,
    }),
  },
};
