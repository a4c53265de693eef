import type { CommonTexts } from './common-en.ts';

/** The same in French. */
export const commonFr: CommonTexts = {
  product: 'Configuration de JumpCloud',
  productFor: 'pour Dialpad',
  tryAgain: 'Réessayer',
  loading: 'Chargement…',
  working: 'En cours…',

  failure: {
    title: 'Le chargement a échoué',
    offlineTitle: 'Le serveur ne répond pas',
    offline: 'Vérifiez que vous êtes en ligne et que le serveur fonctionne, puis réessayez. Rien n’a été modifié.',
    notFoundTitle: 'Il n’y a rien ici',
    notFound:
      'L’adresse est peut-être mal saisie, ou ce qu’elle désignait a été supprimé, ou appartient à une entreprise que vous ne pouvez pas voir.',
    unexpected:
      'Le serveur a répondu quelque chose que cette page ne comprend pas. Rechargez-la ; si cela ne suffit pas, parlez-en à l’assistance.',
    toStart: 'Aller à la page d’accueil',
    liveLost: 'La connexion en direct a été perdue. Nouvelle tentative…',
    live: 'En direct',
  },

  domainRequest: {
    ask: (domain) => `Demander à l’assistance d’autoriser ${domain}`,
    askAgain: 'Redemander',
    asked: 'Demandé',
    declined: 'Refusé',
    askedText: (domain) =>
      `L’assistance Dialpad a été sollicitée pour autoriser ${domain}. Cette page continue d’elle-même dès qu’elle répond.`,
    declinedText: (domain) => `L’assistance Dialpad n’a pas autorisé ${domain} :`,
  },
};
