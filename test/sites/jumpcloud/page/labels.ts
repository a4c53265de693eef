import type { ConsoleLabels } from '../options.ts';
import type { Attributes, Child, Draw } from './ui.ts';

/** What the console calls its things in another language, or after a release that renamed them. */
const WORDS: Record<Exclude<ConsoleLabels, 'english'>, Readonly<Record<string, string>>> = {
  french: {
    'SSO Applications': 'Applications SSO',
    'Configured Applications': 'Applications configurées',
    Access: 'Accès',
    'General Info': 'Informations générales',
    'general info': 'informations générales',
    'Identity Management': 'Gestion des identités',
    'identity management': 'gestion des identités',
    provisioning: 'provisionnement',
    'User Groups': "Groupes d'utilisateurs",
    'user groups': "groupes d'utilisateurs",
    Configure: 'Configurer',
    'Configuration Settings': 'Paramètres de configuration',
    'Base URL': 'URL de base',
    'Base URL *': 'URL de base *',
    'Token Key': 'Clé du jeton',
    'Token Key *': 'Clé du jeton *',
    'Test User Email': "E-mail de l'utilisateur test",
    'Test User Email *': "E-mail de l'utilisateur test *",
    'Test Connection': 'Tester la connexion',
    'test connection': 'tester la connexion',
    Activate: 'Activer',
    activate: 'activer',
    'Group Management': 'Gestion des groupes',
    Connection: 'Connexion',
    Next: 'Suivant',
    Back: 'Retour',
    Previous: 'Précédent',
    save: 'enregistrer',
    cancel: 'annuler',
    'Identity Management integration has been successfully verified':
      "L'intégration de la gestion des identités a été vérifiée avec succès",
    'There was a problem activating identity management':
      "Un problème est survenu lors de l'activation de la gestion des identités",
    'Application saved': 'Application enregistrée',
    'There was a problem saving the application': "Un problème est survenu lors de l'enregistrement de l'application",
    'Enable management of User Groups and Group Membership in this application.':
      "Activer la gestion des groupes d'utilisateurs et de leurs membres dans cette application.",
  },
  drifted: {
    'Identity Management': 'User Provisioning',
    'identity management': 'user provisioning',
    provisioning: 'scim provisioning',
    Configure: 'Set up',
    'Configuration Settings': 'SCIM Settings',
    'Base URL': 'SCIM Base URL',
    'Base URL *': 'SCIM Base URL *',
    'Token Key': 'Bearer Token',
    'Token Key *': 'Bearer Token *',
    'Test User Email': 'Test Email Address',
    'Test User Email *': 'Test Email Address *',
    'Test Connection': 'Verify Connection',
    'test connection': 'verify connection',
    Activate: 'Activate Provisioning',
    activate: 'activate provisioning',
    save: 'save changes',
    'Identity Management integration has been successfully verified': 'Provisioning connection verified',
    'There was a problem activating identity management': 'Provisioning could not be activated',
  },
};

const TITLED = ['label', 'text', 'aria-label'] as const;

/** Draws as `draw` does, in the console's other words. Texts that it has no word for stay as they are. */
export function inWords(draw: Draw, labels: ConsoleLabels, renamed: Readonly<Record<string, string>>): Draw {
  const words = { ...(labels === 'english' ? {} : WORDS[labels]), ...renamed };
  if (Object.keys(words).length === 0) return draw;
  const told = (child: Child): Child => (typeof child === 'string' ? (words[child] ?? child) : child);
  return (tag, attributes, ...children) => {
    const titled: Record<string, unknown> = { ...attributes };
    for (const name of TITLED) if (typeof titled[name] === 'string') titled[name] = told(titled[name]);
    return draw(tag, titled as Attributes, ...children.map(told));
  };
}
