import type { Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';

export type TestAddressStore = ReturnType<typeof createTestAddressStore>;

/** SQL of the addresses that sessions issued for JumpCloud's Test User Email; kept in lower case. */
export function createTestAddressStore(db: Database) {
  return translating({
    async insert(companyId: string, sessionId: string, address: string, at: string): Promise<void> {
      await db
        .write('setup_test_addresses')
        .insert({ company_id: companyId, session_id: sessionId, address, created_at: at });
    },

    /** Oldest first. */
    async ofSession(companyId: string, sessionId: string): Promise<string[]> {
      const rows = await db
        .read<{ address: string; company_id: string; session_id: string; created_at: string }>('setup_test_addresses')
        .where({ company_id: companyId, session_id: sessionId })
        .orderBy('created_at')
        .orderBy('address')
        .select('address');
      return rows.map((row) => row.address);
    },

    async has(companyId: string, address: string): Promise<boolean> {
      const sql = 'SELECT address FROM setup_test_addresses WHERE company_id = ? AND address = ?';
      return (await db.select(sql, [companyId, address])).length > 0;
    },
  });
}
