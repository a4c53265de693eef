import type { Obstacle, Place, SiteFacts, StepFacts } from '../../page/find/types.ts';
import { DIALPAD_CONTROLS } from './controls.ts';
import { KEY_HEADINGS } from './key-controls.ts';

/** What the form of a new key speaks of beside the name. */
const KEY_FORM = /api key|expir|scope|cle api|api-schlussel|clave|apiキー|有効期限|gultig|ablauf|caduc/;

/** A page that shows a key says so. */
const KEY_WORDS = /\bkeys?\b|\bcles?\b|schlussel|clave|キー/;

/** How the pages of the settings are headed. */
const AUTHENTICATION = ['Authentication', 'Authentification', 'Authentifizierung', 'Autenticación', '認証'];
const API_KEYS = [
  'API Keys',
  'Clés API',
  "Clés d'API",
  'API-Schlüssel',
  'Claves de API',
  'Claves API',
  'APIキー',
  'API キー',
];

/** What only the settings have, or who is signed out: there, the menu of the account is no way. */
const SETTINGS = ['nav-office', 'nav-saml', 'key-name', 'key-reveal', 'key-copy', 'login-field', 'login-button'];

/** From the shallowest to the deepest. No address: the paths of the admin pages are not documented. */
const PLACES: readonly Place[] = [
  {
    id: 'home',
    signs: [
      { controls: ['admin-settings'] },
      { controls: ['account-menu'], without: SETTINGS },
      { controls: ['account-avatar'], without: SETTINGS },
    ],
  },
  {
    id: 'admin-settings',
    signs: [
      { selected: 'admin-settings' },
      { heading: ['Admin Settings', 'Admin Portal', 'Dialpad Admin Portal'] },
      { controls: ['my-company'] },
      { controls: ['office-switcher'], without: ['admin-settings', 'login-field'] },
    ],
  },
  { id: 'my-company', signs: [{ controls: ['authentication'] }] },
  {
    id: 'authentication',
    signs: [
      { controls: ['api-keys'] },
      { selected: 'authentication' },
      { title: AUTHENTICATION, controls: ['nav-saml'] },
    ],
  },
  { id: 'api-keys', signs: [{ controls: ['add-key'] }, { selected: 'api-keys' }, { title: API_KEYS }] },
  {
    id: 'key-form',
    signs: [
      { controls: ['key-name', 'key-save'], pattern: KEY_FORM },
      { controls: ['key-name'], heading: KEY_HEADINGS },
    ],
  },
  { id: 'key-shown', signs: [{ shows: 'value', pattern: KEY_WORDS, without: ['login-button'] }] },
];

const STEPS: readonly StepFacts[] = [
  {
    step: 'dialpad.my-company',
    reads: 'place',
    at: 'my-company',
    via: [
      { control: 'my-company', from: ['home', 'admin-settings'] },
      { control: 'office-switcher', from: ['home', 'admin-settings'] },
      { control: 'admin-settings', from: ['home'] },
      { control: 'account-menu', from: ['home'] },
      { control: 'account-avatar', from: ['home'] },
    ],
  },
  {
    step: 'dialpad.authentication',
    reads: 'place',
    at: 'authentication',
    via: [{ control: 'authentication', from: ['my-company'] }],
  },
  {
    step: 'dialpad.api-keys',
    reads: 'place',
    at: 'api-keys',
    via: [{ control: 'api-keys', from: ['authentication'] }],
  },
  { step: 'dialpad.add-key', reads: 'place', at: 'key-form', via: [{ control: 'add-key', from: ['api-keys'] }] },
  {
    step: 'dialpad.generate-key',
    reads: 'form',
    at: 'key-form',
    field: 'key-name',
    submit: 'key-save',
    shownAt: 'key-shown',
  },
  { step: 'dialpad.save-key', reads: 'value', reveal: 'key-reveal', copy: 'key-copy' },
];

const OBSTACLES: readonly Obstacle[] = [
  { problem: 'signed-out', at: 'unknown', signs: [{ controls: ['login-field', 'login-button'] }] },
  {
    // The admin pages with no way to the company: an office's admin sees them so.
    problem: 'not-an-admin',
    at: 'unknown',
    signs: [
      {
        text: ['Admin Settings', 'Admin Portal', 'Dialpad Admin Portal'],
        controls: ['nav-office'],
        without: ['my-company', 'authentication', 'api-keys', 'office-switcher', 'login-field'],
      },
    ],
  },
  {
    problem: 'not-an-admin',
    at: ['admin-settings'],
    signs: [
      {
        heading: ['Admin Settings', 'Admin Portal', 'Dialpad Admin Portal'],
        without: ['my-company', 'authentication', 'api-keys'],
      },
      { selected: 'admin-settings', without: ['my-company', 'authentication', 'api-keys'] },
    ],
  },
  { problem: 'not-an-admin', at: ['authentication'], signs: [{ controls: ['nav-saml'], without: ['api-keys'] }] },
];

/** Dialpad's admin pages. */
export const dialpad: SiteFacts = {
  site: 'dialpad',
  origins: ['https://dialpad.com', 'https://sandbox.dialpad.com'],
  controls: DIALPAD_CONTROLS,
  places: PLACES,
  steps: STEPS,
  obstacles: OBSTACLES,
  workspace: ['key-name', 'key-copy', 'key-reveal', 'add-key'],
  active: null,
  paged: null,
};
