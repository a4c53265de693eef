import type { Activity } from './activity.ts';
import type { Guidance } from './guidance.ts';
import type { Problem, ProblemCode } from './problems.ts';
import type { StepProgress } from './progress.ts';
import type { Flow, Site, StepId } from './steps.ts';
import type { Target } from './targets.ts';

/** The panel's `data-status`. */
export type PanelStatus = 'elsewhere' | 'looking' | 'ready' | 'ambiguous' | 'working' | 'done' | 'problem' | 'finished';

/** The panel's `data-action`s. */
export const PANEL_ACTIONS = [
  'perform',
  'perform-all',
  'confirm',
  'cancel',
  'point',
  'copy',
  'done',
  'skip',
  'back',
  'undo',
  'retry',
  'go',
  'collapse',
] as const;
export type PanelAction = (typeof PANEL_ACTIONS)[number];

/** What a consequential step is about to do: shown before `confirm`. Values are masked where they are secret. */
export type Preview = { step: StepId; lines: { label: string; value: string }[] };

/** Where the shown step stands among those that are needed, from 1. */
export function placeIn(view: Pick<PanelView, 'steps' | 'step' | 'status'>): { position: number; total: number } {
  const needed = view.steps.filter((entry) => entry.state !== 'not-needed' || entry.step === view.step);
  const total = Math.max(needed.length, 1);
  if (view.status === 'finished') return { position: total, total };
  return { position: needed.findIndex((entry) => entry.step === view.step) + 1, total };
}

/** All that a panel shows, as plain data: made by the guide, drawn by shared/ui. */
export type PanelView = {
  step: StepId;
  site: Site;
  status: PanelStatus;
  problem: Problem | null;
  preview: Preview | null;
  /** The buttons to show, in order; at most one is primary. */
  actions: { action: PanelAction; primary: boolean; label: string }[];
  steps: StepProgress[];
  companyName: string;
  target: Target;
  flow: Flow;
  /** A remark about the current step, such as what the page holds now. */
  note: string | null;
  /** What `copy` copies, when it is not a secret. */
  copyText: string | null;
  /** The server's newest calls, newest first. */
  activity: Activity[];
  /** Masked key of the session, such as `dpk_…9F3K`, when the assistant holds one. */
  heldKey: string | null;
  /** With `elsewhere`: the other host of that site, which the admin may mean instead. */
  otherHost: string | null;
  collapsed: boolean;
  /** How the session is shared with support, or null while it is not. */
  guidance: Guidance | null;
};

/** What a card was about when a button of it was clicked: the same button means something else on the next card. */
export type ClickedCard = { step: StepId; problem: ProblemCode | null };

/** What a card that shows this is about. */
export function cardOf({ step, problem }: Pick<PanelView, 'step' | 'problem'>): ClickedCard {
  return { step, problem: problem?.code ?? null };
}
