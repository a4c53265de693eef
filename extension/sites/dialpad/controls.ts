import type { Control } from '../../page/find/types.ts';
import { KEY_CONTROLS, KEY_HEADINGS } from './key-controls.ts';
import { SIGN_IN } from '../sign-in.ts';

/** Sections that only write about the settings. */
const ELSEWHERE = [
  'Help',
  'Help Center',
  'Support',
  'Documentation',
  'Docs',
  'Resources',
  'Learn',
  'Developers',
  'Aide',
  'Hilfe',
  'Ayuda',
  'ヘルプ',
];

/** The way to the keys: labels of every article that describes it. */
const NAVIGATION: readonly Control[] = [
  {
    id: 'admin-settings',
    kind: 'press',
    scope: 'any',
    names: {
      words: [
        'Admin Settings',
        "Paramètres d'administration",
        'Paramètres administrateur',
        'Admin-Einstellungen',
        'Configuración de administrador',
        'Configuración del administrador',
        'Configuración de administración',
        'Ajustes de administración',
        'Administratoreinstellungen',
        '管理者設定',
        '管理設定',
      ],
      exact: ['Admin Portal', 'Dialpad Admin Portal', 'Admin Console', 'Admin'],
    },
  },
  {
    // The button of the signed-in person, where Admin Settings may be kept.
    id: 'account-menu',
    kind: 'press',
    scope: 'any',
    opens: true,
    names: {
      words: [
        ...['Account menu', 'User menu', 'Profile menu', 'Menu du compte', 'Menu utilisateur', 'Kontomenü'],
        ...['Benutzermenü', 'Menú de cuenta', 'Menú de usuario'],
      ],
      exact: [
        ...['Account', 'My account', 'Profile', 'Avatar', 'Compte', 'Mon compte', 'Profil', 'Konto', 'Cuenta'],
        ...['Mi cuenta', 'Perfil', 'アカウント', 'プロフィール'],
      ],
    },
  },
  {
    // The same button, where it bears nothing but the name, the initials or the picture of who is signed in.
    id: 'account-avatar',
    kind: 'press',
    scope: 'any',
    person: true,
    names: {},
  },
  {
    id: 'my-company',
    kind: 'press',
    scope: 'nav',
    outside: ELSEWHERE,
    names: {
      words: [
        'My Company',
        'Company Settings',
        'Mon entreprise',
        'Ma société',
        "Paramètres de l'entreprise",
        'Mein Unternehmen',
        'Unternehmenseinstellungen',
        'Mi empresa',
        'Mi compañía',
        'Configuración de la empresa',
        '自分の会社',
        'マイカンパニー',
        '会社の設定',
        '会社設定',
      ],
      exact: ['Company'],
    },
  },
  {
    // The drop-down at the top of the screen: it bears the name of the office that is shown, and holds "My Company".
    id: 'office-switcher',
    kind: 'press',
    scope: 'any',
    opens: true,
    names: {
      words: ['Office', 'HQ', 'Headquarters', 'Bureau', 'Büro', 'Oficina', 'オフィス'],
      not: ['add', 'new', 'office hours'],
    },
  },
  {
    id: 'authentication',
    kind: 'press',
    scope: 'nav',
    outside: ELSEWHERE,
    names: {
      words: ['Authentication', 'Authentification', 'Authentifizierung', 'Autenticación', '認証'],
      not: [
        ...['two-factor', 'multi-factor', '2fa', 'mfa', 'two factor', 'deux facteurs', 'multifacteur', 'zwei-faktor'],
        ...['dos factores', 'multifactor', '二要素認証', '多要素認証', '2段階認証'],
      ],
    },
  },
  {
    id: 'api-keys',
    kind: 'press',
    scope: 'nav',
    outside: ELSEWHERE,
    names: {
      words: [
        'API Keys',
        'Clés API',
        "Clés d'API",
        'API-Schlüssel',
        'Claves de API',
        'Claves API',
        'APIキー',
        'API キー',
      ],
      exact: ['API Key'],
      not: ['learn more', 'docs', 'documentation'],
    },
  },
  {
    id: 'nav-office',
    kind: 'press',
    scope: 'nav',
    names: { exact: ['Office', 'Offices', 'Office Settings', 'My Office', 'Main Office'] },
  },
  { id: 'nav-saml', kind: 'press', scope: 'nav', names: { exact: ['SAML', 'SSO', 'SCIM'] } },
  {
    id: 'add-key',
    kind: 'press',
    scope: 'content',
    names: {
      words: [
        'Add key',
        'Add a key',
        'Add API key',
        'Add an API key',
        'Ajouter une clé',
        'Schlüssel hinzufügen',
        'Agregar clave',
        'Añadir clave',
        'Añadir una clave',
        'Agregar una clave',
        'キーを追加',
        'APIキーを追加',
        'Ajouter une clé API',
        "Ajouter une clé d'API",
        'API-Schlüssel hinzufügen',
        'Añadir clave API',
        'Agregar clave de API',
        'Agregar clave API',
      ],
      exact: [
        'New key',
        'Create key',
        'New API key',
        'Create API key',
        'Generate key',
        'Create a key',
        'Generate API key',
        'Generate new key',
        'Create new key',
        'Add new key',
        'Créer une clé',
        'Créer une clé API',
        'Générer une clé',
        'Nouvelle clé',
        'Schlüssel erstellen',
        'API-Schlüssel erstellen',
        'Neuer Schlüssel',
        'Schlüssel generieren',
        'Crear clave',
        'Crear clave de API',
        'Crear clave API',
        'Generar clave',
        'Nueva clave',
        'キーを作成',
        'APIキーを作成',
        '新しいキー',
        'キーを生成',
      ],
    },
    within: KEY_HEADINGS,
    hints: ['addkey', 'addapikey'],
    outside: ['Webhooks', 'Webhook', 'SSH Keys', 'Licenses', 'Integrations'],
  },
];

/** Every control of Dialpad's admin pages that the flow needs. */
export const DIALPAD_CONTROLS: readonly Control[] = [...NAVIGATION, ...KEY_CONTROLS, ...SIGN_IN];
