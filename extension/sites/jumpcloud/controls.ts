import type { Control } from '../../page/find/types.ts';
import { OTHER_ROW, ROW_SET_ASIDE } from './application-names.ts';
import { DEACTIVATION_CONTROLS } from './deactivation-controls.ts';
import { FORM_CONTROLS } from './form-controls.ts';
import { GROUP_SECTIONS, PANEL_TITLES, SECTIONS, SHORT_TITLES } from './sections.ts';
import { SIGN_IN } from '../sign-in.ts';

/** Tabs that stand beside "Identity Management" in an application, in every generation of the console. */
const TABS = [
  'General Info',
  'General',
  'SSO',
  'Single Sign-On',
  'Overview',
  'Informations générales',
  'Allgemeine Informationen',
  'Allgemein',
  'Información general',
  '一般情報',
  '全般',
  'General information',
  'Details',
  'Informations',
  'Général',
  'Übersicht',
  'Resumen',
  '概要',
  '基本情報',
];

/** Ways to an application's settings. */
const NAVIGATION: readonly Control[] = [
  {
    id: 'nav-sso-applications',
    kind: 'press',
    scope: 'nav',
    names: {
      words: ['SSO Applications'],
      exact: ['Applications SSO', 'SSO-Anwendungen', 'Aplicaciones SSO', 'SSOアプリケーション', 'SSO Apps'],
      // An application has a tab called SSO.
      weak: ['Applications', 'Anwendungen', 'Aplicaciones', 'SSO', 'Single Sign-On'],
    },
  },
  {
    id: 'nav-access',
    kind: 'press',
    scope: 'nav',
    names: { exact: ['Access', 'User Authentication', 'Authentication', 'Accès', 'Zugriff', 'Acceso', 'アクセス'] },
  },
  {
    id: 'add-application',
    kind: 'press',
    scope: 'content',
    names: {
      words: [
        'Add New Application',
        'Add your first application',
        'Ajouter une application',
        'Anwendung hinzufügen',
        'Agregar aplicación',
      ],
      exact: ['Add Application', 'New Application'],
    },
    hints: ['addapplicationbtn'],
  },
  {
    id: 'application-row',
    kind: 'row',
    scope: 'content',
    names: { words: ['Dialpad'], not: ['learn more', 'help center'], unlike: OTHER_ROW, aside: ROW_SET_ASIDE },
  },
];

const STRIP: readonly Control[] = [
  {
    id: 'tab-identity',
    kind: 'press',
    scope: 'strip',
    among: TABS,
    names: {
      exact: [
        'Identity Management',
        'Provisioning',
        'IdM',
        'User Provisioning',
        'SCIM Provisioning',
        'Identity Management (IdM)',
        'Gestion des identités',
        'Provisionnement',
        'Identitätsverwaltung',
        'Bereitstellung',
        'Gestión de identidades',
        'Aprovisionamiento',
        'ID管理',
        'アイデンティティ管理',
        'プロビジョニング',
        'ID 管理',
        'ユーザープロビジョニング',
        'Identitätsmanagement',
        'Benutzerbereitstellung',
        'Provisionierung',
        'Approvisionnement',
        "Gestion de l'identité",
        'Provisionnement des utilisateurs',
        'Administración de identidades',
        'Gestión de identidad',
        'Aprovisionamiento de usuarios',
        'Identity Provisioning',
        'Directory Sync',
      ],
      words: ['Identity Management'],
      weak: ['SCIM'],
    },
  },
  {
    id: 'tab-groups',
    kind: 'press',
    scope: 'strip',
    among: TABS,
    names: {
      exact: ['User Groups', "Groupes d'utilisateurs", 'Benutzergruppen', 'Grupos de usuarios', 'ユーザーグループ'],
      words: ['User Groups'],
      weak: ['Groups', 'Groupes', 'Gruppen', 'Grupos', 'グループ'],
    },
  },
  {
    id: 'tab-import',
    kind: 'press',
    scope: 'strip',
    among: TABS,
    names: {
      exact: [
        ...['Import', 'Import Users', 'User Import', 'Importation', 'Importer', 'Importieren', 'Benutzerimport'],
        ...['Importación', 'Importar', 'Importar usuarios', 'インポート'],
      ],
    },
  },
  {
    id: 'tab-sso',
    kind: 'press',
    scope: 'strip',
    among: ['General Info', 'General', 'User Groups', 'Identity Management', 'Provisioning'],
    names: { exact: ['SSO', 'Single Sign-On', 'Single Sign On', 'Single Sign-On (SSO)'] },
  },
];

const PANEL: readonly Control[] = [
  {
    id: 'settings-panel',
    kind: 'press',
    scope: 'content',
    staticText: true,
    names: {
      words: PANEL_TITLES,
      exact: SHORT_TITLES,
      not: ['save', 'learn'],
    },
    within: SECTIONS,
  },
  {
    id: 'configure',
    kind: 'press',
    scope: 'content',
    names: {
      exact: [
        'Configure',
        'Configure Identity Management',
        'Configure Provisioning',
        'Configure SCIM',
        'Set up',
        'Configurer',
        'Konfigurieren',
        'Configurar',
        '構成',
      ],
      not: ['sso', 'application'],
    },
    within: SECTIONS,
  },
  {
    id: 'group-opener',
    kind: 'press',
    scope: 'content',
    names: { exact: GROUP_SECTIONS },
  },
];

/** Every control of JumpCloud's console that the flow needs, in all generations known. */
export const JUMPCLOUD_CONTROLS: readonly Control[] = [
  ...NAVIGATION,
  ...STRIP,
  ...PANEL,
  ...FORM_CONTROLS,
  ...DEACTIVATION_CONTROLS,
  ...SIGN_IN,
];
