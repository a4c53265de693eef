import type { CommonTexts } from './common-en.ts';

/** The same in German. */
export const commonDe: CommonTexts = {
  product: 'JumpCloud-Einrichtung',
  productFor: 'für Dialpad',
  tryAgain: 'Noch einmal versuchen',
  loading: 'Wird geladen …',
  working: 'In Arbeit …',

  failure: {
    title: 'Das ließ sich nicht laden',
    offlineTitle: 'Der Server antwortet nicht',
    offline:
      'Prüfen Sie, ob Sie online sind und der Server läuft, und versuchen Sie es noch einmal. Es wurde nichts geändert.',
    notFoundTitle: 'Hier ist nichts',
    notFound:
      'Die Adresse ist vielleicht vertippt, oder was sie nannte, wurde entfernt oder gehört zu einem Unternehmen, das Sie nicht sehen dürfen.',
    unexpected:
      'Der Server hat etwas geantwortet, das diese Seite nicht versteht. Laden Sie sie neu; hilft das nicht, sagen Sie es dem Support.',
    toStart: 'Zur Startseite',
    liveLost: 'Die Live-Verbindung ist abgerissen. Sie wird wieder aufgebaut …',
    live: 'Live',
  },

  domainRequest: {
    ask: (domain) => `Support bitten, ${domain} zu erlauben`,
    askAgain: 'Noch einmal bitten',
    asked: 'Angefragt',
    declined: 'Abgelehnt',
    askedText: (domain) =>
      `Der Dialpad-Support wurde gebeten, ${domain} zu erlauben. Diese Seite geht von selbst weiter, sobald er antwortet.`,
    declinedText: (domain) => `Der Dialpad-Support hat ${domain} nicht erlaubt:`,
  },
};
