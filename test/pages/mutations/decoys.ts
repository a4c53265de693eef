import { all, CHANGED, content, FIELD, make, makeOne, targets } from './subject.ts';
import { TWINS } from './twins.ts';
import { BOXES, BOX_BUTTONS, HELP, OTHER_BUTTONS, OTHER_FIELDS, OTHER_FORM } from './others.ts';
import type { Changed, Mutation, Subject } from './subject.ts';

/** Things beside the right ones that look or read like them. */
export const DECOYS: readonly Mutation[] = [
  ...['first', 'before', 'after', 'last'].map((where) => ({
    kind: `a box of something else, ${where}`,
    change: (subject: Subject) => boxBeside(subject, where),
  })),
  { kind: 'buttons of other things beside', change: buttonsBeside },
  { kind: 'fields of other things beside', change: fieldsBeside },
  ...TWINS,
  { kind: 'links of the same names', change: linksAround },
  { kind: 'headings of the same names', change: headingsOfNames },
  { kind: 'help that quotes', change: help },
  { kind: 'searches', change: searches },
  { kind: 'another form, collapsed', change: collapsedForm },
  { kind: 'another form, shown', change: shownForm },
  { kind: 'copies to read', change: readOnlyCopies },
  { kind: 'rows of others', change: otherRows },
  { kind: 'a person’s badge', change: badges },
];

function boxBeside(subject: Subject, where: string): Changed {
  const { document, random } = subject;
  const title = random.one(BOXES);
  const heading = random.one([`<h3>${title}</h3>`, `<h2>${title}</h2>`, `<legend>${title}</legend>`]);
  const field = random.chance(0.5)
    ? `<label>${random.one(['Name', 'Server URL', 'Email', 'IdP URL', 'Shared secret'])}<input></label>`
    : '';
  const buttons = [random.one(BOX_BUTTONS), random.one(BOX_BUTTONS), random.one(BOX_BUTTONS)];
  const tag = heading.startsWith('<legend') ? 'fieldset' : random.one(['section', 'div']);
  const box = makeOne(
    document,
    `<${tag} data-decoy class="card">${heading}${field}${buttons.map((name) => `<button>${name}</button>`).join('')}</${tag}>`,
  );
  place(subject, box, where);
  return CHANGED;
}

function place(subject: Subject, box: HTMLElement, where: string): void {
  const form = content(subject);
  const main = subject.document.querySelector('main, [role=main]') ?? subject.document.body;
  if (where === 'first') main.prepend(box);
  else if (where === 'last') main.append(box);
  else if (form.tagName === 'BODY' || form.parentElement === null || form.matches('tr, tbody, table')) main.append(box);
  else if (where === 'before') form.before(box);
  else form.after(box);
}

function buttonsBeside(subject: Subject): Changed {
  const found = targets(subject).filter((target) => !target.matches('tr, li, [role=row]'));
  for (const target of found) {
    const decoys = [subject.random.one(OTHER_BUTTONS), subject.random.one(OTHER_BUTTONS)];
    const made = make(
      subject.document,
      decoys.map((name) => `<button data-decoy type="button">${name}</button>`).join(''),
    );
    const anchor = target.closest('label') ?? target;
    if (subject.random.chance(0.5)) anchor.before(...made);
    else anchor.after(...made);
  }
  return found.length > 0 ? CHANGED : null;
}

function fieldsBeside(subject: Subject): Changed {
  const found = targets(subject).filter((target) => target.matches(FIELD));
  for (const target of found) {
    const anchor = boxOf(target, subject);
    for (let count = 2; count > 0; count--) {
      const name = subject.random.one(OTHER_FIELDS);
      const type = /secret|token|key|password/i.test(name)
        ? ' type="password"'
        : /email/i.test(name)
          ? ' type="email"'
          : /url/i.test(name)
            ? ' type="url"'
            : '';
      const markup = [
        `<label data-decoy>${name}<input${type}></label>`,
        `<div data-decoy><div>${name}</div><input${type}></div>`,
      ];
      const row = `<tr data-decoy><td>${name}</td><td><input${type}></td></tr>`;
      const box = makeOne(subject.document, anchor.matches('tr') ? row : subject.random.one(markup));
      if (subject.random.chance(0.5)) anchor.before(box);
      else anchor.after(box);
    }
  }
  return found.length > 0 ? CHANGED : null;
}

/** What holds a field and its caption and no other field. */
function boxOf(target: HTMLElement, subject: Subject): HTMLElement {
  const fields = all(subject, FIELD);
  let box = target;
  for (let up = target.parentElement; up && !up.matches('main, body, form, tbody, table'); up = up.parentElement) {
    const outer = up;
    if (fields.some((field) => field !== target && outer.contains(field))) break;
    box = up;
  }
  return box === target ? (target.closest('label') ?? target) : box;
}

function wordsOf(subject: Subject): string[] {
  return targets(subject)
    .map(
      (target) =>
        (target.textContent.trim() ||
          target.getAttribute('aria-label') ||
          target.closest('label')?.textContent.trim()) ??
        '',
    )
    .map((text) => text.replace(/\s+/g, ' ').slice(0, 60))
    .filter((text) => text !== '' && !/dpk_/.test(text));
}

