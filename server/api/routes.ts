import Router from '@koa/router';
import type { AppMiddleware, AppState } from '../http/app-state.ts';
import { mounted } from '../http/mounted.ts';
import { docsPage } from './docs-page.ts';

/** What the API says of itself: /api/openapi.json for programs, /docs for people. */
export function createApiDocsRoutes({ publicUrl }: { publicUrl: string }): AppMiddleware {
  const router = new Router<AppState>();
  let making: ReturnType<typeof make> | null = null;
  // Made when somebody asks first: it takes longer than everything else that a start does.
  const made = () => (making ??= make(publicUrl));

  router.get('/api/openapi.json', async (ctx) => {
    ctx.body = (await made()).document;
  });
  router.get('/docs', async (ctx) => {
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = (await made()).page;
  });

  return mounted(router);
}

async function make(publicUrl: string) {
  const { openApiDocument } = await import('../../shared/api/openapi.ts');
  const document = openApiDocument(publicUrl);
  return { document, page: docsPage(document) };
}
