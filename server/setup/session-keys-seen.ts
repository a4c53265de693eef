import type { RefusedCall } from '../../shared/setup/activity.ts';
import type { Evidence } from '../../shared/setup/evidence.ts';
import type { OldKey, SetupSnapshot } from '../../shared/setup/snapshot.ts';
import type { ActivityRecord } from '../activity/activity-record.ts';
import type { ApiKey, Keys } from '../keys/keys.ts';
import type { SetupSession } from './store.ts';

type Deps = { keys: Keys; activity: ActivityRecord; now: () => Date };

/** Calls of another company that are looked through for a pressed key's. */
const LOOKED_THROUGH = 200;

/**
 * Which keys a session had to do with: those that were in the Token Key field when something was pressed, by their
 * fingerprints, wherever they arrived; and the one that was in use before.
 */
export function createKeysSeen({ keys, activity, now }: Deps) {
  async function of(
    session: SetupSession,
    evidence: Evidence[],
  ): Promise<Pick<SetupSnapshot, 'pressedKeys' | 'refused' | 'oldKey'>> {
    const fingerprints = [...new Set(evidence.flatMap(({ fingerprint }) => fingerprint ?? []))];
    const found = await Promise.all(fingerprints.map(async (one) => ({ one, key: await keys.byFingerprint(one) })));
    const known = found.flatMap(({ one, key }) => (key ? [{ fingerprint: one, key }] : []));
    const pressed = known.filter(({ key }) => key.companyId === session.companyId);
    const foreign = known.filter(({ key }) => key.companyId !== session.companyId);
    const [refused, elsewhere] = await Promise.all([
      fingerprints.length > 0 ? activity.refusedWith(fingerprints, session.createdAt) : [],
      Promise.all(foreign.map(({ fingerprint, key }) => arrivedElsewhere(session, fingerprint, key))),
    ]);
    const newest = evidence.findLast(({ fingerprint }) => fingerprint !== null)?.fingerprint;
    return {
      pressedKeys: pressed.map(({ fingerprint, key }) => ({ fingerprint, last4: key.last4 })),
      refused: [...refused, ...elsewhere.flat()].sort((one, other) => (one.time < other.time ? -1 : 1)),
      oldKey: await oldKeyOf(session, pressed.find(({ fingerprint }) => fingerprint === newest)?.key.id ?? null),
    };
  }

  /** Of another company no more is told than that a call with the key came, and when. */
  async function arrivedElsewhere(session: SetupSession, fingerprint: string, key: ApiKey): Promise<RefusedCall[]> {
    const calls = await activity.since(key.companyId, { time: session.createdAt }, LOOKED_THROUGH);
    return calls
      .filter((call) => call.keyLast4 === key.last4)
      .map(({ time, route, status }) => ({ time, route, status, fingerprint, elsewhere: true }));
  }

  /** The key that was used last, of those that the company had when the session began; not the one just pressed. */
  async function oldKeyOf(session: SetupSession, pressedId: string | null): Promise<OldKey | null> {
    const before = (await keys.list(session.companyId)).filter(
      (key) =>
        key.id !== pressedId &&
        key.lastUsedAt !== null &&
        key.createdAt < session.createdAt &&
        (endOf(key) ?? session.createdAt) >= session.createdAt,
    );
    const [old] = before.sort((one, other) => ((one.lastUsedAt ?? '') > (other.lastUsedAt ?? '') ? -1 : 1));
    if (!old) return null;
    const end = endOf(old);
    return { last4: old.last4, retiredAt: end !== null && end <= now().toISOString() ? end : null };
  }

  return { of };
}

/** When a key ends or ended, or null when it does not. */
function endOf({ revokedAt, expiresAt }: ApiKey): string | null {
  return revokedAt ?? expiresAt;
}
