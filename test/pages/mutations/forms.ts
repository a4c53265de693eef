import { all, around, CHANGED, changed, content, everything, FIELD, keepLook, makeOne, targets } from './subject.ts';
import type { Changed, Mutation, Subject } from './subject.ts';

/** Ways to lay out the same form otherwise. */
export const FORMS: readonly Mutation[] = [
  ...['span', 'div', 'aria', 'placeholder', 'described', 'inside'].map((as) => ({
    kind: `labels as ${as}`,
    change: (subject: Subject) => labelsAs(subject, as),
  })),
  ...['details', 'accordion', 'panel', 'frame', 'shadow', 'dialog'].map((into) => ({
    kind: `form in ${into}`,
    change: (subject: Subject) => movedInto(subject, into),
  })),
  ...['table', 'dl', 'grid'].map((as) => ({
    kind: `form as ${as}`,
    change: (subject: Subject) => laidOut(subject, as),
  })),
  { kind: 'fields in another order', change: fieldsReordered },
];

type Labelled = { label: HTMLLabelElement; field: HTMLElement; text: string };

function labelled(subject: Subject): Labelled[] {
  return (all(subject, 'label') as HTMLLabelElement[]).flatMap((label) => {
    const field = label.control;
    if (!field?.matches(FIELD)) return [];
    const copy = label.cloneNode(true) as HTMLElement;
    for (const inner of copy.querySelectorAll('input, select, textarea, button, small, p, [aria-hidden=true]'))
      inner.remove();
    const text = copy.textContent.trim();
    return text === '' ? [] : [{ label, field, text }];
  });
}

function labelsAs(subject: Subject, as: string): Changed {
  const found = labelled(subject);
  for (const { label, field, text } of found) {
    const holder = label.contains(field) ? label : null;
    const caption = subject.document.createElement(as === 'div' ? 'div' : 'span');
    caption.textContent = text;
    if (as === 'aria') field.setAttribute('aria-label', text);
    if (as === 'placeholder') field.setAttribute('placeholder', text);
    if (as === 'described') {
      caption.id = `caption-${subject.random.below(1e9)}`;
      field.setAttribute('aria-labelledby', caption.id);
    }
    const shown = as === 'aria' || as === 'placeholder' ? [] : [caption];
    if (as === 'inside') {
      const box = subject.document.createElement('div');
      (holder ?? field).before(box);
      box.append(caption, field);
    } else if (holder) holder.before(...shown, field);
    else label.before(...shown);
    label.remove();
  }
  return changed(found);
}

/** A block that a part of a page is moved into: the outer element, and where the part goes. */
function block(document: Document, into: string): { outer: HTMLElement; inner: Node; fill?: () => Node } {
  if (into === 'shadow') {
    const outer = document.createElement('x-part');
    return { outer, inner: outer.attachShadow({ mode: 'open' }) };
  }
  if (into === 'frame') {
    const outer = makeOne(
      document,
      '<iframe style="width: 700px; height: 900px; border: 0"></iframe>',
    ) as HTMLIFrameElement;
    return { outer, inner: outer, fill: () => outer.contentDocument?.body ?? outer };
  }
  const markup: Record<string, string> = {
    details: '<details open><summary>Connection details</summary><div></div></details>',
    accordion:
      '<section><h3><button aria-expanded="true">Connection details</button></h3><div role="region"></div></section>',
    panel:
      '<div><div role="tablist"><button role="tab" aria-selected="true">Connection</button><button role="tab" aria-selected="false">Mapping</button><button role="tab" aria-selected="false">Log</button></div><div role="tabpanel"></div></div>',
    dialog:
      '<div role="dialog" aria-modal="true" style="position: absolute; background: #fff; z-index: 9"><div></div></div>',
  };
  const outer = makeOne(document, markup[into] ?? '');
  return { outer, inner: outer.lastElementChild ?? outer };
}

function movedInto(subject: Subject, into: string): Changed {
  const fields = targets(subject).filter((target) => target.matches(FIELD));
  const form = around(fields);
  if (fields.length < 2 || !form || form.tagName === 'BODY' || form.closest('table, iframe')) return null;
  const { outer, inner, fill } = block(form.ownerDocument, into);
  form.before(outer);
  const place = fill?.() ?? inner;
  if (into === 'shadow' || into === 'frame') keepLook([form, ...everything(form)] as HTMLElement[]);
  place.appendChild(form);
  return CHANGED;
}

/** Fields with their captions, laid out by something else than their own boxes. */
function laidOut(subject: Subject, as: string): Changed {
  const found = labelled(subject).filter(({ field }) => !field.closest('table'));
  const form = around(found.map(({ field }) => field));
  if (found.length < 2 || !form) return null;
  const { document } = subject;
  const tags =
    { table: ['table', 'tr', 'td', 'td'], dl: ['dl', '', 'dt', 'dd'], grid: ['div', '', 'div', 'div'] }[as] ?? [];
  const [outer = 'div', row = '', term = 'div', value = 'div'] = tags;
  const table = document.createElement(outer);
  if (as === 'grid') table.setAttribute('style', 'display: grid; grid-template-columns: 12em 1fr');
  const first = [...form.children].find((child) => found.some(({ field }) => child.contains(field)));
  if (first) first.before(table);
  else form.append(table);
  for (const { label, field, text } of found) {
    const caption = document.createElement(term);
    caption.textContent = text;
    const cell = document.createElement(value);
    const line = row === '' ? table : document.createElement(row);
    cell.append(field);
    line.append(caption, cell);
    if (line !== table) table.append(line);
    label.remove();
  }
  return CHANGED;
}

/** The boxes of fields, each with nothing but its field and caption, that stand beside each other. */
function boxes(subject: Subject): HTMLElement[][] {
  const form = content(subject);
  const fields = all(subject, FIELD);
  const found = fields.flatMap((field) => {
    let box: HTMLElement | null = null;
    for (let up: HTMLElement | null = field; up && up !== form; up = up.parentElement) {
      const outer: HTMLElement = up;
      if (fields.some((other) => other !== field && outer.contains(other))) break;
      box = outer;
    }
    return box && box !== field && form.contains(box) ? [box] : [];
  });
  const groups = new Map<Element | null, HTMLElement[]>();
  for (const box of found) groups.set(box.parentElement, [...(groups.get(box.parentElement) ?? []), box]);
  return [...groups.values()].filter((group) => group.length > 1);
}

function fieldsReordered(subject: Subject): Changed {
  const groups = boxes(subject);
  for (const group of groups) {
    const marks = group.map((box) => {
      const mark = subject.document.createComment('');
      box.replaceWith(mark);
      return mark;
    });
    const left = [...group];
    for (const mark of marks) {
      const [box] = left.splice(subject.random.below(left.length), 1);
      if (box) mark.replaceWith(box);
    }
  }
  return changed(groups);
}
