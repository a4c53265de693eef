import type { ApplicationRow } from '../snapshot.ts';
import type { Context } from './context.ts';
import type { Child } from './ui.ts';

const rowHeight = 56;
const viewportHeight = 504;

function badge({ h }: Context, text: string): Child {
  return h('span', { class: text === 'Active' ? 'pill on' : 'pill' }, text);
}

function rowView(context: Context, row: ApplicationRow, index: number): Child {
  const { h, actions } = context;
  return h(
    'div',
    {
      class: row.ours ? 'grid-row' : 'grid-row other',
      role: 'row',
      style: { transform: `translateY(${index * rowHeight}px)` },
      ...(row.ours ? { onClick: () => actions.openApplication(row.id) } : {}),
    },
    h(
      'div',
      { class: 'grid-cell name', role: 'gridcell' },
      h('span', { class: `monogram tone-${row.label.length % 5}`, 'aria-hidden': 'true' }, row.label.charAt(0)),
      h('span', { class: 'application-label' }, row.label),
    ),
    h('div', { class: 'grid-cell', role: 'gridcell' }, badge(context, row.ssoActive ? 'Active' : 'Inactive')),
    h('div', { class: 'grid-cell', role: 'gridcell' }, badge(context, row.provisioning)),
  );
}

/** The list of applications: a grid of divs of which only the rows in view exist. */
export function listView(context: Context): Child {
  const { h, model, actions } = context;
  const wanted = model.search.trim().toLowerCase();
  const rows = model.snapshot.applications.filter((row) => row.label.toLowerCase().includes(wanted));
  const first = Math.max(0, Math.floor(model.listTop / rowHeight) - 1);
  const shown = rows.slice(first, first + Math.ceil(viewportHeight / rowHeight) + 2);
  const add = (): void => actions.set({ dialog: 'add' });
  if (model.snapshot.applications.length === 0) {
    return h(
      'div',
      { class: 'page' },
      h('h1', null, 'SSO Applications'),
      h(
        'section',
        { class: 'card empty' },
        h('h2', null, 'Add your first application'),
        h('p', null, 'Give people access to their applications with one identity.'),
        h('button', { type: 'button', class: 'button primary', onClick: add }, 'Get Started'),
      ),
    );
  }
  return h(
    'div',
    { class: 'page' },
    h('h1', null, 'SSO Applications'),
    h('h2', { class: 'section-title' }, 'Configured Applications'),
    h(
      'div',
      { class: 'list-tools' },
      h(
        'button',
        {
          type: 'button',
          class: 'button primary',
          'data-test-id': 'ApplicationItemListToolbar__addApplicationBtn',
          onClick: add,
        },
        '+ Add New Application',
      ),
      h('input', {
        class: 'list-search',
        type: 'search',
        value: model.search,
        placeholder: 'Search',
        'data-test-id': 'InputSearch__input',
        onText: (search) => actions.set({ search, listTop: 0 }),
      }),
    ),
    h(
      'div',
      { class: 'grid', role: 'grid', 'data-test-id': 'ApplicationMainPanel__itemListSection' },
      h(
        'div',
        { class: 'grid-head', role: 'row' },
        ...['Name', 'SSO', 'Provisioning'].map((title) =>
          h('div', { class: 'grid-cell', role: 'columnheader' }, title),
        ),
      ),
      h(
        'div',
        { class: 'grid-body', onScrollTop: (listTop) => actions.set({ listTop }) },
        h(
          'div',
          { class: 'grid-canvas', style: { height: `${rows.length * rowHeight}px` } },
          ...shown.map((row, index) => rowView(context, row, first + index)),
        ),
      ),
    ),
  );
}
