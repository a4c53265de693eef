import { connectedSchema, snapshotSchema } from '../../../shared/api/setup.ts';
import type { NewEvidence } from '../../../shared/setup/evidence.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import type { Target } from '../../../shared/setup/targets.ts';
import { type Caller, createCaller, withToken } from '../kit/browser.ts';
import type { TestServer } from '../kit/start.ts';

export type Opened = { link: string; token: string; linkId: string; companyId: string; key: string; domain: string };

/** A company with a setup link of that target. */
export async function openSession(
  server: TestServer,
  target: Target = 'server',
  expiresInMs?: number,
): Promise<Opened> {
  const company = await server.company();
  const link = await server.rules.setup.sessions.createLink(company.id, { target, expiresInMs });
  return {
    link: link.url,
    token: link.url.split('/').at(-1) ?? '',
    linkId: link.id,
    companyId: company.id,
    key: company.key,
    domain: company.domain,
  };
}

/** Connects a browser with a link's token. */
export async function connect(
  server: TestServer,
  token: string,
  label = 'Chromium',
): Promise<Caller & { token: string }> {
  const answer = await createCaller(server.url).post('/api/setup/connect', { token, label });
  const { connectionToken } = connectedSchema.parse(answer.body);
  return { ...withToken(server, connectionToken), token: connectionToken };
}

export async function sessionOf(caller: Caller): Promise<SetupSnapshot> {
  return snapshotSchema.parse((await caller.get('/api/setup/session')).body);
}

export function evidence(more: Partial<NewEvidence> & Pick<NewEvidence, 'step' | 'fact'>): { evidence: NewEvidence[] } {
  return { evidence: [{ seenBy: 'page', note: null, fingerprint: null, ageMs: 0, ...more }] };
}

/** The snapshot of an event of the stream. */
export function snapshotIn(event: { data: string }): SetupSnapshot {
  return snapshotSchema.parse(JSON.parse(event.data));
}