function linksAround(subject: Subject): Changed {
  const words = wordsOf(subject);
  if (words.length === 0) return null;
  const crumbs = makeOne(
    subject.document,
    `<nav aria-label="Breadcrumb" data-decoy><ol>${words.map((word) => `<li><a href="#x">${word}</a></li>`).join('')}</ol></nav>`,
  );
  const links = makeOne(
    subject.document,
    `<footer data-decoy>${words.map((word) => `<a href="https://support.example.com/">${word}</a>`).join(' ')}</footer>`,
  );
  (subject.document.querySelector('main') ?? subject.document.body).prepend(crumbs);
  subject.document.body.append(links);
  return CHANGED;
}

function headingsOfNames(subject: Subject): Changed {
  const form = content(subject);
  for (const word of wordsOf(subject)) form.prepend(makeOne(subject.document, `<h4 data-decoy>${word}</h4>`));
  return form.matches('table, tbody, tr, body') ? null : CHANGED;
}

function help(subject: Subject): Changed {
  const { random, document } = subject;
  const text = HELP.map((line) => `<p>${line}</p>`).join('');
  const panel = random.one([
    `<aside data-decoy><h2>Help</h2>${text}</aside>`,
    `<div data-decoy role="complementary" class="help-panel"><h3>Getting started</h3>${text}<button>Got it</button></div>`,
    `<aside data-decoy class="docs"><h2>Learn</h2><ol>${HELP.map((line) => `<li>${line}</li>`).join('')}</ol></aside>`,
  ]);
  document.body.append(makeOne(document, panel));
  return CHANGED;
}

function searches(subject: Subject): Changed {
  const words = [
    'Search API keys',
    'Search by Base URL',
    'Filter by token',
    'Search test user email',
    'Search SSO applications',
  ];
  const kinds = (word: string): string[] => [
    `<input data-decoy type="search" placeholder="${word}">`,
    `<div data-decoy role="search"><input aria-label="${word}"><button>Search</button></div>`,
    `<input data-decoy aria-label="${word}">`,
  ];
  const main = subject.document.querySelector('main') ?? subject.document.body;
  for (const word of words) main.prepend(makeOne(subject.document, subject.random.one(kinds(word))));
  return CHANGED;
}

function collapsedForm(subject: Subject): Changed {
  const name = subject.random.one(['Slack', 'Zoom', 'Google Workspace', 'Staging']);
  const markup = subject.random.one([
    `<details data-decoy><summary>${name}</summary>${OTHER_FORM}</details>`,
    `<section data-decoy><h3><button aria-expanded="false">${name}</button></h3><div hidden>${OTHER_FORM}</div></section>`,
    `<section data-decoy><h3><button aria-expanded="false">${name}</button></h3><div style="height: 0; overflow: hidden">${OTHER_FORM}</div></section>`,
  ]);
  place(subject, makeOne(subject.document, markup), subject.random.one(['before', 'after', 'last', 'first']));
  return CHANGED;
}

function shownForm(subject: Subject): Changed {
  if (targets(subject).filter((target) => target.matches(FIELD)).length < 2) return null;
  const name = subject.random.one(['Slack', 'Zoom', 'Google Workspace', 'Staging']);
  place(
    subject,
    makeOne(subject.document, `<section data-decoy><h3>${name}</h3>${OTHER_FORM}</section>`),
    subject.random.one(['before', 'after', 'last', 'first']),
  );
  return CHANGED;
}

function readOnlyCopies(subject: Subject): Changed {
  const main = subject.document.querySelector('main') ?? subject.document.body;
  const copies = ['Your ACS URL', 'JumpCloud SCIM URL', 'Your Tenant ID', 'IdP Metadata URL', 'Service provider token'];
  for (const name of copies) {
    const html = subject.random.one([
      `<label data-decoy>${name}<input readonly value="https://sso.jumpcloud.com/x/1"></label>`,
      `<div data-decoy><span>${name}</span><code>https://sso.jumpcloud.com/x/1</code><button>Copy</button></div>`,
      `<div data-decoy><div>${name}</div><input disabled value="https://sso.jumpcloud.com/x/1"></div>`,
    ]);
    main.append(makeOne(subject.document, html));
  }
  return CHANGED;
}

function otherRows(subject: Subject): Changed {
  const main = subject.document.querySelector('main') ?? subject.document.body;
  const rows = ['Zapier', 'Old integration', 'Marketing', 'JumpCloud test'].map(
    (name) =>
      `<tr><td>${name}</td><td>••••••••</td><td><button>Edit</button></td><td><button>Show value</button></td><td><button>Delete</button></td></tr>`,
  );
  main.append(
    makeOne(
      subject.document,
      `<table data-decoy><thead><tr><th>Name</th><th>Value</th><th></th></tr></thead><tbody>${rows.join('')}</tbody></table>`,
    ),
  );
  return CHANGED;
}

function badges(subject: Subject): Changed {
  const main = subject.document.querySelector('main') ?? subject.document.body;
  main.append(
    makeOne(
      subject.document,
      '<ul data-decoy><li>Activated by Kim on May 3</li><li>Test Connection by Lee on May 2</li><li>Saved by Kim</li><li><a href="#p">Kim Lee</a> <span class="badge">Active</span></li></ul>',
    ),
  );
  return CHANGED;
}
