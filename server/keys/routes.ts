import Router from '@koa/router';
import { createKeySchema, type KeyResource, rotateKeySchema } from '../../shared/api/keys.ts';
import { durationMs } from '../../shared/duration.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppContext, AppMiddleware, AppState } from '../http/app-state.ts';
import { adminOnly, companyFor, paramOf, signInOf } from '../http/authenticate-person.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { alongOf } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import { type ApiKey, type Keys, nameOf } from './keys.ts';

type Deps = { keys: Keys; companies: Companies; signedIn: AppMiddleware };

/**
 * API keys of a company, for the console. A key's value is in the answer that made it, and nowhere else; so only an admin makes
 * one. Support can revoke one, which shows nothing.
 */
export function createKeyRoutes({ keys, companies, signedIn }: Deps): AppMiddleware {
  const router = new Router<AppState>({ prefix: '/api/companies/:company/keys' });
  router.use(signedIn, readBody());

  router.get('/', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    ctx.body = { keys: (await keys.list(id)).map(present) };
  });
  router.post('/', async (ctx) => {
    const company = await companyFor(ctx, companies);
    adminOnly(ctx);
    const { name, scopes, expires } = parseInput(createKeySchema, ctx.request.body);
    const expiresInMs = expires ? durationMs(expires) : null;
    const createdBy = signInOf(ctx).person.email;
    const wanted = { name, expiresInMs, ...(scopes ? { scopes } : {}), createdBy };
    const { key, secret } = await keys.create(company, wanted, named(ctx));
    ctx.status = 201;
    ctx.body = { id: key.id, key: secret.reveal() };
  });
  router.post('/:key/rotate', async (ctx) => {
    const company = await companyFor(ctx, companies);
    adminOnly(ctx);
    const { overlap } = parseInput(rotateKeySchema, ctx.request.body);
    const how = { overlapMs: durationMs(overlap) ?? 0, createdBy: signInOf(ctx).person.email };
    const { key, secret } = await keys.rotate(company, paramOf(ctx, 'key'), how, named(ctx));
    ctx.status = 201;
    ctx.body = { id: key.id, key: secret.reveal() };
  });
  router.delete('/:key', async (ctx) => {
    const { id } = await companyFor(ctx, companies);
    await keys.revoke(id, paramOf(ctx, 'key'), named(ctx));
    ctx.status = 204;
  });

  return mounted(router);
}

/** What the audit log keeps: the key by its name, never the key. */
function named(ctx: AppContext) {
  return (key: ApiKey) => alongOf(ctx, { subject: nameOf(key) });
}

function present(key: ApiKey): KeyResource {
  const { id, name, last4, scopes, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt } = key;
  return { id, name, last4, scopes, createdBy, createdAt, expiresAt, lastUsedAt, revokedAt };
}
