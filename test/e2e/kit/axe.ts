import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const AXE = fileURLToPath(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url));

/** How a person may have set their browser. */
export const APPEARANCES = [
  { name: 'light', media: { colorScheme: 'light', forcedColors: 'none' } },
  { name: 'dark', media: { colorScheme: 'dark', forcedColors: 'none' } },
  { name: 'forced colours', media: { colorScheme: 'light', forcedColors: 'active' } },
] as const;

export type Appearance = (typeof APPEARANCES)[number];

/** Where to look: the whole page, or an element in an open shadow root, as its host's selector and its own. */
export type Scope = 'page' | readonly [host: string, element: string];

type Finding = { id: string; nodes: { html: string; failureSummary?: string }[] };
type Report = { passes: Finding[]; violations: Finding[] };

/**
 * What axe has against a page, in each of the appearances, one line each. Empty when there is nothing.
 * @throws Error when axe looked at nothing at all, which would be an empty list too.
 */
export async function accessibilityFindings(
  page: Page,
  scope: Scope,
  appearances: readonly Appearance[] = APPEARANCES,
): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const findings: string[] = [];
  for (const { name, media } of appearances) {
    await page.emulateMedia(media);
    const { passes, violations } = await run(page, scope);
    if (passes.length === 0) throw new Error(`axe found nothing to look at on ${page.url()}.`);
    for (const { id, nodes } of violations) {
      for (const node of nodes) findings.push(`${name}: ${id}: ${node.html}: ${node.failureSummary ?? ''}`);
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return findings;
}

/** Colours fade from one appearance to the next, so it waits for the end of what moves. */
function run(page: Page, scope: Scope): Promise<Report> {
  return page.evaluate(async (where) => {
    const { axe } = globalThis as unknown as { axe: { run(context: unknown, options: unknown): Promise<Report> } };
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    const context = where === 'page' ? document : { include: [{ fromShadowDom: where }] };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return axe.run(context, { runOnly: tags });
  }, scope);
}
