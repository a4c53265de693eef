import { afterEach, expect, it, vi } from 'vitest';
import { argumentsOf } from '../tools/arguments.ts';

const USAGE = 'npm run cards -- [FOLDER]';

/** What a tool with these words on its command line goes on with, or what it says as it ends. */
function given(...words: string[]) {
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'tool.ts', ...words]);
  const says = (stream: NodeJS.WriteStream) => vi.spyOn(stream, 'write').mockReturnValue(true);
  const said = [says(process.stdout), says(process.stderr)];
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`${String(code)}: ${said.flatMap(({ mock }) => mock.calls.map(([text]) => text)).join('')}`);
  });
  return () => argumentsOf(USAGE, 1);
}

afterEach(() => vi.restoreAllMocks());

it('a tool gets the words that it takes', () => {
  expect(given()()).toEqual([]);
  expect(given('folder')()).toEqual(['folder']);
});

it.each([
  [['--help'], `0: ${USAGE}\n`],
  [['--all'], `2: "--all" is nothing that can be given here.\n\n${USAGE}\n`],
  [['folder', 'other'], `2: "other" is nothing that can be given here.\n\n${USAGE}\n`],
])('a tool with %j says what it takes, and does nothing else', (words, said) => {
  expect(given(...words)).toThrow(said);
});
