import { createApp, h } from 'vue';
import type { VNode } from 'vue';
import { dtToast } from './dialtone.ts';
import { keyFormPage, keysPage } from './keys.ts';
import { callBackend, createModel, go } from './model.ts';
import type { Model } from './model.ts';
import { adminPage, companyPage, homePage, samlPage, scimPage, signInPage, topLink, usersPage } from './pages.ts';

const pages: Readonly<Record<string, (model: Model) => VNode>> = {
  '/': homePage,
  '/admin': adminPage,
  '/company': companyPage,
  '/users': usersPage,
  '/authentication/saml': samlPage,
  '/authentication/scim': scimPage,
  '/authentication/api-keys': keysPage,
  '/authentication/api-keys/edit': keyFormPage,
};

const openToEveryone: readonly string[] = ['/', '/admin'];

function navButton(model: Model, label: string, path: string, extra = ''): VNode {
  const current = model.path === path || (path === '/authentication/api-keys' && model.path.startsWith(path));
  return h(
    'button',
    { type: 'button', class: ['nav-item', extra, { current }], onClick: () => go(model, path) },
    label,
  );
}

function companyNav(model: Model): VNode[] {
  const open = model.authenticationOpen;
  const toggle = (): void => void (model.authenticationOpen = !open);
  return [
    navButton(model, 'Users', '/users'),
    h('button', { type: 'button', class: 'nav-item', onClick: () => undefined }, 'Licenses'),
    h('button', { type: 'button', class: 'nav-item', onClick: () => undefined }, 'Integrations'),
    h(
      'button',
      { type: 'button', class: 'nav-item expander', 'aria-expanded': String(open), onClick: toggle },
      'Authentication',
    ),
    ...(open
      ? [
          navButton(model, 'SAML', '/authentication/saml', 'child'),
          navButton(model, 'SCIM', '/authentication/scim', 'child'),
          navButton(model, 'API Keys', '/authentication/api-keys', 'child'),
        ]
      : []),
  ];
}

function sidebar(model: Model): VNode {
  const { admin, companyLabel, decoys } = model.snapshot;
  const inAdmin = model.path !== '/';
  const inCompany = !openToEveryone.includes(model.path);
  return h('nav', { class: 'sidebar', 'aria-label': 'Main' }, [
    h('div', { class: 'brand' }, [h('span', { class: 'brand-mark', 'aria-hidden': 'true' }), 'Dialpad']),
    ...(inAdmin
      ? [
          h('h2', { class: 'nav-title' }, 'Admin Settings'),
          navButton(model, 'Main Office', '/admin'),
          admin ? navButton(model, companyLabel, '/company') : null,
          inCompany && admin ? h('div', { class: 'nav-group' }, companyNav(model)) : null,
        ]
      : [
          navButton(model, 'Inbox', '/'),
          h('button', { type: 'button', class: 'nav-item' }, 'Contacts'),
          h('button', { type: 'button', class: 'nav-item' }, 'Analytics'),
        ]),
    // Help articles named like the pages that they are about.
    decoys
      ? h('div', { class: 'nav-help' }, [
          h('h2', { class: 'nav-title' }, 'Help'),
          ...['Authentication', 'API Keys'].map((title) => h('a', { class: 'nav-item', href: '#help' }, title)),
        ])
      : null,
  ]);
}

function view(model: Model): VNode {
  if (!model.snapshot.signedIn) return h('div', { class: 'dialpad' }, [signInPage(model)]);
  const allowed = model.snapshot.admin || openToEveryone.includes(model.path);
  const page = (allowed ? pages[model.path] : adminPage) ?? homePage;
  return h('div', { key: model.redrawn, class: 'dialpad' }, [
    sidebar(model),
    h('div', { class: 'main' }, [
      h('header', { class: 'top-bar' }, [
        h('input', {
          class: 'top-search',
          type: 'search',
          placeholder: 'Search people and settings',
          'aria-label': 'Search',
        }),
        topLink(model, 'Home', '/'),
        topLink(model, 'Admin Settings', '/admin'),
        h('span', { class: 'avatar', 'aria-hidden': 'true' }, 'AA'),
      ]),
      h('main', { class: 'view' }, [page(model)]),
    ]),
    model.toast === null ? null : dtToast(model.toast),
  ]);
}

void callBackend('state').then(({ snapshot }) => {
  const model = createModel(snapshot);
  const { redrawEveryMs } = snapshot;
  if (redrawEveryMs > 0) setInterval(() => model.redrawn++, redrawEveryMs);
  window.addEventListener('popstate', () => {
    model.path = location.pathname;
  });
  createApp({ render: () => view(model) }).mount('#app');
});
