import { h, render } from 'preact';
import { PROBLEM_CODES, type ProblemCode } from '../../shared/setup/problems.ts';
import type { PanelView } from '../../shared/setup/panel.ts';
import { stepOf, stepsOf, type Flow, type StepId } from '../../shared/setup/steps.ts';
import { panelWords } from '../../shared/texts/panel-words.ts';
import { texts } from '../../shared/texts/texts.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { present } from '../../extension/guide/present.ts';
import type { StepReading } from '../../shared/setup/observation.ts';
import { DIALPAD_TAB, JUMPCLOUD_TAB, walkerAt, type Walker } from '../extension/guide/kit.ts';
import { CASES } from '../extension/guide/problem-cases.ts';
import { MOMENTS } from './card-moments.ts';

/** Runs in a page: draws every card of the assistant on it, each step of both flows, each problem, and what else is said. */
const SHEET_CSS = `body { margin: 24px; background: var(--sa-surface-sunk); color: var(--sa-text); font-family: var(--sa-font); }
  main { display: grid; grid-template-columns: repeat(5, 372px); gap: 24px; align-items: start; }
  figure { margin: 0; } figcaption { font-size: 12px; margin-block-end: 6px; } main > h1 { grid-column: 1 / -1; margin: 12px 0 0; }`;

const locale = document.documentElement.lang;
const viewOf = (walk: Walker, tab: number): PanelView => present(walk.state(), tab, locale) ?? walk.view(tab);
const tabOf = (step: StepId): number => (stepOf(step).site === 'dialpad' ? DIALPAD_TAB : JUMPCLOUD_TAB);
const FOUND: StepReading = {
  state: 'open',
  match: 'unique',
  candidates: [],
  occupiedBy: null,
  stage: null,
  remaining: null,
  button: null,
  note: null,
};

/** The step with its control found on its page, as it is offered; and the question, where the step asks one. */
function cardsOf(step: StepId, flow: Flow): { name: string; view: PanelView }[] {
  const tab = tabOf(step);
  const walk = walkerAt(step, { flow });
  if (stepOf(step).site !== 'server') walk.shows(tab, { [step]: FOUND });
  const ready = { name: step, view: viewOf(walk, tab) };
  if (ready.view.step !== step) return []; // it is passed by itself: only its problem has a card
  if (!ready.view.actions.some(({ action }) => action === 'perform')) return [ready];
  walk.act(tab, 'perform');
  const asked = viewOf(walk, tab);
  return asked.preview ? [ready, { name: `${step}, asked`, view: asked }] : [ready];
}

/** A problem as it comes about, on the site that its step is done in. */
function problemCard(code: ProblemCode): { name: string; view: PanelView } {
  const walk = CASES[code].comes();
  const { step } = walk.view('sidepanel');
  return { name: code, view: viewOf(walk, tabOf(step)) };
}

function draw(title: string, cards: readonly { name: string; view: PanelView }[]): void {
  const main = document.body.appendChild(document.createElement('main'));
  main.appendChild(document.createElement('h1')).textContent = title;
  for (const { name, view } of cards) {
    const figure = main.appendChild(document.createElement('figure'));
    figure.appendChild(document.createElement('figcaption')).textContent = name;
    const nothing = (): void => undefined;
    const words = panelWords(view, texts(locale), locale);
    render(
      h(Panel, { view, words, remark: null, onAction: nothing, onDismiss: nothing }),
      figure.appendChild(document.createElement('div')),
    );
  }
}

document.head.appendChild(document.createElement('style')).textContent = SHEET_CSS;
const flowCards = (flow: Flow) => stepsOf(flow).flatMap(({ id }) => cardsOf(id, flow));
const [first] = cardsOf('jumpcloud.base-url', 'setup');
const pills = first
  ? (['ready', 'working', 'problem', 'finished'] as const).map((status) => ({
      name: `pill, ${status}`,
      view: { ...first.view, status, collapsed: true },
    }))
  : [];
draw('Setup', flowCards('setup'));
draw('Replacing the key', flowCards('replace-key'));
draw('Problems', PROBLEM_CODES.map(problemCard));
draw(
  'On the way',
  MOMENTS.map(({ name, tab, comes }) => ({ name, view: viewOf(comes(), tab) })),
);
draw('Put away', pills);
