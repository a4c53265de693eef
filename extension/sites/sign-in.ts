import type { Control } from '../page/find/types.ts';

/** A sign-in form, on either site: only looked for where no place of the site is recognised, and never filled. */
export const SIGN_IN: readonly Control[] = [
  {
    id: 'login-field',
    kind: 'field',
    scope: 'any',
    names: {
      words: [
        'Email',
        'Password',
        'E-mail',
        'Work email',
        'Company email',
        'Mot de passe',
        'Passwort',
        'Contraseña',
        'メール',
        'パスワード',
      ],
    },
    hints: ['password', 'email', 'username'],
  },
  {
    id: 'login-button',
    kind: 'press',
    scope: 'any',
    names: {
      words: [
        'Log in',
        'Login',
        'Sign in',
        'Se connecter',
        'Anmelden',
        'Iniciar sesión',
        'ログイン',
        'サインイン',
        'Admin login',
        'Administrator login',
      ],
      exact: ['Continue', 'Next', 'Continuer', 'Weiter', 'Continuar', '続行'],
    },
  },
];
