import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { AppMiddleware } from './app-state.ts';
import { routeOf } from './route-of.ts';

const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** The server's figures for Prometheus: of each route (its template), method and status, and of the process. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_SECONDS,
    registers: [registry],
  });

  const measure: AppMiddleware = async (ctx, next) => {
    const end = duration.startTimer();
    try {
      await next();
    } finally {
      end({ method: ctx.method, route: routeOf(ctx) ?? 'other', status: ctx.status });
    }
  };

  return { measure, text: () => registry.metrics(), contentType: registry.contentType };
}

export type Metrics = ReturnType<typeof createMetrics>;
