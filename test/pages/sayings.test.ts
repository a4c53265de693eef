import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StepId } from '../../shared/setup/steps.ts';
import { bundle, launch, open } from './browser.ts';
import type {} from './probe.ts';
import { NO_SUCCESS, SUCCESS } from './sayings/sentences.ts';

/** An application with a form that is filled in, and a place where the page says something. */
const PAGE = `<!doctype html><main><h1>Dialpad</h1><div role="tablist"><button role="tab">General Info</button>
  <button role="tab">SSO</button><button role="tab" aria-selected="true">Identity Management</button></div>
  <section><h2>Configuration Settings</h2><label>Base URL<input value="https://a.example"></label>
  <label>Token Key<input type="password" value="x"></label><button>Test Connection</button><button>Activate</button></section>
  <div id="said"></div></main>`;

/** Ways in which pages say something. */
const SHAPES: Record<string, (sentence: string) => string> = {
  'in a toast': (sentence) => `<div class="toast" role="status">${sentence}</div>`,
  'in a list': (sentence) => `<ul><li>${sentence}</li><li>Kim Lee</li></ul>`,
};

const TEST: StepId = 'jumpcloud.test-connection';
const ACTIVATE: StepId = 'jumpcloud.activate';

/** What a page is asked for: what it says, and which step's button was pressed before. */
type Case = { html: string; pressed: StepId | null };

describe('what a page says', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const [launched, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
    browser = launched;
    page = await open(browser, 'https://console.jumpcloud.com/#/applications', PAGE, probe);
  });
  afterAll(() => browser.close());

  /** What is made of each: its verdicts, the steps that are done since, and what stands in the way. */
  function told(cases: Case[]): Promise<string[][]> {
    return page.evaluate(async (all) => {
      const expectations = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false };
      const place = document.querySelector('#said');
      const results: string[][] = [];
      for (const { html, pressed } of all) {
        if (place) place.innerHTML = '';
        window.probe.anew();
        const before = await window.probe.observePage(expectations);
        if (pressed) window.probe.context.memory.presses.set(pressed, performance.now());
        if (place) place.innerHTML = html;
        const { verdicts, readings, problem } = await window.probe.observePage(expectations);
        const settled = Object.entries(readings).filter(
          ([step, { state }]) => state === 'done' && before.readings[step as 'jumpcloud.save']?.state !== 'done',
        );
        results.push([
          ...verdicts.map(({ step, says }) => `${step} ${says}`),
          ...settled.map(([step]) => `${step} done`),
          ...(problem ? [problem] : []),
        ]);
      }
      return results;
    }, cases);
  }

  it.each(Object.keys(SHAPES).flatMap((shape) => Object.keys(NO_SUCCESS).map((why) => [shape, why] as const)))(
    '%s is no success when it is %s',
    async (shape, why) => {
      const cases = (NO_SUCCESS[why] ?? []).flatMap((sentence) =>
        [null, TEST, ACTIVATE].map((pressed) => ({ html: SHAPES[shape]?.(sentence) ?? '', pressed })),
      );
      const results = await told(cases);
      const wrong = results.flatMap((claims, at) =>
        claims.some((claim) => !claim.endsWith(' failed')) ? [`${cases[at]?.html}: ${claims.join()}`] : [],
      );
      expect(wrong).toEqual([]);
    },
  );

  it.each(Object.keys(SUCCESS))('in a toast is a success of %s in many words', async (step) => {
    const sentences = SUCCESS[step] ?? [];
    const cases = sentences.map((sentence) => ({
      html: SHAPES['in a toast']?.(sentence) ?? '',
      pressed: step as StepId,
    }));
    const results = await told(cases);
    expect(sentences.filter((_, at) => !results[at]?.includes(`${step} succeeded`))).toEqual([]);
  });
});
