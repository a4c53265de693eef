import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { buildStale } from '../../server/build.ts';
import { connect } from '../e2e/kit/browser.ts';
import { stepByStep } from '../e2e/kit/admin.ts';
import { openConsole } from '../e2e/kit/console.ts';
import { click } from '../e2e/kit/panel.ts';
import { walk } from '../e2e/kit/walk.ts';
import { COMPANY_DOMAIN, COMPANY_NAME, startWorld, USER_GROUP, type World } from '../e2e/kit/world.ts';
import { bringBrowser } from '../tools/browser.ts';
import { readOptions, USAGE, UsageError, type DemoOptions } from './options.ts';
import { provisionPeople } from './provisioning.ts';
import { picture, startTranscript, type Transcript } from './transcript.ts';

const PICTURE_FOLDER = fileURLToPath(new URL('.', import.meta.url));

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** `npm run demo`: the whole mission in a real browser. Exits 0 only if all of it happened. */
async function main(options: DemoOptions): Promise<void> {
  const started = Date.now();
  process.env['CHROMIUM_PATH'] = bringBrowser(print);
  await buildStale(print);
  if (options.screenshots) mkdirSync(options.screenshots, { recursive: true });
  const world = await startWorld({ jumpcloud: { form: options.form }, domainAllowed: false, headed: options.headed });
  try {
    const transcript = startTranscript(world, print, options.screenshots);
    print(
      `Server: ${world.server.url}, on an empty store. Company: ${COMPANY_NAME} (${COMPANY_DOMAIN}), Ai Voice on Pro.`,
    );
    await setUp(world, transcript, options);
    await provisionPeople(world, transcript);
    print(`\nAll of it happened, in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    if (options.keep) await keepUp(world);
  } finally {
    await world.close();
  }
}

async function setUp(world: World, transcript: Transcript, options: DemoOptions): Promise<void> {
  const { browser } = world;
  transcript.heading(`The guided setup (JumpCloud's ${options.form} console)`);
  await connect(browser, world.link);
  transcript.say('  The admin pasted the setup link and pressed Connect.');
  const first = await browser.newPage();
  await first.goto('https://dialpad.com/');
  const { last, page, clicks } = await walk(first, {
    browser,
    decide: async (state, here) => {
      await transcript.steps(here);
      if (options.picture && state.step === 'jumpcloud.test-connection' && state.primary === 'confirm') {
        await picture(here, PICTURE_FOLDER, 'assistant');
      }
      if (state.problem === 'secondary-domain-missing') {
        transcript.say(
          '  !     The assistant says: jumpcloud.com is not allowed yet. The admin asks support for it there.',
        );
        await click(here, 'perform');
        await allowInConsole(world, options);
        transcript.say('        Support, signed in to the console in another browser, allowed it under Requests.');
        return 'wait';
      }
      if (state.problem) throw new Error(`The walk met ${state.problem} at ${state.step}.`);
      if (state.step === 'jumpcloud.user-groups') await tickGroup(here, transcript);
      return options.screenshots ? stepByStep(state) : 'advised';
    },
  });
  if (last.status !== 'finished') throw new Error(`The walk ended at ${last.step}, ${last.status}.`);
  await transcript.steps(page);
  const open = (await world.snapshot()).firstUserAt === null;
  if (open) throw new Error('The walk says that it has finished, but no user arrived.');
  transcript.say(`  The admin clicked ${String(clicks)} times in all.`);
}

/** Support answers what the admin asked for, where such requests arrive. */
async function allowInConsole(world: World, { screenshots }: DemoOptions): Promise<void> {
  const support = await openConsole(world, 'support');
  await support.page.getByRole('link', { name: 'Requests' }).click();
  const allow = support.page.getByRole('button', { name: `Allow jumpcloud.com ${COMPANY_NAME}` });
  await allow.waitFor();
  if (screenshots) await picture(support.page, screenshots, 'console-requests');
  await allow.click();
  await allow.waitFor({ state: 'detached' });
  await support.close();
}

/** The admin's own part of the user groups: ticking which group is to have Dialpad. The assistant leads there and saves. */
async function tickGroup(page: Page, transcript: Transcript): Promise<void> {
  const box = page.getByRole('checkbox', { name: USER_GROUP });
  if ((await box.count()) === 1 && !(await box.isChecked())) {
    await box.check();
    transcript.say(`        The admin ticked the user group "${USER_GROUP}".`);
  }
}

async function keepUp(world: World): Promise<void> {
  const { server, link } = world;
  const asAdmin = ['--role', 'admin', '--company', COMPANY_DOMAIN];
  print('\nEverything stays up. Press Ctrl+C to end.');
  print(`  Console       ${await server.must('person', 'invite', 'support@localhost', '--role', 'support')}`);
  print('                (this link signs in once, as support)');
  print(`  As the admin  ${await server.must('person', 'invite', `admin@${COMPANY_DOMAIN}`, ...asAdmin)}`);
  print(`  Setup page    ${link}`);
  print(`  Command line  ${server.command} user list ${COMPANY_DOMAIN}`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') print(USAGE);
  else await main(options);
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${USAGE}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`\nThe demo failed: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
