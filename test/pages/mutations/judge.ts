import type { Ran, Run, Seen } from './in-page.ts';

/** What came of changed pages: matches that are the same, none where there was one, on the way but back, and another. */
export type Tally = { right: number; refused: number; astray: number; wrong: string[] };

export const NOTHING = (): Tally => ({ right: 0, refused: 0, astray: 0, wrong: [] });

/** Steps that only lead somewhere: one that leads back from a page which is no longer known takes nothing for another. */
const LEADS =
  /open-application|identity-management|configuration-settings|user-groups|deactivate|my-company|dialpad\.authentication|api-keys|add-key/;

/** Steps of a form that may have several pages: a button leads on or back to the one that has the field. */
const FIELDS = /base-url|token-key|test-user-email|scim-version/;

/** Counts what the assistant would touch on a changed page. */
export function judge(page: string, before: Seen, { kinds }: Run, ran: NonNullable<Ran>, tally: Tally): void {
  for (const [step, target] of Object.entries(before.targets)) {
    const wanted = ran.gone.includes(target) ? 'none' : target;
    const got = ran.seen.targets[step] ?? 'none';
    const isDecoy = got.startsWith('decoy');
    const isPageButton =
      wanted === 'none' && (got === 'next' || (got.startsWith('other <button') && FIELDS.test(step)));
    if (got === wanted) tally.right++;
    else if (got === 'none') tally.refused++;
    else if (!isDecoy && (LEADS.test(step) || isPageButton)) tally.astray++;
    else tally.wrong.push(`${page}, ${kinds.join(' + ')}: ${step} took ${got} for ${wanted}`);
  }
  const { problem } = ran.seen;
  if (problem === 'already-active' && before.problem !== problem)
    tally.wrong.push(`${page}, ${kinds.join(' + ')}: said to be active`);
}

/** A row a sort of change, with shares in percent. */
export function rows(tallies: ReadonlyMap<string, Tally>): string {
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `${name.padEnd(24)} ${cells.map((cell) => String(cell).padStart(8)).join(' ')}`;
  return [
    row('changed', ['right', 'refused', 'astray', 'wrong']),
    ...[...tallies].map(([name, { right, refused, astray, wrong }]) =>
      row(name, [right, refused, astray, wrong.length]),
    ),
  ].join('\n');
}
