import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../errors.ts';
import { type AppMiddleware, callerOf } from './app-state.ts';

const RETRY_AFTER_SECONDS = 1;

/**
 * So many requests a second for each key.
 * @param perSecond 0 = no limit.
 * @throws DomainError 429.
 */
export function limitRate(perSecond: number): AppMiddleware {
  if (perSecond === 0) return (_ctx, next) => next();
  const limiter = new RateLimiterMemory({ points: perSecond, duration: 1 });
  return async (ctx, next) => {
    try {
      await limiter.consume(callerOf(ctx).key.id);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new DomainError(429, `More than ${perSecond} requests in a second with this API key, which is the limit.`, {
        reason: 'rate-limited',
        retryAfterSeconds: Math.max(RETRY_AFTER_SECONDS, Math.ceil(error.msBeforeNext / 1000)),
      });
    }
    await next();
  };
}

/**
 * So many requests at once: beyond it, waiting longer would help nobody.
 * @throws DomainError 503.
 */
export function limitInFlight(most: number): AppMiddleware {
  let inFlight = 0;
  return async (_ctx, next) => {
    if (inFlight >= most) {
      const detail = `The server is working on ${most} requests, which is the limit. Try again in a moment.`;
      throw new DomainError(503, detail, { reason: 'unavailable', retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
    inFlight += 1;
    try {
      await next();
    } finally {
      inFlight -= 1;
    }
  };
}
