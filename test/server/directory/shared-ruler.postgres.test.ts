import { beforeAll, expect, it } from 'vitest';
import { insertRows } from '../../../server/db/row-steps.ts';
import { leastIdOf } from '../../../server/directory/id.ts';
import { createSharedRuler } from '../../../server/directory/store/shared-ruler.ts';
import { useDatabase } from '../kit/database.ts';

const USERS = 2_000;
const MADE = Date.parse('2026-03-01T12:00:00.000Z');
const SECOND = 1_000;

const { database } = useDatabase();
let clock = MADE;

beforeAll(async () => {
  const created_at = '2026-03-01';
  const company = { id: 'c', name: 'c', product: 'ai-voice', plan: 'pro', primary_domain: 'c.example', created_at };
  await database().commit([insertRows(database().dialect, 'companies', [company])]);
  await add(Array.from({ length: USERS }, (_, n) => MADE + n));
});

/** Users whose ids were made at these times. */
async function add(times: number[]): Promise<void> {
  const users = times.map((time) => {
    const id = `${leastIdOf(new Date(time))}-7000`;
    const rest = { active: true, document: '{}', search: {}, version: 1, created_at: 'x', updated_at: 'x' };
    return { company_id: 'c', id, user_name: id, user_name_folded: id, ...rest };
  });
  await database().commit([insertRows(database().dialect, 'users', users)]);
}

it('marks stand among users of ten seconds, and are right again a few seconds after an older one came late', async () => {
  const rulerAt = (seconds: number) => {
    clock = MADE + seconds * SECOND;
    return createSharedRuler({ ...database(), now: () => new Date(clock) });
  };
  expect(await rulerAt(5).place('c', 1_900)).toEqual({ total: USERS, mark: null });
  const ruler = rulerAt(15);
  expect(await ruler.place('c', 1_900)).toMatchObject({ total: USERS, mark: { before: 1_792 } });

  // Its id is older than all others.
  await add([MADE - SECOND]);
  clock = MADE + 21 * SECOND;
  const { total, mark } = await ruler.place('c', 1_900);
  expect(total).toBe(USERS + 1);
  const before = 'SELECT count(*) AS users FROM users WHERE company_id = ? AND id < ?';
  const [row] = await database().select<{ users: number }>(before, ['c', mark?.id ?? '']);
  expect(mark?.before).toBe(row?.users);

  // Marks that were read a moment ago may have been read after a deletion that is told of only now.
  const [oldest = { id: '' }] = await database().select<{ id: string }>('SELECT min(id) AS id FROM users', []);
  await database().write('users').where(oldest).delete();
  const fresh = rulerAt(22);
  await fresh.place('c', 1_900);
  fresh.gone('c', oldest.id);
  expect(await fresh.place('c', 1_900)).toMatchObject({ total: USERS, mark: { before: 1_792 } });
});

it('forgets its marks within a minute of a deletion that nobody told of, as of a process that was killed', async () => {
  clock = MADE + 600 * SECOND;
  const ruler = createSharedRuler({ ...database(), now: () => new Date(clock) });
  const { total } = await ruler.place('c', 1_900);
  const [oldest = { id: '' }] = await database().select<{ id: string }>('SELECT min(id) AS id FROM users', []);
  await database().write('users').where(oldest).delete();
  clock += 60 * SECOND;
  expect(await ruler.place('c', 1_900)).toMatchObject({ total: total - 1, mark: { before: 1_792 } });
});
