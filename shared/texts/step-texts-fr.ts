import type { StepId } from '../setup/steps.ts';
import type { StepText } from './step-texts-en.ts';

/** What is on the screen keeps the words that it has there. */
export const stepsFr: Record<StepId, StepText> = {
  eligibility: {
    title: 'Vérifier que l’offre permet SCIM',
    why: 'Ai Sales et Ai Contact Center le permettent avec toutes les offres, Ai Voice avec Pro et Enterprise.',
    byHand:
      'L’offre est indiquée sous Admin Settings › Billing. L’assistance ou le titulaire du compte peut la changer.',
    perform: 'Vérifier à nouveau',
    short: 'L’offre permet SCIM',
  },
  'secondary-domain': {
    title: 'Faire ajouter jumpcloud.com comme domaine secondaire',
    why: 'JumpCloud teste la connexion avec un utilisateur à lui sur jumpcloud.com, et Dialpad refuse les adresses des domaines qu’il ne connaît pas.',
    byHand:
      'Dans Dialpad : Contact us › Submit a request, catégorie « Account changes », type « Adding a secondary domain ». Ne passez cette étape que si votre application JumpCloud a un champ « Test User Email ».',
    perform: 'Vérifier à nouveau',
    short: 'Domaine secondaire jumpcloud.com',
  },
  'dialpad.my-company': {
    title: 'Ouvrir « My Company » dans Admin Settings',
    why: 'Les clés API appartiennent à toute l’entreprise ; elles sont donc dans ses réglages.',
    byHand: 'Dans Dialpad, choisissez Admin Settings, puis My Company (Company Settings dans les versions récentes).',
    perform: 'Ouvrir My Company',
    short: 'My Company',
  },
  'dialpad.authentication': {
    title: 'Ouvrir « Authentication »',
    why: 'Tout ce qui donne accès à d’autres systèmes est dans cette rubrique.',
    byHand: 'Dans la liste de gauche, choisissez Authentication.',
    perform: 'Ouvrir Authentication',
    short: 'Authentication',
  },
  'dialpad.api-keys': {
    title: 'Ouvrir « API Keys »',
    why: 'JumpCloud a besoin d’une clé à lui pour gérer vos utilisateurs.',
    byHand: 'Sous Authentication, choisissez API Keys. Si cette entrée manque, l’assistance Dialpad peut l’activer.',
    perform: 'Ouvrir API Keys',
    short: 'API Keys',
  },
  'dialpad.add-key': {
    title: 'Choisir « Add key »',
    why: 'Une nouvelle clé, utilisée par JumpCloud seul, pourra être révoquée plus tard sans rien casser d’autre.',
    byHand: 'Sur la page API Keys, choisissez Add key.',
    perform: 'Choisir Add key',
    short: 'Add key',
  },
  'dialpad.generate-key': {
    title: 'Nommer la clé et l’enregistrer',
    why: 'Les droits par défaut, déjà cochés, sont ceux dont JumpCloud a besoin. Ils restent tels quels.',
    byHand: 'Saisissez un nom comme « JumpCloud SCIM », laissez les droits (scopes) tels quels et choisissez Save.',
    perform: 'Créer la clé',
    short: 'Créer la clé',
  },
  'dialpad.save-key': {
    title: 'Reprendre la nouvelle clé',
    why: 'Dialpad ne montre peut-être la clé qu’une fois. L’assistant la garde dans la mémoire de ce navigateur jusqu’à ce qu’elle soit dans JumpCloud.',
    byHand:
      'Copiez la clé (choisissez d’abord « Show value » si elle est masquée) et collez-la dans le panneau latéral de l’assistant.',
    perform: 'Prendre la clé',
    short: 'Clé reprise',
  },
  'jumpcloud.open-application': {
    title: 'Ouvrir l’application Dialpad dans JumpCloud',
    why: 'Le provisionnement appartient à la même application que l’authentification unique.',
    byHand:
      'Dans JumpCloud : Access › SSO Applications (User Authentication dans les anciennes versions), puis choisissez Dialpad.',
    perform: 'Ouvrir Dialpad',
    short: 'Application Dialpad',
  },
  'jumpcloud.identity-management': {
    title: 'Ouvrir l’onglet « Identity Management »',
    why: 'C’est là que se règle la connexion à Dialpad. Les consoles récentes l’appellent « Provisioning ».',
    byHand:
      'Dans l’application, choisissez l’onglet Identity Management ou Provisioning – pas l’entrée du menu de gauche.',
    perform: 'Ouvrir l’onglet',
    short: 'Identity Management',
  },
  'jumpcloud.configuration-settings': {
    title: 'Ouvrir « Configuration Settings »',
    why: 'Ce volet contient l’adresse et la clé.',
    byHand: 'Choisissez Configure si ce bouton existe, puis ouvrez le volet Configuration Settings.',
    perform: 'Ouvrir les réglages',
    short: 'Configuration Settings',
  },
  'jumpcloud.deactivate': {
    title: 'Désactiver l’intégration, pour pouvoir changer sa clé',
    why: 'JumpCloud verrouille les champs d’une intégration active de son catalogue. Pendant ce temps, les utilisateurs restent tels quels. L’assistant montre seulement où c’est : c’est à vous de presser.',
    byHand:
      'Ouvrez le menu Actions en haut de l’application, choisissez « Deactivate » pour Identity Management ou Provisioning, et confirmez. Tout est réactivé à la fin.',
    perform: 'Me montrer où',
    short: 'Désactivée pour le changement',
  },
  'jumpcloud.scim-version': {
    title: 'Choisir « SCIM 2.0 »',
    why: 'Dialpad ne parle que la version 2.0.',
    byHand: 'Sous SCIM Version, choisissez SCIM 2.0.',
    perform: 'Choisir SCIM 2.0',
    short: 'SCIM 2.0',
  },
  'jumpcloud.base-url': {
    title: 'Remplir « Base URL »',
    why: 'C’est là que JumpCloud envoie les utilisateurs et leurs changements.',
    byHand: 'Collez la Base URL dans le champ, sans barre oblique à la fin.',
    perform: 'Remplir la Base URL',
    short: 'Base URL',
  },
  'jumpcloud.token-key': {
    title: 'Remplir « Token Key »',
    why: 'La clé prouve à Dialpad que les appels viennent de votre JumpCloud.',
    byHand: 'Collez la clé API de Dialpad dans le champ Token Key.',
    perform: 'Remplir la clé',
    short: 'Token Key',
  },
  'jumpcloud.test-user-email': {
    title: 'Remplir « Test User Email »',
    why: 'JumpCloud crée puis supprime un utilisateur avec cette adresse pour essayer la connexion. Elle doit être libre et sur un domaine autorisé.',
    byHand: 'Saisissez une adresse que personne n’a, sur le domaine de votre entreprise.',
    perform: 'Remplir une adresse neuve',
    short: 'Test User Email',
  },
  'jumpcloud.test-connection': {
    title: 'Choisir « Test Connection »',
    why: 'JumpCloud appelle Dialpad avec la clé et dit si cela a marché.',
    byHand: 'Choisissez Test Connection et attendez la réponse de JumpCloud.',
    perform: 'Tester la connexion…',
    short: 'Test Connection',
  },
  'jumpcloud.group-management': {
    title: 'Désactiver la gestion des groupes',
    why: 'Dialpad ne prend pas les groupes de JumpCloud ; elle doit donc être désactivée.',
    byHand: 'Sous Group Management, décochez « Enable management of User Groups and Group Membership ».',
    perform: 'La désactiver',
    short: 'Gestion des groupes désactivée',
  },
  'jumpcloud.activate': {
    title: 'Choisir « Activate »',
    why: 'JumpCloud crée un utilisateur de test, le modifie et le supprime. Ensuite l’intégration est active.',
    byHand: 'Choisissez Activate – pas Save, qui jetterait les réglages – et attendez. Ne rechargez pas la page.',
    perform: 'Activer…',
    short: 'Activate',
  },
  'jumpcloud.save': {
    title: 'Choisir « Save »',
    why: 'Cela conserve ce qui a été réglé dans l’application.',
    byHand: 'Choisissez Save en bas de la page.',
    perform: 'Enregistrer…',
    short: 'Save',
  },
  'jumpcloud.user-groups': {
    title: 'Choisir sous « User Groups » qui reçoit Dialpad',
    why: 'Tant qu’aucun groupe n’est lié à l’application, JumpCloud ne provisionne personne.',
    byHand:
      'Ouvrez l’onglet User Groups, cochez les groupes dont les membres doivent avoir Dialpad et choisissez Save.',
    perform: 'Continuer',
    short: 'User Groups',
  },
  'first-sync': {
    title: 'Attendre le premier utilisateur',
    why: 'JumpCloud envoie maintenant les membres des groupes choisis. Cela peut prendre quelques minutes.',
    byHand: 'Rien à faire. Vous pouvez fermer ceci ; les utilisateurs continuent d’arriver.',
    perform: 'Vérifier à nouveau',
    short: 'Premier utilisateur arrivé',
  },
  'retire-old-key': {
    title: 'Supprimer l’ancienne clé',
    why: 'JumpCloud fonctionne avec la nouvelle clé. Qui possède l’ancienne pourrait encore s’en servir.',
    byHand:
      'Dans Dialpad : My Company › Authentication › API Keys, choisissez Edit à côté de l’ancienne clé et supprimez-la. Ne passez cette étape que si autre chose utilise cette clé.',
    perform: 'Vérifier à nouveau',
    short: 'Ancienne clé supprimée',
  },
};

