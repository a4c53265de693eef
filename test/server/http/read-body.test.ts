import { once } from 'node:events';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import Koa from 'koa';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../server/http/app-state.ts';
import { readBody } from '../../../server/http/read-body.ts';

/** What became of the one request of a caller that sends half of its body and goes away, before or while it is read. */
async function goneWhen(when: 'before it is read' | 'while it is read'): Promise<unknown> {
  const app = new Koa<AppState>();
  app.silent = true;
  const outcome = new Promise((resolve) => {
    app.use(async (ctx, next) => {
      if (when === 'before it is read') {
        caller.destroy();
        await new Promise((resolve) => ctx.req.once('close', resolve));
      } else ctx.req.once('data', () => caller.destroy());
      await next();
    });
    app.use((ctx, next) => (readBody()(ctx, next) as Promise<void>).then(() => resolve('read'), resolve));
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const caller = connect((server.address() as AddressInfo).port, '127.0.0.1');
  caller.write(
    'POST /Users HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"userName":',
  );
  try {
    return await outcome;
  } finally {
    caller.destroy();
    server.close();
  }
}

describe('a body of which only half arrives', () => {
  it.each(['before it is read', 'while it is read'] as const)(
    'is refused and waited for no longer, when its caller goes away %s',
    async (when) => {
      expect(await goneWhen(when)).toMatchObject({ status: 400, reason: 'invalid' });
    },
  );
});
