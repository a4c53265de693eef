import type { Problem } from '../setup/problems.ts';
import type { Texts } from '../texts/en.ts';
import { problemText } from '../texts/wording.ts';
import { problemDetails } from '../texts/problem-details.ts';

/** `heading`: one level below the heading that it stands under. */
export type ProblemCardProps = { problem: Problem; texts: Texts; heading?: 'h2' | 'h3' };

/** A problem: what it is, why, and the one thing to do next, with redacted details that can be copied. */
export function ProblemCard({ problem, texts, heading: Heading = 'h3' }: ProblemCardProps) {
  const text = problemText(problem, texts);
  return (
    <div class="sa-problem" data-tone={isWaiting(problem) ? 'warn' : 'bad'}>
      <Heading>{text.title}</Heading>
      <p>{texts.problems[problem.code].cause(problem.details)}</p>
      <p class="sa-problem-next">{text.next}</p>
      <details class="sa-details">
        <summary>{texts.panel.details}</summary>
        <code class="sa-code">{problemDetails(problem)}</code>
      </details>
    </div>
  );
}

/** Problems that somebody else solves, or that pass by themselves: no reason to look alarming. */
function isWaiting(problem: Problem): boolean {
  return [
    'secondary-domain-missing',
    'plan-not-eligible',
    'server-unreachable',
    'signed-out',
    'target-ambiguous',
  ].includes(problem.code);
}
