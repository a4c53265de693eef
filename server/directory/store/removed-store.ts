import type { Database } from '../../db/database.ts';
import { translating } from '../../db/translating.ts';
import { foldCase } from '../../scim/schema/fold.ts';
import type { RemovedUser, UserRecord } from '../record.ts';
import { parseDocument } from './user-row.ts';

type Row = {
  company_id: string;
  id: string;
  user_name: string;
  user_name_folded: string;
  display_name_folded: string | null;
  document: string;
  created_at: string;
  removed_at: string;
};

export type RemovedStore = ReturnType<typeof createRemovedStore>;

/** SQL of accounts that JumpCloud deleted and that were kept. SCIM never looks here, and their userNames are free. */
export function createRemovedStore({ read, write }: Database) {
  return translating({
    async find(companyId: string, id: string): Promise<RemovedUser | null> {
      const row = await read<Row>('removed_users').where({ company_id: companyId, id }).first();
      return row ? fromRemovedRow(row) : null;
    },

    /** Those of the ids that there are. */
    async findAll(companyId: string, ids: readonly string[]): Promise<RemovedUser[]> {
      const rows = await read<Row>('removed_users').where({ company_id: companyId }).whereIn('id', ids);
      return rows.map(fromRemovedRow);
    },

    /** Drops those that were removed before a time (ISO 8601); tells how many. */
    purge: async (companyId: string, before: string): Promise<number> =>
      write('removed_users').where({ company_id: companyId }).where('removed_at', '<', before).delete(),
  });
}

export function toRemovedRow(companyId: string, user: UserRecord, at: string): Row {
  const displayName = user.resource['displayName'];
  return {
    company_id: companyId,
    id: user.id,
    user_name: user.userName,
    user_name_folded: foldCase(user.userName),
    display_name_folded: typeof displayName === 'string' ? foldCase(displayName) : null,
    document: JSON.stringify(user.resource),
    created_at: user.createdAt,
    removed_at: at,
  };
}

function fromRemovedRow(row: Row): RemovedUser {
  return {
    id: row.id,
    userName: row.user_name,
    resource: parseDocument(row.document),
    createdAt: row.created_at,
    removedAt: row.removed_at,
  };
}
