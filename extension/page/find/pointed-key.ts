import { composedParent } from './composed.ts';
import { isPiece, ourKeysIn, speaksOfOurs, tokensIn } from './key-text.ts';
import type { Layout } from './layout.ts';

/** What was pointed at: a whole key, a part of one, or none. The key is handed on and kept nowhere. */
export type PointedKey = { is: 'key'; key: string } | { is: 'damaged' | 'none' };

/** A piece that was clicked lies so deep in its key at most. */
const MOST_LEVELS = 4;

/**
 * The key that an element shows, or is a piece of. Ours is proved by its checksum, wherever its pieces stand. One of
 * another service counts only where it is the one word of its line that may be a key, and no piece of a longer one.
 */
export function pointedKey(element: Element, layout: Layout): PointedKey {
  if ('value' in element && typeof element.value === 'string' && element.tagName !== 'BUTTON')
    return keyIn(element.value, ourKeysIn(element.value));
  const text = textOf(element, layout);
  let up: Element | null = element;
  for (let level = 0; up && level < MOST_LEVELS; level++, up = composedParent(up)) {
    const ours = ourKeysIn(up.textContent);
    if (ours.length > 0) return keyIn(text, ours);
  }
  const found = keyIn(text, []);
  return found.is === 'key' && !standsAlone(found.key, element, layout) ? { is: 'none' } : found;
}

function keyIn(text: string, ours: readonly string[]): PointedKey {
  const [key, another] = ours.length > 0 ? ours : tokensIn(text);
  if (ours.length === 0 && speaksOfOurs(text)) return { is: 'damaged' };
  return key !== undefined && another === undefined ? { is: 'key', key } : { is: 'none' };
}

/** Whether a word is the only one of its line that may be a key, and nothing beside the line goes on with it. */
function standsAlone(key: string, element: Element, layout: Layout): boolean {
  const line = lineOf(element, layout);
  const tokens = tokensIn(textOf(line, layout));
  const beside = [line.previousElementSibling, line.nextElementSibling];
  return (
    tokens.length === 1 &&
    tokens[0] === key &&
    !beside.some((other) => other !== null && isPiece(textOf(other, layout)))
  );
}

/** The block whose lines an element's text runs in. */
function lineOf(element: Element, layout: Layout): Element {
  let line = element;
  for (let up = composedParent(line); up && layout.isInline(line); up = composedParent(up)) line = up;
  return line;
}

/** The text in an element as people see it: what stands in one line is one, blocks and breaks part it. */
function textOf(element: Element, layout: Layout): string {
  const nodes = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  let text = '';
  let line: Element | null = null;
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    if (node.nodeName === 'BR') text += '\n';
    const holder = node.nodeType === Node.TEXT_NODE ? node.parentElement : null;
    if (!holder?.checkVisibility()) continue;
    const its = lineOf(holder, layout);
    text += its === line ? (node.nodeValue ?? '') : `\n${node.nodeValue ?? ''}`;
    line = its;
  }
  return text;
}
