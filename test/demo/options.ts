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

/** Something that the command line asks for and cannot be. */
export class UsageError extends Error {}

export const USAGE = `npm run demo -- [options]
  --headed             show the browser
  --screenshots DIR    go one step at a time, and keep a picture of each in DIR
  --keep               leave server, consoles and browser up to explore, until Ctrl+C
  --console FORM       JumpCloud's console: modern (default), classic or catalog
  --picture            make the README's picture anew`;

/**
 * The demo's options from its command line.
 * @throws UsageError that names the unknown option or value.
 */
export function readOptions(args: string[]): DemoOptions | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  const form = FORMS.find((known) => known === values.console);
  if (!form) throw new UsageError(`There is no console "${values.console}": ${FORMS.join(', ')}.`);
  return {
    headed: values.headed,
    keep: values.keep,
    screenshots: values.screenshots ?? null,
    picture: values.picture,
    form,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        headed: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        screenshots: { type: 'string' },
        picture: { type: 'boolean', default: false },
        console: { type: 'string', default: 'modern' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
