import type { PageContext } from '../context.ts';
import type { Area } from './area.ts';
import type { NamedBy } from './captions.ts';
import { decide, isThere } from './decide.ts';
import { isForbidden } from './destructive.ts';
import { holdsOther, isSearch, keepEachField, takesOther } from './fields.ts';
import { kept } from './kept.ts';
import { compileNames, createGate, type CompiledNames } from './names.ts';
import { accessibleName, ownText } from './naming.ts';
import { discountApart, preferNearest } from './nearest.ts';
import { openerOf } from './opener.ts';
import { createPools, offeredTexts, type Offered } from './offered.ts';
import { personButtons } from './person-button.ts';
import { innermost, listing } from './rows.ts';
import type { Scan, Seen } from './scan.ts';
import { spanAround, within, type Span } from './spans.ts';
import { isDisabled, isToRead, opensList } from './state.ts';
import { isStyledToggle, isToggleShown } from './styled-toggle.ts';
import { surroundings } from './surroundings.ts';
import type { Candidate, Control, ControlKind } from './types.ts';
import { CLUE, NAME, SOURCE } from './weights.ts';

/** A candidate with all that deciding needs. `behind`: a dialog of the page lies over it. */
export type Scored = Candidate & Span & { behind: boolean; aside: boolean };

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
  keepEachField(controls, found);
  for (const { id, part } of controls) {
    const form = part?.of.map((anchor) => found.get(anchor) ?? []).find((anchors) => isThere(decide(anchors)));
    if (part && form) discountApart(part.headings, form, found.get(id) ?? [], scan);
  }
  for (const { id, near, part } of controls)
    if (near) preferNearest(found.get(near) ?? [], found.get(id) ?? [], scan, part?.headings ?? []);
  return found;
}

/** Kinds of which a plain text may be one. */
const TEXT_KINDS: readonly ControlKind[] = ['press', 'row', 'option'];

/** Kinds that what is put in or turned the wrong way does harm in. */
const TAKES_IN: readonly ControlKind[] = ['field', 'switch'];

type Compiled = {
  compiled: Map<string, CompiledNames>;
  gate: (normalised: string) => boolean;
  hints: string[];
};

/** A site's controls are the same at every look. */
const compile = kept((controls: readonly Control[]): Compiled => ({
  compiled: new Map(controls.map(({ id, kind, names }) => [id, compileNames(names, TAKES_IN.includes(kind))])),
  gate: createGate(controls.map((control) => control.names)),
  hints: controls.flatMap((control) => control.hints ?? []),
}));

/** The names of a control of a site, ready to be compared; null for one that the site does not have. */
export function namesOf(controls: readonly Control[], id: string): CompiledNames | null {
  return compile(controls).compiled.get(id) ?? null;
}

function score(control: Control, names: CompiledNames, entry: Offered, finder: Finder): Scored | null {
  const { seen } = entry;
  if (seen.concealed && (!isStyledToggle(seen.element) || seen.element.closest('[inert]'))) return null;
  if (control.kind === 'field' && takesOther(control, seen.element)) return null;
  const best = bestName(control, names, entry, finder);
  if (!best) return null;
  if (isRuledOut(control, names, best, entry)) return null;
  // What a caption of its own names may hold what was put there by mistake.
  const isCertain = best.score >= NAME.exact * SOURCE.captionBefore;
  if (control.kind === 'field' && !isCertain && holdsOther(control, seen.element)) return null;
  if (control.opens && !opensList(seen.element)) return null;
  if (!isToggleShown(seen.element, finder.context.layout)) return null;
  const behind = finder.front !== null && !within(finder.front, seen);
  const total =
    best.score +
    surroundings(control, seen, finder.scan, finder.areas) +
    (entry.made ? 0 : CLUE.notMarkedPressable) +
    (control.kind === 'row' ? listing(seen, finder.scan, finder.context) : 0);
  const { element, start, end } = control.kind === 'row' ? openerOf(seen, finder.scan, finder.context.layout) : seen;
  const disabled = isDisabled(element) || (control.kind === 'field' && isToRead(element));
  const aside = names.setsAside(best.name);
  return { element, name: best.shown, score: total, disabled, behind, aside, start, end };
}

/** Whether what names an element best, or anything that a button is called, tells that it is something else. */
function isRuledOut(control: Control, names: CompiledNames, best: BestName, entry: Offered): boolean {
  if (control.kind === 'field' && isSearch(best.name)) return true;
  const others = control.kind === 'press' ? entry.names.filter(({ trust }) => trust >= SOURCE.own) : [];
  return [best.name, ...others.map(({ text }) => text)].some(
    (text) => names.rulesOut(text) || isForbidden(control, text),
  );
}

/** The buttons that say nothing but who is signed in: they have no name to be told by, so their place alone counts. */
function persons({ scan, context, front }: Finder): Scored[] {
  return personButtons(scan, context).map(({ element, start, end }) => {
    const name = accessibleName(element) ?? '';
    const behind = front !== null && !within(front, { start, end });
    return { element, name, score: CLUE.person, disabled: isDisabled(element), behind, aside: false, start, end };
  });
}

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
