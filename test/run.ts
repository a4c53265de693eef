import { spawnSync } from 'node:child_process';
import { bringBrowser, bringFirefox } from './tools/browser.ts';
import { bringPostgres } from './tools/postgres.ts';

/**
 * `npm test`: brings browsers and a PostgreSQL, checks types, lint and format, builds what is shipped, and runs every test on it. With
 * `--long` (`npm run test:long`) the files named `*.long.test.ts` run too. What else is given goes to Vitest.
 */
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const given = process.argv.slice(2);
if (given.includes('--long')) process.env['TEST_LONG'] = '1';

const stages: { name: string; command: string[] }[] = [
  { name: 'Types, lint and format', command: ['npm', 'run', '--silent', 'check'] },
  { name: 'Build of the server, the console and both extensions', command: ['npm', 'run', '--silent', 'build'] },
  {
    name: 'Tests',
    command: [
      ...['npx', '--no', 'vitest', 'run', '--config', 'test/vitest.config.ts'],
      ...given.filter((argument) => argument !== '--long'),
    ],
  },
];

process.env['CHROMIUM_PATH'] = bringBrowser(say);
process.env['FIREFOX_PATH'] = bringFirefox(say) ?? '';
bringPostgres(say);
for (const { name, command } of stages) {
  say(`\n== ${name}`);
  const [program = '', ...args] = command;
  const { status } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) {
    say(`\n== ${name}: failed`);
    process.exit(status ?? 1);
  }
}
