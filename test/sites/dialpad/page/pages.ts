import { h } from 'vue';
import type { VNode } from 'vue';
import { dtButton, dtInput, dtNotice, dtSelect, dtToggle } from './dialtone.ts';
import { go, signIn } from './model.ts';
import type { Model } from './model.ts';

/** The login form, on the same host as everything else. */
export function signInPage(model: Model): VNode {
  const { credentials } = model;
  const submit = (event: Event): void => {
    event.preventDefault();
    void signIn(model);
  };
  return h('main', { class: 'sign-in' }, [
    h('form', { class: 'sign-in-card', onSubmit: submit }, [
      h('div', { class: 'brand' }, [h('span', { class: 'brand-mark', 'aria-hidden': 'true' }), 'Dialpad']),
      h('h1', null, 'Log in'),
      dtInput('Work email', credentials.email, (email) => (credentials.email = email), { type: 'email' }),
      dtInput('Password', credentials.password, (password) => (credentials.password = password), { type: 'password' }),
      dtButton('Log in', () => undefined, { kind: 'primary', type: 'submit' }),
    ]),
  ]);
}

/** Where people land who are not in the admin pages. */
export function homePage(model: Model): VNode {
  const card = (title: string, text: string, onClick: () => void): VNode =>
    h('section', { class: 'card' }, [
      h('h2', null, title),
      h('p', { class: 'muted' }, text),
      dtButton('Open', onClick),
    ]);
  return h('div', { class: 'page' }, [
    h('h1', null, 'Good morning, Ada'),
    h('div', { class: 'cards' }, [
      card('Inbox', 'No new messages', () => undefined),
      card('Recent calls', '3 calls today', () => undefined),
      card('Meetings', 'Nothing planned', () => undefined),
    ]),
    // A heading that names the place without leading there.
    model.snapshot.decoys ? h('h2', null, model.snapshot.companyLabel) : null,
    h('section', { class: 'panel padded' }, [
      h('h2', null, 'Team'),
      h('p', { class: 'muted' }, 'Offices, people and numbers are managed in the admin pages.'),
    ]),
  ]);
}

/** Admin Settings before the company was chosen. */
export function adminPage(model: Model): VNode {
  return h('div', { class: 'page' }, [
    h('h1', null, 'Admin Settings'),
    h('section', { class: 'panel padded' }, [
      h('h2', null, 'Main Office'),
      h('p', { class: 'muted' }, 'San Francisco · 12 people · primary office'),
      model.snapshot.admin
        ? null
        : dtNotice('info', 'Office admin', 'Company-wide settings are open to Company Admins only.'),
    ]),
  ]);
}

/** My Company, or Company Settings. */
export function companyPage(model: Model): VNode {
  const fact = (name: string, value: string): VNode =>
    h('div', { class: 'fact' }, [h('span', null, name), h('strong', null, value)]);
  return h('div', { class: 'page' }, [
    h('h1', null, model.snapshot.companyLabel),
    h('section', { class: 'panel padded' }, [
      fact('Name', 'Acme'),
      fact('Domain', 'acme.example'),
      fact('Plan', 'Pro'),
      fact('Offices', '1'),
    ]),
  ]);
}

/** Authentication > SAML. */
export function samlPage(model: Model): VNode {
  return h('div', { class: 'page narrow' }, [
    h('h1', null, 'SAML'),
    h('section', { class: 'panel padded' }, [
      dtSelect('Choose your provider', 'custom', [['custom', 'Custom']], () => undefined),
      dtInput('SP SSO Url (ACS)', 'https://dialpad.com/saml/sso/custom/acme.example', () => undefined, {
        readonly: true,
      }),
      dtInput('SP Entity ID', 'https://dialpad.com/api/saml/metadata/custom/acme.example', () => undefined, {
        readonly: true,
      }),
      dtToggle('Prevent users from logging in with other SSO providers', model.otherSsoBlocked, () => {
        model.otherSsoBlocked = !model.otherSsoBlocked;
      }),
    ]),
  ]);
}

/** Authentication > SCIM. */
export function scimPage(): VNode {
  const choices = [
    ['department', 'department'],
    ['officeName', 'officeName'],
  ] as const;
  return h('div', { class: 'page narrow' }, [
    h('h1', null, 'SCIM'),
    h('section', { class: 'panel padded' }, [
      h('h2', null, 'SCIM Configuration Settings'),
      dtSelect('Office Specification Field', 'department', choices, () => undefined),
    ]),
  ]);
}

const tabs: readonly (readonly [string, readonly string[]])[] = [
  ['Users', ['active', 'pending']],
  ['Suspended', ['suspended']],
  ['Deleted Users', ['deleted']],
];

/** The user list, by state. */
export function usersPage(model: Model): VNode {
  const states = tabs.find(([name]) => name === model.usersTab)?.[1] ?? [];
  const rows = model.snapshot.users.filter((user) => states.includes(user.state));
  const tab = (name: string): VNode =>
    h(
      'button',
      {
        type: 'button',
        role: 'tab',
        class: 'd-tab',
        'data-qa': 'dt-tab',
        'aria-selected': String(model.usersTab === name),
        onClick: () => (model.usersTab = name),
      },
      name,
    );
  return h('div', { class: 'page' }, [
    h('h1', null, 'Users'),
    h(
      'div',
      { role: 'tablist', class: 'd-tablist' },
      tabs.map(([name]) => tab(name)),
    ),
    h('section', { class: 'panel' }, [
      rows.length === 0
        ? h('p', { class: 'empty' }, 'Nobody here.')
        : h('table', { class: 'table' }, [
            h(
              'thead',
              null,
              h(
                'tr',
                null,
                ['Name', 'Email', 'State'].map((title) => h('th', null, title)),
              ),
            ),
            h(
              'tbody',
              null,
              rows.map((user) =>
                h('tr', { key: user.email }, [
                  h('td', null, user.name),
                  h('td', null, user.email),
                  h(
                    'td',
                    null,
                    h(
                      'span',
                      { class: ['state', user.state] },
                      user.state === 'pending' ? 'Invite Pending' : user.state,
                    ),
                  ),
                ]),
              ),
            ),
          ]),
    ]),
  ]);
}

/** A link of the top bar. */
export function topLink(model: Model, label: string, path: string): VNode {
  const follow = (event: Event): void => {
    event.preventDefault();
    go(model, path);
  };
  return h('a', { href: path, class: 'top-link', onClick: follow }, label);
}
