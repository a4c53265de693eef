import type { Figures } from './main.ts';
import type { SizeFigures } from './measure.ts';
import { createOperations, type Operation } from './operations.ts';

const WIDTH = 800;
const ROW = 74;
const LEFT = 290;
const RIGHT = 90;
const TOP = 72;
const BAR = 14;
const GAP = 5;

/** The figures as a picture: for each operation one bar a size, and a line where its ceiling is. */
export function plot({ date, machine, database, databaseVersion, connections, sizes }: Figures): string {
  const operations = createOperations();
  const height = TOP + operations.length * ROW + 16;
  const rows = operations.map((operation, index) => row(operation, sizes, TOP + index * ROW));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Requests a second by operation and number of users">
<style>
  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
  .title { font-size: 16px; font-weight: 600 }
  .small { font-size: 11px; fill: #59636e }
  rect { fill: #7c52ff }
  .size-0 { fill-opacity: .45 } .size-1 { fill-opacity: .7 } .size-2 { fill-opacity: 1 }
  line { stroke: #1f2328; stroke-dasharray: 3 3 }
  .paper { fill: #ffffff }
</style>
<rect class="paper" width="${WIDTH}" height="${height}"/>
<text class="title" x="16" y="28">Requests a second, by number of users</text>
<text class="small" x="16" y="48">${escaped(`${date.slice(0, 10)}, ${database} ${databaseVersion}, ${connections} connections, ${machine.cores} × ${machine.cpu}, Node ${machine.node}. Dashed: Koa with one prepared statement.`)}</text>
${rows.join('\n')}
</svg>
`;
}

function row({ label, name }: Operation, sizes: readonly SizeFigures[], top: number): string {
  const values = sizes.map(({ operations }) => operations[name].perSecond);
  const limits = sizes.map(({ operations }) => operations[name].ceiling?.perSecond);
  const most = Math.max(...values, ...limits.map((limit) => limit ?? 0));
  const scale = (value: number): number => ((WIDTH - LEFT - RIGHT) * value) / most;
  const bars = sizes.map(({ users }, index) => {
    const value = values[index] ?? 0;
    const y = top + index * (BAR + GAP);
    const limit = limits[index];
    const at = limit === undefined ? 0 : LEFT + scale(limit);
    return [
      `<text class="small" x="${LEFT - 8}" y="${y + 11}" text-anchor="end">${users.toLocaleString('en')}</text>`,
      `<rect class="size-${index}" x="${LEFT}" y="${y}" width="${scale(value).toFixed(1)}" height="${BAR}" rx="2"/>`,
      `<text class="small" x="${(LEFT + scale(value) + 6).toFixed(1)}" y="${y + 11}">${Math.round(value).toLocaleString('en')}</text>`,
      limit === undefined
        ? ''
        : `<line x1="${at.toFixed(1)}" x2="${at.toFixed(1)}" y1="${y - 2}" y2="${y + BAR + 2}"/>`,
    ].join('');
  });
  return `<text x="16" y="${top + 12}">${escaped(label)}</text>${bars.join('\n')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
