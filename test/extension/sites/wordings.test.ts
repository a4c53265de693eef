import { describe, expect, it } from 'vitest';
import { normalise } from '../../../extension/page/find/text.ts';
import type { Sayings } from '../../../extension/page/find/types.ts';
import { SAVED, TESTED } from '../../../extension/sites/jumpcloud/wordings.ts';

function toldBy(says: Sayings, text: string): 'failed' | 'succeeded' | null {
  const compared = normalise(text);
  if (says.failed.test(compared)) return 'failed';
  return says.succeeded.test(compared) ? 'succeeded' : null;
}

describe("what JumpCloud's messages say", () => {
  it.each([
    'The test was not successful.',
    'Connection is not valid',
    'Not a success',
    'The key has not been verified',
    'Verbindung war nicht erfolgreich',
    'Clave de API incorrecta',
    'La prueba terminó sin éxito',
    'La clave no es correcta',
    "Le test n'a pas réussi",
    'Test terminé sans succès',
    '接続テストは成功しませんでした',
    "didn't succeed",
    'Incorrect token',
    'Der Schlüssel ist ungültig',
    'La clé est invalide',
  ])('is a failed test: %s', (text) => {
    expect(toldBy(TESTED, text)).toBe('failed');
  });

  it.each([
    'Test successful',
    'Verbindung erfolgreich',
    'Conexión verificada correctamente',
    'Connexion réussie',
    'Connexion testée avec succès',
    '接続に成功しました',
    'Connected successfully',
    'Connection verified',
  ])('is a test that passed: %s', (text) => {
    expect(toldBy(TESTED, text)).toBe('succeeded');
  });

  it.each([
    'Unsaved changes',
    'You have unsaved changes',
    'Changes must be saved',
    'Changes have not been saved',
    'Not saved yet',
    'Last updated 2 minutes ago',
    'Nicht gespeicherte Änderungen',
    'Noch nicht gespeichert',
    'Änderungen müssen gespeichert werden',
    'Cambios sin guardar',
    'No guardado',
    'Modifications non enregistrées',
    'Modifications pas encore enregistrées',
    '未保存の変更',
    'Les modifications doivent être enregistrées',
    'Ungespeicherte Änderungen',
    'Cambios no guardados',
  ])('is no word of what became of Save: %s', (text) => {
    expect(toldBy(SAVED, text)).toBe(null);
  });

  it.each([
    'Saved',
    'Application saved',
    'Changes saved',
    'Application updated',
    'Your changes have been saved',
    'Gespeichert',
    'Anwendung wurde gespeichert',
    'Enregistré',
    'Application enregistrée',
    'Guardado',
    'Aplicación guardada',
    'Cambios guardados',
    '保存されました',
    'Modifications enregistrées avec succès',
  ])('is a Save that was done: %s', (text) => {
    expect(toldBy(SAVED, text)).toBe('succeeded');
  });
});
