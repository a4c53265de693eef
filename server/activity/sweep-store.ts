import type { Knex } from 'knex';
import type { Database } from '../db/database.ts';
import type { Row } from './call-row.ts';

/** What is older goes: days of each company's calls, and a time (ISO 8601) for refused ones and for the names of batches. */
type Sweep = { refusedBefore: string; callsBefore: (company: { keepActivityDays: number }) => string };

type Company = { id: string; keep_activity_days: number };

/**
 * Drops what is older than its time. Of all but each company's latest calls only those stay that changed a user, without their
 * details: they are the users' history.
 */
export function createSweep({ read, write }: Database): (what: Sweep, mostCalls: number) => Promise<void> {
  /** By company the id up to which only history is left. A sweep begins behind it: history is most of a record. */
  const swept = new Map<string, number>();

  async function dropSurplus(companyId: string, mostCalls: number): Promise<void> {
    const [from, latest] = [swept.get(companyId) ?? 0, await latestSurplus(read, companyId, mostCalls)];
    if (latest <= from) return;
    const surplus = () =>
      write<Row>('activity')
        .where({ company_id: companyId })
        .whereBetween('id', [from + 1, latest]);
    await surplus().whereNull('changed').delete();
    await surplus().whereNotNull('details').update({ details: null });
    swept.set(companyId, latest);
  }

  return async (what, mostCalls) => {
    await write('refused_calls').where('time', '<', what.refusedBefore).delete();
    // Those of processes that have ended; who still stores has a later one.
    await write('stored_batches').where('time', '<', what.refusedBefore).delete();
    for (const { id, keep_activity_days } of await read<Company>('companies').select('id', 'keep_activity_days')) {
      const before = what.callsBefore({ keepActivityDays: keep_activity_days });
      await dropOld({ read, write }, id, before);
      await write('activity_hours').where({ company_id: id }).where('hour', '<', before).delete();
      await dropSurplus(id, mostCalls);
    }
  };
}

/** Looks no further than to the first call that stays: times follow ids but for moments, and those go with the next sweep. */
async function dropOld(
  { read, write }: Pick<Database, 'read' | 'write'>,
  companyId: string,
  before: string,
): Promise<void> {
  const calls = read<Row>('activity').where({ company_id: companyId });
  const staying = await calls.where('time', '>=', before).orderBy('id').first('id');
  const old = write<Row>('activity').where({ company_id: companyId }).where('time', '<', before);
  await (staying ? old.where('id', '<', staying.id) : old).delete();
}

/** The id of the latest call behind so many; 0 when there are no more than that. */
export async function latestSurplus(read: Knex, companyId: string, mostCalls: number): Promise<number> {
  const calls = read<Row>('activity').where({ company_id: companyId }).orderBy('id', 'desc');
  return (await calls.offset(mostCalls).first('id'))?.id ?? 0;
}
