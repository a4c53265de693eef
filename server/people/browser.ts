import type { Browser } from '../../shared/api/people.ts';

/** What each family says of itself, told apart in this order: most say to be one of the later ones, too. */
const MARKS: readonly [RegExp, Browser][] = [
  [/\bEdg(e|A|iOS)?\//, 'edge'],
  [/\b(OPR|Opera)\//, 'opera'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|Chromium|CriOS)\//, 'chrome'],
  [/\bVersion\/[\d.]+.* Safari\//, 'safari'],
];

/** The family of a browser by its User-Agent header, or null when it says none that is known. */
export function browserOf(userAgent: string): Browser | null {
  return MARKS.find(([mark]) => mark.test(userAgent))?.[1] ?? null;
}
