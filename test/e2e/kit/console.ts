import type { Page } from 'playwright-core';
import { COMPANY_DOMAIN, type World } from './world.ts';

/** The console in a browser context of its own, next to the one that the assistant is in. */
export type ConsoleWindow = {
  page: Page;
  /** The text of every answer that its pages got, other than streams and files. */
  answers: () => Promise<string[]>;
  close: () => Promise<void>;
};

const EVENT_STREAM = 'text/event-stream';

/** Signs somebody in to the console, by a one-time link and its button. */
export async function openConsole(world: World, role: 'support' | 'admin'): Promise<ConsoleWindow> {
  const browser = world.browser.context().browser();
  if (!browser) throw new Error('The context of the assistant belongs to no browser.');
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const texts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/api/') || response.headers()['content-type']?.includes(EVENT_STREAM)) return;
    texts.push(response.text().catch(() => ''));
  });
  const whose = role === 'admin' ? ['--role', role, '--company', COMPANY_DOMAIN] : ['--role', role];
  await page.goto(await world.server.must('person', 'invite', `${role}@people.example`, ...whose));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('main').waitFor();
  return { page, answers: () => Promise.all(texts), close: () => context.close() };
}
