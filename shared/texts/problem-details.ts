import type { Problem } from '../setup/problems.ts';

/** What can be sent to support: the code and what was seen, neither secrets nor personal data. */
export function problemDetails(problem: Problem): string {
  const lines = Object.entries(problem.details)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  return [problem.code, ...lines].join('\n');
}
