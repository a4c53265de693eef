import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../extension/page/find/find-controls.ts';
import { normalise } from '../../../extension/page/find/text.ts';
import { DIALPAD_CONTROLS } from '../../../extension/sites/dialpad/controls.ts';
import { JUMPCLOUD_CONTROLS } from '../../../extension/sites/jumpcloud/controls.ts';

/** Whether a text may be the name of a control. */
function mayBe(control: string, text: string, controls = JUMPCLOUD_CONTROLS): boolean {
  const names = namesOf(controls, control);
  const compared = normalise(text);
  return names !== null && names.match(compared) !== null && !names.rulesOut(compared);
}

describe('the field of the key', () => {
  it.each([
    ...['Token Key', 'Your Token Key', 'SCIM API token (required)', 'Enter the API key', 'Bearer token of the service'],
    ...[
      'Valeur du jeton',
      'Geheimtoken',
      'Valor del token',
      'シークレット トークン',
      'アクセストークンの値',
      'Chiave token',
    ],
  ])('may be called "%s"', (name) => expect(mayBe('token-key', name)).toBe(true));

  it.each([
    ...['API Key Name', 'API Token Label', 'API key ID', 'Token description', 'Token Key ID', 'Token Key Description'],
    ...['Token owner email', 'Token notes', 'Allowed IPs for token', 'Bearer Token Header', 'Who owns this token?'],
    ...['Last four of token', 'Masked token', 'Previous token', 'Type of token', 'Token format', 'Token prefix'],
    ...['Description du jeton', 'Beschreibung des Tokens', 'Token-Beschreibung', 'Descripción del token'],
    ...['トークンの説明', 'トークン名'],
  ])('is not the one called "%s"', (name) => expect(mayBe('token-key', name)).toBe(false));
});

describe('the field of the address', () => {
  it.each([
    ...['Base URL', 'SCIM 2.0 Base URL', 'Base URL (e.g. https://api.example.com/scim)', 'Adresse de base SCIM'],
    ...[
      'SCIM-Endpunkt-URL',
      'URL del punto de conexión SCIM',
      'SCIM ベースURL',
      "The base URL of the app's SCIM service",
    ],
  ])('may be called "%s"', (name) => expect(mayBe('base-url', name)).toBe(true));

  it.each([
    ...['SCIM audit URL', 'SCIM export URL', 'Provisioning status URL', 'Portal base URL', 'Image base URL'],
    ...['Base URL for avatars', 'Base URL of user portal', 'SCIM URL of previous provider', 'Tenant support URL'],
    ...['SCIM Schema URL', 'SCIM event endpoint', 'URL de statut SCIM', 'SCIM-Status-URL'],
  ])('is not the one called "%s"', (name) => expect(mayBe('base-url', name)).toBe(false));
});

describe('the field of the test address', () => {
  it.each([
    ...['Test User Email', "Test user's email address", 'Email of a new test user', 'E-Mail für den Testbenutzer'],
    ...["Courriel de l'utilisateur de test", 'Correo del usuario de pruebas', 'テストに使うメールアドレス'],
  ])('may be called "%s"', (name) => expect(mayBe('test-user-email', name)).toBe(true));

  it.each([
    ...[
      'Latest email',
      'Contest email',
      'Attestation email',
      'Tester email',
      'Test failure email',
      'Probe contact email',
    ],
    ...['Contact email for test results', 'Email template test', 'Technical contact for tests (email)'],
  ])('is not the one called "%s"', (name) => expect(mayBe('test-user-email', name)).toBe(false));
});

describe('the button that adds a key', () => {
  it.each(['Add key', 'Generate another API key', 'Nouvelle clé API', 'Neuen Schlüssel anlegen', '新しいキーを発行'])(
    'may be called "%s"',
    (name) => expect(mayBe('add-key', name, DIALPAD_CONTROLS)).toBe(true),
  );

  it.each(['Hide new keys', 'Add keyboard shortcut', 'Import new keys', 'New monkey', 'Generate key usage report'])(
    'is not the one called "%s"',
    (name) => expect(mayBe('add-key', name, DIALPAD_CONTROLS)).toBe(false),
  );
});
