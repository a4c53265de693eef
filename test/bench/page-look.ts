import { bundle, launch, open } from '../pages/browser.ts';
import type {} from '../pages/probe.ts';

/** What one look at a page costs: `npm run bench:page`. It measures and prints; what is fast enough is for a person to say. */
const LOOKS = 30;
const SIZES = [1_000, 5_000, 10_000];
const ELEMENTS_A_ROW = 6;

function pageOf(elements: number): string {
  const rows = Array.from({ length: Math.ceil(elements / ELEMENTS_A_ROW) }, (_, index) => {
    const name = `<td><a href="#${String(index)}">Person ${String(index)}</a></td>`;
    return `<tr>${name}<td><span>Engineering</span></td><td><button>Edit</button></td></tr>`;
  });
  return `<!doctype html><div role="tablist"><button role="tab">General Info</button><button role="tab">SSO</button>
    <button role="tab" aria-selected="true">Identity Management</button><button role="tab">User Groups</button></div>
    <main><h2>Configuration Settings</h2><label>Base URL<input></label><label>Token Key<input></label>
    <button>Test Connection</button><table>${rows.join('')}</table></main>`;
}

/** Times of looks at a page of that many elements, in milliseconds, the shortest first. */
async function timesOf(elements: number): Promise<{ count: number; times: number[] }> {
  const page = await open(browser, 'https://console.jumpcloud.com/#/applications/1', pageOf(elements), probe);
  const measured = await page.evaluate((looks) => {
    const { probe: assistant } = window;
    // No function with a name in here: the runner would mark it with a helper that the page does not have.
    const times = Array.from({ length: looks }, () => {
      const started = performance.now();
      assistant.look(assistant.site, assistant.context);
      return performance.now() - started;
    });
    return { count: document.querySelectorAll('*').length, times };
  }, LOOKS);
  await page.close();
  return { count: measured.count, times: measured.times.sort((one, other) => one - other) };
}

const [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
process.stdout.write('elements      best    median      p90   (ms a look at a JumpCloud page)\n');
for (const elements of SIZES) {
  const { count, times } = await timesOf(elements);
  const at = (share: number): string => (times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(1);
  process.stdout.write(
    `${String(count).padStart(8)}${at(0).padStart(10)}${at(0.5).padStart(10)}${at(0.9).padStart(9)}\n`,
  );
}
await browser.close();
