import type { Activity } from '../setup/activity.ts';
import { openMessages, type SupportMessage } from '../setup/guidance.ts';
import { placeIn, type PanelView } from '../setup/panel.ts';
import type { Problem } from '../setup/problems.ts';
import type { Flow, StepId } from '../setup/steps.ts';
import type { Target } from '../setup/targets.ts';
import { activitySentence } from './activity-sentence.ts';
import type { Texts } from './en.ts';
import { directionOf, languageOf, type Direction, type Language } from './languages.ts';
import { problemDetails } from './problem-details.ts';
import { problemText, stepText } from './wording.ts';

/** How a problem is told. `label`: what the details are called. */
export type ProblemWords = { title: string; cause: string; next: string; label: string; details: string };

/** What a checklist says of its steps. */
export type ChecklistWords = {
  names: Partial<Record<StepId, string>>;
  states: Texts['stepState'];
  seenBy: Texts['seenBy'];
};

/** A sentence for each call, in their order, and what is said when there is none. */
export type CallWords = { sentences: string[]; none: string };

/** How support's messages are marked; `points` by the id of a message that points at a step. */
export type SupportWords = { from: string; dismiss: string; points: Record<string, string> };

/**
 * Every word that a panel shows of one view, as plain data: a page is given these, and no texts in five languages. Times
 * of day are written where they are shown.
 */
export type PanelWords = {
  language: Language;
  direction: Direction;
  locale: string;
  title: string;
  why: string;
  byHand: string;
  status: string;
  progress: string;
  /** What is spoken of a change. */
  live: string;
  heldKey: string | null;
  otherConsole: string | null;
  problem: ProblemWords | null;
  checklist: ChecklistWords;
  calls: CallWords;
  support: SupportWords;
  collapse: string;
  fixed: Pick<Texts['panel'], 'product' | 'byHand' | 'checklist' | 'serverSaw' | 'previewTitle' | 'expand'>;
  remarks: Pick<Texts['panel'], 'copied' | 'copyByHand' | 'notVerified' | 'reload'>;
};

type Session = { target: Target; flow: Flow };

/** What a panel says of that view, to who has this BCP 47 tag, in these texts of theirs. */
export function panelWords(view: PanelView, texts: Texts, locale: string): PanelWords {
  const { panel } = texts;
  const language = languageOf(locale);
  const head = headOf(view, texts);
  const problem = view.problem && problemWords(view.problem, texts);
  const { position, total } = placeIn(view);
  return {
    language,
    direction: directionOf(language),
    locale,
    title: head.title,
    why: head.why,
    byHand: stepText(view.step, view, texts).byHand,
    status: texts.statuses[view.status],
    progress: panel.progress(position, total),
    live: texts.live(head.title, problem?.title ?? texts.statuses[view.status]),
    heldKey: view.heldKey && panel.heldKey(view.heldKey),
    otherConsole: view.otherHost && panel.otherConsole(view.otherHost),
    problem,
    checklist: checklistWords(
      view.steps.map(({ step }) => step),
      view,
      texts,
    ),
    calls: callWords(view.activity, texts),
    support: supportWords(openMessages(view.guidance), view, texts),
    collapse: texts.actions.collapse,
    fixed: {
      product: panel.product,
      byHand: panel.byHand,
      checklist: panel.checklist,
      serverSaw: panel.serverSaw,
      previewTitle: panel.previewTitle,
      expand: panel.expand,
    },
    remarks: {
      copied: panel.copied,
      copyByHand: panel.copyByHand,
      notVerified: panel.notVerified,
      reload: panel.reload,
    },
  };
}

/** How a problem is told in those texts. */
export function problemWords(problem: Problem, texts: Texts): ProblemWords {
  return {
    ...problemText(problem, texts),
    cause: texts.problems[problem.code].cause(problem.details),
    label: texts.panel.details,
    details: problemDetails(problem),
  };
}

/** What a checklist of those steps says. */
export function checklistWords(steps: readonly StepId[], session: Session, texts: Texts): ChecklistWords {
  return {
    names: Object.fromEntries(steps.map((step) => [step, stepText(step, session, texts).short])),
    states: texts.stepState,
    seenBy: texts.seenBy,
  };
}

/** The sentences for those calls. */
export function callWords(activity: readonly Activity[], texts: Texts): CallWords {
  return {
    sentences: activity.map((call) => activitySentence(call, texts.activity)),
    none: texts.panel.nothingSeen,
  };
}

/** How those messages of support are marked. */
export function supportWords(messages: readonly SupportMessage[], session: Session, texts: Texts): SupportWords {
  const { support } = texts;
  const pointing = messages.flatMap(({ id, step }) =>
    step === null ? [] : [[id, support.points(stepText(step, session, texts).title)] as const],
  );
  return { from: support.from, dismiss: support.dismiss, points: Object.fromEntries(pointing) };
}

function headOf(view: PanelView, texts: Texts): { title: string; why: string } {
  if (view.status !== 'finished') return stepText(view.step, view, texts);
  return view.flow === 'replace-key' ? texts.finishedReplacing : texts.finished;
}
