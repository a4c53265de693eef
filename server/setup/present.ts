import type { SetupLinkResource } from '../../shared/api/setup-links.ts';
import type { SetupSession } from './store.ts';

/** A setup link as people see it: never the link itself. */
export function presentLink(session: SetupSession & { browsers: number }): SetupLinkResource {
  const { id, target, flow, createdAt, expiresAt, revokedAt, browsers } = session;
  return { id, target, flow, createdAt, expiresAt, revokedAt, browsers };
}
