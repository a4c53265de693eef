import { describe, expect, it } from 'vitest';
import { readOptions, UsageError } from './options.ts';

describe('the options of the benchmark', () => {
  it('measure no peer unless one is named', () => {
    expect(readOptions([])).toMatchObject({ users: [1_000, 10_000, 100_000], database: 'sqlite', peer: null });
    expect(readOptions(['--peer', 'scimmy', '--users', '2000'])).toMatchObject({ users: [2_000], peer: 'scimmy' });
  });

  it('keep as many connections open as the database needs for the server to have work all the time', () => {
    expect(readOptions([])).toMatchObject({ connections: 16 });
    expect(readOptions(['--database', 'postgres'])).toMatchObject({ connections: 64 });
    expect(readOptions(['--database', 'postgres', '--connections', '16'])).toMatchObject({ connections: 16 });
  });

  it('hold nobody to a part of a core unless they say so', () => {
    expect(readOptions([])).toMatchObject({ cores: null });
    expect(readOptions(['--cores', '0.25'])).toMatchObject({ cores: 0.25 });
  });

  it.each([
    [['--peer', 'nobody'], '--peer is scimmy, not "nobody".'],
    [['--peer', 'scimmy', '--database', 'postgres'], '--peer: scimmy is measured on SQLite only'],
    [['--peer', 'scimmy', '--users', '10'], '--users: "10" is no whole number from 1000'],
    [['--processes', '2'], 'several need --database postgres'],
    [['--users', 'many'], '--users: "many" is no whole number'],
    [['--cores', 'half'], '--cores: "half" is no number from 0.05 to 4'],
    [['--cores', '0'], '--cores: "0" is no number'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuse %j and say why', (args, why) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(why);
  });
});
