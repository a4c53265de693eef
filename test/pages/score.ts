import type { Observation } from '../../shared/setup/observation.ts';
import type { Said } from './read-page.ts';
import type { Variant } from './variants.ts';

/** Right: the very element, or rightly none. Refused: none where there is one. Wrong: another element. */
export type Score = { right: number; refused: string[]; wrong: string[] };

/** Counts what the assistant would touch on a variant against what is expected. */
export function judge({ name, expected }: Variant, { targets }: Said): Score {
  const score: Score = { right: 0, refused: [], wrong: [] };
  for (const [step, target] of Object.entries(expected.targets)) {
    const got = targets[step] ?? 'none';
    if (got === target) score.right++;
    else if (got === 'none') score.refused.push(step);
    else score.wrong.push(`${name}: ${step} took ${got} for ${target}`);
  }
  return score;
}

/** What the assistant said of a variant, in the words of its expectation. */
export function told({ expected }: Variant, { observation, targets }: Said) {
  const states = Object.keys(expected.states ?? {}).map((step) => [
    step,
    observation.readings[step as keyof Observation['readings']]?.state ?? 'none',
  ]);
  const { place, problem, dialog } = observation;
  return { place, problem, dialog, targets, states: Object.fromEntries(states) as Record<string, string> };
}

/** The expectation with its defaults said. */
export function wanted({ expected }: Variant) {
  const { place, targets, states } = expected;
  return { place, problem: expected.problem ?? null, dialog: expected.dialog ?? null, targets, states: states ?? {} };
}

/** A row a variant, with their sum. */
export function table(scores: ReadonlyMap<string, Score>): string {
  const row = (name: string, counts: readonly number[]) =>
    `${name.padEnd(44)} ${counts.map((count, at) => String(count).padStart(at === 1 ? 7 : 5)).join(' ')}`;
  const counts = [...scores].map(
    ([name, { right, refused, wrong }]) => [name, [right, refused.length, wrong.length]] as const,
  );
  const sum = [0, 1, 2].map((at) => counts.reduce((total, [, row]) => total + (row[at] ?? 0), 0));
  return [
    `${'variant'.padEnd(44)} right refused wrong`,
    ...counts.map(([name, numbers]) => row(name, numbers)),
    row('all', sum),
  ].join('\n');
}

/** What of an expectation was not met, as `place`, `targets.<step>`, `states.<step>`, with what was said instead. */
export function misread(variant: Variant, said: Said): string[] {
  const flat = (from: ReturnType<typeof told> | ReturnType<typeof wanted>) => ({
    place: from.place,
    problem: from.problem,
    dialog: from.dialog,
    ...Object.fromEntries(Object.entries(from.targets).map(([step, target]) => [`targets.${step}`, target])),
    ...Object.fromEntries(Object.entries(from.states).map(([step, state]) => [`states.${step}`, state])),
  });
  const got = flat(told(variant, said)) as Record<string, string | null>;
  return Object.entries(flat(wanted(variant)))
    .filter(([what, value]) => got[what] !== value)
    .map(([what]) => `${what}: ${got[what]}`);
}
