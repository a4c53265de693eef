import type { PageContext } from '../context.ts';
import type { Area } from './area.ts';
import type { NamedBy } from './captions.ts';
import { closestComposed, composedParent } from './composed.ts';
import { isForbidden } from './destructive.ts';
import { kept } from './kept.ts';
import { accessibleName, ownText } from './naming.ts';
import { preferNearest } from './nearest.ts';
import { openerOf } from './opener.ts';
import { createPools, offeredTexts, type Offered } from './offered.ts';
import { personButtons } from './person-button.ts';
import type { Scan, Seen } from './scan.ts';
import { isOneOfAlike } from './siblings.ts';
import { spanAround, within, type Span } from './spans.ts';
import { isDisabled, opensList } from './state.ts';
import { isStyledToggle, isToggleShown } from './styled-toggle.ts';
import { surroundings } from './surroundings.ts';
import { compileNames, createGate, type CompiledNames } from './text.ts';
import type { Candidate, Control, ControlKind } from './types.ts';
import { CLUE, NAME, SOURCE } from './weights.ts';

/** A candidate with all that deciding needs. `behind`: a dialog of the page lies over it. */
export type Scored = Candidate & Span & { behind: boolean };

type Finder = { scan: Scan; context: PageContext; front: Span | null; areas: Map<Element, Area> };

/** All candidates of all controls of a site, each with its score, from one walk of the page. */
export function scoreControls(
  controls: readonly Control[],
  scan: Scan,
  front: Span | null,
  context: PageContext,
): Map<string, Scored[]> {
  const finder: Finder = { scan, context, front, areas: new Map() };
  const { compiled, gate, hints } = compile(controls);
  const found = new Map<string, Scored[]>();
  const leaves = scan.leaves.filter((leaf) => gate(leaf.text));
  const mayMatter = (entry: Offered): boolean =>
    entry.names.some(({ text }) => gate(text)) ||
    (entry.hooks !== '' && hints.some((hint) => entry.hooks.includes(hint)));
  const pool = createPools(scan, mayMatter);
  for (const control of controls) {
    const names = compiled.get(control.id);
    if (!names) continue;
    if (control.person) {
      found.set(control.id, persons(finder));
      continue;
    }
    const texts = TEXT_KINDS.includes(control.kind) ? offeredTexts(control, names, leaves, scan, context) : [];
    const scored = [...pool(control.kind), ...texts].flatMap((entry) => score(control, names, entry, finder) ?? []);
    found.set(control.id, innermost(scored, control.kind));
  }
  for (const { id, near } of controls) if (near) preferNearest(found.get(near) ?? [], found.get(id) ?? [], scan);
  return found;
}

/** Kinds of which a plain text may be one. */
const TEXT_KINDS: readonly ControlKind[] = ['press', 'row', 'option'];

type Compiled = {
  compiled: Map<string, CompiledNames>;
  gate: (normalised: string) => boolean;
  hints: string[];
};

/** A site's controls are the same at every look. */
const compile = kept((controls: readonly Control[]): Compiled => ({
  compiled: new Map(controls.map((control) => [control.id, compileNames(control.names)])),
  gate: createGate(controls.map((control) => control.names)),
  hints: controls.flatMap((control) => control.hints ?? []),
}));

/** The names of a control of a site, ready to be compared; null for one that the site does not have. */
export function namesOf(controls: readonly Control[], id: string): CompiledNames | null {
  return compile(controls).compiled.get(id) ?? null;
}

function score(control: Control, names: CompiledNames, entry: Offered, finder: Finder): Scored | null {
  const { seen } = entry;
  if (seen.concealed && !isStyledToggle(seen.element)) return null;
  if (control.kind === 'field' && seen.element.matches(NOT_FOR_TEXT)) return null;
  const best = bestName(control, names, entry, finder);
  if (!best) return null;
  if (names.rulesOut(best.name) || isForbidden(control, best.name)) return null;
  if (control.opens && !opensList(seen.element)) return null;
  if (!isToggleShown(seen.element, finder.context.layout)) return null;
  const behind = finder.front !== null && !within(finder.front, seen);
  const total =
    best.score +
    surroundings(control, seen, finder.scan, finder.areas) +
    (entry.made ? 0 : CLUE.notMarkedPressable) +
    (control.kind === 'row' && isListed(seen.element) ? CLUE.listed : 0);
  const { element, start, end } = control.kind === 'row' ? openerOf(seen, finder.scan, finder.context.layout) : seen;
  return { element, name: best.shown, score: total, disabled: isDisabled(element), behind, start, end };
}

