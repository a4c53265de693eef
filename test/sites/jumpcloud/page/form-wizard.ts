import type { Context } from './context.ts';
import { attributeMapping, classicForm, heading, radio } from './forms.ts';
import { buttonView, emailHint, fieldView, groupChoice, isComplete } from './parts.ts';
import type { Child } from './ui.ts';

const PAGES = ['Connection', 'Test Connection', 'Activate'] as const;

/** A form on pages of its own: the fields, then the test, then the activation. Once it runs, it is the classic one. */
export function wizardForm(context: Context): Child {
  const { h, model } = context;
  if (model.snapshot.integration.active) return classicForm(context);
  const pages = [connectionPage, testPage, activationPage];
  return h(
    'div',
    { class: 'tab-body' },
    heading(context, 'Identity Management'),
    // Names of the pages: they are read, not pressed.
    h(
      'ul',
      { class: 'choices' },
      ...PAGES.map((name, at) => h('li', null, h('span', null, String(at + 1)), ' ', h('span', null, name))),
    ),
    h('section', { class: 'panel padded' }, h('h3', null, PAGES[model.formPage]), pages[model.formPage]?.(context)),
    attributeMapping(context),
    mappingPager(context),
  );
}

function connectionPage(context: Context): Child {
  const { h } = context;
  return h(
    'div',
    null,
    h(
      'div',
      { class: 'choices' },
      h('span', { class: 'caption' }, 'SCIM Version'),
      radio(context, '1.1'),
      radio(context, '2.0'),
    ),
    fieldView(context, { field: 'baseUrl', caption: 'Base URL' }),
    fieldView(context, { field: 'tokenKey', caption: 'Token Key' }),
    fieldView(context, { field: 'testEmail', caption: 'Test User Email', hint: emailHint }),
    turners(context),
  );
}

function testPage(context: Context): Child {
  const { h, model, actions } = context;
  const label = model.busy ? 'Testing…' : 'Test Connection';
  return h(
    'div',
    null,
    h('p', { class: 'note' }, 'JumpCloud tries the connection before it is activated.'),
    buttonView(context, { label, disabled: !isComplete(context), onClick: actions.test }),
    groupChoice(context),
    turners(context),
  );
}

function activationPage(context: Context): Child {
  const { h, model, actions } = context;
  const disabled = !model.passed || model.busy;
  return h(
    'div',
    null,
    h('p', { class: 'note' }, 'All is ready.'),
    h(
      'div',
      { class: 'buttons' },
      buttonView(context, { label: 'Back', onClick: () => actions.turnPage(-1) }),
      buttonView(context, { label: 'Activate', kind: 'primary', disabled, onClick: actions.activate }),
    ),
  );
}

/** Next can be pressed whatever was filled in, as in wizards that check only at their end. */
function turners(context: Context): Child {
  const { h, model, actions } = context;
  const isFirst = model.formPage === 0;
  return h(
    'div',
    { class: 'buttons' },
    isFirst ? null : buttonView(context, { label: 'Back', onClick: () => actions.turnPage(-1) }),
    buttonView(context, { label: 'Next', kind: 'primary', disabled: model.busy, onClick: () => actions.turnPage(1) }),
  );
}

/** Turns the pages of a table, and is called as what turns the form's is. */
function mappingPager(context: Context): Child {
  const { h } = context;
  const turn = (label: string): Child =>
    buttonView(context, { label, onClick: () => context.actions.set({ menuOpen: false }) });
  return h('div', { class: 'buttons' }, h('span', null, '1–4 of 9'), turn('Previous'), turn('Next'));
}
