import type { PageContext } from '../context.ts';
import type { NamedBy } from './captions.ts';
import { namesOfField, namesOfPressable, namesOfRadio, namesOfToggle } from './naming.ts';
import { closestComposed } from './composed.ts';
import type { Scan, Seen, TextLeaf } from './scan.ts';
import { isMirror } from './styled-toggle.ts';
import type { CompiledNames } from './text.ts';
import type { Control, ControlKind } from './types.ts';
import { SOURCE } from './weights.ts';

/** An element that the page offers for a kind of control. `made`: its markup says that it is one. */
export type Offered = { seen: Seen; names: NamedBy[]; made: boolean; hooks: string };

/** All elements that can be a control of that kind, with what names them. */
export function offered(kind: ControlKind, scan: Scan): Offered[] {
  switch (kind) {
    case 'press':
      return scan.pressables.map((seen) => made(seen, namesOfPressable(seen, scan)));
    case 'field':
      return scan.fields.map((seen) => made(seen, namesOfField(seen, scan)));
    case 'switch':
      return togglesOf(scan, false).map((seen) => made(seen, namesOfToggle(seen, scan)));
    case 'option':
      return [
        ...togglesOf(scan, true).map((seen) => made(seen, namesOfRadio(seen, scan))),
        ...scan.pressables
          .filter((seen) => !isRadio(seen.element))
          .map((seen) => made(seen, namesOfPressable(seen, scan))),
      ];
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

function made(seen: Seen, names: NamedBy[]): Offered {
  return { seen, names, made: true, hooks: hooksOf(seen.element) };
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

const HOOKS = ['data-test-id', 'data-testid', 'data-qa', 'name', 'id', 'autocomplete', 'formcontrolname'];

/** The names that developers gave an element, without the signs between their words. */
function hooksOf(element: Element): string {
  let text = '';
  for (const attribute of HOOKS) {
    const value = element.getAttribute(attribute);
    if (value !== null) text += ` ${value}`;
  }
  return text === '' ? '' : text.toLowerCase().replace(/[^a-z0-9 ]/g, '');
}
