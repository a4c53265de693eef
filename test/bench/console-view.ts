import { cpus } from 'node:os';
import { chromium, type BrowserContext } from 'playwright-core';
import { buildStale } from '../../server/build.ts';
import { startServerProcess, type ServerProcess } from '../e2e/kit/server.ts';
import { cookieOf, createCaller } from '../server/kit/browser.ts';
import { bringBrowser } from '../tools/browser.ts';

/**
 * How long the console takes to show its start page: `npm run bench:console`. On a server with its embedded store that has
 * just been started, in a browser that was never there, and when one comes back. It measures and prints; what is fast enough is
 * for a person to say.
 */
const ROUNDS = 5;
const USERS = 500;
const DOMAIN = 'bench.example';

/** Milliseconds since the navigation began. */
type View = { firstPaint: number; content: number };

/** A company with users, as support sees it on its start page. */
async function furnish(server: ServerProcess): Promise<{ path: string; cookie: string }> {
  const given = ['--name', 'Bench', '--domain', DOMAIN, '--product', 'ai-voice', '--plan', 'pro'];
  const { id } = JSON.parse(await server.must('company', 'create', ...given, '--json')) as { id: string };
  const key = await server.must('key', 'create', DOMAIN, '--name', 'JumpCloud');
  const Operations = Array.from({ length: USERS }, (_, index) => ({
    ...{ method: 'POST', path: '/Users', bulkId: String(index) },
    data: { userName: `user-${String(index)}@${DOMAIN}`, name: { givenName: 'User', familyName: String(index) } },
  }));
  const schemas = ['urn:ietf:params:scim:api:messages:2.0:BulkRequest'];
  const jumpcloud = createCaller(server.url, { Authorization: `Bearer ${key}` });
  const filled = await jumpcloud.post('/scim/v2/Bulk', { schemas, Operations });
  if (filled.status !== 200) throw new Error(`The users were answered with ${String(filled.status)}: ${filled.text}`);
  const link = await server.must('person', 'invite', 'bench@people.example', '--role', 'support');
  const cookie = cookieOf(await createCaller(server.url).post(new URL(link).pathname));
  return { path: `/companies/${id}`, cookie };
}

/** Opens the start page in a new tab, and waits until its counts are there. */
async function view(context: BrowserContext, url: string): Promise<View> {
  const page = await context.newPage();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.querySelector('.counts') !== null, undefined, { polling: 'raf' });
  const seen = await page.evaluate(() => ({
    content: performance.now(),
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  }));
  await page.close();
  return seen;
}

/** A first view in a browser of its own, and one when that browser comes back. */
async function viewTwice(url: string, cookie: string): Promise<{ cold: View; warm: View }> {
  const browser = await chromium.launch({ executablePath: bringBrowser(() => undefined) });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  try {
    return { cold: await view(context, url), warm: await view(context, url) };
  } finally {
    await browser.close();
  }
}

function row(name: string, views: readonly View[]): string {
  const median = (of: (seen: View) => number): string => {
    const sorted = views.map(of).sort((one, other) => one - other);
    return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(0);
  };
  const worst = Math.max(...views.map(({ content }) => content)).toFixed(0);
  const cells = [
    name.padEnd(34),
    ...[median((seen) => seen.firstPaint), median((seen) => seen.content), worst].map((cell) => cell.padStart(14)),
  ];
  return `| ${cells.join(' | ')} |\n`;
}

await buildStale((text) => void process.stdout.write(`${text}\n`));
const server = await startServerProcess({ LOG_LEVEL: 'info' });
try {
  const { path, cookie } = await furnish(server);
  const fresh: View[] = [];
  const cold: View[] = [];
  const warm: View[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await server.stop();
    await server.start();
    fresh.push((await viewTwice(server.url + path, cookie)).cold);
    const seen = await viewTwice(server.url + path, cookie);
    cold.push(seen.cold);
    warm.push(seen.warm);
  }
  const head = ['', 'first paint', 'content', 'worst content'].map((cell, at) =>
    at === 0 ? cell.padEnd(34) : cell.padStart(14),
  );
  process.stdout.write(
    `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, Node ${process.version}\n` +
      `The start page of a company with ${String(USERS)} users; milliseconds, the median of ${String(ROUNDS)}.\n\n` +
      `| ${head.join(' | ')} |\n| :${'-'.repeat(33)} | ${Array(3)
        .fill(`${'-'.repeat(13)}:`)
        .join(' | ')} |\n` +
      row('the first after the server’s start', fresh) +
      row('in a browser that was never there', cold) +
      row('when it comes back', warm),
  );
} finally {
  await server.close();
}
