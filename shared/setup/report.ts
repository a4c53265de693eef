import { activitySentence } from '../texts/activity-sentence.ts';
import { en } from '../texts/en.ts';
import { problemDetails } from '../texts/problem-details.ts';
import { reportEn } from '../texts/report-en.ts';
import { problemText as wording, stepText } from '../texts/wording.ts';
import type { Activity } from './activity.ts';
import { diagnosis } from './diagnosis.ts';
import type { Evidence } from './evidence.ts';
import { flowOf } from './flow.ts';
import type { Problem } from './problems.ts';
import { progress, type StepProgress } from './progress.ts';
import type { SetupSnapshot } from './snapshot.ts';
import type { Flow } from './steps.ts';
import type { Target } from './targets.ts';

/** What the wording of the steps depends on. */
type Session = { target: Target; flow: Flow };

const SHOWN_CALLS = 50;
const SHOWN_EVIDENCE = 50;

/**
 * Where a setup session stands, as Markdown for a ticket: steps with what says so, what stands in the way, what the server
 * saw. It holds no key, no address of a person and nothing of a page but the page's own message.
 */
export function sessionReport(snapshot: SetupSnapshot): string {
  const { session, company } = snapshot;
  const of: Session = { target: session.target, flow: flowOf(snapshot) };
  const { steps, current } = progress(snapshot);
  const problem = diagnosis(snapshot);
  const facts = [
    [reportEn.company, `${company.name} (${company.primaryDomain})`],
    [reportEn.plan, `${company.product}, ${company.plan}; SCIM ${company.eligible ? reportEn.yes : reportEn.no}`],
    [reportEn.domains, company.allowedDomains.join(', ') || reportEn.none],
    [reportEn.session, `${session.id}, ${session.createdAt} – ${session.expiresAt}`],
    [reportEn.target, session.target],
    [reportEn.baseUrl, snapshot.baseUrl + (snapshot.reachable ? '' : ` (${reportEn.notReachable})`)],
    [reportEn.browsers, snapshot.browsers.map(({ label }) => label).join(', ') || reportEn.none],
    [reportEn.firstUser, snapshot.firstUserAt ?? reportEn.none],
    [reportEn.now, current ? titleOf(current, of) : reportEn.finished],
    [reportEn.madeAt, snapshot.now],
  ] as const;
  return [
    `# ${reportEn.title(plain(company.name))}`,
    facts.map(([name, value]) => `- **${name}:** ${plain(value)}`).join('\n'),
    `## ${reportEn.problem}`,
    problem ? problemText(problem) : reportEn.noProblem,
    `## ${reportEn.steps}`,
    table(
      reportEn.stepColumns,
      steps.map((entry) => stepRow(entry, of)),
    ),
    `## ${reportEn.evidence}`,
    table(reportEn.evidenceColumns, snapshot.evidence.slice(-SHOWN_EVIDENCE).map(evidenceRow)),
    `## ${reportEn.calls}`,
    table(reportEn.callColumns, snapshot.activity.slice(-SHOWN_CALLS).map(callRow)),
    reportEn.foot,
    '',
  ].join('\n\n');
}

function problemText(problem: Problem): string {
  const { title, next } = wording(problem, en);
  const details = problemDetails(problem)
    .split('\n')
    .map((line) => `    ${line}`);
  return [`**${title}.** ${plain(en.problems[problem.code].cause(problem.details))}`, next, details.join('\n')].join(
    '\n\n',
  );
}

function stepRow({ step, state, seenBy, at, note }: StepProgress, of: Session): string[] {
  return [titleOf(step, of), reportEn.states[state], seenBy ? reportEn.seenBy[seenBy] : '', at ?? '', note ?? ''];
}

function evidenceRow({ at, step, fact, seenBy, note }: Evidence): string[] {
  return [at, step, fact, reportEn.seenBy[seenBy], note ?? ''];
}

function callRow(call: Activity): string[] {
  const key = call.keyLast4 === null ? '' : `…${call.keyLast4}`;
  return [call.time, `${call.method} ${call.route}`, String(call.status), activitySentence(call, en.activity), key];
}

function titleOf(step: StepProgress['step'], of: Session): string {
  return stepText(step, of, en).title;
}

function table(columns: readonly string[], rows: string[][]): string {
  if (rows.length === 0) return reportEn.nothing;
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return [line(columns), `|${' --- |'.repeat(columns.length)}`, ...rows.map(line)].join('\n');
}

/** Text that came from elsewhere, so that it formats nothing. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
