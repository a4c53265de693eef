import type { ActivityTexts } from './activity-en.ts';

export const activityDe: ActivityTexts = {
  answered: {
    lookup: 'JumpCloud hat ein Konto nach seinem Namen gesucht.',
    list: 'JumpCloud hat eine Liste gelesen.',
    read: 'JumpCloud hat ein Konto oder eine Gruppe gelesen.',
    'test-user-create': 'JumpCloud hat seinen Testbenutzer angelegt.',
    'test-user-update': 'JumpCloud hat seinen Testbenutzer geändert.',
    'test-user-delete': 'JumpCloud hat seinen Testbenutzer entfernt.',
    'test-group': 'JumpCloud hat die Gruppenverwaltung ausprobiert.',
    create: 'JumpCloud hat einen Benutzer angelegt.',
    update: 'JumpCloud hat einen Benutzer geändert.',
    suspend: 'JumpCloud hat einen Benutzer gesperrt.',
    reactivate: 'JumpCloud hat einen Benutzer wieder aktiviert.',
    delete: 'JumpCloud hat einen Benutzer entfernt.',
    group: 'JumpCloud hat eine Gruppe oder ihre Mitglieder geändert.',
    discovery: 'JumpCloud hat gefragt, was dieser Server kann.',
    refused: 'Der Aufruf wurde abgelehnt.',
  },
  attempted: {
    lookup: 'JumpCloud hat ein Konto nach seinem Namen gesucht',
    list: 'JumpCloud hat nach einer Liste gefragt',
    read: 'JumpCloud hat nach einem Konto oder einer Gruppe gefragt',
    'test-user-create': 'JumpCloud wollte seinen Testbenutzer anlegen',
    'test-user-update': 'JumpCloud wollte seinen Testbenutzer ändern',
    'test-user-delete': 'JumpCloud wollte seinen Testbenutzer entfernen',
    'test-group': 'JumpCloud hat die Gruppenverwaltung ausprobiert',
    create: 'JumpCloud wollte einen Benutzer anlegen',
    update: 'JumpCloud wollte einen Benutzer ändern',
    suspend: 'JumpCloud wollte einen Benutzer sperren',
    reactivate: 'JumpCloud wollte einen Benutzer wieder aktivieren',
    delete: 'JumpCloud wollte einen Benutzer entfernen',
    group: 'JumpCloud wollte eine Gruppe oder ihre Mitglieder ändern',
    discovery: 'JumpCloud hat gefragt, was dieser Server kann',
    refused: 'Ein Aufruf wurde abgelehnt',
  },
  because: {
    'key-revoked': 'Der Schlüssel wurde widerrufen. JumpCloud braucht einen neuen.',
    'key-expired': 'Der Schlüssel ist abgelaufen. JumpCloud braucht einen neuen.',
    'key-not-bearer': 'Der Schlüssel kam nicht als Bearer-Token. Wählen Sie in JumpCloud „Bearer token“.',
    'scope-missing':
      'Dem Schlüssel fehlt die Berechtigung. Verwenden Sie einen mit den voreingestellten Berechtigungen.',
    'plan-not-eligible': 'Mit dem Tarif des Unternehmens ist SCIM nicht möglich.',
    'domain-not-allowed':
      'Die Adresse liegt auf einer Domain, die für das Unternehmen nicht zugelassen ist. Der Dialpad-Support kann sie zulassen.',
    'user-exists': 'Ein Konto mit diesem userName gibt es schon.',
    'group-exists': 'Eine Gruppe mit diesem Namen gibt es schon.',
    'groups-off':
      'die Einstellungen des Unternehmens lehnen Gruppen ab. Schalten Sie die Gruppenverwaltung in JumpCloud aus oder erlauben Sie Gruppen.',
    'not-a-scim-path': 'Diesen Pfad gibt es nicht. Prüfen Sie die Base URL in JumpCloud.',
    'rate-limited': 'Zu viele Aufrufe auf einmal. JumpCloud versucht es von selbst noch einmal.',
    unavailable:
      'Dieser Server war ausgelastet oder sein Speicher nicht erreichbar. JumpCloud versucht es von selbst noch einmal.',
    'server-error': 'In diesem Server ist ein Fehler aufgetreten. Geschieht es wieder, sagen Sie es dem Support.',
    invalid: 'Die Anfrage war nicht gültig.',
  },
  domainNotAllowed: (domain) =>
    `Die Adresse liegt auf ${domain}; diese Domain ist für das Unternehmen nicht zugelassen. Der Dialpad-Support kann sie zulassen.`,
  notThere: 'Es gibt keines. Das ist zu erwarten, wenn JumpCloud vor dem Anlegen oder nach dem Entfernen nachsieht.',
  otherwise: (status) => `Die Antwort war ${status}.`,
};
