import type { Obstacle, Place, PlaceSign, SiteFacts, StepFacts, Way } from '../../page/find/types.ts';
import { OWN_TITLE } from './application-names.ts';
import { JUMPCLOUD_CONTROLS } from './controls.ts';
import { ACTIVATED, SAVED, TESTED } from './wordings.ts';

function namesOfTab(tab: string): readonly string[] {
  return JUMPCLOUD_CONTROLS.find(({ id }) => id === tab)?.names.exact ?? [];
}

/** The tab of the provisioning is the one that is shown. */
const IDENTITY_SHOWN: readonly PlaceSign[] = [
  { selected: 'tab-identity' },
  { plainTab: { texts: namesOfTab('tab-identity'), beside: 'tab-groups' } },
];

/** From the shallowest to the deepest. Addresses are hints only: the console's routes changed with each generation. */
const PLACES: readonly Place[] = [
  { id: 'home', signs: [{ controls: ['nav-sso-applications'] }, { controls: ['nav-access'] }] },
  {
    id: 'applications',
    signs: [
      { heading: ['Configured Applications'] },
      {
        title: [
          'SSO Applications',
          'SSO',
          'Applications SSO',
          'SSO-Anwendungen',
          'Aplicaciones SSO',
          'SSOアプリケーション',
        ],
      },
      { controls: ['add-application'] },
      { controls: ['application-row'], url: /\/#\/(applications|sso)/ },
    ],
  },
  {
    id: 'new-application',
    signs: [
      {
        heading: [
          'Create New Application Integration',
          'Configure New Application',
          'Select Application',
          'Create New Application',
        ],
      },
    ],
  },
  {
    // The key would go to another service.
    id: 'another-application',
    elsewhere: true,
    signs: [
      {
        titledOther: {
          above: ['tab-identity', 'tab-groups', 'base-url', 'token-key'],
          own: OWN_TITLE,
          neutral:
            /jumpcloud|admin|console|portal|scim|custom|applicat|\bapps?\b|integrat|provision|identi|idm|sso|single sign|config|setting|general|user|group|welcome|home|dashboard|connect|anwendung|aplicac|einstellung|konfig|konfiguration|parametr|ajustes|gestion|verwaltung|benutzer|utilisateur|usuario|grup|bereitstell|アプリ|設定|管理|プロビ|ユーザ/,
          unlessPointed: 'application-row',
        },
      },
    ],
  },
  { id: 'application', signs: [{ controls: ['tab-identity'] }, { controls: ['tab-groups', 'tab-sso'] }] },
  // What is imported comes from another service: its form looks like ours.
  { id: 'import', elsewhere: true, signs: [{ selected: 'tab-import' }] },
  {
    id: 'user-groups',
    signs: [
      { shownTab: 'tab-groups', without: ['base-url'] },
      { plainTab: { texts: namesOfTab('tab-groups'), beside: 'tab-identity' }, without: ['base-url'] },
      {
        controls: ['tab-groups'],
        text: ['show bound User Groups', 'Bound User Groups', 'User Group Name'],
        without: ['base-url'],
      },
    ],
  },
  {
    id: 'identity-management',
    signs: [
      ...IDENTITY_SHOWN,
      { controls: ['tab-identity', 'settings-panel'] },
      { controls: ['tab-identity', 'base-url', 'token-key'] },
    ],
  },
  {
    id: 'configuration-settings',
    signs: [
      { controls: ['base-url', 'token-key'] },
      { controls: ['base-url', 'test-connection'] },
      { controls: ['token-key', 'test-connection'] },
    ],
  },
];

const FORM = ['base-url', 'token-key'] as const;

/** Per-app links land on Home, so the application is opened from the list. */
const TO_APPLICATION: readonly Way[] = [
  { control: 'application-row', from: ['applications'], listed: true },
  { control: 'nav-sso-applications', from: ['home', 'new-application', 'another-application'] },
  { control: 'nav-access', from: ['home'] },
];

const STEPS: readonly StepFacts[] = [
  {
    step: 'jumpcloud.open-application',
    reads: 'place',
    at: 'application',
    via: TO_APPLICATION,
  },
  {
    step: 'jumpcloud.identity-management',
    reads: 'place',
    at: 'identity-management',
    via: [{ control: 'tab-identity', from: ['application', 'import', 'user-groups'] }],
  },
  {
    step: 'jumpcloud.configuration-settings',
    reads: 'place',
    at: 'configuration-settings',
    via: [
      { control: 'settings-panel', from: ['identity-management'] },
      { control: 'configure', from: ['identity-management'] },
    ],
  },
  {
    step: 'jumpcloud.deactivate',
    reads: 'by-hand',
    control: 'deactivate',
    opener: 'actions-menu',
    frees: 'token-key',
    unless: 'update',
  },
  {
    step: 'jumpcloud.scim-version',
    reads: 'choice',
    control: 'scim-2',
    other: 'scim-1',
    label: /^(scim (v(ersion)? ?)?2(\.0)?|2\.0|v2(\.0)?|version 2\.0)$/,
    otherLabel: /^(scim (v(ersion)? ?)?1(\.1)?|1\.1|v1(\.1)?|version 1\.1)$/,
    anchors: FORM,
  },
  { step: 'jumpcloud.base-url', reads: 'field', control: 'base-url', holds: 'base-url', anchors: FORM },
  { step: 'jumpcloud.token-key', reads: 'field', control: 'token-key', holds: 'token-key', anchors: FORM },
  {
    step: 'jumpcloud.test-user-email',
    reads: 'field',
    control: 'test-user-email',
    holds: 'test-address',
    anchors: FORM,
  },
  {
    step: 'jumpcloud.test-connection',
    reads: 'press',
    control: 'test-connection',
    anchors: FORM,
    says: TESTED,
    appears: 'activate',
    vanishesUnless: null,
    instead: null,
  },
  {
    step: 'jumpcloud.group-management',
    reads: 'switch',
    control: 'group-management',
    opener: 'group-opener',
    after: 'jumpcloud.test-connection',
    beside: ['activate', 'update', 'deactivate'],
    about: /group|grupp|grupo|グループ/,
    off: /^(off|no|none|disabled?|inactive|aus|nein|(de|in)aktiv(iert)?|non|desactivee?|inactif|desactivad[oa]|inactiv[oa]|オフ|無効|いいえ)$/,
    on: /^(on|yes|enabled?|active|ein|an|ja|aktiv(iert)?|oui|activee?|actif|si|activad[oa]|activ[oa]|オン|有効|はい)$/,
    turnsOff:
      /\b(disable|turn off|switch off|deactivate|desactiver|deaktivieren|(aus|ab)schalten|desactivar|(des|in)habilitar)\b|(を)?(無効に?(化|する)?|オフにする)/,
    turnsOn:
      /\b(enable|turn on|switch on|activate|activer|aktivieren|einschalten|activar|habilitar)\b|有効に?(化|する)?|オンにする/,
    anchors: FORM,
  },
  {
    step: 'jumpcloud.activate',
    reads: 'press',
    control: 'activate',
    anchors: FORM,
    says: ACTIVATED,
    appears: null,
    vanishesUnless: 'test-connection',
    instead: 'update',
  },
  {
    step: 'jumpcloud.save',
    reads: 'save',
    control: 'save',
    after: 'jumpcloud.activate',
    place: 'application',
    says: SAVED,
  },
  {
    step: 'jumpcloud.user-groups',
    reads: 'ticks',
    tab: 'tab-groups',
    apart: FORM,
    at: 'user-groups',
    save: 'save',
    within: 'application',
    via: TO_APPLICATION,
    says: SAVED,
  },
];

const OBSTACLES: readonly Obstacle[] = [
  { problem: 'signed-out', at: 'unknown', signs: [{ controls: ['login-field', 'login-button'] }] },
  {
    problem: 'sso-app-missing',
    afterSearch: true,
    at: ['applications', 'new-application'],
    signs: [
      { controls: ['add-application'], without: ['application-row'] },
      { heading: ['Configured Applications'], without: ['application-row'] },
      { heading: ['Create New Application Integration', 'Select Application'] },
    ],
  },
  {
    problem: 'sso-not-active',
    at: ['application', 'identity-management', 'user-groups'],
    signs: [
      {
        pattern:
          /\b(sso|single sign-on( \(sso\))?)( status)?:? (is )?(inactive|not active|not activated|not configured|disabled)\b|(activate|configure|set up|enable) (saml |your )?(sso|single sign-on( \(sso\))?)( connection| application| configuration)? (first|before|to)|(sso|single sign-on( \(sso\))?) (must|needs to|has to) be (active|activated|configured|enabled)|requires? (an active |active |saml )?(sso|single sign-on)/,
        without: ['base-url'],
      },
    ],
  },
];

/** JumpCloud's admin console, in both regions. */
export const jumpcloud: SiteFacts = {
  site: 'jumpcloud',
  origins: ['https://console.jumpcloud.com', 'https://console.eu.jumpcloud.com'],
  controls: JUMPCLOUD_CONTROLS,
  places: PLACES,
  steps: STEPS,
  obstacles: OBSTACLES,
  paged: {
    next: 'next-page',
    back: 'previous-page',
    at: 'identity-management',
    tab: 'tab-identity',
    shown: IDENTITY_SHOWN,
    form: 'configuration-settings',
    steps: [
      'jumpcloud.scim-version',
      'jumpcloud.base-url',
      'jumpcloud.token-key',
      'jumpcloud.test-user-email',
      'jumpcloud.test-connection',
      'jumpcloud.activate',
      'jumpcloud.save',
    ],
    anywhere: 'jumpcloud.group-management',
  },
  workspace: ['base-url', 'token-key', 'scim-2', 'tab-identity', 'tab-groups', 'settings-panel'],
  active: {
    text: /^(identity management|provisioning|idm|user provisioning|scim|gestion des identites|provisionnement|identitatsverwaltung|bereitstellung|gestion de identidades|aprovisionamiento|id ?管理|プロビジョニング)( integration| status)?:? ?(is |est |ist |esta )?(now )?(active|activated|enabled|(turned )?on|actif|activee?|aktiv|aktiviert|activ[oa]|有効)$/,
    control: 'update',
    from: 'application',
    activate: 'jumpcloud.activate',
    offer: 'activate',
  },
};
