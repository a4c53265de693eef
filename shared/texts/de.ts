import { activityDe } from './activity-de.ts';
import type { Texts } from './en.ts';
import { problemsDe } from './problem-texts-de.ts';
import { replaceStepsDe, selfHostedStepsDe, stepsDe } from './step-texts-de.ts';

/** Every German sentence of the assistant. */
export const de: Texts = {
  steps: stepsDe,
  selfHostedSteps: selfHostedStepsDe,
  replaceSteps: replaceStepsDe,
  problems: problemsDe,
  activity: activityDe,
  actions: {
    confirm: 'Ja, ausführen',
    cancel: 'Abbrechen',
    point: 'Dem Assistenten zeigen',
    copy: 'Kopieren',
    done: 'Habe ich getan',
    skip: 'Überspringen',
    back: 'Zurück',
    undo: 'Rückgängig',
    retry: 'Erneut nachsehen',
    go: 'Dorthin wechseln',
    collapse: 'Einklappen',
  },
  statuses: {
    elsewhere: 'Auf einer anderen Seite',
    looking: 'Wird gesucht …',
    ready: 'Bereit',
    ambiguous: 'Braucht Ihre Hilfe',
    working: 'In Arbeit …',
    done: 'Erledigt',
    problem: 'Braucht Aufmerksamkeit',
    finished: 'Fertig',
  },
  seenBy: { page: 'auf der Seite gesehen', admin: 'nach Ihrer Angabe', server: 'vom Server gesehen' },
  siteNames: { dialpad: 'Dialpad', jumpcloud: 'JumpCloud', server: 'dem Einrichtungsserver' },

  panel: {
    product: 'JumpCloud-Einrichtung für Dialpad',
    progress: (position, total) => `Schritt ${position} von ${total}`,
    progressLabel: (done, total) => `${done} von ${total} Schritten erledigt`,
    byHand: 'So geht es von Hand',
    checklist: 'Alle Schritte',
    serverSaw: 'Was der Server gesehen hat',
    nothingSeen: 'Noch kein Aufruf von JumpCloud.',
    lastCall: (time, ending) => `Letzter Aufruf von JumpCloud um ${time}${ending}`,
    keyEnding: (last4) => `, Schlüssel endet auf ${last4}`,
    details: 'Einzelheiten',
    previewTitle: 'Das wird geschehen:',
    expand: 'Einrichtungsassistenten öffnen',
    copied: 'Kopiert',
    copyByHand: 'Drücken Sie zum Kopieren Strg+C (⌘C am Mac)',
    notVerified: 'Dieser Klick ließ sich nicht bestätigen. Verwenden Sie die Seitenleiste des Assistenten.',
    reload: 'Der Assistent wurde aktualisiert. Laden Sie diese Seite neu, um fortzufahren.',
    heldKey: (masked) => `Schlüssel vorhanden: ${masked}`,
    next: 'Was zu tun ist',
    otherConsole: (host) => `Stattdessen ${host} öffnen`,
    foreignKey:
      'Dieser Schlüssel wurde nicht von diesem Server ausgestellt. Er wird abgelehnt, wenn der Server ihn nicht kennt.',
    pointHint: 'Klicken Sie auf der Seite auf das gemeinte Element. Esc bricht ab.',
    pointKeyHint: 'Klicken Sie auf der Seite auf den Schlüssel selbst. Esc bricht ab.',
  },

  allSteps: (site) => `Alle Schritte in ${site} erledigen`,
  onlyThis: 'Nur diesen Schritt',
  copyDetails: 'Einzelheiten kopieren',
  goOn: 'Weiter',
  finished: {
    title: 'JumpCloud ist verbunden',
    why: 'Die Leute der gewählten Gruppen bekommen und verlassen Dialpad jetzt von selbst. Der Assistent wird nicht mehr gebraucht.',
  },
  finishedReplacing: {
    title: 'JumpCloud verwendet den neuen Schlüssel',
    why: 'Benutzer kommen und gehen weiter wie bisher. Der Assistent wird nicht mehr gebraucht.',
  },
  live: (title, status) => `${title}. ${status}`,

  notes: {
    waitingForPage: (site) => `Wartet auf die Seite von ${site} …`,
    windowAsks: (site) => `Die Seite von ${site} fragt etwas: Antworten Sie dort, dann geht die Einrichtung weiter.`,
    windowWithKey: (site) =>
      `Die Seite von ${site} fragt oder zeigt etwas. Antworten Sie dort; zeigt sie den Schlüssel, fügen Sie ihn in der Seitenleiste ein.`,
    declined: (site) =>
      `Die Seite von ${site} hat Sie etwas gefragt, und noch ist nichts daraus geworden. Haben Sie Ja gesagt, warten Sie: Es geht von selbst weiter. Haben Sie Nein gesagt, machen Sie hier weiter, sobald Sie so weit sind.`,
    longAwaited: (site) =>
      `${site} kann bis zu drei Minuten brauchen. Sagt die Seite schon, dass es geklappt hat, wählen Sie „Habe ich getan“.`,
    unheard: (site) =>
      `Die Seite von ${site} hat nicht gesagt, wie es ausging, oder nicht in Worten, die der Assistent kennt. Hat es geklappt, wählen Sie „Habe ich getan“, sonst versuchen Sie es erneut.`,
    unanswered: (site) =>
      `Die Seite von ${site} reagiert nicht. Fragt sie etwas, antworten Sie dort; hängt sie, laden Sie sie neu.`,
    waitingForServer: 'JumpCloud sagt, dass es geklappt hat. Wartet auf die Aufrufe …',
    waitingForUser: 'Wartet auf den ersten Benutzer …',
    domainDeclined: (reason) => `Der Dialpad-Support hat abgelehnt: ${reason} Sie können erneut fragen.`,
    tick: 'Haken Sie auf der Seite mindestens eine Gruppe an.',
    asksFirst: 'Sie werden gefragt, bevor etwas angelegt, gesendet oder eingeschaltet wird.',
    occupied: (value) => `Im Feld steht jetzt „${value}“. Es wird nur ersetzt, wenn Sie zustimmen.`,
    elsewhere: (site) => `Dieser Schritt geschieht in ${site}.`,
    otherPage: 'Dieser Schritt ist auf einer anderen Seite.',
    nextPage: 'Das Formular geht auf seiner nächsten Seite weiter.',
    earlierPage: 'Das steht auf einer früheren Seite des Formulars.',
    skipped: 'Dieser Schritt wurde übersprungen.',
    doneAt: (time, who) => `Erledigt um ${time}, ${who}.`,
    acknowledging: 'Der Server erfährt, worauf er achten soll …',
    keyForSession:
      'Der Schlüssel dieser Einrichtung wurde schon erstellt und wird nur einmal gezeigt. Fügen Sie ihn in der Seitenleiste ein.',
    oldKey: (last4) => `Der alte Schlüssel endet auf ${last4}.`,
  },

  stepState: {
    done: 'erledigt',
    open: 'offen',
    'not-needed': 'nicht nötig',
    skipped: 'übersprungen',
    current: 'jetzt',
  },

  preview: {
    on: 'Wo',
    action: 'Was',
    keyName: 'Name des Schlüssels',
    scopes: 'Berechtigungen',
    defaultScopes: 'die voreingestellten, unverändert',
    expiry: 'Ablauf',
    expiryKept: 'wie auf der Seite',
    baseUrl: 'Base URL',
    key: 'Schlüssel',
    keyInField: 'was im Feld steht',
    testUser: 'Testbenutzer',
    testUserByJumpCloud: 'einer, den JumpCloud auf jumpcloud.com anlegt',
    groups: 'Gruppen',
    tickedGroups: 'die von Ihnen angehakten',
    now: 'Jetzt im Feld',
    becomes: 'Wird zu',
    freshAddress: 'eine frische Testadresse',
    heldKey: (masked) => `der Schlüssel ${masked}`,
    button: 'Schaltfläche',
    what: {
      'dialpad.generate-key': 'Füllt das Formular aus und speichert es. Dialpad erstellt einen neuen API-Schlüssel.',
      'jumpcloud.test-connection':
        'Drückt Test Connection. JumpCloud ruft den Server auf und legt vielleicht einen Testbenutzer an, den es wieder entfernt.',
      'jumpcloud.activate':
        'Drückt Activate. JumpCloud legt einen Testbenutzer an, ändert und entfernt ihn und schaltet dann ein.',
      update:
        'Drückt Update, oder Activate nach einer Deaktivierung. JumpCloud probiert den neuen Schlüssel mit einem Testbenutzer und verwendet ihn dann.',
      'jumpcloud.save': 'Drückt Save. JumpCloud behält die Einstellungen der Anwendung.',
      'jumpcloud.user-groups': 'Drückt Save. JumpCloud beginnt, die Leute dieser Gruppen bereitzustellen.',
      server: 'Dieser Server erstellt einen neuen API-Schlüssel für JumpCloud und gibt ihn dem Assistenten.',
      replace: 'Ersetzt, was im Feld steht.',
    },
  },

  support: {
    title: 'Hilfe vom Support',
    from: 'Nachricht vom Dialpad-Support',
    points: (title) => `Der Support verweist auf diesen Schritt: ${title}`,
    dismiss: 'Schließen',
    share: 'Für den Dialpad-Support freigeben',
    shareHint:
      'Der Support sieht dann live die Schritte, Probleme und Aufrufe dieser Einrichtung. Den Schlüssel und die Seiten sieht er nie, und er kann nichts für Sie tun.',
    shared: 'Für den Dialpad-Support freigegeben.',
    watching: (who) => `Es schaut zu: ${who}.`,
    nobody: 'Gerade schaut niemand zu.',
    end: 'Freigabe beenden',
  },

  sidePanel: {
    title: 'JumpCloud-Einrichtung für Dialpad',
    replacingTitle: 'Schlüssel ersetzen',
    connectTitle: 'Mit Ihrer Einrichtung verbinden',
    // The names of these fields and buttons are the same everywhere: the setup page and Support's instructions name them.
    setupLink: 'Setup link',
    setupLinkHint: 'Fügen Sie den Link ein, den Sie vom Dialpad-Support oder aus der Konsole bekommen haben.',
    connect: 'Connect',
    connecting: 'Wird verbunden …',
    linkInvalid:
      'Das ist kein Einrichtungslink. Er sieht aus wie https://…/setup/… und kommt vollständig aus der Konsole oder vom Support.',
    linkInsecure: 'Dieser Link ist nicht https und deshalb nicht sicher.',
    linkRefused:
      'Dieser Einrichtungslink gilt nicht mehr oder wurde beim Kopieren abgeschnitten. Kopieren Sie ihn noch einmal vollständig, oder bitten Sie um einen neuen.',
    serverAway: 'Der Server antwortet nicht. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    reconnect:
      'Der Einrichtungslink ist abgelaufen oder wurde widerrufen. Fügen Sie einen neuen ein, um fortzufahren; was getan wurde, bleibt erhalten.',
    neededTitle: 'Bevor Sie beginnen',
    neededLead:
      'Es dauert etwa zehn Minuten. Tarif und Domain werden zuerst geprüft, sobald Sie verbunden sind. Sie brauchen:',
    needed: [
      'Adminrechte in Dialpad und in JumpCloud.',
      'Einen Tarif, der SCIM verwenden darf: Ai Voice mit Pro oder Enterprise, oder einen beliebigen von Ai Sales oder Ai Contact Center.',
      'jumpcloud.com als zweite Domain in Dialpad. Der Dialpad-Support trägt sie ein, was dauern kann: Bitten Sie früh darum.',
      'Die Anwendung Dialpad in JumpCloud, mit aktiviertem SSO.',
    ],
    disclosureTitle: 'Was der Assistent liest und sendet',
    disclosure: [
      'Er arbeitet nur auf den Verwaltungsseiten von Dialpad und JumpCloud, und erst nachdem Sie ihn verbunden haben.',
      'Er liest die Bedienelemente der Einrichtungsseiten, um Felder zu finden und zu sehen, ob ein Schritt erledigt ist.',
      'Er sendet an den Einrichtungsserver, den Ihr Link nennt: welche Schritte erledigt sind, was die Seite zu Erfolg oder Misserfolg sagte, und einen kurzen Fingerabdruck des geprüften Schlüssels. Sonst geht nichts irgendwohin.',
      'Der API-Schlüssel bleibt im Speicher dieses Browsers und kommt nur in das Feld Token Key von JumpCloud. Er ist weg, wenn der Browser schließt.',
      'Er drückt nie Test Connection, Activate oder Save ohne Ihren Klick und nie etwas, das löscht.',
    ],
    disclosureAgree: 'Mit dem Verbinden stimmen Sie dem zu, was unten steht.',
    connectedTo: (company, host) => `${company} · ${host}`,
    apiKey: 'API key',
    apiKeyHint: 'Nur wenn Sie den Schlüssel von Hand erstellt haben.',
    useKey: 'Use this key',
    keyTaken: (masked) => `Übernommen: ${masked}`,
    keyDamaged: 'Dieser Schlüssel ist abgeschnitten oder falsch getippt. Kopieren Sie ihn noch einmal vollständig.',
    keyEmpty: 'Fügen Sie zuerst den Schlüssel ein.',
    copyKey: 'Schlüssel kopieren',
    copyKeyWarning: 'Der Schlüssel wurde kopiert. Leeren Sie die Zwischenablage, wenn Sie fertig sind.',
    clearClipboard: 'Zwischenablage leeren',
    forget: 'Alles vergessen',
    forgetConfirm: 'Verbindung und Schlüssel wirklich vergessen?',
    grantTitle: 'Der Assistent darf die Verwaltungsseiten nicht sehen',
    grant: 'Zugriff erlauben',
    shortcut: 'Auf einer Seite bringt Alt+Umschalt+S die Tastatur zur Karte und wieder zurück.',
    reloadHint: 'Erscheint der Assistent auf einer Seite nicht, die schon vorher offen war, laden Sie diese Seite neu.',
  },
};
