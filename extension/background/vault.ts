import { apiKeyKind } from '../../shared/api-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { Secret } from '../../shared/secret.ts';
import type { HeldKey } from '../guide/state.ts';
import type { Store } from '../platform/storage.ts';

const KEPT = 'vault';
const SHOWN_PREFIX = 4;

type Kept = { companyId: string; key: string };

export type Vault = ReturnType<typeof createVault>;

/**
 * Keeps the key of a company: in this worker's memory, and in storage that ends with the browser, so that a killed worker
 * finds it again. Nobody outside gets more than its mask and fingerprint, save for the one fill and the side panel's copy.
 */
export function createVault({ session }: { session: Store }) {
  async function kept(): Promise<Kept | null> {
    const value = await session.get(KEPT);
    return isKept(value) ? value : null;
  }

  return {
    /**
     * Takes a key over. Refuses one of ours that is cut off or mistyped.
     * @param isWanted whether the session that the key is for is not left: asked when nothing more is awaited.
     * @returns null when it is left.
     */
    async put(companyId: string, key: string, isWanted: () => boolean): Promise<HeldKey | 'damaged' | null> {
      const held = await describeKey(key);
      if (held === 'damaged') return held;
      if (!isWanted()) return null;
      await session.set(KEPT, { companyId, key } satisfies Kept);
      return held;
    },

    /** What may be known of the company's key, or null when none is held; a key of another company is forgotten. */
    async describe(companyId: string): Promise<HeldKey | null> {
      const value = await kept();
      if (!value) return null;
      if (value.companyId !== companyId) {
        await session.remove(KEPT);
        return null;
      }
      const held = await describeKey(value.key);
      return held === 'damaged' ? null : held;
    },

    /** The key itself. */
    async take(): Promise<Secret | null> {
      const value = await kept();
      return value && new Secret(value.key);
    },

    forget: (): Promise<void> => session.remove(KEPT),
  };
}

async function describeKey(key: string): Promise<HeldKey | 'damaged'> {
  const kind = apiKeyKind(key);
  if (kind === 'damaged') return 'damaged';
  const prefix = kind === 'ours' ? key.slice(0, SHOWN_PREFIX) : '';
  return { masked: `${prefix}${new Secret(key).toString()}`, kind, fingerprint: await fingerprint(key) };
}

function isKept(value: unknown): value is Kept {
  return typeof value === 'object' && value !== null && 'companyId' in value && 'key' in value;
}
