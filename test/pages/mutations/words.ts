import { SYNONYMS, TERMS } from './languages.ts';
import { all, CHANGED, everything } from './subject.ts';
import type { Changed, Mutation, Subject } from './subject.ts';

/** Ways to write the same words otherwise. */
export const WORDS: readonly Mutation[] = [
  { kind: 'upper case', change: (subject) => reworded(subject, (text) => text.toUpperCase()) },
  { kind: 'lower case', change: (subject) => reworded(subject, (text) => text.toLowerCase()) },
  { kind: 'title case', change: (subject) => reworded(subject, titleCase) },
  { kind: 'colons', change: (subject) => relabelled(subject, (text) => `${text}:`) },
  { kind: 'asterisks', change: (subject) => relabelled(subject, (text) => `* ${text}`) },
  { kind: 'required', change: (subject) => relabelled(subject, (text) => `${text} (required)`) },
  { kind: 'no-break spaces', change: (subject) => reworded(subject, (text) => text.replaceAll(' ', '\u00a0')) },
  { kind: 'line breaks', change: (subject) => reworded(subject, (text) => text.replaceAll(' ', '\n      ')) },
  { kind: 'soft hyphens', change: (subject) => reworded(subject, softened) },
  { kind: 'decomposed', change: (subject) => reworded(subject, (text) => text.normalize('NFD')) },
  { kind: 'curly quotes', change: (subject) => reworded(subject, (text) => text.replaceAll("'", '’')) },
  { kind: 'straight quotes', change: (subject) => reworded(subject, (text) => text.replaceAll('’', "'")) },
  { kind: 'dashes', change: (subject) => reworded(subject, (text) => text.replaceAll('-', '‑')) },
  { kind: 'arrows', change: (subject) => onButtons(subject, (button) => button.append(' →')) },
  {
    kind: 'ligature before',
    change: (subject) => onButtons(subject, (button) => button.prepend(ligature(subject, false))),
  },
  {
    kind: 'ligature after',
    change: (subject) => onButtons(subject, (button) => button.append(ligature(subject, false))),
  },
  {
    kind: 'ligature hidden',
    change: (subject) => onButtons(subject, (button) => button.prepend(ligature(subject, true))),
  },
  { kind: 'letters apart', change: (subject) => onButtons(subject, lettersApart) },
  {
    kind: 'screen reader words',
    change: (subject) => onButtons(subject, (button) => button.append(readerWords(subject))),
  },
  { kind: 'synonyms', change: synonyms },
  ...['French', 'German', 'Spanish', 'Japanese'].map((language, at) => ({
    kind: `in ${language}`,
    change: (subject: Subject) => translated(subject, at + 1),
  })),
];

const SAID =
  'button, a, label, legend, summary, [role=tab], [role=button], [role=menuitem], h1, h2, h3, h4, h5, td, th, dt, span, div, p, li, option, b, strong';

function textsOf(subject: Subject): Text[] {
  return everything(subject.document)
    .filter((element) => element.matches(SAID) && !element.closest('code, pre'))
    .flatMap((element) => [...(element.shadowRoot ?? element).childNodes])
    .filter((node): node is Text => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '' && !isKey(node));
}

function isKey(node: Node): boolean {
  return /dpk_|[0-9a-z]{20}/.test(node.nodeValue ?? '');
}

const NAMING = ['aria-label', 'placeholder', 'title', 'value'];

function reworded(subject: Subject, reword: (text: string) => string): Changed {
  let count = 0;
  const put = (before: string, set: (text: string) => void): void => {
    const after = before.replace(/\S(?:[^]*\S)?/, (text) => reword(text));
    if (after === before) return;
    set(after);
    count++;
  };
  for (const node of textsOf(subject)) put(node.nodeValue ?? '', (text) => (node.nodeValue = text));
  for (const element of everything(subject.document)) {
    for (const name of NAMING) {
      const value = element.getAttribute(name);
      const counts = name !== 'value' || element.matches('input[type=button], input[type=submit]');
      if (value !== null && counts) put(value, (text) => element.setAttribute(name, text));
    }
  }
  return count > 0 ? CHANGED : null;
}

function titleCase(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

function softened(text: string): string {
  return text.replace(/\p{L}{6,}/gu, (word) => `${word.slice(0, 3)}\u00ad${word.slice(3)}`);
}

function relabelled(subject: Subject, reword: (text: string) => string): Changed {
  const labels = all(subject, 'label, legend, dt, .field > div:first-child');
  let count = 0;
  for (const label of labels) {
    const node = [...label.childNodes].find((child) => child.nodeType === 3 && (child.nodeValue ?? '').trim() !== '');
    if (!node) continue;
    node.nodeValue = reword((node.nodeValue ?? '').trim());
    count++;
  }
  return count > 0 ? CHANGED : null;
}

function onButtons(subject: Subject, change: (button: HTMLElement) => void): Changed {
  const buttons = all(subject, 'button, [role=button], a').filter((button) => button.textContent.trim() !== '');
  for (const button of buttons) change(button);
  return buttons.length > 0 ? CHANGED : null;
}

const LIGATURES = ['content_copy', 'more_vert', 'check', 'add', 'vpn_key', 'save', 'settings', 'expand_more', 'delete'];

function ligature({ document, random }: Subject, isHidden: boolean): Element {
  const icon = document.createElement('i');
  icon.className = random.one(['material-icons', 'material-symbols-outlined', 'mat-icon material-icons']);
  icon.textContent = random.one(LIGATURES);
  if (isHidden) icon.setAttribute('aria-hidden', 'true');
  return icon;
}

function lettersApart(button: HTMLElement): void {
  const node = [...button.childNodes].find(
    (child) => child.nodeType === 3 && (child.nodeValue ?? '').trim().length > 3,
  );
  const text = node?.nodeValue?.trim();
  if (!node || !text) return;
  const first = button.ownerDocument.createElement('span');
  first.textContent = text.charAt(0);
  node.nodeValue = text.slice(1);
  node.parentNode?.insertBefore(first, node);
}

function readerWords({ document, random }: Subject): Element {
  const words = document.createElement('span');
  words.setAttribute('style', 'position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0)');
  words.textContent = random.one(['(opens in this window)', 'button', 'press to go on']);
  return words;
}

function synonyms(subject: Subject): Changed {
  const chosen = new Map(
    Object.entries(SYNONYMS).map(([word, others]) => [word.toLowerCase(), subject.random.one(others)]),
  );
  return reworded(subject, (text) => chosen.get(text.toLowerCase()) ?? text);
}

function translated(subject: Subject, language: number): Changed {
  const words = new Map(TERMS.map((term) => [term[0].toLowerCase(), term[language] ?? term[0]]));
  return reworded(subject, (text) => {
    const bare = text.replace(/[\s*:]+$/, '');
    const known = words.get(bare.toLowerCase());
    return known === undefined ? text : known + text.slice(bare.length);
  });
}
