import { randomBytes } from 'node:crypto';
import type { SetupSession } from './store.ts';
import type { TestAddressStore } from './test-address-store.ts';

const RANDOM_BYTES = 4;
/** What every address that was issued looks like: only those are looked up, since every create asks. */
const ISSUED = /^jumpcloud-test-[0-9a-f]{8}@/;

export type TestAddresses = ReturnType<typeof createTestAddresses>;

/**
 * Addresses for JumpCloud's "Test User Email". They are remembered for good, so that the account which JumpCloud makes
 * with one counts as a test user whenever it comes.
 */
export function createTestAddresses({ store, now }: { store: TestAddressStore; now: () => Date }) {
  return {
    /**
     * A fresh address on the company's primary domain, on which its accounts are always allowed. JumpCloud refuses one that
     * was used before, so each call makes another.
     */
    async issue(session: SetupSession, primaryDomain: string): Promise<string> {
      const address = `jumpcloud-test-${randomBytes(RANDOM_BYTES).toString('hex')}@${primaryDomain.toLowerCase()}`;
      await store.insert(session.companyId, session.id, address, now().toISOString());
      return address;
    },

    /** What a session issued, oldest first. */
    ofSession(session: SetupSession): Promise<string[]> {
      return store.ofSession(session.companyId, session.id);
    },

    /** Whether a session of the company issued the address, whatever its case. */
    isTestAddress(companyId: string, address: string): Promise<boolean> {
      const folded = address.toLowerCase();
      return ISSUED.test(folded) ? store.has(companyId, folded) : Promise.resolve(false);
    },
  };
}
