import { all, CHANGED, changed, content, everything, FIELD, keepLook, makeOne, replace, targets } from './subject.ts';
import type { Changed, Mutation, Subject } from './subject.ts';

/** Ways to build the same page otherwise. */
export const STRUCTURE: readonly Mutation[] = [
  { kind: 'no hooks', change: withoutHooks },
  { kind: 'no classes', change: withoutClasses },
  { kind: 'no aria names', change: withoutNames },
  { kind: 'no roles', change: withoutRoles },
  ...['role', 'link', 'input', 'shadow', 'slot'].map((as) => ({
    kind: `buttons as ${as}`,
    change: (subject: Subject) => buttonsAs(subject, as),
  })),
  { kind: 'wrapped', change: wrapped },
  { kind: 'headings by role', change: (subject) => headingsAs(subject, 'role') },
  { kind: 'headings bold', change: (subject) => headingsAs(subject, 'bold') },
  { kind: 'buttons reversed', change: buttonsReversed },
  { kind: 'buttons in a footer', change: buttonsInFooter },
  { kind: 'right to left', change: rightToLeft },
];

function withoutHooks(subject: Subject): Changed {
  const used = new Set(
    everything(subject.document).flatMap((element) =>
      ['for', 'aria-labelledby', 'aria-controls', 'aria-describedby', 'list'].flatMap(
        (attribute) => element.getAttribute(attribute)?.split(/\s+/) ?? [],
      ),
    ),
  );
  const found = all(
    subject,
    '[id], [name], [autocomplete], [data-testid], [data-test-id], [data-qa], [formcontrolname]',
  );
  for (const element of found) {
    if (!used.has(element.id)) element.removeAttribute('id');
    for (const hook of ['name', 'autocomplete', 'data-testid', 'data-test-id', 'data-qa', 'formcontrolname'])
      if (hook !== 'name' || element.getAttribute('type') !== 'radio') element.removeAttribute(hook);
  }
  return changed(found);
}

function withoutClasses(subject: Subject): Changed {
  const found = all(subject, '[class]');
  keepLook(found);
  for (const element of found) element.removeAttribute('class');
  return changed(found);
}

function withoutNames(subject: Subject): Changed {
  const found = all(subject, '[aria-label], [title], [alt]').filter((element) => element.textContent.trim() !== '');
  for (const element of found) for (const name of ['aria-label', 'title', 'alt']) element.removeAttribute(name);
  return changed(found);
}

function withoutRoles(subject: Subject): Changed {
  const found = all(
    subject,
    '[role=main], [role=region], [role=form], [role=group], [role=heading], [role=navigation], [role=list], [role=listitem], [role=presentation], [role=none], [role=tabpanel], [role=table], [role=row], [role=cell]',
  );
  for (const element of found) element.removeAttribute('role');
  return changed(found);
}

/** Attributes that tell of a state. */
const STATES = [
  'aria-expanded',
  'aria-selected',
  'aria-pressed',
  'aria-checked',
  'aria-haspopup',
  'aria-label',
  'aria-labelledby',
  'aria-current',
  'aria-controls',
  'class',
  'id',
  'hidden',
  'style',
  'title',
  'aria-hidden',
];

function buttonsAs(subject: Subject, as: string): Changed {
  const found = all(
    subject,
    'button:not([role=switch], [role=radio], [role=checkbox], [role=tab], [role=combobox], [aria-pressed])',
  );
  const chosen =
    as === 'input'
      ? found.filter((button) => button.childElementCount === 0 && !button.hasAttribute('aria-label'))
      : found;
  for (const button of chosen) replace(button, buttonAs(subject.document, button as HTMLButtonElement, as));
  return changed(chosen);
}

function buttonAs(document: Document, button: HTMLButtonElement, as: string): HTMLElement {
  const markup: Record<string, string> = {
    role: '<div role="button" tabindex="0"></div>',
    link: '<a href="#"></a>',
    input: '<input type="button">',
    shadow: '<x-button></x-button>',
    slot: '<x-button></x-button>',
  };
  const other = makeOne(document, markup[as] ?? '');
  const inner = as === 'shadow' || as === 'slot' ? other.attachShadow({ mode: 'open' }) : null;
  const acting = inner ? document.createElement('button') : other;
  if (inner) inner.append(acting);
  for (const state of STATES) {
    const value = button.getAttribute(state);
    if (value !== null) acting.setAttribute(state, value);
  }
  if (button.disabled && inner) (acting as HTMLButtonElement).disabled = true;
  else if (button.disabled) other.setAttribute(as === 'input' ? 'disabled' : 'aria-disabled', 'true');
  const name = button.getAttribute('data-t');
  if (as === 'input') (other as HTMLInputElement).value = button.textContent.trim();
  else if (as === 'slot') {
    acting.append(document.createElement('slot'));
    other.append(...button.childNodes);
  } else acting.append(...button.childNodes);
  if (name !== null) other.setAttribute('data-t', name);
  return other;
}

function wrapped(subject: Subject): Changed {
  const found = all(subject, `button, a, ${FIELD}, h1, h2, h3, h4, label`).filter(() => subject.random.chance(0.6));
  for (const element of found) {
    if (element.closest('table') && element.matches('label')) continue;
    for (let level = subject.random.below(5); level >= 0; level--) {
      const wrapper = subject.document.createElement(element.matches('button, a, label') ? 'span' : 'div');
      element.replaceWith(wrapper);
      wrapper.append(element);
    }
  }
  return changed(found);
}

function headingsAs(subject: Subject, as: 'role' | 'bold'): Changed {
  const found = all(subject, 'h1, h2, h3, h4, h5, h6');
  for (const heading of found) {
    const other = subject.document.createElement('div');
    if (as === 'role') {
      other.setAttribute('role', 'heading');
      other.setAttribute('aria-level', heading.tagName.slice(1));
    } else other.setAttribute('style', 'font-weight: bold; font-size: 1.3em');
    other.append(...heading.childNodes);
    replace(heading, other);
  }
  return changed(found);
}

function buttonsReversed(subject: Subject): Changed {
  const groups = new Map<Node, HTMLElement[]>();
  for (const button of all(subject, 'button, [role=button], input[type=button], input[type=submit]')) {
    const parent = button.parentNode;
    if (parent) groups.set(parent, [...(groups.get(parent) ?? []), button]);
  }
  const found = [...groups].filter(([, buttons]) => buttons.length > 1);
  for (const [parent, buttons] of found) for (const button of buttons) parent.insertBefore(button, parent.firstChild);
  return changed(found);
}

function buttonsInFooter(subject: Subject): Changed {
  const form = content(subject);
  const found = targets(subject).filter(
    (target) =>
      target.matches('button, [role=button], input[type=button]') &&
      form.contains(target) &&
      !target.closest('li, [role=tablist], [role=row], tr') &&
      !target.hasAttribute('aria-expanded'),
  );
  if (found.length === 0 || form.tagName === 'BODY') return null;
  const footer = makeOne(
    subject.document,
    '<footer style="position: fixed; bottom: 0; left: 300px; right: 0; background: #fff"></footer>',
  );
  footer.append(...found);
  (subject.document.querySelector('main') ?? form).append(footer);
  return CHANGED;
}

function rightToLeft(subject: Subject): Changed {
  subject.document.documentElement.setAttribute('dir', 'rtl');
  return CHANGED;
}
