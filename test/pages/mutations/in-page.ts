import { createPageContext } from '../../../extension/page/context.ts';
import { closestComposed } from '../../../extension/page/find/composed.ts';
import { locateTargets } from '../../../extension/page/locate-target.ts';
import { observe } from '../../../extension/page/observe.ts';
import { look } from '../../../extension/page/view.ts';
import { dialpad } from '../../../extension/sites/dialpad/dialpad.ts';
import { jumpcloud } from '../../../extension/sites/jumpcloud/jumpcloud.ts';
import { DECOYS } from './decoys.ts';
import { FORMS } from './forms.ts';
import { REMOVALS } from './removal.ts';
import { STRUCTURE } from './structure.ts';
import { everything, randomOf, type Mutation } from './subject.ts';
import { WORDS } from './words.ts';

/** All changes, by what they are about. */
const GROUPS = { structure: [...STRUCTURE, ...FORMS], words: WORDS, decoys: DECOYS, removal: REMOVALS };
export type Group = keyof typeof GROUPS;

/** The element that each step would touch, by its `data-t`, or `none`; and what stands in the way. */
export type Seen = { targets: Record<string, string>; problem: string | null };

/** Changes to make, one after the other; `names` is what the assistant finds on the page as it is. */
export type Run = { seed: string; kinds: string[]; names: string[] };

/** What was seen after the changes, and the names of what they took away; null where one found nothing to change. */
export type Ran = { seen: Seen; gone: string[] } | null;

const site = location.host.endsWith('jumpcloud.com') ? jumpcloud : dialpad;
const kinds = new Map<string, Mutation>(
  Object.values(GROUPS).flatMap((group) => group.map((one) => [one.kind, one] as const)),
);
let kept = '';
let replacing = false;

type Parsing = { parseHTMLUnsafe: (html: string) => Document };
type Settable = { setHTMLUnsafe: (html: string) => void };

/** Shows a page in the place of the one before, and names what it has for each step. */
async function begin(html: string, isReplacing: boolean): Promise<Seen> {
  const page = (Document as unknown as Parsing).parseHTMLUnsafe(html);
  document.head.innerHTML = page.head.innerHTML;
  kept = markupOf(page.body);
  replacing = isReplacing;
  await restore();
  const seen = await see(true);
  kept = markupOf(document.body);
  return seen;
}

function markupOf(body: HTMLElement): string {
  return body.getHTML({ shadowRoots: everything(body).flatMap((element) => element.shadowRoot ?? []) });
}

async function restore(): Promise<void> {
  document.documentElement.removeAttribute('dir');
  (document.body as unknown as Settable).setHTMLUnsafe(kept);
  const frames = [...document.querySelectorAll('iframe')];
  await Promise.all(
    frames.map((frame) => new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))),
  );
}

async function see(isNaming: boolean): Promise<Seen> {
  const pointed = { get: () => null, set: () => Promise.resolve() };
  const context = createPageContext({ document, pointed, isOurs: () => false });
  context.memory.replacing = replacing;
  const view = look(site, context);
  const expectations = { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing };
  const { problem } = await observe(view, expectations);
  const targets = Object.fromEntries(
    site.steps.map(({ step }) => {
      const [only, ...more] = locateTargets(view, step);
      return [step, only && more.length === 0 ? nameOf(only, isNaming ? `own-${step}` : null) : 'none'];
    }),
  );
  return { targets, problem };
}

function nameOf(element: Element, name: string | null): string {
  const known = closestComposed(element, '[data-t], [data-decoy]')?.getAttribute('data-t');
  if (known) return known;
  if (name !== null) {
    element.setAttribute('data-t', name);
    return name;
  }
  const origin = closestComposed(element, '[data-decoy]') ? 'decoy' : 'other';
  return `${origin} ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 120)}`;
}

async function run(runs: readonly Run[]): Promise<Ran[]> {
  const all: Ran[] = [];
  for (const { seed, kinds: wanted, names } of runs) {
    await restore();
    const gone: string[] = [];
    const areMade = wanted.every((kind) => {
      const change = kinds.get(kind)?.change({ document, random: randomOf(seed + kind), names });
      gone.push(...(change?.gone ?? []));
      return Boolean(change);
    });
    all.push(areMade ? { seen: await see(false), gone } : null);
  }
  return all;
}

declare global {
  interface Window {
    mutations: { kinds: Record<Group, string[]>; begin: typeof begin; run: typeof run };
  }
}

window.mutations = {
  kinds: Object.fromEntries(Object.entries(GROUPS).map(([group, of]) => [group, of.map(({ kind }) => kind)])) as Record<
    Group,
    string[]
  >,
  begin,
  run,
};
