import type { Context } from './context.ts';
import type { Child } from './ui.ts';

/** The dialogs that lie over the page. */
export function dialogView(context: Context): Child {
  const { h, model, actions } = context;
  const button = (label: string, kind: string, onClick: () => void): Child =>
    h('button', { type: 'button', class: `button ${kind}`, onClick }, label);
  const frame = (title: string, text: Child, ...buttons: readonly Child[]): Child =>
    h(
      'div',
      { class: 'veil', 'data-circuit-modal-root': '' },
      h(
        'div',
        { class: 'dialog', role: 'dialog', 'aria-modal': 'true', 'aria-label': title },
        h('h2', null, title),
        h('div', { class: 'dialog-text' }, text),
        h('div', { class: 'dialog-buttons' }, ...buttons),
      ),
    );
  const close = (): void => actions.set({ dialog: null });
  switch (model.dialog) {
    case 'announcement':
      return frame(
        'What’s new this month',
        'Dynamic groups for devices are here. Read about them in the release notes.',
        button('Got It', 'primary', close),
      );
    case 'unsaved':
      return frame(
        'Unsaved Changes',
        'There are unsaved changes to Single Sign-On. They will be lost if you leave now.',
        button('Stay', 'plain', () => actions.leave(false)),
        button('Leave Without Saving', 'primary', () => actions.leave(true)),
      );
    case 'sso-activated':
      return frame(
        'Application Activated',
        'Single Sign-On is active. Bind user groups to give people access.',
        button('Got It', 'primary', () => {
          close();
          location.hash = '#/applications';
        }),
      );
    case 'activate':
      return frame(
        'Activate the integration?',
        'JumpCloud creates and removes a test user.',
        button('No', 'plain', close),
        button('Yes', 'primary', actions.confirmActivation),
      );
    case 'add':
      return frame(
        'Create New Application Integration',
        h(
          'label',
          { class: 'field' },
          h('span', { class: 'caption' }, 'Display Label'),
          h('input', {
            type: 'text',
            value: model.newLabel,
            'data-test-id': 'Input__input',
            onText: (newLabel) => actions.set({ newLabel }),
          }),
        ),
        button('Cancel', 'plain', close),
        button('Save Application', 'primary', actions.addApplication),
      );
    case 'delete':
      return frame(
        'Delete application?',
        'People lose access at once. This cannot be undone.',
        button('Cancel', 'plain', close),
        button('Delete', 'danger', actions.deleteApplication),
      );
    case null:
      return null;
  }
}

/** The message at the top, in a live region that is always there. */
export function toastView({ h, model, actions }: Context): Child {
  if (model.toast === null) return h('div', { class: 'toasts', 'aria-live': 'polite' });
  return h(
    'div',
    { class: 'toasts', 'aria-live': 'polite' },
    h(
      'div',
      { class: `toast ${model.toast.kind}`, role: model.toast.kind === 'error' ? 'alert' : 'status' },
      h('span', null, model.toast.text),
      h(
        'button',
        { type: 'button', class: 'toast-close', 'aria-label': 'Close', onClick: () => actions.set({ toast: null }) },
        '×',
      ),
    ),
  );
}
