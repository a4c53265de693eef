import { beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { Database } from '../../../server/db/database.ts';
import { createDirectory } from '../../../server/directory/directory.ts';
import type { CompanyScope } from '../../../server/directory/record.ts';
import { createRules } from '../../../server/rules.ts';
import { useDatabase } from '../kit/database.ts';
import { person, testUser } from '../scim/kit.ts';

const now = () => new Date();
const DOMAIN = 'acme.example';
const ADDRESS = `jumpcloud-test@${DOMAIN}`;

const { database } = useDatabase();
let company: CompanyScope;

beforeAll(async () => {
  const rules = createRules({ database: database(), publicUrl: 'http://127.0.0.1', now, onError: fail });
  company = await rules.companies.create({ name: 'Acme', primaryDomain: DOMAIN, product: 'ai-voice', plan: 'pro' });
  await rules.close();
});

const fail = (error: unknown): never => {
  throw error;
};

/** A directory before whose writes others come first, in that order; and what is done in between, undisturbed. */
function overtaken(...overtaking: (() => Promise<unknown>)[]) {
  const commit: Database['commit'] = async (steps) => {
    await overtaking.shift()?.();
    return database().commit(steps);
  };
  return createDirectory({ db: { ...database(), commit }, isTestAddress: () => Promise.resolve(false), now });
}

const create = ({ users, newId }: ReturnType<typeof overtaken>, address: string) =>
  users.create(company, testUser(address), newId(), () => undefined);
const idsOf = async (userName: string) => {
  const rows = await database().read('users').where({ user_name: userName }).select<{ id: string }[]>('id');
  return rows.map(({ id }) => id);
};

describe('a test user that replaces another one', () => {
  it('is made when the other is replaced or deleted by somebody else meanwhile, as often as it happens', async () => {
    const beside = overtaken();
    const { id: stranded } = await create(beside, ADDRESS);
    const removeWhoIsThere = async () => {
      for (const id of await idsOf(ADDRESS)) await beside.users.remove(company, id, () => undefined);
    };
    const made = await create(
      overtaken(
        // The first attempt meets the stranded one and is told that the name is taken.
        () => Promise.resolve(),
        () => create(beside, ADDRESS),
        () => create(beside, ADDRESS),
        removeWhoIsThere,
      ),
      ADDRESS,
    );
    expect(await idsOf(ADDRESS)).toEqual([made.id]);
    expect(made.id).not.toBe(stranded);
  });

  it('leaves an ordinary account alone that took the address meanwhile', async () => {
    const address = `second-${ADDRESS}`;
    const beside = overtaken();
    const { id: stranded } = await create(beside, address);
    let ordinary = '';
    const takeTheName = async () => {
      await beside.users.remove(company, stranded, () => undefined);
      ordinary = (await beside.users.create(company, person(address), beside.newId(), () => undefined)).id;
    };
    const late = create(
      overtaken(() => Promise.resolve(), takeTheName),
      address,
    );
    await expect(late).rejects.toMatchObject({ status: 409 });
    expect(await idsOf(address)).toEqual([ordinary]);
  });
});

describe('a change that somebody else was quicker than', () => {
  it('is decided anew on what is there now, as often as it happens', async () => {
    const beside = overtaken();
    const { id } = await beside.users.create(company, person(`ana@${DOMAIN}`), beside.newId(), () => undefined);
    const set = (directory: typeof beside, name: string) =>
      directory.users.change(company, id, 'patch', ({ resource }) => ({ ...resource, [name]: 'set' }));
    await set(
      overtaken(
        () => set(beside, 'title'),
        () => set(beside, 'nickName'),
      ),
      'userType',
    );
    const { resource, version } = await beside.users.find(company.id, id);
    expect(resource).toMatchObject({ title: 'set', nickName: 'set', userType: 'set' });
    expect(version).toBe(4);
  });

  it('is a 404 when the account is deleted meanwhile', async () => {
    const beside = overtaken();
    const { id } = await beside.users.create(company, person(`eva@${DOMAIN}`), beside.newId(), () => undefined);
    const late = overtaken(() => beside.users.remove(company, id, () => undefined));
    const change = late.users.change(company, id, 'patch', ({ resource }) => ({ ...resource, title: 'late' }));
    await expect(change).rejects.toMatchObject({ status: 404 });
    expect(await idsOf(`eva@${DOMAIN}`)).toEqual([]);
  });
});

describe('a deletion that somebody else was quicker than', () => {
  it('takes the account as it is then, and asks again whether it may', async () => {
    const beside = overtaken();
    const { id } = await beside.users.create(company, person(`lea@${DOMAIN}`), beside.newId(), () => undefined);
    const asked: number[] = [];
    const late = overtaken(() =>
      beside.users.change(company, id, 'patch', ({ resource }) => ({ ...resource, title: 'new' })),
    );
    await late.users.remove(company, id, ({ version }) => void asked.push(version));
    expect(asked).toEqual([1, 2]);
    expect(await idsOf(`lea@${DOMAIN}`)).toEqual([]);
  });
});

describe('changes of one user that come at the same time', () => {
  it('wait for each other, so that each is decided and made once, whatever became of the one before', async () => {
    const names = ['nickName', 'userType', 'locale', 'timezone'];
    let commits = 0;
    const counted = overtaken(...Array.from({ length: 20 }, () => () => Promise.resolve(void (commits += 1))));
    const { id } = await counted.users.create(company, person(`kim@${DOMAIN}`), counted.newId(), () => undefined);
    const patch = (resource: (before: JsonObject) => JsonObject) =>
      counted.users.change(company, id, 'patch', (current) => resource(current.resource));
    const outcomes = await Promise.allSettled([
      patch((before) => ({ ...before, title: 'first' })),
      patch(() => fail(new Error('refused'))),
      ...names.map((name) => patch((before) => ({ ...before, [name]: 'set' }))),
    ]);
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, true, true, true]);
    const { resource, version } = await counted.users.find(company.id, id);
    expect(Object.keys(resource)).toEqual(expect.arrayContaining(['title', ...names]));
    expect(version).toBe(6);
    expect(commits).toBe(6);
  });

  it('all fail at once when the store is away, and the next one is made when it is back', async () => {
    const away = () => Promise.reject(Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' }));
    const beside = overtaken();
    const { id } = await beside.users.create(company, person(`zoe@${DOMAIN}`), beside.newId(), () => undefined);
    // Only the first of them finds it away: to ask again would be to wait as long again.
    const late = overtaken(away);
    const set = (name: string) =>
      late.users.change(company, id, 'patch', ({ resource }) => ({ ...resource, [name]: 'set' }));
    const outcomes = await Promise.allSettled([set('title'), set('nickName'), set('userType')]);
    expect(outcomes).toEqual(
      outcomes.map(() => ({ status: 'rejected', reason: expect.objectContaining({ status: 503 }) as unknown })),
    );
    await set('locale');
    expect((await beside.users.find(company.id, id)).version).toBe(2);
  });
});
