import { createApp, h, reactive } from 'vue';

const state = reactive({ 'Base URL': '', 'Token Key': '', groups: true, presses: 0 });

function field(label: 'Base URL' | 'Token Key', type: string) {
  return h('div', { class: 'd-input__root', 'data-qa': 'dt-input' }, [
    h('label', null, [
      h('div', { 'data-qa': 'dt-input-label' }, label),
      h('div', null, 'Ask your administrator.'),
      h('input', {
        type,
        value: state[label],
        onInput: (event: Event) => (state[label] = (event.target as HTMLInputElement).value),
      }),
    ]),
    h('output', { 'data-state': label }, state[label]),
  ]);
}

createApp({
  render: () =>
    h('section', { role: 'tabpanel' }, [
      h('h2', 'Configuration Settings'),
      field('Base URL', 'text'),
      field('Token Key', 'password'),
      h('div', [
        h('button', {
          role: 'switch',
          'aria-checked': String(state.groups),
          'aria-label': 'Group Management',
          style: 'width:40px;height:20px',
          onClick: () => (state.groups = !state.groups),
        }),
      ]),
      h('output', { 'data-state': 'groups' }, String(state.groups)),
      h('button', { onClick: () => state.presses++ }, 'Test Connection'),
      h('output', { 'data-state': 'presses' }, String(state.presses)),
    ]),
}).mount('#app');
