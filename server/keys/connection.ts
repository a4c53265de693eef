import type { Connection, ConnectionState } from '../../shared/setup/connection.ts';
import type { ApiKey, KeyStore } from './store.ts';

/** JumpCloud syncs at least hourly while anything changes; a whole day without a call is worth a look. */
const SILENT_AFTER_MS = 86_400_000;

/** Tells how JumpCloud is connected to each of several companies, by one look at their keys. */
export function createConnections(store: Pick<KeyStore, 'ofCompanies'>, now: () => Date) {
  return async (companyIds: readonly string[]): Promise<Map<string, Connection>> => {
    const keys = await store.ofCompanies(companyIds);
    const ofCompany = (id: string) => keys.filter(({ companyId }) => companyId === id);
    return new Map(companyIds.map((id) => [id, connectionOf(ofCompany(id), now())] as const));
  };
}

/** What the keys of one company tell of its connection. A key that was replaced counts for since when. */
function connectionOf(keys: readonly ApiKey[], at: Date): Connection {
  const since = keys.flatMap(({ firstUsedAt }) => firstUsedAt ?? []).sort()[0] ?? null;
  const lastUsedAt =
    keys
      .flatMap((key) => key.lastUsedAt ?? [])
      .sort()
      .at(-1) ?? null;
  const usable = keys.filter(
    (key) => key.revokedAt === null && (key.expiresAt === null || Date.parse(key.expiresAt) > at.getTime()),
  );
  return { state: stateOf(usable.length, lastUsedAt, at), since, lastUsedAt };
}

function stateOf(usable: number, lastUsedAt: string | null, at: Date): ConnectionState {
  if (usable === 0) return 'no-key';
  if (lastUsedAt === null) return 'waiting';
  return at.getTime() - Date.parse(lastUsedAt) > SILENT_AFTER_MS ? 'silent' : 'connected';
}
