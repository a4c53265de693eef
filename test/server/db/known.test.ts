import { expect, it } from 'vitest';
import { createKnown } from '../../../server/db/known.ts';

it('what is known is made once for each key, and made anew when others have taken its place', () => {
  const made: string[] = [];
  const known = createKnown<string>(2);
  const look = (key: string) =>
    known(key, () => {
      made.push(key);
      return key.toUpperCase();
    });
  expect(['a', 'b', 'a', 'b'].map(look)).toEqual(['A', 'B', 'A', 'B']);
  expect(made).toEqual(['a', 'b']);
  expect(['c', 'b', 'a'].map(look)).toEqual(['C', 'B', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
