import { readFileSync } from 'node:fs';
import type { SizeFigures } from './measure.ts';
import type { PeerName } from './peer-names.ts';
import { type PeerFigures, peerOperations } from './peers.ts';

const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const { devDependencies } = JSON.parse(manifest) as { devDependencies: Record<string, string> };
const versionOf = (name: string): string => `${name} ${devDependencies[name] ?? ''}`;

/** What each side does and does not do, so that nobody takes the table for more than it is. */
const NOTES: Record<PeerName, string[]> = {
  scimmy: [
    'Both: one process, the same machine and run, one SQLite file, every answered write on disk (WAL, `synchronous=FULL`), bodies checked against the schema, `userName` unique, `userName eq` and paging answered by an index or a LIMIT of the database.',
    'This server: as `npm start` runs it. Keys are looked up as hashes with expiry and scopes, and it has the domain rule, many companies, groups, `externalId` unique, ETags as versions, every call in the activity record, metrics, a log, and every filter answered by SQL.',
    `scimmy: ${versionOf('scimmy')} with ${versionOf('scimmy-routers')} on ${versionOf('express')}, and a store written for this benchmark as a user of the library might: the user as JSON in a row, by knex as it comes (one connection). One token compared with a text in memory; one company; no groups, activity, metrics, log or versions; any filter but \`userName eq\` would read every user and is not measured.`,
    'So this server does more for each request, and its store was made for this work, while a better store would make scimmy quicker: the table compares two whole servers, not two libraries.',
  ],
};

/** One table of every size beside the peer, as Markdown; null when there was no peer. */
export function peerTable(sizes: readonly SizeFigures[]): string | null {
  const pairs = sizes.flatMap((own) => (own.peer ? [{ own, peer: own.peer }] : []));
  const [first] = pairs;
  if (!first) return null;
  const { name } = first.peer;
  const columns = pairs.flatMap(({ own: { users } }) => [`${count(users)} users: this server`, name]);
  const perSecond = peerOperations().map((operation) => [
    `\`${operation.label}\``,
    ...cells(pairs, ({ operations }) => operations[operation.name].perSecond),
  ]);
  const memory = ['memory at its peak, MiB', ...cells(pairs, (figures) => figures.memory.peakMiB)];
  const rows = [['requests a second', ...columns], ['---', ...columns.map(() => '---:')], ...perSecond, memory];
  return [...rows.map((row) => `| ${row.join(' | ')} |`), '', ...NOTES[name].map((note) => `- ${note}`)].join('\n');
}

type Pair = { own: SizeFigures; peer: PeerFigures };

function cells(pairs: readonly Pair[], value: (figures: SizeFigures | PeerFigures) => number): string[] {
  return pairs.flatMap(({ own, peer }) => [own, peer].map((figures) => count(value(figures))));
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}
