/** Headings of the section that holds the SCIM settings. */
export const SECTIONS = [
  'Identity Management',
  'Provisioning',
  'Configuration Settings',
  'Service Provider (SP) Configuration',
  'SCIM',
  'Service Provider Configuration',
  'Gestion des identités',
  'Identitätsverwaltung',
  'Gestión de identidades',
  'ID管理',
  'Paramètres de configuration',
  'Konfigurationseinstellungen',
  'Ajustes de configuración',
  'Configuración',
  'Aprovisionamiento',
  'Provisionnement',
  'Bereitstellung',
  '構成設定',
  'プロビジョニング',
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

/** Over the parts of the form, in boxes of their own or in one. */
const PARTS = [
  ...SECTIONS,
  ...GROUP_SECTIONS,
  ...[
    'Connection',
    'Connexion',
    'Verbindung',
    'Conexión',
    '接続',
    'Configuration',
    'Konfiguration',
    'Settings',
    '設定',
  ],
  ...['Activation', 'Aktivierung', 'Activación', '有効化', 'Status', 'Estado', 'Statut', 'Test', 'Actions', 'Dialpad'],
  ...['Credentials', 'Summary', 'Review', 'Finish'],
];

/** What belongs to the SCIM form. */
export const OF_FORM = { of: ['token-key', 'base-url'], headings: PARTS };
