import { fileURLToPath } from 'node:url';
import { argumentsOf } from '../tools/arguments.ts';
import { takePicture } from './kit/appearance.ts';
import { provisionAcme } from './kit/acme.ts';
import { signIn, startConsole } from './kit/browser.ts';

/** The README's picture of the console. */
const PICTURE = fileURLToPath(new URL('../demo/console.png', import.meta.url));

/** `npm run pictures`: makes the README's picture of the console anew, as a company's admin sees it after JumpCloud's first days. */
async function main(): Promise<void> {
  const world = await startConsole();
  try {
    const acme = await provisionAcme(world.server);
    const { page } = await world.page();
    await signIn(world.server, page, acme.id);
    await page.goto(`${world.server.publicUrl}/companies/${acme.id}`);
    await page.locator('[data-count="active"]').waitFor();
    await takePicture(page, PICTURE);
    process.stdout.write(`${PICTURE}\n`);
  } finally {
    await world.close();
  }
}

argumentsOf("npm run pictures: makes the README's picture of the console anew", 0);
await main();
