import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('../../../server/README.md', import.meta.url), 'utf8');

/** The rows of the conformance tables: whether a requirement is met, and by which test of which file. */
const rows = readme
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [section = '', requirement = '', met = '', test = ''] = line
      .slice(1)
      .split('|')
      .map((cell) => cell.trim());
    const [, file = '', title = ''] = /^([\w/-]+): (.*)$/.exec(test) ?? [];
    return { section, requirement, met, file, title };
  });

describe('the conformance table', () => {
  it('covers all three RFCs', () => {
    expect(readme).toMatch(/#### RFC 7643[^]*#### RFC 7644[^]*#### RFC 9865/);
    expect(rows.length).toBeGreaterThan(80);
  });

  it.each(rows)('$section: $requirement', ({ met, file, title }) => {
    if (!met.startsWith('yes')) expect(met, 'what is not met says why').toMatch(/: \w+/);
    if (file === '') {
      expect(met, 'what is met names its test').not.toMatch(/^yes/);
      return;
    }
    const source = readFileSync(new URL(`../${file}.test.ts`, import.meta.url), 'utf8');
    const [section, ...what] = title.split(': ');
    const rowOfTable = `'${section ?? ''}', '${what.join(': ')}'`;
    const found = [title, rowOfTable].some((text) => plain(source).includes(plain(text)));
    expect(found, `${file} has no test "${title}"`).toBe(true);
  });
});

/** Without what quoting and line ends change. */
function plain(text: string): string {
  return text.replaceAll('\\', '').replaceAll(/\s+/g, ' ');
}
