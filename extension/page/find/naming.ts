import { computeAccessibleName } from 'dom-accessibility-api';
import { captionsOf, type NamedBy } from './captions.ts';
import { MARK, marksOf } from './marks.ts';
import type { Scan, Seen } from './scan.ts';
import { firstAfter, leavesIn } from './spans.ts';
import { normalise, normalisePiece } from './text.ts';
import { SOURCE } from './weights.ts';

/** A longer text is what a region says, not what a button is called; in characters. */
const LONGEST_BUTTON = 90;

/** What names a button, link, tab or option, cheaply: no layout is asked. `marks`: its kinds of attributes. */
export function namesOfPressable(seen: Seen, marks: number, scan: Scan): NamedBy[] {
  const { element } = seen;
  const own = ownText(seen, scan);
  const names: NamedBy[] = [];
  if (own !== '' && own.length <= LONGEST_BUTTON) names.push({ text: own, trust: SOURCE.own });
  if (marks & MARK.names) {
    add(names, element.getAttribute('aria-label'), SOURCE.own);
    add(names, referenced(element), SOURCE.own);
    add(names, element.getAttribute('title'), SOURCE.title);
  }
  if (element.tagName === 'INPUT' && 'value' in element) add(names, String(element.value), SOURCE.own);
  if (names.length === 0) add(names, element.querySelector('img[alt]')?.getAttribute('alt') ?? null, SOURCE.image);
  return names;
}

/** What names a field: its labels, then what stands around it, then its placeholder. */
export function namesOfField(seen: Seen, scan: Scan): NamedBy[] {
  const { element } = seen;
  const names = labelNames(seen, scan);
  const labelled = names.length > 0;
  for (const caption of captionsOf(seen, scan)) {
    names.push(labelled ? { ...caption, trust: caption.trust - 0.4 } : caption);
  }
  add(names, element.getAttribute('placeholder'), labelled ? SOURCE.placeholder : SOURCE.placeholderAlone);
  return names;
}

function labelNames(seen: Seen, scan: Scan): NamedBy[] {
  const { element } = seen;
  const names: NamedBy[] = [];
  add(names, element.getAttribute('aria-label'), SOURCE.label);
  add(names, referenced(element), SOURCE.label);
  for (const label of scan.labels.get(element) ?? []) {
    const span = scan.spans.get(label);
    if (!span) continue;
    const leaves = leavesIn(scan.leaves, span).filter((leaf) => leaf.at < seen.start || leaf.at > seen.end);
    // The first piece alone too: a label that wraps its description has a name that only begins with the caption.
    add(names, leaves[0]?.raw ?? null, SOURCE.label);
    add(names, leaves.map((leaf) => leaf.raw).join(' '), SOURCE.label);
  }
  return names;
}

/** What names a checkbox or switch: its labels, its own text, then what stands around it. */
export function namesOfToggle(seen: Seen, scan: Scan): NamedBy[] {
  return [...ownNames(seen, scan), ...namesOfField(seen, scan)];
}

/** What names a radio: its own text and labels; what stands around it names the other radios, unless it has none. */
export function namesOfRadio(seen: Seen, scan: Scan): NamedBy[] {
  const names = [...ownNames(seen, scan), ...labelNames(seen, scan)];
  return names.length > 0 ? names : namesOfField(seen, scan);
}

function ownNames(seen: Seen, scan: Scan): NamedBy[] {
  return seen.element.tagName === 'INPUT' ? [] : namesOfPressable(seen, marksOf(seen.element), scan);
}

/** The accessible name as browsers compute it, or null when the page's own markup breaks the computation. */
export function accessibleName(element: Element): string | null {
  try {
    const name = normalise(computeAccessibleName(element));
    return name === '' ? null : name;
  } catch {
    return null;
  }
}

/** The text in an element, as people hear it: pieces joined by a blank. */
export function ownText(seen: Seen, scan: Scan): string {
  const at = firstAfter(scan.leaves, seen.start);
  const first = scan.leaves[at];
  if (!first || first.at > seen.end) return '';
  const second = scan.leaves[at + 1];
  if ((!second || second.at > seen.end) && (!first.concealed || seen.concealed)) return first.text;
  const leaves = leavesIn(scan.leaves, seen).filter((leaf) => !leaf.concealed || seen.concealed);
  const [only] = leaves;
  if (only && leaves.length === 1) return only.text;
  return normalise(
    leaves
      .slice(0, 12)
      .map((leaf) => leaf.raw)
      .join(' '),
  );
}

function add(names: NamedBy[], text: string | null | undefined, trust: number): void {
  if (!text) return;
  const normalised = normalisePiece(text);
  if (normalised !== '') names.push({ text: normalised, trust });
}

/** The text that `aria-labelledby` points at, within the same root. */
function referenced(element: Element): string | null {
  const ids = element.getAttribute('aria-labelledby');
  if (!ids) return null;
  const root = element.getRootNode();
  if (!('getElementById' in root)) return null;
  const byId = root as Document | ShadowRoot;
  return ids
    .split(/\s+/)
    .map((id) => byId.getElementById(id)?.textContent ?? '')
    .join(' ');
}
