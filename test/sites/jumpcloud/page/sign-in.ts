import type { Context } from './context.ts';
import type { Child } from './ui.ts';

/** The administrators' login, on the console's own host. */
export function signInView({ h, model, actions }: Context): Child {
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
