import type { PageContext } from '../context.ts';
import type { NamedBy } from './captions.ts';
import { namesOfField, namesOfPressable, namesOfRadio, namesOfToggle } from './naming.ts';
import { closestComposed } from './composed.ts';
import { HOOKS, MARK, marksOf } from './marks.ts';
import type { CompiledNames } from './names.ts';
import type { Scan, Seen } from './scan.ts';
import type { TextLeaf } from './spans.ts';
import { isMirror } from './styled-toggle.ts';
import type { Control, ControlKind } from './types.ts';
import { SOURCE } from './weights.ts';

/** An element that the page offers for a kind of control. `made`: its markup says that it is one. */
export type Offered = { seen: Seen; names: NamedBy[]; made: boolean; hooks: string };

/** Gives all elements that can be a control of a kind and may matter; each kind is gone through once. */
export function createPools(scan: Scan, mayMatter: (entry: Offered) => boolean): (kind: ControlKind) => Offered[] {
  const known = new Map<ControlKind, Offered[]>();
  const pool = (kind: ControlKind): Offered[] => {
    const before = known.get(kind);
    if (before) return before;
    const all = offered(kind, scan).filter((entry) => mayMatter(entry));
    if (kind === 'option') all.push(...pool('press').filter(({ seen }) => !isRadio(seen.element)));
    known.set(kind, all);
    return all;
  };
  return pool;
}

/** Elements of a kind with what names them. An option may be any pressable too, which are a kind of their own. */
function offered(kind: ControlKind, scan: Scan): Offered[] {
  switch (kind) {
    case 'press':
      return scan.pressables.map((seen) => madePressable(seen, scan));
    case 'field':
      return scan.fields.map((seen) => made(seen, namesOfField(seen, scan)));
    case 'switch':
      return togglesOf(scan, false).map((seen) => made(seen, namesOfToggle(seen, scan)));
    case 'option':
      return togglesOf(scan, true).map((seen) => made(seen, namesOfRadio(seen, scan)));
    case 'row':
      return [];
  }
}

/** What is a candidate by itself, or belongs to one. */
const OPTION = 'label, option, [role=radio], [role=combobox], [aria-haspopup], input';

/** Plain texts that are pressed although nothing in the markup says so. */
export function offeredTexts(
  control: Control,
  names: CompiledNames,
  leaves: readonly TextLeaf[],
  scan: Scan,
  context: PageContext,
): Offered[] {
  return leaves.flatMap((leaf) => {
    const how = names.match(leaf.text);
    if (how === null || (control.kind !== 'row' && how !== 'exact' && how !== 'weak')) return [];
    if (control.kind !== 'row' && leaf.pressable) return [];
    if (control.kind === 'option' && closestComposed(leaf.element, OPTION)) return [];
    const span = scan.spans.get(leaf.element);
    if (!span || leaf.element.tagName === 'LABEL' || leaf.element.tagName === 'OPTION') return [];
    const pressable = control.kind === 'row' || context.layout.looksPressable(leaf.element);
    if (!pressable && !control.staticText) return [];
    const seen: Seen = { ...span, element: leaf.element, concealed: leaf.concealed };
    return [{ seen, names: [{ text: leaf.text, trust: SOURCE.own }], made: pressable, hooks: '' }];
  });
}

function madePressable(seen: Seen, scan: Scan): Offered {
  const marks = marksOf(seen.element);
  return made(seen, namesOfPressable(seen, marks, scan), marks);
}

function made(seen: Seen, names: NamedBy[], marks = marksOf(seen.element)): Offered {
  return { seen, names, made: true, hooks: marks & MARK.hooks ? hooksOf(seen.element) : '' };
}

function togglesOf(scan: Scan, radios: boolean): Seen[] {
  return scan.toggles.filter(({ element }) => isRadio(element) === radios && !isMirror(element));
}

function isRadio(element: Element): boolean {
  return (
    element.getAttribute('role') === 'radio' ||
    (element.tagName === 'INPUT' && element.getAttribute('type') === 'radio')
  );
}

/** The names that developers gave an element, without the signs between their words. */
function hooksOf(element: Element): string {
  let text = '';
  for (const attribute of HOOKS) {
    const value = element.getAttribute(attribute);
    if (value !== null) text += ` ${value}`;
  }
  return text === '' ? '' : text.toLowerCase().replace(/[^a-z0-9 ]/g, '');
}
