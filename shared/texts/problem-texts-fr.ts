import type { ProblemCode } from '../setup/problems.ts';
import { domainRequest, planRequest, type ProblemText } from './problem-texts-en.ts';
import { hindrancesFr } from './hindrance-texts-fr.ts';
import { targetMissing } from './hindrance-texts-en.ts';

export const problemsFr: Record<ProblemCode, ProblemText> = {
  'plan-not-eligible': {
    title: 'Cette offre ne permet pas SCIM',
    cause: ({ plan }) =>
      `Ai Voice permet SCIM avec les offres Pro et Enterprise ; l’entreprise a ${plan ? `« ${plan} »` : 'une autre offre'}.`,
    next: 'Demandez au titulaire du compte ou à Dialpad de changer l’offre. La suite reprend d’elle-même dès que c’est fait.',
    labels: { copy: 'Copier une demande pour Dialpad' },
    request: planRequest,
  },
  'secondary-domain-missing': {
    title: 'jumpcloud.com n’est pas encore un domaine autorisé',
    cause: ({ status }) =>
      status
        ? 'JumpCloud a voulu créer son utilisateur de test sur jumpcloud.com, ce qui a été refusé parce que ce domaine n’est pas autorisé pour l’entreprise.'
        : 'L’utilisateur de test de JumpCloud est sur jumpcloud.com. Tant que l’assistance Dialpad n’a pas ajouté ce domaine, l’activation échoue.',
    next: ({ message }) =>
      message === 'asked'
        ? 'L’assistance Dialpad a été sollicitée. La suite reprend d’elle-même dès qu’elle l’autorise.'
        : 'Demandez à l’assistance Dialpad de l’autoriser, ou envoyez-lui vous-même cette demande : Contact us › Submit a request › Account changes › Adding a secondary domain. La suite reprend d’elle-même dès que le domaine est autorisé.',
    labels: {
      perform: 'Demander à l’assistance d’autoriser jumpcloud.com',
      copy: 'Copier la demande pour l’assistance',
    },
    request: domainRequest,
  },
  'not-an-admin': {
    title: 'Ce compte n’est pas administrateur',
    cause: () => 'La page ne propose pas l’administration au compte connecté.',
    next: 'Connectez-vous comme Company Admin (dans JumpCloud : Administrator), ou demandez à un administrateur d’ouvrir le lien de configuration.',
  },
  'signed-out': {
    title: 'Vous êtes déconnecté',
    cause: () => 'La page demande une connexion.',
    next: 'Connectez-vous sur la page. La configuration reprend où elle en était.',
  },
  'target-missing': targetMissing(hindrancesFr),
  'target-ambiguous': {
    title: 'Plusieurs éléments conviennent',
    cause: ({ seen }) =>
      seen ? `Ceux-ci se ressemblent : ${seen}.` : 'Plus d’un élément de la page correspond à la description.',
    next: 'Montrez le bon à l’assistant, pour qu’il ne touche à rien d’autre.',
  },
  'fill-reverted': {
    title: 'La page a rétabli le champ',
    cause: ({ message }) =>
      message === 'typed'
        ? 'Entre-temps, quelque chose a été saisi dans le champ : il est resté tel quel.'
        : 'La valeur a été saisie et la page l’a changée aussitôt.',
    next: 'Réessayez, ou saisissez la valeur à la main.',
    labels: { retry: 'Réessayer' },
  },
  'key-not-seen': {
    title: 'L’assistant n’a pas la clé',
    cause: ({ message }) => {
      if (message === 'window-over')
        return 'Une fenêtre de la page de Dialpad est ouverte. Si elle demande quelque chose, répondez-y ; si elle affiche la clé, montrez celle-ci à l’assistant.';
      if (message === 'key-damaged')
        return 'Ce qui a été montré n’est qu’une partie d’une clé, ou contient un caractère faux.';
      if (message === 'no-key') return 'Ce qui a été cliqué ne ressemble pas à une clé, ou la clé n’y est pas seule.';
      return message ?? 'Aucune clé API n’a été lue sur la page, ou le navigateur a été fermé depuis.';
    },
    next: 'Donnez à l’assistant la clé de la page de Dialpad, ou collez-la dans le panneau latéral sous « API key ». Une clé qui n’est plus affichée doit être créée à nouveau.',
    labels: { back: 'Créer une nouvelle clé', point: 'Lui montrer la clé' },
  },
  'no-request-arrived': {
    title: 'L’appel de JumpCloud n’est pas arrivé',
    cause: ({ expected, message }) =>
      message === 'answered-elsewhere'
        ? `Le test de JumpCloud a réussi, mais rien n’est arrivé ici : autre chose répond${expected ? ` à ${expected}` : ''}, comme un proxy ou un autre serveur.`
        : `JumpCloud devait appeler, et rien n’est arrivé${expected ? ` à ${expected}` : ''}. Un pare-feu est peut-être sur le chemin.`,
    next: ({ message }) =>
      message === 'answered-elsewhere'
        ? 'Faites vérifier par la personne qui gère le serveur où mène cette adresse, puis remettez la Base URL et testez à nouveau.'
        : 'Vérifiez que la Base URL dans JumpCloud est exactement celle indiquée ici, puis testez à nouveau.',
    labels: { retry: 'Tester à nouveau…', back: 'Remettre la Base URL' },
  },
  'wrong-token': {
    title: 'JumpCloud a utilisé une clé qui n’est pas valide',
    cause: ({ last4, message }) => {
      if (message === 'key-revoked') return 'La clé du champ Token Key a été révoquée.';
      if (message === 'key-expired') return 'La clé du champ Token Key a expiré.';
      if (message === 'key-not-bearer')
        return 'L’appel est arrivé et a été refusé (401) : il portait la clé, mais pas comme jeton Bearer.';
      if (message === 'scope-missing') return 'Il manque à la clé du champ Token Key un droit dont JumpCloud a besoin.';
      if (message === 'key-elsewhere')
        return 'L’appel de JumpCloud est arrivé avec la clé d’une autre entreprise : rien n’a donc été configuré pour celle-ci.';
      if (message === 'key-damaged')
        return 'L’appel est arrivé et a été refusé (401) : la clé du champ Token Key est tronquée ou mal tapée.';
      if (message === 'key-foreign') {
        return 'L’appel est arrivé et a été refusé (401) : la clé du champ Token Key n’a pas été émise par ce serveur. C’est peut-être une clé du service de Dialpad, ou seulement une partie d’une clé.';
      }
      const ending = last4 ? ` (elle finit par ${last4})` : '';
      return `L’appel est arrivé et a été refusé (401) : ce serveur ne connaît pas la clé du champ Token Key${ending}.`;
    },
    next: ({ message }) =>
      message === 'key-not-bearer'
        ? 'Choisissez « Bearer token » comme méthode d’authentification dans JumpCloud, sans rien d’autre que la clé dans le champ Token Key, puis testez à nouveau.'
        : 'Mettez la bonne clé dans le champ Token Key, puis testez à nouveau.',
    labels: { retry: 'Réessayer…', back: 'Remplacer la clé' },
  },
  'wrong-base-url': {
    title: 'La Base URL n’est pas la bonne',
    cause: ({ seen, expected }) =>
      `JumpCloud a appelé une adresse qui n’existe pas ici${seen ? ` (${seen})` : ''}.${expected ? ` Elle devrait être ${expected}.` : ''}`,
    next: 'Remettez la Base URL, puis testez à nouveau.',
    labels: { retry: 'Réessayer…', back: 'Corriger la Base URL' },
  },
  'test-user-exists': {
    title: 'L’adresse de l’utilisateur de test est prise',
    cause: () =>
      'Un compte ordinaire a cette adresse dans Dialpad ; JumpCloud n’a donc pas pu créer son utilisateur de test.',
    next: 'Utilisez une adresse neuve pour l’utilisateur de test, puis réessayez.',
    labels: { retry: 'Réessayer…', back: 'Utiliser une adresse neuve' },
  },
  'test-user-domain-refused': {
    title: 'Le domaine de l’utilisateur de test n’est pas autorisé',
    cause: ({ domain }) =>
      `L’adresse était sur ${domain ? domain : 'un domaine'}, non autorisé pour l’entreprise ; l’utilisateur de test a donc été refusé.`,
    next: 'Utilisez une adresse neuve sur un domaine autorisé, puis réessayez.',
    labels: { retry: 'Réessayer…', back: 'Utiliser une autre adresse', copy: 'Copier une demande pour l’assistance' },
    request: domainRequest,
  },
  'group-test-failed': {
    title: 'Le test des groupes de JumpCloud a échoué',
    cause: () => 'JumpCloud a voulu gérer un groupe et a été refusé. Dialpad n’a pas besoin des groupes de JumpCloud.',
    next: 'Désactivez la gestion des groupes, puis activez à nouveau.',
    labels: { retry: 'Réessayer…', back: 'Désactiver la gestion des groupes' },
  },
  'scim-version-1': {
    title: 'SCIM 1.1 est choisi',
    cause: () => 'Avec la version 1.1, le test de connexion échoue : Dialpad parle SCIM 2.0.',
    next: 'Choisissez SCIM 2.0.',
  },
  'form-wiped': {
    title: 'Le formulaire est de nouveau vide',
    cause: () => 'JumpCloud jette les réglages quand la page est rechargée, quittée ou enregistrée avant Activate.',
    next: 'L’assistant peut tout remplir à nouveau.',
    labels: { perform: 'Remplir à nouveau', 'perform-all': 'Tout remplir à nouveau' },
  },
  'jumpcloud-error': {
    title: 'JumpCloud dit que cela n’a pas marché',
    cause: ({ message, status }) => {
      if (status) return `Un appel a reçu la réponse ${status}.`;
      return message
        ? `Son message : « ${message} ». JumpCloud n’en dit pas plus sur la cause.`
        : 'JumpCloud ne donne pas de cause, et rien d’anormal n’a été vu ici.';
    },
    next: 'Réessayez. Si cela persiste, envoyez les détails à l’assistance.',
    labels: { retry: 'Réessayer…' },
  },
  'server-unreachable': {
    title: 'Le serveur de configuration ne répond pas',
    cause: () => 'Ce navigateur n’atteint pas le serveur qui suit la configuration. Rien n’a été pressé.',
    next: 'Vérifiez votre connexion. La suite reprend d’elle-même quand le serveur est de retour.',
    labels: { retry: 'Essayer maintenant' },
  },
  'session-expired': {
    title: 'Le lien de configuration a expiré',
    cause: () => 'Le lien a été révoqué ou son temps est écoulé. Ce qui a été fait est conservé.',
    next: 'Ouvrez le panneau latéral de l’assistant et collez un nouveau lien de configuration.',
    labels: { retry: 'Vérifier à nouveau' },
  },
  'sso-app-missing': {
    title: 'JumpCloud n’a pas encore d’application Dialpad',
    cause: () =>
      'Le provisionnement appartient à l’application d’authentification unique, et il n’y en a pas pour Dialpad.',
    next: 'Dans JumpCloud, choisissez « Add New Application », puis Dialpad, cochez Single Sign-On et « Export users to this app », et enregistrez. La suite reprend d’elle-même.',
  },
  'sso-not-active': {
    title: 'L’authentification unique n’est pas encore active',
    cause: () => 'JumpCloud ne permet de régler le provisionnement qu’après l’activation du SSO de l’application.',
    next: 'Dans l’onglet SSO, complétez ce qui manque et activez-le. La suite reprend d’elle-même.',
  },
  'already-active': {
    title: 'L’intégration est déjà active',
    cause: () => 'Elle fonctionne, et JumpCloud ne montre plus sa clé.',
    next: 'Remplacez la clé s’il en faut une autre : l’assistant vous guide. Sinon, il n’y a rien à faire.',
    labels: { perform: 'Remplacer sa clé' },
  },
  'not-public': {
    title: 'JumpCloud ne peut pas atteindre ce serveur',
    cause: ({ expected }) =>
      `Rien n’est arrivé, et${expected ? ` ${expected}` : ' la Base URL'} n’est pas une adresse https publique ; le nuage de JumpCloud ne peut donc pas l’appeler.`,
    next: 'Demandez à la personne qui exploite le serveur de donner à PUBLIC_URL son adresse https publique, puis testez à nouveau.',
    labels: { retry: 'Tester à nouveau…' },
  },
};
