import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { bringBrowser } from '../../tools/browser.ts';
import { startTestServer, type TestServer, type TestServerOptions } from '../../server/kit/start.ts';

export type ConsoleWorld = {
  server: TestServer;
  /** A page in a browser context of its own, with whatever it complained of. */
  page: (options?: PageOptions) => Promise<WatchedPage>;
  close: () => Promise<void>;
};

export type PageOptions = { width?: number; colorScheme?: 'light' | 'dark'; locale?: string };

/** A page, what it asked of the network, and what its console said of errors (a violated policy among them). */
export type WatchedPage = { page: Page; requested: string[]; complaints: string[] };

const HEIGHT = 800;

/** The real server with the console built as it is shipped, and a real browser in front of it. */
export async function startConsole(options: TestServerOptions = {}): Promise<ConsoleWorld> {
  await buildConsole();
  const server = await startTestServer(options);
  const browser = await chromium.launch({ executablePath: bringBrowser(() => undefined) });
  return {
    server,
    page: (pageOptions) => newPage(browser, pageOptions),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** In a process of its own, because a test's NODE_ENV would make it another build than the one that is shipped. */
export async function buildConsole(): Promise<void> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const env = { ...process.env, NODE_ENV: 'production' };
  const vite = ['node_modules/vite/bin/vite.js', 'build', '--config', 'server/console/vite.config.ts'];
  await promisify(execFile)(process.execPath, vite, { cwd: root, env });
}

async function newPage(browser: Browser, { width = 1280, colorScheme = 'light', locale = 'en-US' }: PageOptions = {}) {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme,
    locale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const requested: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requested.push(request.url()));
  page.on('console', (message) => {
    // A refused call is told as an error too; what the page made of it is looked at where it is expected.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, requested, complaints };
}

/** Signs in as a person does: by the one-time link and its button. */
export async function signIn(server: TestServer, page: Page, companyId: string | null): Promise<void> {
  const role = companyId === null ? 'support' : 'admin';
  const { url } = await server.rules.people.invite(`${role}@people.example`, role, companyId);
  await page.goto(url);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('main').waitFor();
}

/** What support does when a company asked for it. */
export async function allowJumpCloud(server: TestServer, companyId: string): Promise<void> {
  const company = await server.rules.companies.byId(companyId);
  if (!company) throw new Error(`There is no company ${companyId}.`);
  await server.rules.companies.allowDomain(company, 'jumpcloud.com');
  server.rules.setup.changed(companyId);
}

/** What is in the clipboard. */
export function clipboardOf(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Whether the page is wider than its window, so that people must scroll sideways. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
