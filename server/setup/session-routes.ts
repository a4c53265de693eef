import Router from '@koa/router';
import { sendMessageSchema } from '../../shared/api/guidance.ts';
import { diagnosis } from '../../shared/setup/diagnosis.ts';
import { progress } from '../../shared/setup/progress.ts';
import { sessionReport } from '../../shared/setup/report.ts';
import type { SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { Companies } from '../companies/companies.ts';
import type { AppContext, AppMiddleware, AppState } from '../http/app-state.ts';
import { adminOnly, companyFor, endWithSignIn, paramOf, signInOf, supportOnly } from '../http/authenticate-person.ts';
import type { EventStreams } from '../http/event-streams.ts';
import { mounted } from '../http/mounted.ts';
import { parseInput } from '../http/parse-input.ts';
import { alongOf } from '../http/record-audit.ts';
import { readBody } from '../http/read-body.ts';
import { presentLink } from './present.ts';
import { sendSessionEvents } from './session-events.ts';
import type { SetupSession } from './sessions.ts';
import type { Setup } from './setup.ts';

type Deps = {
  setup: Setup;
  companies: Companies;
  signedIn: AppMiddleware;
  streams: EventStreams;
  people: Parameters<typeof endWithSignIn>[2];
};

/**
 * One setup session, for the console: its admin follows it and shares it; support follows it while it is shared, and sends
 * messages. Whenever support begins to look on, the audit log says so.
 */
export function createSetupSessionRoutes({ setup, companies, signedIn, streams, people }: Deps): AppMiddleware {
  const { sessions, snapshots, guidance } = setup;
  const router = new Router<AppState>({ prefix: '/api/companies/:company/setup-links/:link' });
  router.use(signedIn, readBody());

  router.get('/', async (ctx) => {
    const session = await visible(ctx);
    const snapshot = await snapshotFor(ctx, session);
    ctx.body = {
      setupLink: presentLink({ ...session, browsers: snapshot.browsers.length }),
      snapshot,
      progress: progress(snapshot),
      problem: diagnosis(snapshot),
    };
  });
  router.get('/events', async (ctx) => {
    const session = await visible(ctx);
    const stream = streams.open(ctx);
    endWithSignIn(ctx, stream, people);
    const { email, role } = signInOf(ctx).person;
    const isSupport = role === 'support';
    if (isSupport) stream.onEnd(guidance.keepWatching(session, email));
    const access = { session, browserId: null, whileShared: isSupport };
    sendSessionEvents(setup, access, stream, isSupport ? withoutFingerprints : undefined);
  });
  router.get('/report', async (ctx) => {
    const session = await visible(ctx);
    ctx.type = 'text/markdown; charset=utf-8';
    ctx.attachment(`setup-session-${session.id.slice(0, 8)}.md`);
    ctx.body = sessionReport(await snapshotFor(ctx, session));
  });

  addGuiding(router, guidance, sessionOf);
  return mounted(router);

  async function sessionOf(ctx: AppContext): Promise<SetupSession> {
    const { id } = await companyFor(ctx, companies);
    return sessions.byId(id, paramOf(ctx, 'link'));
  }

  /** The session, for who may see into it. @throws DomainError 403 `not-shared` for support while it is not shared. */
  async function visible(ctx: AppContext): Promise<SetupSession> {
    const session = await sessionOf(ctx);
    const { email, role } = signInOf(ctx).person;
    if (role === 'support') {
      const along = alongOf(ctx, { action: 'session-watched', subject: session.id });
      await guidance.noteWatching(session, email, along);
    }
    return session;
  }

  async function snapshotFor(ctx: AppContext, session: SetupSession): Promise<SetupSnapshot> {
    const snapshot = await snapshots.of(session);
    return signInOf(ctx).person.role === 'support' ? withoutFingerprints(snapshot) : snapshot;
  }
}

/** Sharing, by the admin, and messages, by support. */
function addGuiding(
  router: Router<AppState>,
  guidance: Setup['guidance'],
  sessionOf: (ctx: AppContext) => Promise<SetupSession>,
): void {
  router.post('/sharing', async (ctx) => {
    const session = await sessionOf(ctx);
    adminOnly(ctx);
    await guidance.share(session, signInOf(ctx).person.email, alongOf(ctx, { subject: session.id }));
    ctx.status = 204;
  });
  router.delete('/sharing', async (ctx) => {
    const session = await sessionOf(ctx);
    adminOnly(ctx);
    await guidance.unshare(session, alongOf(ctx, { subject: session.id }));
    ctx.status = 204;
  });
  router.post('/messages', async (ctx) => {
    const session = await sessionOf(ctx);
    supportOnly(ctx);
    const said = parseInput(sendMessageSchema, ctx.request.body);
    const detail = [said.step, said.text].filter((part) => part !== null).join(': ');
    const along = alongOf(ctx, { subject: session.id, detail });
    ctx.body = await guidance.send(session, signInOf(ctx).person.email, said, along);
    ctx.status = 201;
  });
  router.delete('/messages/:message', async (ctx) => {
    const session = await sessionOf(ctx);
    adminOnly(ctx);
    await guidance.dismiss(session, paramOf(ctx, 'message'));
    ctx.status = 204;
  });
}

/** Nothing that was made from a key, not even its truncated hash, is for support. */
function withoutFingerprints(snapshot: SetupSnapshot): SetupSnapshot {
  return { ...snapshot, evidence: snapshot.evidence.map((seen) => ({ ...seen, fingerprint: null })) };
}
