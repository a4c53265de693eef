import { h } from 'vue';
import type { VNode } from 'vue';
import type { KeyRow } from '../options.ts';
import { dtButton, dtCheckbox, dtInput, dtModal, dtNotice, dtSelect } from './dialtone.ts';
import { copyKey, deleteKey, go, openKeyForm, revealRow, saveKey } from './model.ts';
import type { Model, ShownKey } from './model.ts';

const additionalScopes = ['calls:list', 'change_log', 'message_content_export', 'recordings_export', 'screen_pop'];
const expirations = [
  ['', 'No expiration'],
  ['30', '30 days'],
  ['90', '90 days'],
  ['365', '1 year'],
] as const;

/** So much of a key is shown where the page has no room for more. */
const CUT_AT = 32;

function keyValue(model: Model, shown: ShownKey): VNode {
  const { keyValue: variant, keyElement, keyCut } = model.snapshot;
  if (!shown.revealed) return dtButton(variant, () => (model.shown = { ...shown, revealed: true }));
  const value = keyCut ? shown.value.slice(0, CUT_AT) : shown.value;
  if (keyElement === 'groups') return h('p', { class: 'value' }, value.replace(/.{11}(?=.)/g, '$& '));
  if (keyElement === 'text') return h('code', { class: 'key-value' }, value);
  return dtInput('API key', value, () => undefined, { readonly: true });
}

function shownKey(model: Model, shown: ShownKey): VNode {
  const warning = 'Copy this key now and keep it safe. It will not be visible again.';
  const close = (): void => void (model.shown = null);
  const copies = model.snapshot.keyElement !== 'groups';
  const copy = copies ? dtButton('Copy', () => void copyKey(model), { kind: 'primary' }) : null;
  const done = dtButton('Done', close, { kind: 'clear' });
  if (model.snapshot.keyPlace === 'dialog') {
    return dtModal('API key created', [h('p', null, warning), keyValue(model, shown)], [done, copy], close);
  }
  return dtNotice('success', 'API key created', [
    h('p', null, warning),
    keyValue(model, shown),
    h('div', { class: 'actions' }, [copy, done]),
  ]);
}

function date(value: string | null): string {
  return value === null ? 'Never' : new Date(value).toLocaleDateString('en-US', { dateStyle: 'medium' });
}

function rowView(model: Model, row: KeyRow): VNode {
  const { keyValue: variant } = model.snapshot;
  const value = model.rowValues[row.id];
  const show =
    variant === 'plain' || value !== undefined
      ? null
      : dtButton(variant, () => void revealRow(model, row.id), { kind: 'clear' });
  return h('tr', { key: row.id }, [
    h('td', null, row.name),
    h('td', null, [h('code', null, value ?? `••••${row.last4}`), show]),
    h('td', null, date(row.createdAt)),
    h('td', null, date(row.expiresAt)),
    h('td', null, [dtButton('Edit', () => openKeyForm(model, row.id), { kind: 'clear' })]),
  ]);
}

function decoys(model: Model): VNode[] {
  const label = model.snapshot.addKeyLabel;
  return [
    // A panel that is closed, and one that is only invisible: neither of their buttons can be the one meant.
    h('div', { class: 'panel', hidden: true }, [h('h2', null, 'API Keys'), dtButton(label, () => undefined)]),
    h('details', { class: 'panel' }, [h('summary', null, 'Legacy keys'), dtButton(label, () => undefined)]),
    h('section', { class: 'panel' }, [
      h('h2', null, 'Sandbox'),
      h('p', { class: 'muted' }, 'Your plan has no sandbox.'),
      dtButton(label, () => undefined, { disabled: true }),
    ]),
  ];
}

/** The API Keys page: the list, "Add key", and a new key shown once. */
export function keysPage(model: Model): VNode {
  const { keys, addKeyLabel } = model.snapshot;
  return h('div', { class: 'page' }, [
    h('div', { class: 'page-head' }, [
      h('h1', null, 'API Keys'),
      dtButton(addKeyLabel, () => openKeyForm(model, null), { kind: 'primary' }),
    ]),
    h(
      'p',
      { class: 'muted' },
      'Keys act across all users of your company. Share one only with a service that you trust.',
    ),
    model.shown === null ? null : shownKey(model, model.shown),
    h('section', { class: 'panel' }, [
      keys.length === 0
        ? h('p', { class: 'empty' }, 'No keys yet.')
        : h('table', { class: 'table' }, [
            h(
              'thead',
              null,
              h(
                'tr',
                null,
                ['Name', 'Key', 'Created', 'Expires', ''].map((title) => h('th', null, title)),
              ),
            ),
            h(
              'tbody',
              null,
              keys.map((row) => rowView(model, row)),
            ),
          ]),
    ]),
    ...(model.snapshot.decoys ? decoys(model) : []),
  ]);
}

/** The key form, which Microsoft's screenshots call "Edit API key". */
export function keyFormPage(model: Model): VNode {
  const { form } = model;
  const toggle = (scope: string, on: boolean): void => {
    form.scopes = on ? [...form.scopes, scope] : form.scopes.filter((held) => held !== scope);
  };
  return h('div', { class: 'page narrow' }, [
    h('h1', null, model.editing === null ? 'New API key' : 'Edit API key'),
    model.error === null ? null : dtNotice('error', 'The key was not created', model.error),
    h('section', { class: 'panel padded' }, [
      dtInput('Name', form.name, (name) => (form.name = name), { description: 'What will this key be used for?' }),
      dtSelect('Expiration', form.expiresInDays, expirations, (value) => (form.expiresInDays = value)),
      h('fieldset', { class: 'scopes' }, [
        h('legend', null, 'Scopes'),
        dtCheckbox('Default scopes', form.defaultScopes, (on) => (form.defaultScopes = on)),
        h('h3', null, 'Additional Scopes'),
        ...additionalScopes.map((scope) => dtCheckbox(scope, form.scopes.includes(scope), (on) => toggle(scope, on))),
      ]),
      h('div', { class: 'actions' }, [
        dtButton('Save', () => void saveKey(model), {
          kind: 'primary',
          disabled: form.name.trim() === '' || model.busy,
        }),
        dtButton('Cancel', () => go(model, '/authentication/api-keys'), { kind: 'clear' }),
        model.editing === null ? null : dtButton('Delete key', () => void deleteKey(model), { kind: 'danger' }),
      ]),
    ]),
  ]);
}
