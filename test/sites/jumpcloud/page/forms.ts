import { badgeView, buttonView, checkView, emailHint, fieldView, groupChoice, isComplete, panelView } from './parts.ts';
import type { Context } from './context.ts';
import type { Child } from './ui.ts';

/** One of the SCIM versions to choose from. */
export function radio({ h, model, actions }: Context, version: '1.1' | '2.0'): Child {
  const onCheck = (): void => actions.choose({ scimVersion: version });
  return h(
    'label',
    { class: 'check' },
    h('input', { type: 'radio', name: 'scim-version', checked: model.draft.scimVersion === version, onCheck }),
    h('span', null, `SCIM ${version}`),
  );
}

/** Test Connection and Activate before activation, "revert settings" and "update" after it. */
function panelButtons(context: Context): Child {
  const { h, model, actions } = context;
  if (model.snapshot.integration.active) {
    if (model.snapshot.form === 'catalog') return null;
    return h(
      'div',
      { class: 'buttons' },
      buttonView(context, { label: 'revert settings', onClick: actions.undo }),
      buttonView(context, {
        label: 'update',
        kind: 'primary',
        disabled: !isComplete(context),
        onClick: actions.activate,
      }),
    );
  }
  return h(
    'div',
    { class: 'buttons' },
    buttonView(context, {
      label: model.busy ? 'Testing…' : 'Test Connection',
      disabled: !isComplete(context),
      onClick: actions.test,
    }),
    buttonView(context, {
      label: 'Activate',
      kind: 'primary',
      disabled: !model.passed || model.busy,
      onClick: actions.activate,
    }),
  );
}

/** The tab's title, with its badge. */
export function heading(context: Context, title: string): Child {
  return context.h(
    'div',
    { class: 'tab-heading' },
    context.h('h2', null, title),
    badgeView(context, `${title} ${context.model.badge}`),
  );
}

/** The form of 2022–2025, as public screenshots show it. */
export function classicForm(context: Context): Child {
  const { h, model, actions } = context;
  const toggle = (): void => actions.set({ configurationOpen: !model.configurationOpen });
  const { active } = model.snapshot.integration;
  return h(
    'div',
    { class: 'tab-body' },
    heading(context, 'Identity Management'),
    h('p', { class: 'note' }, 'Export users to this application and keep their accounts up to date.'),
    active ? buttonView(context, { label: 'Start Manual Import', onClick: actions.importUsers }) : null,
    panelView(
      context,
      'Configuration Settings',
      model.configurationOpen,
      toggle,
      h('h3', null, 'Service Provider (SP) Configuration'),
      h('div', { class: 'choices' }, h('span', { class: 'caption' }, 'API Type'), h('span', null, 'SCIM API')),
      checkView(context, 'Use mTLS', model.draft.mtls, (mtls) => actions.choose({ mtls })),
      h(
        'div',
        { class: 'choices' },
        h('span', { class: 'caption' }, 'SCIM Version'),
        radio(context, '1.1'),
        radio(context, '2.0'),
      ),
      fieldView(context, { field: 'baseUrl', caption: 'Base URL' }),
      fieldView(context, { field: 'tokenKey', caption: 'Token Key' }),
      fieldView(context, {
        field: 'testEmail',
        caption: 'Test User Email',
        hint: emailHint,
        placeholder: 'email@domain.com',
      }),
      h('h3', null, 'Group Management'),
      groupChoice(context),
      panelButtons(context),
    ),
    attributeMapping(context),
  );
}

/** Which attribute of JumpCloud's goes where. */
export function attributeMapping({ h }: Context): Child {
  const rows = [
    ['userName', 'email'],
    ['name.givenName', 'firstname'],
    ['name.familyName', 'lastname'],
    ['title', 'jobTitle'],
  ] as const;
  return h(
    'section',
    { class: 'panel' },
    h('h2', { class: 'panel-title plain' }, 'Attribute Mapping'),
    h(
      'table',
      { class: 'mapping' },
      h('thead', null, h('tr', null, h('th', null, 'SCIM Attribute Name'), h('th', null, 'JumpCloud Attribute Name'))),
      h('tbody', null, ...rows.map(([scim, ours]) => h('tr', null, h('td', null, scim), h('td', null, ours)))),
    ),
  );
}

/** The pre-built Dialpad connector: Configure first, no test user address, and the key is fixed while it is active. */
export function catalogForm(context: Context): Child {
  const { h, model, actions } = context;
  const { active } = model.snapshot.integration;
  const intro = h(
    'p',
    { class: 'note' },
    'Provision, update and deactivate people in Dialpad. Groups are not supported.',
  );
  if (!model.configuring) {
    const configure = (): void => actions.set({ configuring: true });
    return h(
      'div',
      { class: 'tab-body' },
      heading(context, 'Identity Management'),
      intro,
      buttonView(context, { label: 'Configure', kind: 'primary', onClick: configure }),
    );
  }
  const toggle = (): void => actions.set({ configurationOpen: !model.configurationOpen });
  return h(
    'div',
    { class: 'tab-body' },
    heading(context, 'Identity Management'),
    intro,
    panelView(
      context,
      'Configuration Settings',
      model.configurationOpen,
      toggle,
      fieldView(context, { field: 'baseUrl', caption: 'Base URL', disabled: active }),
      fieldView(context, { field: 'tokenKey', caption: 'Token Key', disabled: active }),
      active ? h('p', { class: 'note' }, 'Deactivate the integration to change its token.') : null,
      h('h3', null, 'Group Management'),
      groupChoice(context),
      panelButtons(context),
    ),
  );
}
