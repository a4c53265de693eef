import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commonDe } from '../../../shared/texts/common-de.ts';
import { commonEn } from '../../../shared/texts/common-en.ts';
import { commonEs } from '../../../shared/texts/common-es.ts';
import { commonFr } from '../../../shared/texts/common-fr.ts';
import { commonJa } from '../../../shared/texts/common-ja.ts';
import { de } from '../../../shared/texts/de.ts';
import { en } from '../../../shared/texts/en.ts';
import { es } from '../../../shared/texts/es.ts';
import { fr } from '../../../shared/texts/fr.ts';
import { ja } from '../../../shared/texts/ja.ts';
import { setupPageDe } from '../../../shared/texts/setup-page-de.ts';
import { setupPageEn } from '../../../shared/texts/setup-page-en.ts';
import { setupPageEs } from '../../../shared/texts/setup-page-es.ts';
import { setupPageFr } from '../../../shared/texts/setup-page-fr.ts';
import { setupPageJa } from '../../../shared/texts/setup-page-ja.ts';
import { texts } from '../../../shared/texts/texts.ts';

const OTHERS = { de, es, fr, ja };

/** What the page behind a setup link says beside the assistant's own texts. */
const PAGE = { common: commonEn, setupPage: setupPageEn };
const PAGES = {
  de: { common: commonDe, setupPage: setupPageDe },
  es: { common: commonEs, setupPage: setupPageEs },
  fr: { common: commonFr, setupPage: setupPageFr },
  ja: { common: commonJa, setupPage: setupPageJa },
};

/** Values that stand in every text which takes them; each has to come out again. */
const DETAILS = {
  domain: 'DOMAIN',
  status: 987,
  route: 'ROUTE',
  last4: 'LAST4',
  expected: 'EXPECTED',
  seen: 'SEEN',
  plan: 'PLAN',
  message: 'MESSAGE',
  at: 'AT',
};
const MARKS = ['DOMAIN', '987', 'LAST4', 'EXPECTED', 'SEEN', 'PLAN', 'MESSAGE', 'FIRST', 'SECOND'];

/** What is the same in every language: requests that English-speaking people read, names of the contract, words of the screens. */
const SAME = new RegExp(
  [
    String.raw`\.request$`,
    String.raw`^\.panel\.product$`,
    String.raw`^\.sidePanel\.(setupLink|connect|apiKey|useKey|title|connectedTo)$`,
    String.raw`^\.(steps|selfHostedSteps)\..+\.short$`,
    String.raw`^\.siteNames\.`,
    String.raw`^\.preview\.baseUrl$`,
    String.raw`^\.live$`,
    String.raw`^\.common\.failure\.live$`,
    String.raw`^\.setupPage\.assistant\.linkLabel$`,
    String.raw`^\.setupPage\.values\.(baseUrl|testAddress)$`,
    String.raw`^\.setupPage\.groups\.`,
  ].join('|'),
);

type Sayings = Map<string, string>;

/** Every sentence of a language by its path; what takes values is called with marks. */
function sayings(value: unknown, path = '', found: Sayings = new Map()): Sayings {
  if (typeof value === 'string') found.set(path, value);
  else if (typeof value === 'function') found.set(path, said(value as (...values: unknown[]) => string, path));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) sayings(inner, `${path}.${name}`, found);
  }
  return found;
}

function said(make: (...values: unknown[]) => string, path: string): string {
  if (path.endsWith('.cause')) return `${make(DETAILS)} ${make({})}`;
  if (path.endsWith('.request')) return make({ name: 'FIRST', primaryDomain: 'SECOND' }, DETAILS);
  return make('FIRST', 'SECOND');
}

const SETS = (Object.keys(OTHERS) as (keyof typeof OTHERS)[]).flatMap((tag) => [
  { tag, what: 'the assistant', english: sayings(en), here: sayings(OTHERS[tag]) },
  { tag, what: 'the page behind a setup link', english: sayings(PAGE), here: sayings(PAGES[tag]) },
]);

describe.each(SETS)('the texts of $what in $tag', ({ english, here }) => {
  it('are all there, and none is empty', () => {
    expect([...here.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...here].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('say the same values as the English ones', () => {
    const values = (text: string | undefined) => MARKS.filter((mark) => text?.includes(mark));
    for (const [path, text] of english) expect(values(here.get(path)), path).toEqual(values(text));
  });

  it('are translated', () => {
    const same = [...english].filter(([path, text]) => here.get(path) === text && !SAME.test(path));
    expect(same).toEqual([]);
  });
});

describe.each(Object.entries(OTHERS))('the texts in %s', (tag, language) => {
  it('name what is on the screen as the screen does', () => {
    for (const step of Object.keys(en.steps) as (keyof typeof en.steps)[]) {
      const quoted = /“(.+?)”/.exec(en.steps[step].title)?.[1];
      if (quoted) expect(language.steps[step].title, step).toContain(quoted);
    }
  });

  it('are chosen by the language of the browser, whatever its region', () => {
    expect(texts(tag)).toBe(language);
    expect(texts(`${tag.toUpperCase()}-XX`)).toBe(language);
  });

  it("have the manifest's own texts beside them, short enough for the stores", () => {
    const path = fileURLToPath(new URL(`../../../extension/locales/${tag}.yml`, import.meta.url));
    const locale = readFileSync(path, 'utf8');
    const [, name = '', description = ''] = /^extName: (.+)\nextDescription: (.+)\n$/.exec(locale) ?? [];
    expect(name.length).toBeGreaterThan(0);
    expect(name.length).toBeLessThanOrEqual(75);
    expect(description.length).toBeGreaterThan(0);
    expect(description.length).toBeLessThanOrEqual(132);
  });
});

describe('a language that there are no texts for', () => {
  it('is answered in English', () => {
    expect(texts('pt-BR')).toBe(en);
    expect(texts('')).toBe(en);
  });
});
