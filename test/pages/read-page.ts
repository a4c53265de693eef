import type { Browser } from 'playwright-core';
import type { Observation } from '../../shared/setup/observation.ts';
import { open } from './browser.ts';
import type { Variant } from './variants.ts';
import type {} from './probe.ts';

/** What the assistant said of a page: its observation, and the `data-t` of the element that each step would touch. */
export type Said = { observation: Observation; targets: Record<string, string> };

/** Opens a variant at its address and lets the assistant look at it. */
export async function readPage(browser: Browser, probe: string, { html, expected }: Variant): Promise<Said> {
  const page = await open(browser, expected.url, html, probe);
  const said = await page.evaluate(look, Object.keys(expected.targets));
  await page.close();
  return said;
}

async function look(steps: string[]): Promise<Said> {
  const { probe: assistant } = window;
  const expectations = {
    baseUrl: 'https://scim.example.com/scim/v2',
    keyFingerprint: await assistant.fingerprint('dpk_0123456789012345678901234567890123456789'),
    testAddresses: ['jumpcloud-test-1@acme.example'],
    replacing: false,
  };
  const observation = await assistant.observePage(assistant.site, expectations, assistant.context);
  const targets = Object.fromEntries(
    steps.map((step) => {
      const targets = assistant.locateTargets(assistant.site, step as never, assistant.context);
      const element = targets.length === 1 ? targets[0] : null;
      return [
        step,
        element ? (element.closest('[data-t]')?.getAttribute('data-t') ?? element.outerHTML.slice(0, 120)) : 'none',
      ];
    }),
  );
  return { observation, targets };
}
