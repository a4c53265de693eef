import type { Control } from '../../page/find/types.ts';
import { SIGN_IN } from '../sign-in.ts';

/** Headings over the key's form and over the keys. */
export const KEY_HEADINGS = [
  'API Keys',
  'API Key',
  'Add key',
  'Add a key',
  'New key',
  'Edit API key',
  'Create API key',
  'Clés API',
  'API-Schlüssel',
  'Claves de API',
  'APIキー',
];

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
        '管理者設定',
        '管理設定',
      ],
      exact: ['Admin Portal', 'Dialpad Admin Portal', 'Admin Console', 'Admin'],
    },
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
      not: ['two-factor', 'multi-factor', '2fa', 'mfa', 'two factor'],
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
      ],
      exact: [
        'New key',
        'Create key',
        'New API key',
        'Create API key',
        'Generate key',
        'Create a key',
        'Generate API key',
      ],
    },
    within: KEY_HEADINGS,
    hints: ['addkey', 'addapikey'],
  },
];

/** The key's form and what it answers with. */
const KEY: readonly Control[] = [
  {
    id: 'key-name',
    kind: 'field',
    scope: 'content',
    names: {
      words: [
        'Name',
        'Key name',
        'API key name',
        'Name your key',
        'Nom',
        'Nom de la clé',
        'Schlüsselname',
        'Nombre',
        'Nombre de la clave',
        '名前',
        'キー名',
        'Key label',
      ],
      weak: ['Label', 'Description', 'Title', 'Bezeichnung'],
      not: [
        'first name',
        'last name',
        'company name',
        'user name',
        'username',
        'office name',
        'full name',
        'display name',
      ],
    },
    within: KEY_HEADINGS,
    hints: ['keyname'],
  },
  {
    id: 'key-save',
    kind: 'press',
    scope: 'content',
    near: 'key-name',
    names: {
      exact: [
        'Save',
        'Save key',
        'Save API key',
        'Generate',
        'Generate key',
        'Generate API key',
        'Create key',
        'Create API key',
        'Enregistrer',
        'Speichern',
        'Guardar',
        '保存',
        'Create',
        'Add',
      ],
    },
    within: KEY_HEADINGS,
  },
  {
    id: 'key-reveal',
    kind: 'press',
    scope: 'content',
    names: {
      words: [
        'Show value',
        'Click to show value',
        'Reveal value',
        'Show key',
        'Show API key',
        'Reveal key',
        'Afficher la valeur',
        'Wert anzeigen',
        'Mostrar valor',
        '値を表示',
        'View key',
        'View value',
        'Unmask',
      ],
      weak: ['Show', 'Reveal', 'Afficher', 'Anzeigen', 'Mostrar', '表示'],
    },
    within: KEY_HEADINGS,
  },
  {
    id: 'key-copy',
    kind: 'press',
    scope: 'content',
    names: {
      exact: [
        'Copy',
        'Copy key',
        'Copy API key',
        'Copy value',
        'Copy to clipboard',
        'Copier',
        'Kopieren',
        'Copiar',
        'コピー',
      ],
    },
    within: KEY_HEADINGS,
  },
];

/** Every control of Dialpad's admin pages that the flow needs. */
export const DIALPAD_CONTROLS: readonly Control[] = [...NAVIGATION, ...KEY, ...SIGN_IN];
