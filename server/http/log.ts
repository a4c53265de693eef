import pino, { type Logger } from 'pino';
import type { LogLevel } from '../config.ts';
import type { AppMiddleware } from './app-state.ts';
import { isFault } from './errors-middleware.ts';
import { routeOf } from './route-of.ts';
import { redactedPath } from './scim-path.ts';

export type { Logger } from 'pino';

const REDACTED = ['authorization', 'token', 'key', 'secret', 'password', 'cookie'].flatMap((name) => [
  name,
  `*.${name}`,
]);

const STDERR = 2;
const GATHERED_BYTES = 8_192;
const WRITTEN_EVERY_MS = 100;

/** The server's log, on stderr, so that stdout is free for answers. */
export function createLogger(level: LogLevel, destination: pino.DestinationStream = gathering(STDERR)): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: REDACTED, censor: '…' } },
    destination,
  );
}

/**
 * Gathers lines for a moment and writes them off the request's path: a write for each line would cost as much as a look-up.
 * What is gathered when the process ends, by a fault of ours too, is written then.
 * @param fd the file descriptor to write to.
 */
export function gathering(fd: number): pino.DestinationStream {
  return pino.destination({
    dest: fd,
    sync: false,
    minLength: GATHERED_BYTES,
    periodicFlush: WRITTEN_EVERY_MS,
  });
}

/** One line for each request: the route's template, never the URL, in which names and addresses may stand. */
export function logRequests(logger: Logger): AppMiddleware {
  // What is said of a request is named below, one by one: there is nothing to look for and hide.
  const requests = logger.child({}, { redact: [] });
  return async (ctx, next) => {
    const begun = performance.now();
    const path = ctx.path;
    try {
      await next();
    } finally {
      const { requestId, caller } = ctx.state;
      const line = {
        requestId,
        method: ctx.method,
        route: routeOf(ctx) ?? redactedPath(path),
        status: ctx.status,
        durationMs: Math.round(performance.now() - begun),
        companyId: caller?.company.id,
        keyLast4: caller?.key.last4,
      };
      if (isFault(ctx.status)) requests.error(line, 'request');
      else requests.info(line, 'request');
    }
  };
}
