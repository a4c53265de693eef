import { createHash, timingSafeEqual } from 'node:crypto';
import Router from '@koa/router';
import type { Config } from '../config.ts';
import { DomainError } from '../errors.ts';
import type { AppContext, AppState } from './app-state.ts';
import { bearerToken } from './sent-key.ts';
import { isLocal } from './client-address.ts';
import type { Metrics } from './metrics.ts';

type Deps = {
  config: Pick<Config, 'metricsToken' | 'trustProxy'>;
  metrics: Metrics;
  /** Whether the store answers and is migrated. */
  ready: () => Promise<boolean>;
  /** Whether the server is stopping. */
  draining: () => boolean;
};

/** What keeps the server running looks at: /healthz, /readyz and /metrics. */
export function createOperationRoutes({ config, metrics, ready, draining }: Deps): Router<AppState> {
  const router = new Router<AppState>();

  router.get('/healthz', (ctx) => {
    ctx.body = { status: 'ok' };
  });

  router.get('/readyz', async (ctx) => {
    if (draining()) throw notReady('The server is stopping.');
    if (!(await ready())) throw notReady('The store does not answer, or is not migrated.');
    ctx.body = { status: 'ready' };
  });

  router.get('/metrics', async (ctx) => {
    checkMetricsAccess(ctx, config);
    ctx.set('Content-Type', metrics.contentType);
    ctx.body = await metrics.text();
  });

  return router;
}

function checkMetricsAccess(ctx: AppContext, { metricsToken, trustProxy }: Deps['config']): void {
  if (!metricsToken) {
    if (isLocal(ctx.req, trustProxy)) return;
    throw new DomainError(403, 'Without METRICS_TOKEN, /metrics answers only on the server itself.');
  }
  if (sameText(bearerToken(ctx) ?? '', metricsToken.reveal())) return;
  ctx.set('WWW-Authenticate', 'Bearer realm="metrics"');
  throw new DomainError(401, 'Send METRICS_TOKEN as "Authorization: Bearer …".');
}

/** Compares in a time that does not depend on where the texts differ. */
function sameText(one: string, other: string): boolean {
  return timingSafeEqual(sha256(one), sha256(other));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function notReady(detail: string): DomainError {
  return new DomainError(503, detail, { reason: 'unavailable', retryAfterSeconds: 1 });
}
