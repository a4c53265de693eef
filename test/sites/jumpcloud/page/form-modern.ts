import type { Context } from './context.ts';
import { checkView, emailHint, fieldView, groupChoice, panelView } from './parts.ts';
import type { Child } from './ui.ts';

function authToggle({ h, model, actions }: Context): Child {
  const option = (value: 'bearer' | 'api-key', label: string): Child => {
    const on = model.draft.authMethod === value;
    const onClick = (): void => actions.choose({ authMethod: value });
    return h('button', { type: 'button', class: on ? 'toggle on' : 'toggle', 'aria-pressed': on, onClick }, label);
  };
  return h('div', { class: 'row-control toggles' }, option('bearer', 'Bearer token'), option('api-key', 'API Key'));
}

/** The form of 2026: captions beside nameless inputs, a fixed SCIM version, everything to press in the sticky footer. */
export function modernForm(context: Context): Child {
  const { h, model, actions } = context;
  return h(
    'div',
    { class: 'tab-body' },
    panelView(
      context,
      'Configuration Settings',
      model.configurationOpen,
      () => actions.set({ configurationOpen: !model.configurationOpen }),
      checkView(context, 'Use mTLS', model.draft.mtls, (mtls) => actions.choose({ mtls })),
      h(
        'div',
        { class: 'row' },
        h('div', { class: 'row-caption' }, 'SCIM Version'),
        h('div', { class: 'row-text' }, 'SCIM 2.0'),
      ),
      h('div', { class: 'row' }, h('div', { class: 'row-caption' }, 'Authentication method *'), authToggle(context)),
      fieldView(context, { field: 'baseUrl', caption: 'Base URL' }),
      fieldView(context, { field: 'tokenKey', caption: 'Token Key' }),
      fieldView(context, { field: 'testEmail', caption: 'Test User Email', hint: emailHint }),
    ),
    panelView(
      context,
      'Group Management',
      model.groupsOpen,
      () => actions.set({ groupsOpen: !model.groupsOpen }),
      groupChoice(context),
    ),
  );
}
