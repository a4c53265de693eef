import { createElement as h, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Field({ label, type, reverts }: { label: string; type: string; reverts: boolean }) {
  const [value, setValue] = useState('');
  return h(
    'label',
    null,
    label,
    h('input', {
      type,
      value,
      onChange: (event: { target: { value: string } }) => {
        setValue(event.target.value);
        if (reverts) setTimeout(() => setValue(''), 150);
      },
    }),
    h('output', { 'data-state': label }, value),
  );
}

function Form() {
  const [groups, setGroups] = useState(true);
  const [presses, setPresses] = useState(0);
  const reverts = location.hash.includes('reverts');
  return h(
    'section',
    { role: 'tabpanel' },
    h('h2', null, 'Configuration Settings'),
    h(Field, { label: 'Base URL', type: 'text', reverts }),
    h(Field, { label: 'Token Key', type: 'password', reverts }),
    h(
      'label',
      null,
      h('input', {
        type: 'checkbox',
        checked: groups,
        onChange: (event: { target: { checked: boolean } }) => setGroups(event.target.checked),
      }),
      'Enable management of User Groups and Group Membership in this application.',
    ),
    h('output', { 'data-state': 'groups' }, String(groups)),
    h('button', { onPointerDown: () => setPresses((count) => count + 1) }, 'Test Connection'),
    h('output', { 'data-state': 'presses' }, String(presses)),
  );
}

const root = document.querySelector('#app');
if (root) createRoot(root).render(h(Form, null));
