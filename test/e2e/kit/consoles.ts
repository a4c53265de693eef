import type { JumpCloudSettings } from '../../sites/jumpcloud/options.ts';

/** The consoles that a walk has to get through. */
export const CONSOLES = {
  classic: { form: 'classic' },
  modern: { form: 'modern' },
  catalog: { form: 'catalog' },
  french: { form: 'classic', labels: 'french' },
  wizard: { form: 'wizard' },
  drifted: { form: 'modern', labels: 'drifted' },
} as const satisfies Record<string, JumpCloudSettings>;

export type ConsoleName = keyof typeof CONSOLES;
export const CONSOLE_NAMES = Object.keys(CONSOLES) as ConsoleName[];
