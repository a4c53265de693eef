import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { StepId } from '../../shared/setup/steps.ts';

/** What the assistant must say of a page variant. Elements are named by their `data-t`, which the finder never reads. */
export type Expected = {
  /** Where the page stands, such as `https://console.jumpcloud.com/#/applications`. */
  url: string;
  place: string | null;
  problem?: string;
  dialog?: string;
  /** Looked at on the way to replace the key of an integration that runs. */
  replacing?: true;
  /** The element that performing a step would touch, or `none` when it must abstain. */
  targets: Partial<Record<StepId, string>>;
  /** States of readings; `none` when the page must not speak of the step. */
  states?: Partial<Record<StepId, string>>;
  /** What we fail to understand so far, as `misread` names it. */
  known?: string[];
};

export type Variant = { name: string; html: string; expected: Expected };

/** All pages of a folder beside this file, each with what is expected of it. */
export async function readVariants(of: 'variants' | 'unseen'): Promise<Variant[]> {
  const folder = fileURLToPath(new URL(`./${of}/`, import.meta.url));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html')).sort();
  return Promise.all(
    names.map(async (file) => {
      const html = await readFile(folder + file, 'utf8');
      const beside = await readFile(folder + file.replace(/html$/, 'json'), 'utf8');
      return { name: file.replace(/\.html$/, ''), html, expected: JSON.parse(beside) as Expected };
    }),
  );
}
