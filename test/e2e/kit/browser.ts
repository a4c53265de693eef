import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { bringBrowser } from '../../tools/browser.ts';

const EXTENSION = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));
const STARTED_WITHIN_MS = 20_000;

/** A real Chromium with the built extension, in a profile of its own. */
export type AssistantBrowser = {
  context(): BrowserContext;
  extensionId: string;
  profile: string;
  /** The extension's own page, as a plain tab. */
  sidePanel(): Page;
  newPage(): Promise<Page>;
  /** Ends the extension's service worker, as Chromium does when it has been idle. */
  killWorker(): Promise<void>;
  /** Lets the browser be, with no developer tools attached (they would keep the worker alive), and comes back. */
  leaveAlone(milliseconds: number): Promise<void>;
  /** Ends the browser, and keeps the profile until `close`. */
  quit(): Promise<void>;
  /** Ends the browser, and starts it again with the same profile and none of its tabs. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Starts Chromium with the packaged extension; `args` say where the look-alike sites are. It is a process of its own, so
 * that the developer tools can be detached from it and attached again.
 */
export async function openBrowser(options: { args: string[]; headed?: boolean }): Promise<AssistantBrowser> {
  if (!existsSync(EXTENSION)) throw new Error('The extension is not built: run `npm run build` first.');
  const profile = await mkdtemp(join(tmpdir(), 'setup-profile-'));
  let { child, endpoint, browser, extensionId } = await launch(profile, options);
  const sidePanelUrl = `chrome-extension://${extensionId}/sidepanel.html`;
  await (await contextOf(browser).newPage()).goto(sidePanelUrl);

  const quit = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'close');
    await (await browser.newBrowserCDPSession()).send('Browser.close');
    await closed;
  };

  return {
    context: () => contextOf(browser),
    extensionId,
    profile,
    sidePanel: () => {
      const page = contextOf(browser)
        .pages()
        .find((candidate) => candidate.url() === sidePanelUrl);
      if (!page) throw new Error("The extension's own page is closed.");
      return page;
    },
    newPage: () => contextOf(browser).newPage(),
    killWorker: () => killWorker(browser, extensionId),
    leaveAlone: async (milliseconds) => {
      await browser.close(); // only detaches: the process is not Playwright's
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      browser = await chromium.connectOverCDP(endpoint);
    },
    quit,
    restart: async () => {
      await quit();
      ({ child, endpoint, browser, extensionId } = await launch(profile, options));
      await (await contextOf(browser).newPage()).goto(sidePanelUrl);
    },
    close: async () => {
      await quit();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the process on a profile, and attaches to it. */
async function launch(profile: string, options: { args: string[]; headed?: boolean }) {
  const executable = bringBrowser(() => undefined);
  const args = [...flags(profile, options.headed === true), ...options.args, 'about:blank'];
  const child = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const endpoint = await devtoolsEndpoint(child);
  const browser = await chromium.connectOverCDP(endpoint);
  return { child, endpoint, browser, extensionId: await findExtension(contextOf(browser)) };
}

function flags(profile: string, headed: boolean): string[] {
  return [
    ...(headed ? [] : ['--headless=new']),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
    `--disable-extensions-except=${EXTENSION}`,
    `--load-extension=${EXTENSION}`,
    '--window-size=1280,887',
    '--hide-scrollbars',
    '--disable-gpu',
    '--disable-quic',
    '--disable-dev-shm-usage',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--password-store=basic',
  ];
}

/** The address that Chromium prints when its developer tools listen. */
async function devtoolsEndpoint(child: ChildProcess): Promise<string> {
  const { stderr } = child;
  if (!stderr) throw new Error('Chromium was started without a pipe for its messages.');
  return new Promise((resolve, reject) => {
    let printed = '';
    const late = setTimeout(() => reject(new Error(`Chromium did not start:\n${printed}`)), STARTED_WITHIN_MS);
    stderr.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /DevTools listening on (ws:\S+)/.exec(printed)?.[1];
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    });
    child.once('exit', () => reject(new Error(`Chromium ended:\n${printed}`)));
  });
}

function contextOf(browser: Browser): BrowserContext {
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no default context.');
  return context;
}

async function findExtension(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker', { timeout: STARTED_WITHIN_MS }));
  return new URL(worker.url()).host;
}

async function killWorker(browser: Browser, extensionId: string): Promise<void> {
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, url, targetId } of targetInfos) {
    if (type === 'service_worker' && url.includes(extensionId)) await session.send('Target.closeTarget', { targetId });
  }
  await session.detach();
}

/** Connects the extension to a setup session, as the admin does: paste the link, press Connect. */
export async function connect(browser: AssistantBrowser, link: string): Promise<void> {
  const page = browser.sidePanel();
  await page.getByLabel('Setup link', { exact: true }).fill(link);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.waitForFunction(() => document.documentElement.dataset['connection'] === 'connected');
}
