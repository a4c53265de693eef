import type { Actions } from './actions.ts';
import type { Model } from './model.ts';
import type { Child, Draw } from './ui.ts';

/** The left navigation by section. Its "Identity Management" is another product area than the application's tab. */
export const navigation: readonly (readonly [section: string, items: readonly string[]])[] = [
  ['', ['Home', 'Get Started']],
  ['User Management', ['Users', 'User Groups', 'Identity Management']],
  ['Access', ['SSO Applications', 'LDAP', 'RADIUS', 'Password Manager']],
  ['Device Management', ['Devices', 'Device Groups', 'Policy Management']],
  ['Insights', ['Directory Insights', 'Reports']],
];

/** Everything that a view needs. */
export interface Context {
  readonly h: Draw;
  readonly model: Model;
  readonly actions: Actions;
}

function leftNav({ h, model, actions }: Context): Child {
  const item = (title: string): Child => {
    const current = model.place.title === title;
    const name = title === 'SSO Applications' ? 'list' : title === 'Home' ? 'home' : 'other';
    const open = (): void => actions.open({ name, title });
    return h(
      'li',
      null,
      h('button', { type: 'button', class: current ? 'nav-item current' : 'nav-item', onClick: open }, title),
    );
  };
  return h(
    'nav',
    { class: 'left-nav', 'aria-label': 'Main' },
    h('div', { class: 'brand' }, h('span', { class: 'brand-mark', 'aria-hidden': 'true' }), 'JumpCloud'),
    ...navigation.map(([section, items]) =>
      h(
        'div',
        { class: 'nav-section' },
        section === '' ? null : h('h2', null, section),
        h('ul', null, ...items.map(item)),
      ),
    ),
  );
}

function topBar({ h }: Context): Child {
  return h(
    'header',
    { class: 'top-bar', 'data-test-id': 'MainHeader__mainHeader' },
    h('input', {
      class: 'top-search',
      type: 'search',
      placeholder: 'Search',
      'aria-label': 'Search',
      'data-test-id': 'InputSearch__input',
    }),
    h(
      'div',
      { class: 'top-tools' },
      h('span', null, 'Acme'),
      h('span', { class: 'avatar', 'aria-hidden': 'true' }, 'AD'),
    ),
  );
}

/** The dialogs that lie over the page. */
function dialogView(context: Context): Child {
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

function toastView({ h, model, actions }: Context): Child {
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

function signInView({ h, model, actions }: Context): Child {
  const { credentials } = model;
  const field = (label: string, type: string, name: 'email' | 'password'): Child =>
    h(
      'label',
      { class: 'field' },
      h('span', { class: 'caption' }, label),
      h('input', {
        type,
        name,
        value: credentials[name],
        autocomplete: 'off',
        'data-test-id': 'Input__input',
        onText: (value) => actions.set({ credentials: { ...credentials, [name]: value } }),
      }),
    );
  return h(
    'main',
    { class: 'sign-in' },
    h(
      'form',
      { class: 'sign-in-card', onSubmit: actions.signIn },
      h('div', { class: 'brand dark' }, h('span', { class: 'brand-mark', 'aria-hidden': 'true' }), 'JumpCloud'),
      h('h1', null, 'Administrator Login'),
      field('Email Address', 'email', 'email'),
      field('Password', 'password', 'password'),
      h('button', { type: 'submit', class: 'button primary wide' }, 'Admin Login'),
    ),
  );
}

function homeView({ h, model }: Context): Child {
  const card = (title: string, text: string): Child =>
    h('section', { class: 'card' }, h('h2', null, title), h('p', null, text));
  if (model.place.name === 'other') {
    return h(
      'div',
      { class: 'page' },
      h('h1', null, model.place.title),
      card(model.place.title, 'Nothing to show yet.'),
    );
  }
  return h(
    'div',
    { class: 'page' },
    h('h1', null, 'Home'),
    h(
      'div',
      { class: 'cards' },
      card('Users', '4 active people'),
      card('Devices', '12 devices, all compliant'),
      card('SSO Applications', `${model.snapshot.applications.length} applications`),
    ),
  );
}

/** The whole console around `place`: navigation, top bar, dialogs, messages. */
export function shellView(
  context: Context,
  views: { list: (c: Context) => Child; application: (c: Context) => Child },
): Child {
  const { h, model } = context;
  const { form, signedIn } = model.snapshot;
  if (!signedIn) return h('div', { class: `console ${form}` }, signInView(context), toastView(context));
  const { name } = model.place;
  const place =
    name === 'list' ? views.list(context) : name === 'application' ? views.application(context) : homeView(context);
  return h(
    'div',
    { class: `console ${form}` },
    leftNav(context),
    h('div', { class: 'main' }, topBar(context), h('main', { class: 'view', id: 'application-view' }, place)),
    dialogView(context),
    toastView(context),
  );
}
