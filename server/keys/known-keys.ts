import type { KeyStore, StoredKey } from './store.ts';

/** Keys kept in memory by their hash, since every call brings one, until something changes. */
export function createKnownKeys(store: KeyStore) {
  const known = new Map<string, StoredKey>();
  let generation = 0;

  async function load(hash: string): Promise<StoredKey | null> {
    const begun = generation;
    const stored = await store.byHash(hash);
    // What was read before a change must not be kept after it.
    if (stored && begun === generation) known.set(hash, stored);
    return stored;
  }

  return {
    /** The key with this hash, or null. */
    find: async (hash: string): Promise<StoredKey | null> => known.get(hash) ?? (await load(hash)),
    /** Drops everything: some key changed. */
    forget: (): void => {
      generation += 1;
      known.clear();
    },
  };
}
