import type { Problem, ProblemCode } from '../setup/problems.ts';
import type { ProblemWords } from '../texts/panel-words.ts';

/** `heading`: one level below the heading that it stands under. */
export type ProblemCardProps = { problem: Problem; words: ProblemWords; heading?: 'h2' | 'h3' };

/** A problem: what it is, why, and the one thing to do next, with redacted details that can be copied. */
export function ProblemCard({ problem, words, heading: Heading = 'h3' }: ProblemCardProps) {
  return (
    <div class="sa-problem" data-tone={toneOf(problem)}>
      <Heading>{words.title}</Heading>
      <p>{words.cause}</p>
      <p class="sa-problem-next">{words.next}</p>
      <details class="sa-details">
        <summary>{words.label}</summary>
        <code class="sa-code">{words.details}</code>
      </details>
    </div>
  );
}

/** Problems that somebody else solves, or that pass by themselves: no reason to look alarming. */
const WAITING: readonly ProblemCode[] = [
  'secondary-domain-missing',
  'plan-not-eligible',
  'server-unreachable',
  'signed-out',
  'target-ambiguous',
];

/** How alarming a problem looks, on its card and in the chip above. */
export function toneOf({ code }: Problem): 'warn' | 'bad' {
  return WAITING.includes(code) ? 'warn' : 'bad';
}
