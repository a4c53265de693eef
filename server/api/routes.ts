import Router from '@koa/router';
import { openApiDocument } from '../../shared/api/openapi.ts';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { mounted } from '../http/mounted.ts';
import { docsPage } from './docs-page.ts';

/** What the API says of itself: /api/openapi.json for programs, /docs for people. */
export function createApiDocsRoutes({ publicUrl }: { publicUrl: string }): AppMiddleware {
  const document = openApiDocument(publicUrl);
  const page = docsPage(document);
  const router = new Router<AppState>();

  router.get('/api/openapi.json', (ctx) => {
    ctx.body = document;
  });
  router.get('/docs', (ctx) => {
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = page;
  });

  return mounted(router);
}
