import type { StepId } from '../setup/steps.ts';
import type { StepText } from './step-texts-en.ts';

/** What is on the screen keeps the words that it has there. */
export const stepsDe: Record<StepId, StepText> = {
  eligibility: {
    title: 'Prüfen, ob der Tarif SCIM erlaubt',
    why: 'Ai Sales und Ai Contact Center erlauben es in jedem Tarif, Ai Voice in Pro und Enterprise.',
    byHand: 'Den Tarif sehen Sie unter Admin Settings › Billing. Der Support oder Ihr Kontoinhaber kann ihn ändern.',
    perform: 'Noch einmal prüfen',
    short: 'Tarif erlaubt SCIM',
  },
  'secondary-domain': {
    title: 'jumpcloud.com als zweite Domain eintragen lassen',
    why: 'JumpCloud prüft die Verbindung mit einem eigenen Benutzer auf jumpcloud.com, und Dialpad lehnt Adressen auf unbekannten Domains ab.',
    byHand:
      'In Dialpad: Contact us › Submit a request, Kategorie „Account changes“, Art „Adding a secondary domain“. Überspringen Sie das nur, wenn Ihre JumpCloud-Anwendung ein Feld „Test User Email“ hat.',
    perform: 'Noch einmal prüfen',
    short: 'Zweite Domain jumpcloud.com',
  },
  'dialpad.my-company': {
    title: '„My Company“ in den Admin Settings öffnen',
    why: 'API-Schlüssel gehören dem ganzen Unternehmen und stehen deshalb in dessen Einstellungen.',
    byHand: 'Wählen Sie in Dialpad Admin Settings, dann My Company (in neueren Fassungen Company Settings).',
    perform: 'My Company öffnen',
    short: 'My Company',
  },
  'dialpad.authentication': {
    title: '„Authentication“ öffnen',
    why: 'In diesem Abschnitt steht alles, was andere Systeme hereinlässt.',
    byHand: 'Wählen Sie in der Liste links Authentication.',
    perform: 'Authentication öffnen',
    short: 'Authentication',
  },
  'dialpad.api-keys': {
    title: '„API Keys“ öffnen',
    why: 'JumpCloud braucht einen eigenen Schlüssel, um Ihre Benutzer zu verwalten.',
    byHand: 'Wählen Sie unter Authentication API Keys. Fehlt der Eintrag, kann der Dialpad-Support ihn einschalten.',
    perform: 'API Keys öffnen',
    short: 'API Keys',
  },
  'dialpad.add-key': {
    title: '„Add key“ wählen',
    why: 'Ein neuer Schlüssel, den nur JumpCloud verwendet, lässt sich später widerrufen, ohne dass anderes ausfällt.',
    byHand: 'Wählen Sie auf der Seite API Keys Add key.',
    perform: 'Add key wählen',
    short: 'Add key',
  },
  'dialpad.generate-key': {
    title: 'Den Schlüssel benennen und speichern',
    why: 'Die voreingestellten Berechtigungen sind genau die, die JumpCloud braucht. Sie bleiben, wie sie sind.',
    byHand:
      'Geben Sie einen Namen wie „JumpCloud SCIM“ ein, lassen Sie die Berechtigungen (Scopes), wie sie sind, und wählen Sie Save.',
    perform: 'Schlüssel erstellen',
    short: 'Schlüssel erstellen',
  },
  'dialpad.save-key': {
    title: 'Den neuen Schlüssel übernehmen',
    why: 'Dialpad zeigt den Schlüssel vielleicht nur einmal. Der Assistent behält ihn im Speicher dieses Browsers, bis er in JumpCloud steht.',
    byHand:
      'Kopieren Sie den Schlüssel (wählen Sie zuerst „Show value“, wenn er verborgen ist) und fügen Sie ihn in der Seitenleiste des Assistenten ein.',
    perform: 'Schlüssel übernehmen',
    short: 'Schlüssel übernommen',
  },
  'jumpcloud.open-application': {
    title: 'Die Dialpad-Anwendung in JumpCloud öffnen',
    why: 'Die Bereitstellung gehört zur selben Anwendung wie die einmalige Anmeldung (SSO).',
    byHand: 'In JumpCloud: Access › SSO Applications (früher User Authentication), dann Dialpad wählen.',
    perform: 'Dialpad öffnen',
    short: 'Dialpad-Anwendung',
  },
  'jumpcloud.identity-management': {
    title: 'Den Reiter „Identity Management“ öffnen',
    why: 'Dort wird die Verbindung zu Dialpad eingerichtet. In neueren Konsolen heißt er „Provisioning“.',
    byHand:
      'Wählen Sie in der Anwendung den Reiter Identity Management oder Provisioning – nicht den Eintrag im Menü links.',
    perform: 'Reiter öffnen',
    short: 'Identity Management',
  },
  'jumpcloud.configuration-settings': {
    title: '„Configuration Settings“ öffnen',
    why: 'Hier stehen die Adresse und der Schlüssel.',
    byHand: 'Wählen Sie Configure, falls es diese Schaltfläche gibt, und öffnen Sie dann Configuration Settings.',
    perform: 'Einstellungen öffnen',
    short: 'Configuration Settings',
  },
  'jumpcloud.deactivate': {
    title: 'Die Integration deaktivieren, damit der Schlüssel geändert werden kann',
    why: 'JumpCloud sperrt die Felder einer laufenden Integration aus seinem Katalog. Die Benutzer bleiben solange, wie sie sind. Der Assistent zeigt nur, wo es ist: Drücken müssen Sie selbst.',
    byHand:
      'Öffnen Sie oben in der Anwendung das Menü Actions, wählen Sie „Deactivate“ für Identity Management oder Provisioning und bestätigen Sie. Am Ende wird wieder eingeschaltet.',
    perform: 'Zeigen, wo',
    short: 'Für die Änderung deaktiviert',
  },
  'jumpcloud.scim-version': {
    title: '„SCIM 2.0“ wählen',
    why: 'Dialpad versteht nur Version 2.0.',
    byHand: 'Wählen Sie unter SCIM Version SCIM 2.0.',
    perform: 'SCIM 2.0 wählen',
    short: 'SCIM 2.0',
  },
  'jumpcloud.base-url': {
    title: '„Base URL“ ausfüllen',
    why: 'Dorthin schickt JumpCloud Benutzer und ihre Änderungen.',
    byHand: 'Fügen Sie die Base URL in das Feld ein, ohne Schrägstrich am Ende.',
    perform: 'Base URL ausfüllen',
    short: 'Base URL',
  },
  'jumpcloud.token-key': {
    title: '„Token Key“ ausfüllen',
    why: 'Der Schlüssel beweist Dialpad, dass die Aufrufe von Ihrem JumpCloud kommen.',
    byHand: 'Fügen Sie den API-Schlüssel aus Dialpad in das Feld Token Key ein.',
    perform: 'Schlüssel ausfüllen',
    short: 'Token Key',
  },
  'jumpcloud.test-user-email': {
    title: '„Test User Email“ ausfüllen',
    why: 'JumpCloud legt mit dieser Adresse einen Benutzer an und entfernt ihn wieder, um die Verbindung zu prüfen. Sie muss frei sein und auf einer zugelassenen Domain liegen.',
    byHand: 'Geben Sie eine Adresse auf der Domain Ihres Unternehmens ein, die niemand hat.',
    perform: 'Frische Adresse ausfüllen',
    short: 'Test User Email',
  },
  'jumpcloud.test-connection': {
    title: '„Test Connection“ wählen',
    why: 'JumpCloud ruft Dialpad mit dem Schlüssel auf und sagt, ob das geklappt hat.',
    byHand: 'Wählen Sie Test Connection und warten Sie auf die Antwort von JumpCloud.',
    perform: 'Verbindung prüfen …',
    short: 'Test Connection',
  },
  'jumpcloud.group-management': {
    title: 'Die Gruppenverwaltung ausschalten',
    why: 'Dialpad nimmt keine Gruppen von JumpCloud an; deshalb soll sie aus sein.',
    byHand:
      'Nehmen Sie unter Group Management das Häkchen bei „Enable management of User Groups and Group Membership“ weg.',
    perform: 'Ausschalten',
    short: 'Gruppenverwaltung aus',
  },
  'jumpcloud.activate': {
    title: '„Activate“ wählen',
    why: 'JumpCloud legt einen Testbenutzer an, ändert ihn und entfernt ihn wieder. Danach ist die Integration eingeschaltet.',
    byHand:
      'Wählen Sie Activate – nicht Save, das würde die Einstellungen verwerfen – und warten Sie. Laden Sie die Seite nicht neu.',
    perform: 'Aktivieren …',
    short: 'Activate',
  },
  'jumpcloud.save': {
    title: '„Save“ wählen',
    why: 'So bleibt erhalten, was in der Anwendung eingestellt wurde.',
    byHand: 'Wählen Sie unten auf der Seite Save.',
    perform: 'Speichern …',
    short: 'Save',
  },
  'jumpcloud.user-groups': {
    title: 'Unter „User Groups“ wählen, wer Dialpad bekommt',
    why: 'Solange keine Gruppe mit der Anwendung verbunden ist, stellt JumpCloud niemanden bereit.',
    byHand:
      'Öffnen Sie den Reiter User Groups, haken Sie die Gruppen an, deren Leute Dialpad haben sollen, und wählen Sie Save.',
    perform: 'Weiter',
    short: 'User Groups',
  },
  'first-sync': {
    title: 'Auf den ersten Benutzer warten',
    why: 'JumpCloud schickt jetzt die Leute der gewählten Gruppen. Das kann einige Minuten dauern.',
    byHand: 'Nichts zu tun. Sie können das schließen; Benutzer kommen weiter von selbst an.',
    perform: 'Noch einmal prüfen',
    short: 'Erster Benutzer angekommen',
  },
  'retire-old-key': {
    title: 'Den alten Schlüssel löschen',
    why: 'JumpCloud arbeitet mit dem neuen Schlüssel. Wer den alten hat, könnte ihn noch benutzen.',
    byHand:
      'In Dialpad: My Company › Authentication › API Keys, neben dem alten Schlüssel Edit wählen und ihn löschen. Überspringen Sie das nur, wenn etwas anderes diesen Schlüssel benutzt.',
    perform: 'Noch einmal prüfen',
    short: 'Alter Schlüssel gelöscht',
  },
};

