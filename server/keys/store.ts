import type { Scope } from '../../shared/api-key.ts';
import { withAlong } from '../db/along.ts';
import type { Along, Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';

/** A key as it is kept, without its secret. Times are ISO 8601. */
export type ApiKey = {
  id: string;
  companyId: string;
  name: string;
  last4: string;
  scopes: Scope[];
  createdBy: string;
  createdAt: string;
  /** The end that it was made with: the overlap of a rotation can set an earlier one. */
  madeUntil: string | null;
  expiresAt: string | null;
  firstUsedAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** A key with the SHA-256 of its text, in hex. */
export type StoredKey = ApiKey & { hash: string };

type Row = {
  id: string;
  company_id: string;
  name: string;
  hash: string;
  last4: string;
  scopes: string;
  created_by: string;
  created_at: string;
  made_until: string | null;
  expires_at: string | null;
  first_used_at: string | null;
  last_used_at: string | null;
  revoked_at: string | null;
};

/** The SQL of API keys. */
export function createKeyStore(db: Database) {
  const { read, write } = db;
  return translating({
    async insert(companyId: string, key: StoredKey, along: Along): Promise<void> {
      await withAlong(db, along, (tx) => tx<Row>('api_keys').insert(toRow(companyId, key)));
    },

    /** The new key in, and the old one's end set, together. */
    async replace(companyId: string, oldId: string, oldExpiresAt: string, key: StoredKey, along: Along): Promise<void> {
      await withAlong(db, along, async (tx) => {
        await tx<Row>('api_keys').insert(toRow(companyId, key));
        const change = { expires_at: oldExpiresAt };
        await tx<Row>('api_keys').where({ company_id: companyId, id: oldId }).update(change);
      });
    },

    async list(companyId: string): Promise<StoredKey[]> {
      const rows = await read<Row>('api_keys').where({ company_id: companyId }).orderBy(['created_at', 'id']);
      return rows.map(fromRow);
    },

    /** The keys of several companies. */
    async ofCompanies(companyIds: readonly string[]): Promise<StoredKey[]> {
      return (await read<Row>('api_keys').whereIn('company_id', companyIds)).map(fromRow);
    },

    async byId(companyId: string, id: string): Promise<StoredKey | null> {
      const row = await read<Row>('api_keys').where({ company_id: companyId, id }).first();
      return row ? fromRow(row) : null;
    },

    /** The one look-up without a company: it is how the company is found. */
    async byHash(hash: string): Promise<StoredKey | null> {
      const row = await read<Row>('api_keys').where({ hash }).first();
      return row ? fromRow(row) : null;
    },

    /** The one whose hash begins with these hex digits: like `byHash`, without a company. */
    async byHashPrefix(prefix: string): Promise<StoredKey | null> {
      // 'g' follows every hex digit, in every collation.
      const row = await read<Row>('api_keys').where('hash', '>=', prefix).where('hash', '<', `${prefix}g`).first();
      return row ? fromRow(row) : null;
    },

    async revoke(companyId: string, id: string, at: string, along: Along): Promise<void> {
      const own = { company_id: companyId, id };
      await withAlong(db, along, async (tx) => {
        return (await tx<Row>('api_keys').where(own).whereNull('revoked_at').update({ revoked_at: at })) > 0;
      });
    },

    async touch(companyId: string, id: string, at: string): Promise<void> {
      const key = () => write<Row>('api_keys').where({ company_id: companyId, id });
      const [before] = await key().update({ last_used_at: at }, ['first_used_at']);
      // Just once: who hears of a change to it drops every key that is known, and naming the column is a change.
      if (before?.first_used_at === null) await key().whereNull('first_used_at').update({ first_used_at: at });
    },
  });
}

export type KeyStore = ReturnType<typeof createKeyStore>;

function toRow(companyId: string, key: StoredKey): Row {
  return {
    id: key.id,
    company_id: companyId,
    name: key.name,
    hash: key.hash,
    last4: key.last4,
    scopes: key.scopes.join(' '),
    created_by: key.createdBy,
    created_at: key.createdAt,
    made_until: key.madeUntil,
    expires_at: key.expiresAt,
    first_used_at: key.firstUsedAt,
    last_used_at: key.lastUsedAt,
    revoked_at: key.revokedAt,
  };
}

function fromRow(row: Row): StoredKey {
  return {
    id: row.id,
    companyId: row.company_id,
    name: row.name,
    hash: row.hash,
    last4: row.last4,
    scopes: row.scopes.split(' ').filter((scope) => scope !== '') as Scope[],
    createdBy: row.created_by,
    createdAt: row.created_at,
    madeUntil: row.made_until,
    expiresAt: row.expires_at,
    firstUsedAt: row.first_used_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
