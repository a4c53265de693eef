import type { Knex } from 'knex';
import type { Activity, RefusedCall } from '../../shared/setup/activity.ts';
import type { Database } from '../db/database.ts';
import { translating } from '../db/translating.ts';

/** A call that is not stored yet. */
export type NewActivity = Omit<Activity, 'id'>;

type Row = {
  id: number;
  company_id: string;
  time: string;
  method: string;
  route: string;
  status: number;
  scim_type: string | null;
  kind: Activity['kind'];
  reason: Activity['reason'];
  domain: string | null;
  key_last4: string | null;
  duration_ms: number;
};

type RefusedRow = RefusedCall & { id: number };

/** ISO 8601: what is older goes. */
type SweepTimes = { activity: string; refused: string };

/** Refused calls that are kept, of all callers together. */
const MOST_REFUSED = 10_000;

/** The SQL of the activity record. */
export function createActivityStore(database: Database) {
  const { read, transaction, dialect } = database;
  return translating({
    /** Stores a batch in its order, in one transaction. */
    async insert(batch: { companyId: string; entry: NewActivity }[], refused: RefusedCall[]): Promise<void> {
      await transaction(async (tx) => {
        // Ids are given before the commit, and watchers read on from the last id that they saw: with one batch at a time,
        // whatever process it comes from, no lower id ever appears after a higher one.
        await dialect.lock(tx, 'activity');
        for (const { companyId, entry } of batch) await tx<Row>('activity').insert(toRow(companyId, entry));
        for (const call of refused) await insertRefused(tx, call);
      });
    },

    /** Calls after an id, oldest first. */
    async after(companyId: string, id: number, limit: number): Promise<Activity[]> {
      const query = read<Row>('activity').where({ company_id: companyId }).where('id', '>', id);
      return (await query.orderBy('id').limit(limit)).map(fromRow);
    },

    /** The latest calls, from a time on, oldest first. */
    async latest(companyId: string, from: string, limit: number): Promise<Activity[]> {
      const query = read<Row>('activity').where({ company_id: companyId }).where('time', '>=', from);
      return (await query.orderBy('id', 'desc').limit(limit)).map(fromRow).reverse();
    },

    /** The latest calls of those kinds, from a time on, oldest first. */
    async ofKinds(companyId: string, kinds: readonly Activity['kind'][], from: string, limit: number) {
      const query = read<Row>('activity').where({ company_id: companyId }).where('time', '>=', from);
      const rows = await query.whereIn('kind', kinds).orderBy('id', 'desc').limit(limit);
      return rows.map(fromRow).reverse();
    },

    /** Calls before an id, newest first; from the latest on without one. */
    async before(companyId: string, id: number | null, limit: number): Promise<Activity[]> {
      const query = read<Row>('activity').where({ company_id: companyId });
      const older = id === null ? query : query.where('id', '<', id);
      return (await older.orderBy('id', 'desc').limit(limit)).map(fromRow);
    },

    /** The id of the company's latest call, 0 when there is none. */
    async lastId(companyId: string): Promise<number> {
      const row = await read<Row>('activity').where({ company_id: companyId }).orderBy('id', 'desc').first('id');
      return row?.id ?? 0;
    },

    /** Refused calls with one of these fingerprints, from a time on, oldest first. */
    async refusedWith(fingerprints: string[], from: string, limit: number): Promise<RefusedCall[]> {
      const query = read<RefusedRow>('refused_calls').whereIn('fingerprint', fingerprints).where('time', '>=', from);
      const rows = await query.orderBy('id', 'desc').limit(limit);
      return rows.map(({ time, route, fingerprint }) => ({ time, route, fingerprint })).reverse();
    },

    sweep: (before: SweepTimes, mostCalls: number): Promise<void> => sweep(database, before, mostCalls),
  });
}

export type ActivityStore = ReturnType<typeof createActivityStore>;

/** The oldest goes as a new one comes: anybody can make refused calls, so nobody may fill the store with them. */
async function insertRefused(tx: Knex, call: RefusedCall): Promise<void> {
  const [{ id } = { id: 0 }] = await tx<RefusedRow>('refused_calls').insert(call).returning('id');
  await tx('refused_calls')
    .where('id', '<=', id - MOST_REFUSED)
    .delete();
}

/** Drops what is older than its time, and all but each company's latest calls. */
async function sweep({ read, write }: Database, before: SweepTimes, mostCalls: number): Promise<void> {
  await write('activity').where('time', '<', before.activity).delete();
  await write('refused_calls').where('time', '<', before.refused).delete();
  for (const { id } of await read<{ id: string }>('companies').select('id')) {
    const calls = read<Row>('activity').where({ company_id: id }).orderBy('id', 'desc');
    const oldest = await calls.offset(mostCalls).first('id');
    if (oldest) await write('activity').where({ company_id: id }).where('id', '<=', oldest.id).delete();
  }
}

function toRow(companyId: string, entry: NewActivity): Omit<Row, 'id'> {
  return {
    company_id: companyId,
    time: entry.time,
    method: entry.method,
    route: entry.route,
    status: entry.status,
    scim_type: entry.scimType,
    kind: entry.kind,
    reason: entry.reason,
    domain: entry.domain,
    key_last4: entry.keyLast4,
    duration_ms: entry.durationMs,
  };
}

function fromRow(row: Row): Activity {
  return {
    id: row.id,
    time: row.time,
    method: row.method,
    route: row.route,
    status: row.status,
    scimType: row.scim_type,
    kind: row.kind,
    reason: row.reason,
    domain: row.domain,
    keyLast4: row.key_last4,
    durationMs: row.duration_ms,
  };
}
