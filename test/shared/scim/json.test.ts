import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameJson, type Json } from '../../../shared/scim/json.ts';

/** As a body is read: with names that objects inherit as names of its own. */
const read = (text: string): Json => JSON.parse(text) as Json;
/** Few names and values, so that two are often nearly the same. */
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<Json>(null, true, false, 0, 1, '', 'a', '1'),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', '0', 'constructor', 'valueOf'), tie('value'), {
      maxKeys: 2,
      noNullPrototype: true,
    }),
  ),
}));

describe('two JSON values', () => {
  it('are the same when Node says so', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        expect(isSameJson(one, other)).toBe(isDeepStrictEqual(one, other));
        expect(isSameJson(one, read(JSON.stringify(one)))).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['{"a":1,"b":[1,{"c":null}]}', '{"b":[1,{"c":null}],"a":1}', true],
    ['[1,2]', '[2,1]', false],
    ['{"a":null}', '{}', false],
    ['{"a":null}', '{"b":null}', false],
    ['[]', '{}', false],
    ['{"0":1}', '[1]', false],
    ['{"__proto__":{}}', '{"a":{}}', false],
    ['{"a":{}}', '{"__proto__":{}}', false],
    ['{"__proto__":{"a":1}}', '{"__proto__":{"a":1}}', true],
    ['{"toString":1,"valueOf":2}', '{"valueOf":2,"toString":1}', true],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameJson(read(one), read(other))).toBe(same);
    expect(isSameJson(read(other), read(one))).toBe(same);
  });

  it('are told apart from what is not there', () => {
    expect(isSameJson(undefined, undefined)).toBe(true);
    expect(isSameJson(null, undefined)).toBe(false);
  });
});
