import type { SetupPageTexts } from './setup-page-en.ts';

/** The same in French. */
export const setupPageFr: SetupPageTexts = {
  flows: {
    setup: {
      name: 'Configurer JumpCloud',
      title: (company) => `Relier JumpCloud à Dialpad pour ${company}`,
      lead: 'Cette liste se remplit d’elle-même à mesure que Dialpad et JumpCloud sont configurés. Suivez-la de haut en bas, ou laissez l’assistant du navigateur la faire avec vous. Comptez environ dix minutes.',
      finishedTitle: 'JumpCloud est relié',
      finished:
        'Les utilisateurs arrivent, changent et sont suspendus comme ils le sont dans JumpCloud. Vous pouvez fermer cette page.',
    },
    'replace-key': {
      name: 'Remplacer la clé',
      title: (company) => `Remplacer la clé de JumpCloud pour ${company}`,
      lead: 'JumpCloud reçoit une nouvelle clé, et l’ancienne est supprimée une fois que la nouvelle a été vue en service. Cette liste se remplit d’elle-même. Suivez-la de haut en bas, ou laissez l’assistant du navigateur la faire avec vous.',
      finishedTitle: 'JumpCloud utilise la nouvelle clé',
      finished: 'Les utilisateurs arrivent et partent comme avant. Vous pouvez fermer cette page.',
    },
  },
  copy: 'Copier',
  copied: 'Copié',
  copyByHand: 'Le navigateur ne le permet pas ici. Le texte est sélectionné : appuyez sur Ctrl+C (⌘C sur un Mac).',
  expires: 'Ce lien expire :',
  keepPrivate: 'Gardez ce lien pour vous : qui l’a peut suivre cette configuration et en rendre compte.',
  progress: (done, total) => `${done} étapes faites sur ${total}`,

  assistant: {
    title: 'Laissez l’assistant la faire avec vous',
    text: 'L’extension du navigateur trouve chaque champ sur les pages de Dialpad et de JumpCloud, le remplit et demande avant de créer, d’envoyer ou de modifier quoi que ce soit.',
    steps: [
      'Installez « JumpCloud setup for Dialpad » dans Chrome, Edge ou Firefox, depuis le magasin de votre navigateur ou comme vous l’indique votre contact à l’assistance Dialpad.',
      'Ouvrez son panneau latéral et collez le lien de cette page dans le champ « Setup link ».',
      'Appuyez sur « Connect », puis ouvrez Dialpad. Cette page suit.',
    ],
    linkLabel: 'Setup link',
  },

  values: {
    title: 'Valeurs à copier',
    baseUrl: 'Base URL',
    notPublic:
      'Le cloud de JumpCloud ne peut pas atteindre cette adresse : elle n’existe que sur cette machine, ou n’est pas en https. La personne qui exploite le serveur règle PUBLIC_URL.',
    keyName: 'Nom de la clé',
    testAddress: 'Test User Email',
    testAddressHint:
      'Seulement si votre application JumpCloud en demande une. Personne n’a cette adresse, et elle est retirée après le test.',
    makeTestAddress: 'Créer une adresse de test',
    anotherTestAddress: 'En créer une autre',
    request: 'Demande à l’assistance Dialpad',
    requestHint:
      'Ou envoyez ceci vous-même : dans Dialpad, Contact us › Submit a request › Account changes › Adding a secondary domain.',
    createKey: 'Créer la clé API',
    createKeyHint: 'Ce serveur crée la clé de cette configuration une seule fois et ne la montre que maintenant.',
    key: 'Clé API',
    keyOnce:
      'Elle ne sera plus visible. Collez-la dans le champ « Token Key » de JumpCloud avant de quitter cette page.',
  },

  groups: { dialpad: 'Dans Dialpad', jumpcloud: 'Dans JumpCloud' },
  groupServerFirst: 'Avant de commencer',
  groupServerLast: 'Pour finir',
  open: 'Ouvrir',

  step: {
    why: 'Pourquoi',
    byHand: 'Comment',
    done: 'C’est fait',
    skip: 'Passer cette étape',
    notThere: 'Ma page ne l’a pas',
    undo: 'Finalement pas fait',
    succeeded: 'JumpCloud dit que cela a réussi',
    failed: 'JumpCloud dit que cela a échoué',
    waiting: 'Se fait de soi-même dès que le serveur le voit.',
    waitingForServer: 'Vous dites que cela a réussi. En attente des appels de JumpCloud ici…',
    now: 'Ensuite',
    states: { done: 'Fait', open: 'À faire', 'not-needed': 'Pas nécessaire', skipped: 'Passé' },
    seenBy: { page: 'vu sur la page', admin: 'selon vous', server: 'vu par le serveur' },
  },

  byHand: {
    'dialpad.save-key':
      'Copiez la clé maintenant (choisissez d’abord « Show value » si elle est masquée) : elle ne sera peut-être plus visible. Ne la gardez que jusqu’à ce qu’elle soit dans le champ Token Key de JumpCloud.',
    'dialpad.generate-key':
      'Saisissez un nom comme « JumpCloud SCIM », laissez les droits par défaut (scopes) tels quels et choisissez Save.',
  },

  selfHostedByHand: {
    'dialpad.generate-key':
      'Créez la clé ici. Si elle a déjà été créée et qu’elle est perdue, la personne qui exploite ce serveur peut en donner une autre.',
    'dialpad.save-key':
      'Copiez la clé quand elle est affichée, et ne la gardez que jusqu’à ce qu’elle soit dans le champ Token Key de JumpCloud.',
  },

  activity: {
    title: 'Ce que le serveur a vu',
    empty: 'Encore aucun appel de JumpCloud.',
    lead: 'Les appels de JumpCloud, le plus récent d’abord.',
  },

  ended: {
    title: 'Ce lien de configuration n’est plus valable',
    text: 'Il a expiré, a été révoqué ou a été coupé à la copie. Ce qui a été configuré est conservé.',
    next: 'Demandez-en un nouveau à la personne qui vous l’a envoyé, à votre administrateur ou à l’assistance Dialpad. Ouvrez-le ou collez-le dans l’assistant ; la configuration reprend où elle en était.',
    admin:
      'Si vous administrez l’entreprise, vous pouvez en créer un nouveau dans la console, sous « Set up JumpCloud ».',
    toConsole: 'Aller à la console',
  },
};
