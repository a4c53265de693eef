import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Observation } from '../../shared/setup/observation.ts';
import { bundle, launch, open } from './browser.ts';
import { readVariants, type Variant } from './variants.ts';
import type {} from './probe.ts';

type Score = { right: number; refused: number; wrong: string[] };

const variants = await readVariants();
const scores = new Map<string, Score>();
let browser: Browser;
let probe: string;

beforeAll(async () => {
  [browser, probe] = await Promise.all([launch(), bundle('./probe.ts')]);
});

afterAll(async () => {
  await browser.close();
  process.stdout.write(`\n${table()}\n`);
});

describe('page variants', () => {
  it.each(variants)('$name is read as it is', async (variant) => {
    const page = await open(browser, variant.expected.url, variant.html, probe);
    const { observation, targets } = await page.evaluate(look, Object.keys(variant.expected.targets));
    await page.close();
    const score = judge(variant, targets);
    scores.set(variant.name, score);
    expect(score.wrong).toEqual([]);
    expect(told(variant, observation, targets)).toEqual(wanted(variant));
  });

  it('touches nothing wrong on any variant', () => {
    expect([...scores.values()].flatMap((score) => score.wrong)).toEqual([]);
  });
});

async function look(steps: string[]): Promise<{ observation: Observation; targets: Record<string, string> }> {
  const { probe: assistant } = window;
  const expectations = {
    baseUrl: 'https://scim.example.com/scim/v2',
    keyFingerprint: await assistant.fingerprint('dpk_0123456789012345678901234567890123456789'),
    testAddresses: ['jumpcloud-test-1@acme.example'],
  };
  const observation = await assistant.observePage(assistant.site, expectations, assistant.context);
  const targets = Object.fromEntries(
    steps.map((step) => {
      const element = assistant.locateTarget(assistant.site, step as never, assistant.context);
      return [
        step,
        element ? (element.closest('[data-t]')?.getAttribute('data-t') ?? element.outerHTML.slice(0, 120)) : 'none',
      ];
    }),
  );
  return { observation, targets };
}

function judge({ name, expected }: Variant, targets: Record<string, string>): Score {
  const score: Score = { right: 0, refused: 0, wrong: [] };
  for (const [step, target] of Object.entries(expected.targets)) {
    const got = targets[step] ?? 'none';
    if (got === target) score.right++;
    else if (got === 'none') score.refused++;
    else score.wrong.push(`${name}: ${step} took ${got} for ${target}`);
  }
  return score;
}

function told({ expected }: Variant, observation: Observation, targets: Record<string, string>) {
  const states = Object.keys(expected.states ?? {}).map((step) => [
    step,
    observation.readings[step as keyof Observation['readings']]?.state ?? 'none',
  ]);
  const { place, problem, dialog } = observation;
  return { place, problem, dialog, targets, states: Object.fromEntries(states) as Record<string, string> };
}

function wanted({ expected }: Variant) {
  const { place, targets, states } = expected;
  return { place, problem: expected.problem ?? null, dialog: expected.dialog ?? null, targets, states: states ?? {} };
}

function table(): string {
  const rows = [...scores].map(
    ([name, { right, refused, wrong }]) =>
      `${name.padEnd(44)} ${String(right).padStart(5)} ${String(refused).padStart(7)} ${String(wrong.length).padStart(5)}`,
  );
  const sum = [...scores.values()].reduce<[number, number, number]>(
    ([r, f, w], { right, refused, wrong }) => [r + right, f + refused, w + wrong.length],
    [0, 0, 0],
  );
  return [
    `${'variant'.padEnd(44)} right refused wrong`,
    ...rows,
    `${'all'.padEnd(44)} ${String(sum[0]).padStart(5)} ${String(sum[1]).padStart(7)} ${String(sum[2]).padStart(5)}`,
  ].join('\n');
}
