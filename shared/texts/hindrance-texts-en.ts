import { hindranceIn, type Hindrance } from '../setup/hindrances.ts';
import type { ProblemText } from './problem-texts-en.ts';

/** What is said of each reason why a control could not be used; `unknown` where it is only not there. */
export type HindranceTexts = Record<Hindrance | 'unknown', { title: string; cause: string; next: string }>;

/** What a card says of a control that could not be used. */
export function targetMissing(says: HindranceTexts): ProblemText {
  const of = (details: Parameters<typeof hindranceIn>[0]) => says[hindranceIn(details) ?? 'unknown'];
  return {
    title: (details) => of(details).title,
    cause: (details) => of(details).cause,
    next: (details) => of(details).next,
  };
}

export const hindrancesEn: HindranceTexts = {
  'window-over': {
    title: 'A window lies over the page',
    cause: 'A window of the page, such as an announcement, lies over what the assistant needs.',
    next: 'Close that window on the page, and the setup goes on.',
  },
  'not-yet': {
    title: 'The step is not done yet',
    cause: 'The page does not show this step as done yet.',
    next: 'Let the assistant do it, or do it by hand on the page.',
  },
  'no-change': {
    title: 'The page stayed as it was',
    cause: 'What looked like it was pressed, and nothing came of it.',
    next: 'Show the assistant the right one by clicking it, or do the step by hand and choose “I did it”.',
  },
  disabled: {
    title: 'The page does not allow it yet',
    cause: 'The control is there, but it cannot be used now.',
    next: 'See what the page still asks for, or is busy with. The setup goes on as soon as it can be used.',
  },
  covered: {
    title: 'Something lies over the control',
    cause: 'Another part of the page covers what is to be clicked, so nothing was clicked.',
    next: 'Close or move what lies over it, then let the assistant do it.',
  },
  gone: {
    title: 'The page does not stand still',
    cause:
      'The control is there, and the page took it away or drew it anew whenever it was to be used, so nothing was done.',
    next: 'Wait until the page has settled, then let the assistant do it.',
  },
  'not-it': {
    title: 'That cannot be it',
    cause: 'What you clicked is another kind of control, or one that takes something away.',
    next: 'Show the assistant the right one, or do the step by hand and choose “I did it”.',
  },
  unknown: {
    title: 'This control is not on the page',
    cause: 'The assistant looked for it and did not find it. The page may have changed.',
    next: 'Show the assistant where it is by clicking it, or do the step by hand and choose “I did it”.',
  },
};
