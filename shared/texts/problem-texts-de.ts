import type { ProblemCode } from '../setup/problems.ts';
import { domainRequest, planRequest, type ProblemText } from './problem-texts-en.ts';
import { hindrancesDe } from './hindrance-texts-de.ts';
import { targetMissing } from './hindrance-texts-en.ts';

export const problemsDe: Record<ProblemCode, ProblemText> = {
  'plan-not-eligible': {
    title: 'Dieser Tarif erlaubt SCIM nicht',
    cause: ({ plan }) =>
      `Ai Voice erlaubt SCIM in den Tarifen Pro und Enterprise; das Unternehmen hat ${plan ? `„${plan}“` : 'einen anderen'}.`,
    next: 'Bitten Sie Ihren Kontoinhaber oder Dialpad, den Tarif zu ändern. Sobald das geschehen ist, geht es hier von selbst weiter.',
    labels: { copy: 'Anfrage an Dialpad kopieren' },
    request: planRequest,
  },
  'secondary-domain-missing': {
    title: 'jumpcloud.com ist noch nicht zugelassen',
    cause: ({ status }) =>
      status
        ? 'JumpCloud wollte seinen Testbenutzer auf jumpcloud.com anlegen. Das wurde abgelehnt, weil die Domain für das Unternehmen nicht zugelassen ist.'
        : 'Der Testbenutzer von JumpCloud liegt auf jumpcloud.com. Bis der Dialpad-Support diese Domain einträgt, schlägt das Aktivieren fehl.',
    next: ({ message }) =>
      message === 'asked'
        ? 'Der Dialpad-Support ist gefragt. Es geht von selbst weiter, sobald er zustimmt.'
        : 'Bitten Sie den Dialpad-Support, sie zuzulassen, oder schicken Sie ihm selbst diese Anfrage: Contact us › Submit a request › Account changes › Adding a secondary domain. Sobald die Domain zugelassen ist, geht es hier von selbst weiter.',
    labels: { perform: 'Support bitten, jumpcloud.com zuzulassen', copy: 'Anfrage an den Support kopieren' },
    request: domainRequest,
  },
  'not-an-admin': {
    title: 'Dieses Konto ist kein Administrator',
    cause: () => 'Die Seite bietet dem angemeldeten Konto die Verwaltung nicht an.',
    next: 'Melden Sie sich als Company Admin an (in JumpCloud: Administrator), oder bitten Sie einen, den Einrichtungslink zu öffnen.',
  },
  'signed-out': {
    title: 'Sie sind abgemeldet',
    cause: () => 'Die Seite verlangt eine Anmeldung.',
    next: 'Melden Sie sich auf der Seite an. Die Einrichtung geht dort weiter, wo sie war.',
  },
  'target-missing': targetMissing(hindrancesDe),
  'target-ambiguous': {
    title: 'Mehrere Elemente passen',
    cause: ({ seen }) =>
      seen ? `Diese sehen gleich aus: ${seen}.` : 'Mehr als ein Element der Seite passt zur Beschreibung.',
    next: 'Zeigen Sie dem Assistenten das richtige, damit nichts Falsches berührt wird.',
  },
  'fill-reverted': {
    title: 'Die Seite hat das Feld zurückgesetzt',
    cause: ({ message }) =>
      message === 'typed'
        ? 'Inzwischen wurde etwas in das Feld getippt; deshalb blieb es, wie es ist.'
        : 'Der Wert wurde ausgefüllt, und die Seite hat ihn gleich wieder geändert.',
    next: 'Versuchen Sie es noch einmal, oder geben Sie den Wert von Hand ein.',
    labels: { retry: 'Erneut versuchen' },
  },
  'key-not-seen': {
    title: 'Der Assistent hat den Schlüssel nicht',
    cause: ({ message }) => {
      if (message === 'window-over')
        return 'Auf der Seite von Dialpad ist ein Fenster offen. Fragt es etwas, antworten Sie dort; zeigt es den Schlüssel, zeigen Sie ihn dem Assistenten.';
      if (message === 'key-damaged')
        return 'Gezeigt wurde nur ein Teil eines Schlüssels, oder ein Zeichen darin ist falsch.';
      if (message === 'no-key')
        return 'Was angeklickt wurde, sieht nicht nach einem Schlüssel aus, oder der Schlüssel steht dort nicht allein.';
      return message ?? 'Auf der Seite wurde kein API-Schlüssel gelesen, oder der Browser wurde seitdem geschlossen.';
    },
    next: 'Geben Sie dem Assistenten den Schlüssel von der Seite von Dialpad, oder fügen Sie ihn in der Seitenleiste unter „API key“ ein. Wird er nicht mehr gezeigt, muss ein neuer erstellt werden.',
    labels: { back: 'Neuen Schlüssel erstellen', point: 'Schlüssel zeigen' },
  },
  'no-request-arrived': {
    title: 'Der Aufruf von JumpCloud ist nicht angekommen',
    cause: ({ expected, message }) =>
      message === 'answered-elsewhere'
        ? `Die Prüfung von JumpCloud war erfolgreich, aber hier ist nichts angekommen: Etwas anderes antwortet${expected ? ` unter ${expected}` : ''}, etwa ein Proxy oder ein anderer Server.`
        : `JumpCloud sollte aufrufen, und nichts ist angekommen${expected ? ` unter ${expected}` : ''}. Vielleicht ist eine Firewall dazwischen.`,
    next: ({ message }) =>
      message === 'answered-elsewhere'
        ? 'Lassen Sie vom Betreiber des Servers prüfen, wohin diese Adresse führt. Tragen Sie dann die Base URL noch einmal ein und prüfen Sie die Verbindung noch einmal.'
        : 'Prüfen Sie, ob die Base URL in JumpCloud genau die hier genannte ist, und prüfen Sie dann die Verbindung noch einmal.',
    labels: { retry: 'Erneut prüfen …', back: 'Base URL noch einmal eintragen' },
  },
  'wrong-token': {
    title: 'JumpCloud hat einen ungültigen Schlüssel verwendet',
    cause: ({ last4, message }) => {
      if (message === 'key-revoked') return 'Der Schlüssel im Feld Token Key wurde widerrufen.';
      if (message === 'key-expired') return 'Der Schlüssel im Feld Token Key ist abgelaufen.';
      if (message === 'key-not-bearer')
        return 'Der Aufruf kam an und wurde abgelehnt (401): Der Schlüssel kam mit, aber nicht als Bearer-Token.';
      if (message === 'scope-missing')
        return 'Dem Schlüssel im Feld Token Key fehlt eine Berechtigung, die JumpCloud braucht.';
      if (message === 'key-elsewhere')
        return 'Der Aufruf von JumpCloud kam mit dem Schlüssel eines anderen Unternehmens an, also wurde für dieses nichts eingerichtet.';
      if (message === 'key-damaged')
        return 'Der Aufruf kam an und wurde abgelehnt (401): Der Schlüssel im Feld Token Key ist abgeschnitten oder falsch getippt.';
      if (message === 'key-foreign') {
        return 'Der Aufruf kam an und wurde abgelehnt (401): Der Schlüssel im Feld Token Key wurde nicht von diesem Server ausgestellt. Vielleicht ist es ein Schlüssel von Dialpads eigenem Dienst oder nur ein Teil eines Schlüssels.';
      }
      const ending = last4 ? ` (er endet auf ${last4})` : '';
      return `Der Aufruf kam an und wurde abgelehnt (401): Dieser Server kennt den Schlüssel im Feld Token Key nicht${ending}.`;
    },
    next: ({ message }) =>
      message === 'key-not-bearer'
        ? 'Wählen Sie in JumpCloud „Bearer token“ als Authentifizierung, mit nichts als dem Schlüssel im Feld Token Key, und prüfen Sie die Verbindung noch einmal.'
        : 'Tragen Sie den richtigen Schlüssel in das Feld Token Key ein und prüfen Sie die Verbindung noch einmal.',
    labels: { retry: 'Erneut versuchen …', back: 'Schlüssel ersetzen' },
  },
  'wrong-base-url': {
    title: 'Die Base URL stimmt nicht',
    cause: ({ seen, expected }) =>
      `JumpCloud hat eine Adresse aufgerufen, die es hier nicht gibt${seen ? ` (${seen})` : ''}.${expected ? ` Richtig ist ${expected}.` : ''}`,
    next: 'Tragen Sie die Base URL noch einmal ein und prüfen Sie die Verbindung noch einmal.',
    labels: { retry: 'Erneut versuchen …', back: 'Base URL berichtigen' },
  },
  'test-user-exists': {
    title: 'Die Adresse des Testbenutzers ist vergeben',
    cause: () =>
      'In Dialpad gibt es ein gewöhnliches Konto mit dieser Adresse; deshalb konnte JumpCloud seinen Testbenutzer nicht anlegen.',
    next: 'Verwenden Sie eine frische Adresse für den Testbenutzer und versuchen Sie es noch einmal.',
    labels: { retry: 'Erneut versuchen …', back: 'Frische Adresse verwenden' },
  },
  'test-user-domain-refused': {
    title: 'Die Domain des Testbenutzers ist nicht zugelassen',
    cause: ({ domain }) =>
      `Die Adresse lag auf ${domain ? domain : 'einer Domain'}; das ist für das Unternehmen nicht zugelassen, und der Testbenutzer wurde abgelehnt.`,
    next: 'Verwenden Sie eine frische Adresse auf einer zugelassenen Domain und versuchen Sie es noch einmal.',
    labels: {
      retry: 'Erneut versuchen …',
      back: 'Andere Adresse verwenden',
      copy: 'Anfrage an den Support kopieren',
    },
    request: domainRequest,
  },
  'group-test-failed': {
    title: 'Die Gruppenprüfung von JumpCloud ist fehlgeschlagen',
    cause: () =>
      'JumpCloud wollte eine Gruppe verwalten und wurde abgelehnt. Dialpad braucht keine Gruppen von JumpCloud.',
    next: 'Schalten Sie die Gruppenverwaltung aus und aktivieren Sie noch einmal.',
    labels: { retry: 'Erneut versuchen …', back: 'Gruppenverwaltung ausschalten' },
  },
  'scim-version-1': {
    title: 'SCIM 1.1 ist gewählt',
    cause: () => 'Mit Version 1.1 schlägt die Verbindungsprüfung fehl: Dialpad versteht SCIM 2.0.',
    next: 'Wählen Sie SCIM 2.0.',
  },
  'form-wiped': {
    title: 'Das Formular ist wieder leer',
    cause: () =>
      'JumpCloud verwirft die Einstellungen, wenn die Seite vor Activate neu geladen, verlassen oder gespeichert wird.',
    next: 'Der Assistent kann alles noch einmal ausfüllen.',
    labels: { perform: 'Noch einmal ausfüllen', 'perform-all': 'Alles noch einmal ausfüllen' },
  },
  'jumpcloud-error': {
    title: 'JumpCloud sagt, dass es nicht geklappt hat',
    cause: ({ message, status }) => {
      if (status) return `Ein Aufruf wurde mit ${status} beantwortet.`;
      return message
        ? `Die Meldung: „${message}“. Mehr zur Ursache sagt JumpCloud nicht.`
        : 'JumpCloud nennt keine Ursache, und hier war nichts Falsches zu sehen.';
    },
    next: 'Versuchen Sie es noch einmal. Bleibt es dabei, schicken Sie die Einzelheiten an den Support.',
    labels: { retry: 'Erneut versuchen …' },
  },
  'server-unreachable': {
    title: 'Der Einrichtungsserver antwortet nicht',
    cause: () => 'Dieser Browser erreicht den Server nicht, der die Einrichtung verfolgt. Es wurde nichts gedrückt.',
    next: 'Prüfen Sie Ihre Verbindung. Ist der Server wieder da, geht es von selbst weiter.',
    labels: { retry: 'Jetzt versuchen' },
  },
  'session-expired': {
    title: 'Der Einrichtungslink ist abgelaufen',
    cause: () => 'Der Link wurde widerrufen, oder seine Zeit ist um. Was bisher getan wurde, bleibt erhalten.',
    next: 'Öffnen Sie die Seitenleiste des Assistenten und fügen Sie einen neuen Einrichtungslink ein.',
    labels: { retry: 'Erneut prüfen' },
  },
  'sso-app-missing': {
    title: 'JumpCloud hat noch keine Dialpad-Anwendung',
    cause: () => 'Die Bereitstellung gehört zur Anwendung für die einmalige Anmeldung, und für Dialpad gibt es keine.',
    next: 'Wählen Sie in JumpCloud „Add New Application“, dann Dialpad, haken Sie Single Sign-On und „Export users to this app“ an und speichern Sie. Danach geht es von selbst weiter.',
  },
  'sso-not-active': {
    title: 'Die einmalige Anmeldung ist noch nicht aktiv',
    cause: () => 'JumpCloud lässt die Bereitstellung erst einrichten, wenn das SSO der Anwendung aktiviert ist.',
    next: 'Füllen Sie auf dem Reiter SSO aus, was fehlt, und aktivieren Sie es. Danach geht es von selbst weiter.',
  },
  'already-active': {
    title: 'Die Integration ist schon aktiv',
    cause: () => 'Sie läuft, und JumpCloud zeigt ihren Schlüssel nicht noch einmal.',
    next: 'Ersetzen Sie den Schlüssel, wenn es ein anderer sein soll: Der Assistent führt hindurch. Sonst ist nichts zu tun.',
    labels: { perform: 'Schlüssel ersetzen' },
  },
  'not-public': {
    title: 'JumpCloud kann diesen Server nicht erreichen',
    cause: ({ expected }) =>
      `Nichts ist angekommen, und${expected ? ` ${expected}` : ' die Base URL'} ist keine öffentliche https-Adresse; die Cloud von JumpCloud kann sie nicht aufrufen.`,
    next: 'Bitten Sie den Betreiber des Servers, PUBLIC_URL auf dessen öffentliche https-Adresse zu setzen, und prüfen Sie die Verbindung dann noch einmal.',
    labels: { retry: 'Erneut prüfen …' },
  },
};
