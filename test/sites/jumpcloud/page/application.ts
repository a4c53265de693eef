import { modernForm } from './form-modern.ts';
import { catalogForm, classicForm } from './forms.ts';
import type { Tab } from './model.ts';
import { badgeView, buttonView, isComplete } from './parts.ts';
import type { ButtonSpec } from './parts.ts';
import { wizardForm } from './form-wizard.ts';
import type { Context } from './context.ts';
import { generalView, groupsView, ssoButton, ssoView } from './tabs.ts';
import type { Child } from './ui.ts';

function tabTitles({ model }: Context): readonly (readonly [Tab, string])[] {
  if (model.snapshot.form === 'modern') {
    return [
      ['general', 'general info'],
      ['sso', 'sso'],
      ['identity', model.snapshot.quirks.modernTab],
      ['groups', 'user groups'],
    ];
  }
  return [
    ['general', 'General Info'],
    ['sso', 'SSO'],
    ['identity', 'Identity Management'],
    ['groups', 'User Groups'],
  ];
}

function headerView(context: Context): Child {
  const { h, model, actions } = context;
  const { snapshot, applicationId } = model;
  const row = snapshot.applications.find(({ id }) => id === applicationId);
  const label = row?.label ?? 'Application';
  const word = snapshot.form === 'modern' ? 'Provisioning' : 'Identity Management';
  const item = (title: string, onClick: () => void, off = false): Child =>
    h('button', { type: 'button', role: 'menuitem', class: 'menu-item', disabled: off, onClick }, title);
  const menu = h(
    'div',
    { class: 'menu', role: 'menu' },
    item('Export Metadata', () => undefined),
    item('Deactivate SSO', actions.deactivateSso, !snapshot.ssoActive),
    item(`Deactivate ${word}`, actions.deactivateIntegration, !snapshot.integration.active),
    item('Delete Application', () => actions.set({ dialog: 'delete', menuOpen: false })),
  );
  return h(
    'div',
    { class: 'application-header' },
    h('span', { class: 'monogram large tone-2', 'aria-hidden': 'true' }, label.charAt(0)),
    h(
      'div',
      { class: 'application-title' },
      h('h1', null, label),
      h(
        'div',
        { class: 'badges' },
        badgeView(context, `SSO ${snapshot.ssoActive ? 'Active' : 'Inactive'}`),
        badgeView(context, `${word} ${model.badge}`),
      ),
    ),
    h(
      'div',
      { class: 'menu-anchor' },
      h(
        'button',
        {
          type: 'button',
          class: 'button plain',
          'aria-haspopup': 'menu',
          'aria-expanded': model.menuOpen,
          onClick: () => actions.set({ menuOpen: !model.menuOpen }),
        },
        'Actions ▾',
      ),
      model.menuOpen ? menu : null,
    ),
  );
}

function identityView(context: Context): Child {
  const { h, model } = context;
  if (!model.snapshot.ssoActive) {
    return h(
      'div',
      { class: 'tab-body' },
      h('p', { class: 'note' }, 'Available once Single Sign-On has been activated for this application.'),
    );
  }
  if (model.snapshot.form === 'classic') return classicForm(context);
  if (model.snapshot.form === 'wizard') return wizardForm(context);
  return model.snapshot.form === 'catalog' ? catalogForm(context) : modernForm(context);
}

/** The page's footer: cancel and save in the classic console, whatever the tab needs in the modern one. */
function footerView(context: Context): Child {
  const { h, model, actions } = context;
  const cancel = { label: 'cancel', onClick: () => actions.open({ name: 'list', title: 'SSO Applications' }) };
  const save: ButtonSpec = { label: 'save', kind: 'primary', disabled: model.busy, onClick: actions.save };
  const footer = (...specs: readonly ButtonSpec[]): Child =>
    h('footer', { class: 'page-footer' }, ...specs.map((spec) => buttonView(context, spec)));
  if (model.snapshot.form !== 'modern') return footer(cancel, save);
  if (model.tab === 'sso') return footer(cancel, ssoButton(context), save);
  if (model.tab !== 'identity') return footer(cancel, save);
  if (!model.snapshot.ssoActive) return footer(cancel);
  const complete = isComplete(context);
  const next: ButtonSpec = model.snapshot.integration.active
    ? { label: 'Update', kind: 'primary', disabled: !complete, onClick: actions.activate }
    : model.passed
      ? { label: 'Activate', kind: 'primary', disabled: model.busy, onClick: actions.activate }
      : { label: 'Test Connection', kind: 'primary', disabled: !complete, onClick: actions.test };
  return footer(cancel, { label: 'Undo Changes', onClick: actions.undo }, next);
}

/** An application's page. */
export function applicationView(context: Context): Child {
  const { h, model, actions } = context;
  const views = { general: generalView, sso: ssoView, identity: identityView, groups: groupsView };
  return h(
    'div',
    { class: 'application' },
    h(
      'button',
      { type: 'button', class: 'back', onClick: () => actions.open({ name: 'list', title: 'SSO Applications' }) },
      '‹ SSO Applications',
    ),
    headerView(context),
    h(
      'div',
      { class: 'tabs', role: 'tablist' },
      ...tabTitles(context).map(([tab, title]) =>
        h(
          'button',
          {
            type: 'button',
            role: 'tab',
            class: tab === 'sso' ? 'tab upper' : 'tab',
            'aria-selected': model.tab === tab,
            onClick: () => actions.chooseTab(tab),
          },
          title,
        ),
      ),
    ),
    // Every tab's content stays in the document, so that the SSO tab's own "Activate" is there to be mistaken for ours.
    ...tabTitles(context).map(([tab]) =>
      h('div', { class: 'tab-panel', role: 'tabpanel', hidden: model.tab !== tab }, views[tab](context)),
    ),
    footerView(context),
  );
}