export const selfHostedStepsDe: Partial<Record<StepId, StepText>> = {
  'dialpad.generate-key': {
    title: 'Den API-Schlüssel erstellen',
    why: 'Dieser Server stellt den Schlüssel aus, den JumpCloud verwenden wird. Er wird einmal gemacht und niemandem gezeigt.',
    byHand:
      'Wer diesen Server betreibt, kann einen ausgeben: npm run admin -- key create COMPANY --name "JumpCloud SCIM".',
    perform: 'Schlüssel erstellen …',
    short: 'Schlüssel erstellen',
  },
  'dialpad.save-key': {
    title: 'Den neuen Schlüssel übernehmen',
    why: 'Der Assistent behält den Schlüssel im Speicher dieses Browsers, bis er in JumpCloud steht.',
    byHand: 'Fügen Sie den Schlüssel in der Seitenleiste des Assistenten ein.',
    perform: 'Schlüssel übernehmen',
    short: 'Schlüssel übernommen',
  },
};

export const replaceStepsDe: Partial<Record<StepId, StepText>> = {
  'jumpcloud.activate': {
    title: '„Update“ wählen (oder „Activate“ nach einer Deaktivierung)',
    why: 'JumpCloud probiert den neuen Schlüssel mit einem Testbenutzer, den es anlegt, ändert und entfernt. Danach verwendet es den neuen Schlüssel.',
    byHand:
      'Wählen Sie Update, oder Activate, wenn Sie die Integration deaktiviert haben – nicht Save, das würde den Schlüssel verwerfen – und warten Sie. Laden Sie die Seite nicht neu.',
    perform: 'Auf den neuen Schlüssel umstellen …',
    short: 'Neuer Schlüssel in Gebrauch',
  },
};
