import { expect, it } from 'vitest';
import { readOptions, UsageError } from './options.ts';

it('goes from the modern console to the end, in a browser that is not seen', () => {
  expect(readOptions([])).toEqual({ headed: false, keep: false, screenshots: null, picture: false, form: 'modern' });
});

it.each(['--help', '-h'])('explains itself with %s', (option) => {
  expect(readOptions([option])).toBe('help');
});

it.each([
  [['--fast'], /--fast/],
  [['--console', 'newest'], /modern/],
  [['more'], /more/],
])('refuses %j as bad usage', (args, why) => {
  expect(() => readOptions(args)).toThrow(UsageError);
  expect(() => readOptions(args)).toThrow(why);
});
