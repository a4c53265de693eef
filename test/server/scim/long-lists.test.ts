import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../../shared/scim/json.ts';
import { changeList } from '../../../server/scim/patch/change-list.ts';
import type { Operation } from '../../../server/scim/patch/operations.ts';
import { findTarget } from '../../../server/scim/patch/target.ts';
import { readProjection } from '../../../server/scim/projection.ts';
import { USER_TYPE } from '../../../server/scim/schema/user.ts';

/** Counts how often the objects that it makes are looked into. */
function watched() {
  let looks = 0;
  const look = <T>(answer: T): T => {
    looks += 1;
    return answer;
  };
  return {
    looks: () => looks,
    object: (value: JsonObject): JsonObject =>
      new Proxy(value, {
        get: (target, name) => look(Reflect.get(target, name)) as unknown,
        ownKeys: (target) => look(Reflect.ownKeys(target)),
      }),
  };
}

const roles = (prefix: string, count: number): JsonObject[] =>
  Array.from({ length: count }, (_, n) => ({ value: `${prefix}${n}`, type: n % 2 ? 'one' : 'other' }));

/** How often a change of a list of so many looks into the elements and into the value. */
function looksOf(count: number, change: (count: number) => { op: Operation['op']; path: string; value: Json }): number {
  const { looks, object } = watched();
  const { op, path, value } = change(count);
  const target = findTarget(USER_TYPE, path);
  if (target?.kind !== 'attribute') throw new Error(`There is no attribute ${path}.`);
  const given = Array.isArray(value) ? value.map((one) => object(one as JsonObject)) : object(value as JsonObject);
  changeList(roles('a', count).map(object), { op, path, value: given }, target);
  return looks();
}

describe('a PATCH of a long list', () => {
  it.each<[string, Parameters<typeof looksOf>[1]]>([
    ['adds others', (count) => ({ op: 'add', path: 'roles', value: roles('b', count) })],
    ['adds the same', (count) => ({ op: 'add', path: 'roles', value: roles('a', count) })],
    ['removes others', (count) => ({ op: 'remove', path: 'roles', value: roles('b', count) })],
    ['removes the same', (count) => ({ op: 'remove', path: 'roles', value: roles('a', count).reverse() })],
    [
      'replaces many by a value with as many names',
      (count) => ({ op: 'replace', path: 'roles[type eq "one"]', value: namesOf(count) }),
    ],
    [
      'adds to many from a value with as many names',
      (count) => ({ op: 'add', path: 'roles[type eq "one"]', value: namesOf(count) }),
    ],
  ])('%s in a time that grows with the list, not with its square', (_what, change) => {
    const [some, many] = [looksOf(100, change), looksOf(1_000, change)];
    expect(many).toBeLessThan(some * 15);
  });
});

it('attributes that are asked for again and again are looked for once', () => {
  const names = Array.from({ length: 1_000 }, (_, n) => ['name.givenName', 'NAME.givenName', 'id'][n % 3] ?? '');
  expect(readProjection(USER_TYPE, names, [])).toMatchObject({ named: [{}, {}] });
  expect(readProjection(USER_TYPE, [], names)).toMatchObject({ named: [{}, {}] });
});

function namesOf(count: number): JsonObject {
  return { display: 'x', ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`unknown${n}`, null])) };
}
