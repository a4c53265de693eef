import { activityFr } from './activity-fr.ts';
import type { Texts } from './en.ts';
import { problemsFr } from './problem-texts-fr.ts';
import { replaceStepsFr, selfHostedStepsFr, stepsFr } from './step-texts-fr.ts';

/** Every French sentence of the assistant. */
export const fr: Texts = {
  steps: stepsFr,
  selfHostedSteps: selfHostedStepsFr,
  replaceSteps: replaceStepsFr,
  problems: problemsFr,
  activity: activityFr,
  actions: {
    confirm: 'Oui, le faire',
    cancel: 'Annuler',
    point: 'Le montrer à l’assistant',
    copy: 'Copier',
    done: 'Je l’ai fait',
    skip: 'Passer',
    back: 'Retour',
    undo: 'Défaire',
    retry: 'Regarder à nouveau',
    go: 'M’y emmener',
    collapse: 'Réduire',
  },
  statuses: {
    elsewhere: 'Sur une autre page',
    looking: 'Recherche…',
    ready: 'Prêt',
    ambiguous: 'A besoin de vous',
    working: 'En cours…',
    done: 'Fait',
    problem: 'À regarder',
    finished: 'Terminé',
  },
  seenBy: { page: 'vu sur la page', admin: 'selon vous', server: 'vu par le serveur' },
  siteNames: { dialpad: 'Dialpad', jumpcloud: 'JumpCloud', server: 'le serveur de configuration' },

  panel: {
    product: 'Configuration de JumpCloud pour Dialpad',
    progress: (position, total) => `Étape ${position} sur ${total}`,
    progressLabel: (done, total) => `${done} étapes faites sur ${total}`,
    byHand: 'Comment faire à la main',
    checklist: 'Toutes les étapes',
    serverSaw: 'Ce que le serveur a vu',
    nothingSeen: 'Pas encore d’appel de JumpCloud.',
    lastCall: (time, ending) => `Dernier appel de JumpCloud à ${time}${ending}`,
    keyEnding: (last4) => `, clé finissant par ${last4}`,
    details: 'Détails',
    previewTitle: 'Voici ce qui va se passer :',
    expand: 'Ouvrir l’assistant de configuration',
    copied: 'Copié',
    copyByHand: 'Appuyez sur Ctrl+C (⌘C sur Mac) pour copier',
    notVerified: 'Ce clic n’a pas pu être vérifié. Utilisez le panneau latéral de l’assistant.',
    reload: 'L’assistant a été mis à jour. Rechargez cette page pour continuer.',
    heldKey: (masked) => `Clé en main : ${masked}`,
    next: 'Que faire',
    otherConsole: (host) => `Ouvrir plutôt ${host}`,
    foreignKey: 'Cette clé n’a pas été émise par ce serveur. Elle sera refusée si le serveur ne la connaît pas.',
    pointHint: 'Cliquez sur la page l’élément voulu. Échap pour arrêter.',
    pointKeyHint: 'Cliquez sur la clé elle-même, sur la page. Échap pour arrêter.',
  },

  allSteps: (site) => `Faire toutes les étapes dans ${site}`,
  onlyThis: 'Seulement cette étape',
  copyDetails: 'Copier les détails',
  goOn: 'Continuer',
  finished: {
    title: 'JumpCloud est connecté',
    why: 'Les membres des groupes choisis reçoivent Dialpad, et le quittent, d’eux-mêmes. L’assistant n’est plus nécessaire.',
  },
  finishedReplacing: {
    title: 'JumpCloud utilise la nouvelle clé',
    why: 'Les utilisateurs continuent d’arriver et de partir comme avant. L’assistant n’est plus nécessaire.',
  },
  live: (title, status) => `${title}. ${status}`,

  notes: {
    waitingForPage: (site) => `En attente de la réponse de la page de ${site}…`,
    windowAsks: (site) =>
      `La page de ${site} demande quelque chose : répondez-y sur la page, et la configuration continue.`,
    windowWithKey: (site) =>
      `La page de ${site} demande ou affiche quelque chose. Répondez-y sur la page ; si elle affiche la clé, collez celle-ci dans le panneau latéral.`,
    declined: (site) =>
      `La page de ${site} vous a posé une question, et il n’y a pas encore de résultat. Si vous avez répondu oui, attendez : la suite reprend d’elle-même. Si vous avez répondu non, continuez ici quand vous le souhaitez.`,
    longAwaited: (site) =>
      `${site} peut prendre jusqu’à trois minutes. Si la page dit déjà que cela a marché, choisissez « Je l’ai fait ».`,
    unheard: (site) =>
      `La page de ${site} n’a pas dit le résultat, ou pas en des mots que l’assistant connaît. Si cela a marché, choisissez « Je l’ai fait » ; sinon, réessayez.`,
    unanswered: (site) =>
      `La page de ${site} ne répond pas. Si elle demande quelque chose, répondez-y sur la page ; si elle est bloquée, rechargez-la.`,
    waitingForServer: 'JumpCloud dit que cela a marché. En attente de ses appels…',
    waitingForUser: 'En attente du premier utilisateur…',
    domainDeclined: (reason) => `L’assistance Dialpad a refusé : ${reason} Vous pouvez redemander.`,
    tick: 'Cochez au moins un groupe sur la page.',
    asksFirst: 'On vous demande votre accord avant de créer, d’envoyer ou d’activer quoi que ce soit.',
    occupied: (value) => `Le champ contient maintenant « ${value} ». Il n’est remplacé que si vous êtes d’accord.`,
    elsewhere: (site) => `Cette étape se fait dans ${site}.`,
    otherPage: 'Cette étape est sur une autre page.',
    nextPage: 'Le formulaire continue à la page suivante.',
    earlierPage: 'Cela se trouve sur une page précédente du formulaire.',
    skipped: 'Cette étape a été passée.',
    doneAt: (time, who) => `Fait à ${time}, ${who}.`,
    acknowledging: 'Le serveur apprend ce qu’il doit guetter…',
    keyForSession:
      'La clé de cette configuration a déjà été créée et n’est montrée qu’une fois. Collez-la dans le panneau latéral.',
    oldKey: (last4) => `L’ancienne clé finit par ${last4}.`,
  },

  stepState: {
    done: 'fait',
    open: 'à faire',
    'not-needed': 'pas nécessaire',
    skipped: 'passé',
    current: 'maintenant',
  },

  preview: {
    on: 'Où',
    action: 'Quoi',
    keyName: 'Nom de la clé',
    scopes: 'Droits',
    defaultScopes: 'ceux par défaut, inchangés',
    expiry: 'Expiration',
    expiryKept: 'comme sur la page',
    baseUrl: 'Base URL',
    key: 'Clé',
    keyInField: 'ce que contient le champ',
    testUser: 'Utilisateur de test',
    testUserByJumpCloud: 'un que JumpCloud crée sur jumpcloud.com',
    groups: 'Groupes',
    tickedGroups: 'ceux que vous avez cochés',
    now: 'Dans le champ',
    becomes: 'Devient',
    freshAddress: 'une adresse de test neuve',
    heldKey: (masked) => `la clé ${masked}`,
    button: 'Bouton',
    what: {
      'dialpad.generate-key': 'Remplit le formulaire et l’enregistre. Dialpad crée une nouvelle clé API.',
      'jumpcloud.test-connection':
        'Presse Test Connection. JumpCloud appelle le serveur, et crée puis supprime peut-être un utilisateur de test.',
      'jumpcloud.activate':
        'Presse Activate. JumpCloud crée, modifie et supprime un utilisateur de test, puis s’active.',
      update:
        'Presse Update, ou Activate après une désactivation. JumpCloud essaie la nouvelle clé avec un utilisateur de test, puis l’utilise.',
      'jumpcloud.save': 'Presse Save. JumpCloud conserve les réglages de l’application.',
      'jumpcloud.user-groups': 'Presse Save. JumpCloud commence à provisionner les membres de ces groupes.',
      server: 'Ce serveur crée une nouvelle clé API pour JumpCloud et la remet à l’assistant.',
      replace: 'Remplace ce que contient le champ.',
    },
  },

  support: {
    title: 'Aide de l’assistance',
    from: 'Message de l’assistance Dialpad',
    points: (title) => `L’assistance indique cette étape : ${title}`,
    dismiss: 'Fermer',
    share: 'Partager avec l’assistance Dialpad',
    shareHint:
      'L’assistance voit alors en direct les étapes, les problèmes et les appels de cette configuration. Elle ne voit jamais la clé ni les pages, et ne peut rien faire à votre place.',
    shared: 'Partagé avec l’assistance Dialpad.',
    watching: (who) => `Regarde en ce moment : ${who}.`,
    nobody: 'Personne ne regarde en ce moment.',
    end: 'Arrêter le partage',
  },

  sidePanel: {
    title: 'Configuration de JumpCloud pour Dialpad',
    replacingTitle: 'Remplacer la clé',
    connectTitle: 'Se connecter à votre configuration',
    // The names of these fields and buttons are the same everywhere: the setup page and Support's instructions name them.
    setupLink: 'Setup link',
    setupLinkHint: 'Collez le lien reçu de l’assistance Dialpad ou de la console.',
    connect: 'Connect',
    connecting: 'Connexion…',
    linkInvalid:
      'Ce n’est pas un lien de configuration. Il ressemble à https://…/setup/… et vient en entier de la console ou de l’assistance.',
    linkInsecure: 'Ce lien n’est pas en https ; il n’est donc pas sûr.',
    linkRefused:
      'Ce lien de configuration n’est plus valable, ou il a été coupé à la copie. Copiez-le à nouveau, en entier, ou demandez-en un nouveau.',
    serverAway: 'Le serveur ne répond pas. Vérifiez votre connexion et réessayez.',
    reconnect:
      'Le lien de configuration a expiré ou a été révoqué. Collez-en un nouveau pour continuer ; ce qui a été fait est conservé.',
    neededTitle: 'Avant de commencer',
    neededLead:
      'Comptez environ dix minutes. L’offre et le domaine sont vérifiés en premier, dès que vous êtes connecté. Il vous faut :',
    needed: [
      'Les droits d’administration dans Dialpad et dans JumpCloud.',
      'Une offre qui peut utiliser SCIM : Ai Voice avec Pro ou Enterprise, ou toute offre Ai Sales ou Ai Contact Center.',
      'jumpcloud.com comme domaine secondaire dans Dialpad. L’assistance Dialpad l’ajoute, ce qui peut prendre du temps : demandez-le tôt.',
      'L’application Dialpad dans JumpCloud, avec son SSO activé.',
    ],
    disclosureTitle: 'Ce que l’assistant lit et envoie',
    disclosure: [
      'Il ne travaille que sur les pages d’administration de Dialpad et de JumpCloud, et seulement après votre connexion.',
      'Il lit les éléments des pages de configuration, pour trouver les champs et voir si une étape est faite.',
      'Il envoie au serveur de configuration que votre lien désigne : les étapes faites, ce que la page a dit d’une réussite ou d’un échec, et une courte empreinte de la clé testée. Rien ne va ailleurs.',
      'La clé API reste dans la mémoire de ce navigateur et ne va que dans le champ Token Key de JumpCloud. Elle disparaît quand le navigateur se ferme.',
      'Il ne presse jamais Test Connection, Activate ou Save sans votre clic, et jamais rien qui supprime.',
    ],
    disclosureAgree: 'En vous connectant, vous acceptez ce qui est dit ci-dessous.',
    connectedTo: (company, host) => `${company} · ${host}`,
    apiKey: 'API key',
    apiKeyHint: 'Seulement si vous avez créé la clé à la main.',
    useKey: 'Use this key',
    keyTaken: (masked) => `Reprise : ${masked}`,
    keyDamaged: 'Cette clé est coupée ou mal saisie. Copiez-la à nouveau, en entier.',
    keyEmpty: 'Collez d’abord la clé.',
    copyKey: 'Copier la clé',
    copyKeyWarning: 'La clé a été copiée. Videz le presse-papiers quand vous avez fini.',
    clearClipboard: 'Vider le presse-papiers',
    forget: 'Tout oublier',
    forgetConfirm: 'Vraiment oublier la connexion et la clé ?',
    grantTitle: 'L’assistant n’a pas le droit de voir les pages d’administration',
    grant: 'Autoriser l’accès',
    shortcut: 'Sur une page, Alt+Maj+S amène le clavier à la carte, puis le ramène.',
    reloadHint: 'Si l’assistant n’apparaît pas sur une page qui était déjà ouverte, rechargez cette page.',
  },
};