/** The buttons that say nothing but who is signed in: they have no name to be told by, so their place alone counts. */
function persons({ scan, context, front }: Finder): Scored[] {
  return personButtons(scan, context).map(({ element, start, end }) => {
    const name = accessibleName(element) ?? '';
    const behind = front !== null && !within(front, { start, end });
    return { element, name, score: CLUE.person, disabled: isDisabled(element), behind, start, end };
  });
}

/** Fields that take a number or a date: nothing of ours goes there. */
const NOT_FOR_TEXT =
  'input:is([type=number], [type=date], [type=datetime-local], [type=time], [type=month], [type=week])';

type BestName = { score: number; name: string; shown: string };

function bestName(control: Control, names: CompiledNames, entry: Offered, finder: Finder): BestName | null {
  const { element } = entry.seen;
  const cheap = bestOf(names, entry.names);
  const hinted = hasHint(control, entry.hooks);
  if (!cheap && !hinted) return null;
  if (control.kind === 'row') return cheap && rowName(cheap, entry.seen, finder.scan);
  // The best answer there is needs no computed name, for which the browser would look all over the page.
  const isBest = cheap !== null && cheap.score >= NAME.exact * SOURCE.own;
  const mayComputed = !isBest && (control.kind === 'press' || control.kind === 'field');
  const computed = mayComputed ? accessibleName(element) : null;
  const best = computed === null ? cheap : bestOf(names, [...entry.names, { text: computed, trust: SOURCE.own }]);
  return best && hinted ? { ...best, score: best.score + CLUE.hint } : best;
}

function bestOf(names: CompiledNames, texts: readonly NamedBy[]): BestName | null {
  let best: BestName | null = null;
  for (const { text, trust } of texts) {
    const how = names.match(text);
    if (how === null || (best && NAME[how] * trust <= best.score)) continue;
    best = { score: NAME[how] * trust, name: text, shown: text };
  }
  return best;
}

/** The text of the whole row, so that two of the same name can be told apart by a person. */
function rowName(best: BestName, seen: Seen, scan: Scan): BestName {
  const row = spanAround(scan.rows, seen);
  return row ? { ...best, shown: ownText(row, scan).slice(0, 80) } : best;
}

function hasHint(control: Control, hooks: string): boolean {
  return hooks !== '' && (control.hints?.some((hint) => hooks.includes(hint)) ?? false);
}

/** Of a candidate within a candidate the inner one stays, with the better score; of one row, the best text. */
function innermost(scored: readonly Scored[], kind: ControlKind): Scored[] {
  const kept: Scored[] = [];
  const ofRow = new Map<Element, Scored>();
  for (const candidate of [...scored].sort((one, other) => other.start - one.start)) {
    const row = kind === 'row' ? rowOf(candidate.element) : null;
    const inner = firstWithin(candidate, kept) ?? (row && ofRow.get(row));
    if (!inner) {
      const own = { ...candidate };
      kept.push(own);
      if (row) ofRow.set(row, own);
    } else if (candidate.score > inner.score) {
      const keep = kind === 'row' && !within(candidate, inner) ? candidate : inner;
      Object.assign(inner, { ...keep, score: candidate.score });
    }
  }
  return kept.reverse();
}

/** The last of those that lie in a candidate: of what was kept from the end of the page on, they were kept last. */
function firstWithin(candidate: Scored, kept: readonly Scored[]): Scored | null {
  let first: Scored | null = null;
  for (let at = kept.length - 1; at >= 0; at--) {
    const other = kept[at];
    if (!other || !within(candidate, other)) break;
    first = other;
  }
  return first;
}

const ROW =
  'tr, li, [role=row], [role=listitem], [role=gridcell], a, button, [class*=row i], [class*=card i], [class*=item i]';

function rowOf(element: Element): Element | null {
  const parent = composedParent(element);
  return parent && closestComposed(parent, ROW);
}

const ENTRY = 'tr, li, [role=row], [role=listitem], [role=gridcell]';

/** Whether an element stands in an entry of a list: one that says so, or one of several alike. */
function isListed(element: Element): boolean {
  let up: Element | null = element;
  for (let level = 0; up && level < 6; level++, up = composedParent(up)) {
    if (up.matches(ENTRY) || isOneOfAlike(up)) return true;
  }
  return false;
}