export const selfHostedStepsFr: Partial<Record<StepId, StepText>> = {
  'dialpad.generate-key': {
    title: 'Créer la clé API',
    why: 'Ce serveur émet lui-même la clé que JumpCloud utilisera. Elle est créée une fois et montrée à personne.',
    byHand:
      'La personne qui exploite ce serveur peut en produire une : npm run admin -- key create COMPANY --name "JumpCloud SCIM".',
    perform: 'Créer la clé…',
    short: 'Créer la clé',
  },
  'dialpad.save-key': {
    title: 'Reprendre la nouvelle clé',
    why: 'L’assistant garde la clé dans la mémoire de ce navigateur jusqu’à ce qu’elle soit dans JumpCloud.',
    byHand: 'Collez la clé dans le panneau latéral de l’assistant.',
    perform: 'Prendre la clé',
    short: 'Clé reprise',
  },
};

export const replaceStepsFr: Partial<Record<StepId, StepText>> = {
  'jumpcloud.activate': {
    title: 'Choisir « Update » (ou « Activate » après une désactivation)',
    why: 'JumpCloud essaie la nouvelle clé avec un utilisateur de test qu’il crée, modifie et supprime. Ensuite il utilise la nouvelle clé.',
    byHand:
      'Choisissez Update, ou Activate si vous avez désactivé l’intégration – pas Save, qui jetterait la clé – et attendez. Ne rechargez pas la page.',
    perform: 'Passer à la nouvelle clé…',
    short: 'Nouvelle clé utilisée',
  },
};
