import type { SetupPageTexts } from './setup-page-en.ts';

/** The same in German. */
export const setupPageDe: SetupPageTexts = {
  flows: {
    setup: {
      name: 'JumpCloud einrichten',
      title: (company) => `JumpCloud mit Dialpad verbinden für ${company}`,
      lead: 'Diese Liste füllt sich von selbst, während Dialpad und JumpCloud eingerichtet werden. Gehen Sie sie von oben nach unten durch, oder lassen Sie den Browser-Assistenten mitarbeiten. Es dauert etwa zehn Minuten.',
      finishedTitle: 'JumpCloud ist verbunden',
      finished:
        'Benutzer kommen jetzt an, ändern sich und werden gesperrt, wie sie es in JumpCloud sind. Sie können diese Seite schließen.',
    },
    'replace-key': {
      name: 'Schlüssel ersetzen',
      title: (company) => `Den Schlüssel von JumpCloud ersetzen für ${company}`,
      lead: 'JumpCloud bekommt einen neuen Schlüssel, und der alte wird gelöscht, sobald der neue in Gebrauch gesehen wurde. Diese Liste füllt sich von selbst. Gehen Sie sie von oben nach unten durch, oder lassen Sie den Browser-Assistenten mitarbeiten.',
      finishedTitle: 'JumpCloud verwendet den neuen Schlüssel',
      finished: 'Benutzer kommen und gehen weiter wie bisher. Sie können diese Seite schließen.',
    },
  },
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyByHand: 'Der Browser erlaubt es hier nicht. Der Text ist markiert: Drücken Sie Strg+C (⌘C am Mac).',
  expires: 'Dieser Link läuft ab:',
  keepPrivate: 'Behalten Sie den Link für sich: Wer ihn hat, kann dieser Einrichtung folgen und zu ihr etwas melden.',
  progress: (done, total) => `${done} von ${total} Schritten erledigt`,

  assistant: {
    title: 'Lassen Sie den Assistenten mitarbeiten',
    text: 'Die Browser-Erweiterung findet jedes Feld auf den Seiten von Dialpad und JumpCloud, füllt es aus und fragt, bevor etwas erstellt, gesendet oder geändert wird.',
    steps: [
      'Installieren Sie „JumpCloud setup for Dialpad“ in Chrome, Edge oder Firefox, aus dem Store Ihres Browsers oder so, wie Ihr Kontakt beim Dialpad-Support es Ihnen gibt.',
      'Öffnen Sie die Seitenleiste der Erweiterung und fügen Sie den Link dieser Seite in das Feld „Setup link“ ein.',
      'Drücken Sie „Connect“ und öffnen Sie dann Dialpad. Diese Seite folgt.',
    ],
    linkLabel: 'Setup link',
  },

  values: {
    title: 'Werte zum Kopieren',
    baseUrl: 'Base URL',
    notPublic:
      'Die Cloud von JumpCloud kann diese Adresse nicht erreichen: Sie gilt nur auf diesem Rechner oder ist nicht https. Wer den Server betreibt, setzt PUBLIC_URL.',
    keyName: 'Name für den Schlüssel',
    testAddress: 'Test User Email',
    testAddressHint:
      'Nur wenn Ihre JumpCloud-Anwendung danach fragt. Niemand hat diese Adresse, und nach dem Test wird sie entfernt.',
    makeTestAddress: 'Testadresse erstellen',
    anotherTestAddress: 'Eine andere erstellen',
    request: 'Anfrage an den Dialpad-Support',
    requestHint:
      'Oder senden Sie das selbst: in Dialpad unter Contact us › Submit a request › Account changes › Adding a secondary domain.',
    createKey: 'API-Schlüssel erstellen',
    createKeyHint: 'Dieser Server erstellt den Schlüssel dieser Einrichtung einmal und zeigt ihn nur jetzt.',
    key: 'API-Schlüssel',
    keyOnce:
      'Er ist danach nicht mehr zu sehen. Fügen Sie ihn in das Feld „Token Key“ von JumpCloud ein, bevor Sie diese Seite verlassen.',
  },

  groups: { dialpad: 'In Dialpad', jumpcloud: 'In JumpCloud' },
  groupServerFirst: 'Bevor Sie beginnen',
  groupServerLast: 'Zum Schluss',
  open: 'Öffnen:',

  step: {
    why: 'Warum',
    byHand: 'Wie',
    done: 'Habe ich getan',
    skip: 'Diesen Schritt überspringen',
    notThere: 'Das gibt es auf meiner Seite nicht',
    undo: 'Doch nicht erledigt',
    succeeded: 'JumpCloud sagt, es hat geklappt',
    failed: 'JumpCloud sagt, es ist fehlgeschlagen',
    waiting: 'Geschieht von selbst, sobald der Server es sieht.',
    waitingForServer: 'Sie sagen, dass es geklappt hat. Wartet darauf, dass die Aufrufe von JumpCloud hier ankommen …',
    now: 'Als Nächstes',
    states: { done: 'Erledigt', open: 'Offen', 'not-needed': 'Nicht nötig', skipped: 'Übersprungen' },
    seenBy: { page: 'auf der Seite gesehen', admin: 'nach Ihrer Angabe', server: 'vom Server gesehen' },
  },

  byHand: {
    'dialpad.save-key':
      'Kopieren Sie den Schlüssel jetzt (wählen Sie vorher „Show value“, falls er verborgen ist): Vielleicht ist er danach nicht mehr zu sehen. Behalten Sie ihn nur, bis er im Feld Token Key von JumpCloud steht.',
    'dialpad.generate-key':
      'Geben Sie einen Namen wie „JumpCloud SCIM“ ein, lassen Sie die voreingestellten Berechtigungen (scopes), wie sie sind, und wählen Sie Save.',
  },

  selfHostedByHand: {
    'dialpad.generate-key':
      'Erstellen Sie den Schlüssel hier. Wurde er schon erstellt und ist verloren, kann der Betreiber dieses Servers einen anderen ausgeben.',
    'dialpad.save-key':
      'Kopieren Sie den Schlüssel, wenn er gezeigt wird, und behalten Sie ihn nur, bis er im Feld Token Key von JumpCloud steht.',
  },

  activity: {
    title: 'Was der Server gesehen hat',
    empty: 'Noch kein Aufruf von JumpCloud.',
    lead: 'Die Aufrufe von JumpCloud, der neueste zuerst.',
  },

  ended: {
    title: 'Dieser Einrichtungslink gilt nicht mehr',
    text: 'Er ist abgelaufen, wurde widerrufen oder beim Kopieren abgeschnitten. Was bisher eingerichtet wurde, bleibt erhalten.',
    next: 'Bitten Sie, wer ihn gesendet hat, Ihren Admin oder den Dialpad-Support, um einen neuen. Öffnen Sie ihn oder fügen Sie ihn in den Assistenten ein; die Einrichtung geht weiter, wo sie stand.',
    admin:
      'Sind Sie selbst Admin des Unternehmens, können Sie in der Konsole unter „Set up JumpCloud“ einen neuen erstellen.',
    toConsole: 'Zur Konsole',
  },
};
