import type { Context } from './context.ts';
import { buttonView } from './parts.ts';
import type { ButtonSpec } from './parts.ts';
import type { Child } from './ui.ts';

/** General Info. */
export function generalView({ h, model }: Context): Child {
  const row = model.snapshot.applications.find(({ id }) => id === model.applicationId);
  const line = (name: string, value: string): Child =>
    h('div', { class: 'fact' }, h('span', { class: 'caption' }, name), h('span', null, value));
  return h(
    'div',
    { class: 'tab-body' },
    h(
      'section',
      { class: 'panel padded' },
      h('h2', null, 'Application Information'),
      line('Display Label', row?.label ?? ''),
      line('Description', 'Business communications'),
      line('Show in User Portal', 'Yes'),
    ),
  );
}

/** What the SSO tab offers: an "Activate" of its own, or to deactivate. */
export function ssoButton(context: Context): ButtonSpec {
  const { model, actions } = context;
  return model.snapshot.ssoActive
    ? { label: 'Deactivate SSO', onClick: actions.deactivateSso }
    : { label: 'Activate', kind: 'primary', onClick: actions.activateSso };
}

/** SSO. */
export function ssoView(context: Context): Child {
  const { h, model, actions } = context;
  const input = (caption: string, value: string, onText: (value: string) => void, testId: string): Child =>
    h(
      'label',
      { class: 'field' },
      h('span', { class: 'caption' }, caption),
      h('input', { type: 'text', value, 'data-test-id': testId, onText }),
    );
  return h(
    'div',
    { class: 'tab-body' },
    h(
      'section',
      { class: 'panel padded' },
      h('h2', null, 'Single Sign-On Configuration'),
      input(
        'IdP Entity ID',
        model.idpEntityId,
        (idpEntityId) => actions.set({ idpEntityId, ssoDirty: true }),
        'Input__input',
      ),
      input(
        'ACS URL',
        'https://dialpad.com/saml/sso/custom/acme.example',
        () => undefined,
        'ApplicationSamlConfiguration__ssoUrlInput',
      ),
      model.snapshot.form === 'modern' ? null : h('div', { class: 'buttons' }, buttonView(context, ssoButton(context))),
    ),
  );
}

/** User Groups: nobody is provisioned before one is ticked and saved. */
export function groupsView({ h, model, actions }: Context): Child {
  const shown = model.snapshot.userGroups.filter(({ bound }) => bound || !model.boundOnly);
  const row = (group: { readonly name: string; readonly members: number }): Child =>
    h(
      'label',
      { class: 'group-row' },
      h('input', {
        type: 'checkbox',
        checked: model.ticked.includes(group.name),
        onCheck: (on) => actions.tick(group.name, on),
      }),
      h('span', { class: 'group-name' }, group.name),
      h('span', { class: 'group-members' }, `${group.members} ${group.members === 1 ? 'person' : 'people'}`),
    );
  const bound = model.snapshot.userGroups.filter((group) => group.bound).length;
  return h(
    'div',
    { class: 'tab-body' },
    h('p', { class: 'note' }, 'People in the groups bound here get access to this application.'),
    h(
      'label',
      { class: 'check' },
      h('input', { type: 'checkbox', checked: model.boundOnly, onCheck: (boundOnly) => actions.set({ boundOnly }) }),
      h('span', null, `show bound User Groups (${bound})`),
    ),
    h('section', { class: 'panel groups' }, ...shown.map(row)),
  );
}
