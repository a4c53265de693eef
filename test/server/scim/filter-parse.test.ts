import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARE_OPERATORS } from '../../../shared/scim/filter.ts';
import type { Filter } from '../../../shared/scim/filter.ts';
import { parseFilter, parsePatchPath } from '../../../server/scim/filter/parse.ts';
import { printFilter, withoutPositions } from './print-filter.ts';

const parsed = (text: string) => withoutPositions(parseFilter(text));
const compare = (name: string, operator: string, value: unknown) => ({
  kind: 'compare',
  path: { schema: null, name, sub: null },
  operator,
  value,
});

describe('the filter parser', () => {
  it('reads every operator, in any case', () => {
    for (const operator of COMPARE_OPERATORS) {
      expect(parsed(`title ${operator.toUpperCase()} "x"`)).toEqual(compare('title', operator, 'x'));
    }
    expect(parsed('title PR')).toEqual({ kind: 'present', path: { schema: null, name: 'title', sub: null } });
  });

  it('binds and tighter than or', () => {
    const a = compare('a', 'eq', 1);
    const b = compare('b', 'eq', 2);
    const c = compare('c', 'eq', 3);
    expect(parsed('a eq 1 or b eq 2 and c eq 3')).toEqual({
      kind: 'or',
      filters: [a, { kind: 'and', filters: [b, c] }],
    });
    expect(parsed('(a eq 1 or b eq 2) and c eq 3')).toEqual({
      kind: 'and',
      filters: [{ kind: 'or', filters: [a, b] }, c],
    });
    expect(parsed('not (a eq 1) and b eq 2')).toEqual({ kind: 'and', filters: [{ kind: 'not', filter: a }, b] });
    expect(parsed('a eq 1 and b eq 2 and c eq 3')).toEqual({ kind: 'and', filters: [a, b, c] });
  });

  it('reads values that look like words of the grammar', () => {
    expect(parsed('title eq "AND"')).toEqual(compare('title', 'eq', 'AND'));
    expect(parsed('title eq "a \\" or b pr"')).toEqual(compare('title', 'eq', 'a " or b pr'));
    expect(parsed('title eq "\\u00e9"')).toEqual(compare('title', 'eq', 'é'));
  });

  it('reads URNs, sub-attributes and value paths', () => {
    const urn = 'urn:ietf:params:scim:schemas:core:2.0:User';
    expect(parsed(`${urn}:name.familyName sw "D"`)).toMatchObject({
      path: { schema: urn, name: 'name', sub: 'familyName' },
    });
    expect(parsed('emails[type eq "work" and value co "@x"]')).toMatchObject({
      kind: 'value-path',
      filter: { kind: 'and' },
    });
  });

  it.each([
    ['', 'character 1'],
    ['userName', 'character 9'],
    ['userName eq', 'character 10'],
    ['userName eq "x', 'character 13'],
    ['userName xx "x"', 'character 12'],
    ['userName eq "x" and', 'character 17'],
    ['(userName eq "x"', 'expected ")"'],
    ['emails[type eq "work"', 'expected "]"'],
    ['a.b.c eq 1', 'no attribute path'],
    ['userName eq x', 'expected a value'],
    ['userName eq "x" userName eq "y"', 'expected "and", "or" or the end'],
  ])('refuses %j and says where', (text, where) => {
    expect(() => parseFilter(text)).toThrow(
      expect.objectContaining({ status: 400, scimType: 'invalidFilter' }) as Error,
    );
    expect(() => parseFilter(text)).toThrow(where);
  });

  it('bounds length and depth', () => {
    expect(() => parseFilter(`title eq "${'x'.repeat(8192)}"`)).toThrow('8192 bytes');
    const nested = (depth: number) => `${'('.repeat(depth)}title pr${')'.repeat(depth)}`;
    expect(parsed(nested(50))).toMatchObject({ kind: 'present' });
    expect(() => parseFilter(nested(51))).toThrow('50 levels');
  });

  it('reads back what is printed', () => {
    fc.assert(
      fc.property(anyFilter(), (filter) => {
        expect(parsed(printFilter(filter))).toEqual(withoutPositions(filter));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the path parser', () => {
  it('reads attributes, value filters and sub-attributes', () => {
    expect(parsePatchPath('name.familyName')).toMatchObject({
      path: { name: 'name', sub: 'familyName' },
      filter: null,
    });
    expect(parsePatchPath('emails[type eq "work"].value')).toMatchObject({
      path: { name: 'emails', sub: 'value' },
      filter: { kind: 'compare' },
    });
  });

  it.each([
    '',
    '[type eq "work"]',
    'emails[type eq "work"',
    'emails[].value',
    'a b',
    'emails[type eq "work"] value',
    'a..b',
  ])('refuses %j', (path) => {
    expect(() => parsePatchPath(path)).toThrow(
      expect.objectContaining({ status: 400, scimType: 'invalidPath' }) as Error,
    );
  });
});

function anyFilter(): fc.Arbitrary<Filter> {
  const name = fc.constantFrom('userName', 'title', 'name', 'emails', 'not', 'or', 'pr');
  const sub = fc.constantFrom(null, 'value', 'familyName');
  const schema = fc.constantFrom(null, 'urn:ietf:params:scim:schemas:core:2.0:User');
  const path = fc.record({ schema, name, sub });
  const value = fc.oneof(
    fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const leaf: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({ kind: fc.constant('present' as const), path, position: fc.constant(0) }),
    fc.record({
      kind: fc.constant('compare' as const),
      path,
      operator: fc.constantFrom(...COMPARE_OPERATORS),
      value,
      position: fc.constant(0),
    }),
  );
  const { tree } = fc.letrec<{ tree: Filter }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ kind: fc.constant('not' as const), filter: tie('tree') }),
      fc.record({
        kind: fc.constantFrom('and' as const, 'or' as const),
        filters: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('value-path' as const), path, filter: tie('tree'), position: fc.constant(0) }),
    ),
  }));
  return tree;
}
