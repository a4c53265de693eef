/** How the panel of the SCIM settings is headed. */
export const PANEL_TITLES = [
  'Configuration Settings',
  'Paramètres de configuration',
  'Konfigurationseinstellungen',
  'Ajustes de configuración',
  'Configuración de SCIM',
  'SCIM-Konfiguration',
  'Configuration SCIM',
  'Paramètres SCIM',
  '構成設定',
  '構成の設定',
  'SCIM設定',
];

/** The same in fewer words, which head other panels too. */
export const SHORT_TITLES = [
  '設定',
  'Configuración',
  'Konfiguration',
  'Connection Settings',
  'Connection',
  'SCIM Connection',
  'SCIM Configuration',
  'SCIM Settings',
  'Provisioning Settings',
  'Provisioning Configuration',
  'Configuration',
];

/** Headings of the section that holds the SCIM settings. */
export const SECTIONS = [
  'Identity Management',
  'Provisioning',
  'Connection Settings',
  'Service Provider (SP) Configuration',
  'SCIM',
  'Service Provider Configuration',
  'Gestion des identités',
  'Identitätsverwaltung',
  'Gestión de identidades',
  'ID管理',
  'Configuración',
  'Aprovisionamiento',
  'Provisionnement',
  'Bereitstellung',
  'プロビジョニング',
  ...PANEL_TITLES,
];

/** Over the switch of the groups. */
export const GROUP_SECTIONS = [
  'Group Management',
  'Gestion des groupes',
  'Gruppenverwaltung',
  'Gestión de grupos',
  'Administración de grupos',
  'グループ管理',
  'グループの管理',
];

/** Over what JumpCloud takes in from another service, with an address and a token of its own. */
export const IMPORT_SECTIONS = [
  ...['Import Configuration', 'Import users', 'User Import', 'Import settings', 'Import connection', 'Import from'],
  ...[
    'Importer des utilisateurs',
    "Configuration de l'importation",
    "Configuration de l'import",
    'Benutzer importieren',
  ],
  ...['Importkonfiguration', 'Importeinstellungen', 'Importar usuarios', 'Configuración de importación'],
  ...['Configuración de la importación', 'ユーザーのインポート', 'インポート設定', 'インポートの設定'],
];

/** Over the parts of the form, in boxes of their own or in one. */
const PARTS = [
  ...SECTIONS,
  ...GROUP_SECTIONS,
  ...SHORT_TITLES,
  ...['Connexion', 'Verbindung', 'Conexión', '接続', 'Settings'],
  ...['Activation', 'Aktivierung', 'Activación', '有効化', 'Status', 'Estado', 'Statut', 'Test', 'Actions', 'Dialpad'],
  ...['Credentials', 'Summary', 'Review', 'Finish'],
];

/** What belongs to the SCIM form. */
export const OF_FORM = { of: ['token-key', 'base-url'], headings: PARTS };
