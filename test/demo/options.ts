import { parseArgs } from 'node:util';
import type { ConsoleForm } from '../sites/jumpcloud/options.ts';

/** What the demo was asked for. */
export type DemoOptions = {
  headed: boolean;
  keep: boolean;
  /** Where a picture of every step goes, or null. */
  screenshots: string | null;
  /** Whether the README's picture is made anew. */
  picture: boolean;
  form: ConsoleForm;
};

const FORMS = ['classic', 'modern', 'catalog'] as const satisfies readonly ConsoleForm[];

export const USAGE = `npm run demo -- [options]
  --headed             show the browser
  --screenshots DIR    go one step at a time, and keep a picture of each in DIR
  --keep               leave server, consoles and browser up to explore, until Ctrl+C
  --console FORM       JumpCloud's console: modern (default), classic or catalog
  --picture            make the README's picture anew`;

/**
 * The demo's options from its command line.
 * @throws Error that names the unknown option or value.
 */
export function readOptions(args: string[]): DemoOptions {
  const { values } = parseArgs({
    args,
    options: {
      headed: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      screenshots: { type: 'string' },
      picture: { type: 'boolean', default: false },
      console: { type: 'string', default: 'modern' },
    },
  });
  const form = FORMS.find((known) => known === values.console);
  if (!form) throw new Error(`There is no console "${values.console}": ${FORMS.join(', ')}.`);
  return {
    headed: values.headed,
    keep: values.keep,
    screenshots: values.screenshots ?? null,
    picture: values.picture,
    form,
  };
}
