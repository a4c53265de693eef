import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Observation } from '../../shared/setup/observation.ts';
import { bundle, launch } from './browser.ts';
import type { Variant } from './variants.ts';
import type {} from './probe.ts';

/** What the assistant said of a page: its observation, and the `data-t` of the element that each step would touch. */
export type Said = { observation: Observation; targets: Record<string, string> };

/** A browser of its own for a file or a group of tests, and how a variant is read in it. */
export function useReader(): (variant: Variant) => Promise<Said> {
  let browser: Browser | undefined;
  let read: ((variant: Variant) => Promise<Said>) | undefined;
  beforeAll(async () => {
    const [launched, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
    browser = launched;
    read = await createReader(browser, probe);
  });
  afterAll(() => browser?.close());
  return (variant) => {
    if (!read) throw new Error('There is no browser yet.');
    return read(variant);
  };
}

/** Shows variants one after the other in one tab, each at its address, and lets the assistant look at them. */
async function createReader(browser: Browser, probe: string): Promise<(variant: Variant) => Promise<Said>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(10_000);
  let shown = '';
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown }));
  return async ({ html, expected }) => {
    shown = html;
    await page.goto('about:blank'); // else an address that differs after its # alone is no new page
    await page.goto(expected.url);
    await page.evaluate(probe);
    return page.evaluate(look, { steps: Object.keys(expected.targets), replacing: expected.replacing === true });
  };
}

async function look({ steps, replacing }: { steps: string[]; replacing: boolean }): Promise<Said> {
  const { probe: assistant } = window;
  const expectations = {
    baseUrl: 'https://scim.example.com/scim/v2',
    keyFingerprint: await assistant.fingerprint('dpk_0123456789012345678901234567890123456789'),
    testAddresses: ['jumpcloud-test-1@acme.example'],
    replacing,
  };
  const observation = await assistant.observePage(expectations);
  const view = assistant.look(assistant.site, assistant.context);
  const targets = Object.fromEntries(
    steps.map((step) => {
      const targets = assistant.locateTargets(view, step as never);
      const element = targets.length === 1 ? targets[0] : null;
      return [
        step,
        element ? (element.closest('[data-t]')?.getAttribute('data-t') ?? element.outerHTML.slice(0, 120)) : 'none',
      ];
    }),
  );
  return { observation, targets };
}
