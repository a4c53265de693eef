import type { ApiKey, KeyStore, StoredKey } from './store.ts';

/**
 * Keys kept in memory by their hash, since every call brings one, until something changes. How long it takes to look for the
 * hash of what was sent tells nobody of the hashes that there are.
 */
export function createKnownKeys(store: KeyStore) {
  const known = new Map<string, ApiKey>();
  let generation = 0;

  async function find(hash: string): Promise<ApiKey | null> {
    const begun = generation;
    const stored = await store.byHash(hash);
    if (!stored) return null;
    const key = withoutHash(stored);
    // What was read before a change must not be kept after it.
    if (begun === generation) known.set(hash, key);
    return key;
  }

  return {
    /** The key with this hash, if it is in memory. */
    peek: (hash: string): ApiKey | null => known.get(hash) ?? null,
    /** The key with this hash, from the store, or null. */
    find,
    /** Drops everything: some key changed. */
    forget: (): void => {
      generation += 1;
      known.clear();
    },
  };
}

export function withoutHash(stored: StoredKey): ApiKey {
  const { hash: _hash, ...key } = stored;
  return key;
}
