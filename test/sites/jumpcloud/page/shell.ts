import type { Context } from './context.ts';
import { dialogView, toastView } from './over.ts';
import { signInView } from './sign-in.ts';
import type { Child } from './ui.ts';

/** The left navigation by section. Its "Identity Management" is another product area than the application's tab. */
export const navigation: readonly (readonly [section: string, items: readonly string[]])[] = [
  ['', ['Home', 'Get Started']],
  ['User Management', ['Users', 'User Groups', 'Identity Management']],
  ['Access', ['SSO Applications', 'LDAP', 'RADIUS', 'Password Manager']],
  ['Device Management', ['Devices', 'Device Groups', 'Policy Management']],
  ['Insights', ['Directory Insights', 'Reports']],
];

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
    { key: model.redrawn, class: `console ${form}` },
    leftNav(context),
    h('div', { class: 'main' }, topBar(context), h('main', { class: 'view', id: 'application-view' }, place)),
    dialogView(context),
    toastView(context),
  );
}
