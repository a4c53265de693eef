import type { Knex } from 'knex';
import { hasFailed, type RefusedCall } from '../../shared/setup/activity.ts';
import type { CallDetails } from '../../shared/setup/call-details.ts';
import type { Database, GivenRow, RowStep } from '../db/database.ts';
import type { Dialect } from '../db/dialect.ts';
import { addCounts, dropSurplus, insertRows, putHigher } from '../db/row-steps.ts';
import { translating } from '../db/translating.ts';
import { hourOf, type ActivityFilter } from './activity-filter.ts';
import { fromRow, type NewActivity, type RecordedCall, type Row, toColumns } from './call-row.ts';
import { createCallShapes } from './call-shapes.ts';
import { indexedAndOthers, IS_TEST, narrowed } from './filter-store.ts';
import type { BatchName } from './queue.ts';
import { createSweep, latestSurplus } from './sweep-store.ts';

/** A call with a key that nobody knows, which is not stored yet. */
export type NewRefused = Omit<RefusedCall, 'elsewhere'>;

/** A call of a company that is not stored yet. */
export type NewCall = { companyId: string; entry: NewActivity };

/** Calls that are stored together, in their order. */
type Batch = readonly NewCall[];

type RefusedRow = Omit<RefusedCall, 'elsewhere'> & { id: number };

/** Calls of one hour, which is named by its beginning (ISO 8601). */
export type HourCount = { hour: string; calls: number; failures: number };

/** Those before an id, or the latest; of those that changed nothing, only what is among so many of the company is looked for. */
type Page = { before: number | null; limit: number; mostCalls: number };

/** Refused calls that are kept, of all callers together. */
const MOST_REFUSED = 10_000;

/** The SQL of the activity record. */
export function createActivityStore(database: Database) {
  const { read, commitInTurn, dialect } = database;
  const shapes = createCallShapes(database);
  return translating({
    /** Stores a batch in its order, in one transaction, unless the batch of that name is stored already. */
    async insert(name: BatchName, batch: Batch): Promise<void> {
      const kept = shapes.toStore(batch.map(({ entry }) => entry.details));
      const rows = batch.map(({ companyId, entry }, at) => toColumns(companyId, entry, kept.details[at] ?? null));
      // Ids are given before the commit, and watchers read on from the last id that they saw: with one batch at a time,
      // whatever process it comes from, no lower id ever appears after a higher one.
      await commitInTurn('activity', [
        once(dialect, name, rows),
        ...kept.steps,
        insertRows(dialect, 'activity', rows),
        ...countHours(dialect, batch),
      ]);
      kept.stored();
    },

    /** The same for refused calls. */
    async insertRefused(name: BatchName, batch: readonly NewRefused[]): Promise<void> {
      await commitInTurn('refused_calls', [
        once(dialect, name, batch),
        insertRows(dialect, 'refused_calls', batch),
        // The oldest go as new ones come: anybody can make refused calls, so nobody may fill the store with them.
        dropSurplus(dialect, 'refused_calls', MOST_REFUSED),
      ]);
    },

    /** Calls and parts after an id, oldest first. */
    async after(companyId: string, id: number, limit: number): Promise<RecordedCall[]> {
      const query = read<Row>('activity').where({ company_id: companyId }).where('id', '>', id);
      return (await query.orderBy('id').limit(limit)).map(fromRow);
    },

    /** The latest calls, from a time on, oldest first. */
    async latest(companyId: string, from: string, limit: number): Promise<RecordedCall[]> {
      const calls = read<Row>('activity').where({ company_id: companyId, part: 0 });
      return (await latestOf(read, calls, from, limit)).map(fromRow);
    },

    /** The latest calls of a connection test, from a time on, oldest first. */
    async tests(companyId: string, from: string, limit: number): Promise<RecordedCall[]> {
      const calls = read<Row>('activity').where({ company_id: companyId, part: 0 }).whereRaw(IS_TEST);
      return (await latestOf(read, calls, from, limit)).map(fromRow);
    },

    /** A page of the calls that fit, newest first. */
    async page(companyId: string, filter: ActivityFilter, page: Page): Promise<RecordedCall[]> {
      return (await pageOf(read, companyId, filter, page)).map(fromRow);
    },

    /** One call with its details; undefined when the company has no such call. */
    async byId(companyId: string, id: number): Promise<(RecordedCall & { details: CallDetails | null }) | undefined> {
      const row = await read<Row>('activity').where({ company_id: companyId, id }).first();
      return row && { ...fromRow(row), details: await shapes.fromStored(row.details) };
    },

    /** Calls by the hour, from an hour on, oldest first; hours without any are left out. */
    async hours(companyId: string, from: string): Promise<HourCount[]> {
      const query = read<HourCount & { company_id: string }>('activity_hours')
        .where({ company_id: companyId })
        .where('hour', '>=', from);
      return query.orderBy('hour').select(['hour', 'calls', 'failures']);
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
      return rows.map(({ id: _id, ...call }) => ({ ...call, elsewhere: false })).reverse();
    },

    sweep: createSweep(database),
  });
}

export type ActivityStore = ReturnType<typeof createActivityStore>;

/** Of the latest rows of a query those from a time on, oldest first: however few these are, none is looked at behind the latest. */
async function latestOf(read: Knex, query: Knex.QueryBuilder<Row, Row[]>, from: string, limit: number): Promise<Row[]> {
  const latest = query.orderBy('id', 'desc').limit(limit).as('latest');
  return read.from<Row>(latest).where('time', '>=', from).orderBy('id').select<Row[]>('*');
}

/** Calls about a user are put together of those that an index has and of others among the latest. */
async function pageOf(read: Knex, companyId: string, filter: ActivityFilter, page: Page): Promise<Row[]> {
  const { before, limit, mostCalls } = page;
  const calls = () => {
    const query = narrowed(read<Row>('activity').where({ company_id: companyId }), filter);
    if (before !== null) void query.where('id', '<', before);
    return query.orderBy('id', 'desc').limit(limit);
  };
  if (filter.userId === null || filter.history) return calls();
  const [indexed, others] = indexedAndOthers(calls, await latestSurplus(read, companyId, mostCalls));
  const rows = [...(await indexed), ...(await others)];
  return rows.sort((one, other) => other.id - one.id).slice(0, limit);
}

/** Makes all that is stored with a batch void when the batch of that name is stored already. */
function once(dialect: Dialect, { queue, number }: BatchName, rows: readonly GivenRow[]): RowStep {
  const time = rows.at(-1)?.['time'] ?? '';
  return putHigher(dialect, 'stored_batches', 'queue', 'number', { queue, number, time });
}

/** Adds a batch to the calls of its hours, so that a day is told without reading its calls. */
function countHours(dialect: Dialect, batch: Batch): RowStep[] {
  const hours = new Map<string, HourCount & { company_id: string }>();
  for (const { companyId, entry } of batch) {
    if (entry.part) continue;
    const hour = hourOf(entry.time);
    const counted = hours.get(companyId + hour) ?? { company_id: companyId, hour, calls: 0, failures: 0 };
    counted.calls += 1;
    if (hasFailed(entry)) counted.failures += 1;
    hours.set(companyId + hour, counted);
  }
  return hours.size === 0 ? [] : [addCounts(dialect, 'activity_hours', ['company_id', 'hour'], [...hours.values()])];
}
