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

/** Rows that one statement inserts at most; a power of two. */
const MOST_ROWS = 64;

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
        for (const rows of inPowersOfTwo(batch)) await insertCalls(tx, rows);
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

type Batch = readonly { companyId: string; entry: NewActivity }[];

/** Many rows a statement, since each one is a trip to the database; of few sizes, so that they stay prepared. */
function inPowersOfTwo(batch: Batch): Batch[] {
  const parts: Batch[] = [];
  for (let at = 0, size = MOST_ROWS; at < batch.length; at += size) {
    while (size > batch.length - at) size /= 2;
    parts.push(batch.slice(at, at + size));
  }
  return parts;
}

async function insertCalls(transaction: Knex, batch: Batch): Promise<void> {
  const values = batch.map(() => MARKS).join(', ');
  const bindings = batch.flatMap(({ companyId, entry }) => toRow(companyId, entry));
  await transaction.raw(`INSERT INTO activity (${COLUMNS.join(', ')}) VALUES ${values}`, bindings);
}

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

const COLUMNS = [
  'company_id',
  'time',
  'method',
  'route',
  'status',
  'scim_type',
  'kind',
  'reason',
  'domain',
  'key_last4',
  'duration_ms',
] as const satisfies (keyof Row)[];

const MARKS = `(${COLUMNS.map(() => '?').join(', ')})`;

/** In the order of COLUMNS. */
function toRow(companyId: string, entry: NewActivity): (string | number | null)[] {
  const { time, method, route, status, scimType, kind, reason, domain, keyLast4, durationMs } = entry;
  return [companyId, time, method, route, status, scimType, kind, reason, domain, keyLast4, durationMs];
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
