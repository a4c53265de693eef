import { cpus } from 'node:os';
import { bundle, launch, open } from '../pages/browser.ts';
import type { StepId } from '../../shared/setup/steps.ts';
import type {} from '../pages/probe.ts';

/**
 * What it costs to observe a page, with all targets of its place found: `npm run bench:page`. It measures and prints;
 * what is fast enough is for a person to say.
 */
const OBSERVATIONS = 60;
const SIZES = [1_000, 5_000, 10_000];
const ELEMENTS_A_ROW: Record<Kind, number> = { plain: 7, designed: 8, boxes: 6 };

type Kind = 'plain' | 'designed' | 'boxes';

/** A row as hand-written pages have it, as the grid of a design system draws it, and of a list in which one ticks. */
const ROW: Record<Kind, (index: string) => string> = {
  plain: (index) =>
    `<tr><td><a href="#${index}">Person ${index}</a></td><td><span>Engineering</span></td><td><button>Edit</button></td></tr>`,
  designed: (index) =>
    `<div class="MuiDataGrid-row css-1a2b3c" role="row" data-id="${index}" tabindex="-1">
      <div class="MuiDataGrid-cell MuiDataGrid-cell--textLeft" role="gridcell" data-field="name"><a class="MuiLink-root css-${index}"
        href="#${index}" aria-label="Person ${index}">Person ${index}</a></div>
      <div class="MuiDataGrid-cell" role="gridcell" data-field="team"><span class="MuiChip-label css-9iedg7">Engineering</span></div>
      <div class="MuiDataGrid-cell" role="gridcell"><button class="MuiButton-root css-k58djc" type="button" data-testid="edit-${index}"><span
        class="MuiButton-startIcon" aria-hidden="true">✎</span>Edit</button></div></div>`,
  boxes: (index) =>
    `<tr class="row"><td><input type="checkbox" id="group-${index}"></td><td><span>Group ${index}</span></td><td>12 users</td></tr>`,
};

function pageOf(kind: Kind, elements: number): string {
  const rows = Array.from({ length: Math.ceil(elements / ELEMENTS_A_ROW[kind]) }, (_, index) =>
    ROW[kind](String(index)),
  );
  const list = kind === 'designed' ? `<div role="grid">${rows.join('')}</div>` : `<table>${rows.join('')}</table>`;
  const form = `<h2>Configuration Settings</h2><label>Base URL<input></label><label>Token Key<input></label>
    <button>Test Connection</button>`;
  const tab = (name: string): string =>
    `<button role="tab" aria-selected="${String(name === OPEN[kind])}">${name}</button>`;
  return `<!doctype html><h1>Dialpad</h1><div role="tablist">${['Identity Management', 'User Groups'].map(tab).join('')}</div>
    <main>${kind === 'boxes' ? '' : form}${list}<button>Save</button></main>`;
}

const OPEN: Record<Kind, string> = {
  plain: 'Identity Management',
  designed: 'Identity Management',
  boxes: 'User Groups',
};

/** What is to be found on each page: if it were not, the time would be that of something else. */
const SOUGHT: Record<Kind, StepId> = {
  plain: 'jumpcloud.test-connection',
  designed: 'jumpcloud.test-connection',
  boxes: 'jumpcloud.user-groups',
};

type Measured = { count: number; times: number[]; found: boolean };

/** Times of observations of a page in milliseconds, in the order in which they were made. */
async function measure(kind: Kind, elements: number): Promise<Measured> {
  const url = 'https://console.jumpcloud.com/#/applications/1';
  const page = await open(browser, url, pageOf(kind, elements), probe);
  // No function with a name in here: the runner would mark it with a helper that the page does not have.
  const measured = await page.evaluate(
    async ({ observations, sought }) => {
      const { probe: assistant } = window;
      const expectations = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
      const times: number[] = [];
      const line = document.body.appendChild(document.createElement('p'));
      let found = true;
      for (let at = 0; at < observations; at++) {
        // Nobody looks at a page that has not changed; a browser keeps what it knows of one for free.
        line.replaceChildren(document.createElement('span'));
        const started = performance.now();
        const { readings } = await assistant.observePage(expectations);
        times.push(performance.now() - started);
        found &&= readings[sought]?.match === 'unique';
      }
      return { count: document.querySelectorAll('*').length, times, found };
    },
    { observations: OBSERVATIONS, sought: SOUGHT[kind] },
  );
  await page.close();
  return measured;
}

/** So long a page changes in every frame, in milliseconds. */
const BUSY_MS = 4_000;

/** How much of its time a page that changes in every frame spends on being watched, in percent, and at how many looks. */
async function measureBusy(url: string, kind: Kind): Promise<{ percent: number; looks: number }> {
  const page = await open(browser, url, pageOf(kind, 10_000), probe);
  const spent = await page.evaluate(async (busyMs) => {
    const { probe: assistant } = window;
    const expectations = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
    const stop = new AbortController();
    const line = document.body.appendChild(document.createElement('p'));
    let [looks, busy] = [0, 0];
    assistant.watchPage(
      document,
      async () => {
        const started = performance.now();
        const { place } = await assistant.observePage(expectations);
        busy += performance.now() - started;
        looks += 1;
        return place !== null;
      },
      stop.signal,
    );
    const end = performance.now() + busyMs;
    while (performance.now() < end) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      line.textContent = String(performance.now());
    }
    stop.abort();
    return { percent: (busy / busyMs) * 100, looks };
  }, BUSY_MS);
  await page.close();
  return spent;
}

const [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
const HEAD = ['page', 'elements', 'first', 'best', 'median', 'p90'];
const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.padStart(8)).join(' | ')} |\n`;
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown processor'}, ${String(cpus().length)} cores, Chromium ${browser.version()}\n` +
    `Milliseconds for one observation of a page.\n\n${line(HEAD)}${line(HEAD.map(() => '-------:'))}`,
);
for (const kind of ['plain', 'designed', 'boxes'] as const) {
  for (const elements of SIZES) {
    const { count, times, found } = await measure(kind, elements);
    if (!found) throw new Error(`${SOUGHT[kind]} was not found among ${String(count)} elements.`);
    const sorted = [...times].sort((one, other) => one - other);
    const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
    process.stdout.write(line([kind, String(count), (times[0] ?? 0).toFixed(1), at(0), at(0.5), at(0.9)]));
  }
}
const busy = {
  'place of ours': await measureBusy('https://console.jumpcloud.com/#/applications/1', 'designed'),
  'other page of the console': await measureBusy('https://dialpad.com/app', 'plain'),
};
process.stdout.write(`\nA page of 10,000 elements that changes in every frame for ${String(BUSY_MS / 1000)} s.\n\n`);
for (const [page, { percent, looks }] of Object.entries(busy)) {
  process.stdout.write(`${page}: looked at ${String(looks)} times, ${percent.toFixed(1)} % of its time\n`);
}
await browser.close();
