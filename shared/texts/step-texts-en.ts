import type { StepId } from '../setup/steps.ts';

/** What a card says of a step. */
export type StepText = {
  /** A verb and the label exactly as it is on the screen. */
  title: string;
  why: string;
  /** How to do it without the assistant. */
  byHand: string;
  /** On the button that does it. */
  perform: string;
  /** In the checklist. */
  short: string;
};

export const stepsEn: Record<StepId, StepText> = {
  eligibility: {
    title: 'Check that the plan may use SCIM',
    why: 'Ai Sales and Ai Contact Center may on every plan, Ai Voice on Pro and Enterprise.',
    byHand: 'The plan is shown under Admin Settings › Billing. Support or your account owner can change it.',
    perform: 'Check again',
    short: 'Plan may use SCIM',
  },
  'secondary-domain': {
    title: 'Have jumpcloud.com added as a secondary domain',
    why: 'JumpCloud tests the connection with a user of its own at jumpcloud.com, and Dialpad refuses addresses on domains that it does not know.',
    byHand:
      'In Dialpad: Contact us › Submit a request, category “Account changes”, issue type “Adding a secondary domain”. Skip this only if your JumpCloud application has a field “Test User Email”.',
    perform: 'Check again',
    short: 'Secondary domain jumpcloud.com',
  },
  'dialpad.my-company': {
    title: 'Open “My Company” in Admin Settings',
    why: 'API keys belong to the whole company, so they are kept in the company’s settings.',
    byHand: 'In Dialpad, choose Admin Settings, then My Company (called Company Settings in newer versions).',
    perform: 'Open My Company',
    short: 'My Company',
  },
  'dialpad.authentication': {
    title: 'Open “Authentication”',
    why: 'Everything that lets other systems in is in this section.',
    byHand: 'In the list on the left, choose Authentication.',
    perform: 'Open Authentication',
    short: 'Authentication',
  },
  'dialpad.api-keys': {
    title: 'Open “API Keys”',
    why: 'JumpCloud needs a key of its own to manage your users.',
    byHand: 'Under Authentication, choose API Keys. If it is missing, Dialpad Support can switch it on.',
    perform: 'Open API Keys',
    short: 'API Keys',
  },
  'dialpad.add-key': {
    title: 'Choose “Add key”',
    why: 'A new key, used by JumpCloud alone, can be revoked later without breaking anything else.',
    byHand: 'On the API Keys page, choose Add key.',
    perform: 'Choose Add key',
    short: 'Add key',
  },
  'dialpad.generate-key': {
    title: 'Name the key and save it',
    why: 'The default scopes, which are selected already, are what JumpCloud needs. They stay as they are.',
    byHand: 'Type a name such as “JumpCloud SCIM”, leave the scopes as they are, and choose Save.',
    perform: 'Create the key',
    short: 'Generate the key',
  },
  'dialpad.save-key': {
    title: 'Take over the new key',
    why: 'Dialpad may show the key only once. The assistant keeps it in this browser’s memory until it is in JumpCloud.',
    byHand: 'Copy the key (choose “Show value” first if it is hidden) and paste it in the assistant’s side panel.',
    perform: 'Take the key',
    short: 'Key taken over',
  },
  'jumpcloud.open-application': {
    title: 'Open the Dialpad application in JumpCloud',
    why: 'Provisioning belongs to the same application as the single sign-on.',
    byHand: 'In JumpCloud: Access › SSO Applications (in older versions User Authentication), then choose Dialpad.',
    perform: 'Open Dialpad',
    short: 'Dialpad application',
  },
  'jumpcloud.identity-management': {
    title: 'Open the tab “Identity Management”',
    why: 'The connection to Dialpad is set up there. Newer consoles call the tab “Provisioning”.',
    byHand:
      'In the application, choose the tab Identity Management or Provisioning – not the item in the menu on the left.',
    perform: 'Open the tab',
    short: 'Identity Management',
  },
  'jumpcloud.configuration-settings': {
    title: 'Open “Configuration Settings”',
    why: 'This panel holds the address and the key.',
    byHand: 'Choose Configure if there is such a button, then open the panel Configuration Settings.',
    perform: 'Open the settings',
    short: 'Configuration Settings',
  },
  'jumpcloud.deactivate': {
    title: 'Deactivate the integration, so that its key can be changed',
    why: 'JumpCloud locks the fields of a running integration from its catalog. Users stay as they are meanwhile. The assistant only shows where it is: this one is yours to press.',
    byHand:
      'Open the menu Actions at the top of the application, choose “Deactivate” for Identity Management or Provisioning, and confirm. It is switched on again at the end.',
    perform: 'Show me where',
    short: 'Deactivated for the change',
  },
  'jumpcloud.scim-version': {
    title: 'Choose “SCIM 2.0”',
    why: 'Dialpad speaks version 2.0 only.',
    byHand: 'Under SCIM Version, choose SCIM 2.0.',
    perform: 'Choose SCIM 2.0',
    short: 'SCIM 2.0',
  },
  'jumpcloud.base-url': {
    title: 'Fill in “Base URL”',
    why: 'This is where JumpCloud sends users and their changes.',
    byHand: 'Paste the Base URL into the field, without a slash at its end.',
    perform: 'Fill in the Base URL',
    short: 'Base URL',
  },
  'jumpcloud.token-key': {
    title: 'Fill in “Token Key”',
    why: 'The key proves to Dialpad that the calls come from your JumpCloud.',
    byHand: 'Paste the API key from Dialpad into the field Token Key.',
    perform: 'Fill in the key',
    short: 'Token Key',
  },
  'jumpcloud.test-user-email': {
    title: 'Fill in “Test User Email”',
    why: 'JumpCloud creates and removes a user with this address to try the connection. It has to be unused and on an allowed domain.',
    byHand: 'Type an address that nobody has, on your company’s domain.',
    perform: 'Fill in a fresh address',
    short: 'Test User Email',
  },
  'jumpcloud.test-connection': {
    title: 'Choose “Test Connection”',
    why: 'JumpCloud calls Dialpad with the key and says whether that worked.',
    byHand: 'Choose Test Connection and wait for JumpCloud’s answer.',
    perform: 'Test the connection…',
    short: 'Test Connection',
  },
  'jumpcloud.group-management': {
    title: 'Turn off group management',
    why: 'Dialpad does not take groups from JumpCloud, so this should be off.',
    byHand: 'Under Group Management, clear “Enable management of User Groups and Group Membership”.',
    perform: 'Turn it off',
    short: 'Group management off',
  },
  'jumpcloud.activate': {
    title: 'Choose “Activate”',
    why: 'JumpCloud creates a test user, changes it and removes it again. After that the integration is on.',
    byHand: 'Choose Activate – not Save, which would throw the settings away – and wait. Do not reload the page.',
    perform: 'Activate…',
    short: 'Activate',
  },
  'jumpcloud.save': {
    title: 'Choose “Save”',
    why: 'It keeps what was set in the application.',
    byHand: 'Choose Save at the bottom of the page.',
    perform: 'Save…',
    short: 'Save',
  },
  'jumpcloud.user-groups': {
    title: 'Choose who gets Dialpad under “User Groups”',
    why: 'Until a group is bound to the application, JumpCloud provisions nobody.',
    byHand: 'Open the tab User Groups, tick the groups whose people should have Dialpad, and choose Save.',
    perform: 'Go on',
    short: 'User Groups',
  },
  'first-sync': {
    title: 'Wait for the first user',
    why: 'JumpCloud now sends the people of the groups that you chose. It may take some minutes.',
    byHand: 'Nothing to do. You can close this; users go on arriving by themselves.',
    perform: 'Check again',
    short: 'First user arrived',
  },
  'retire-old-key': {
    title: 'Delete the old key',
    why: 'JumpCloud works with the new key. Whoever has the old one could still use it.',
    byHand:
      'In Dialpad: My Company › Authentication › API Keys, choose Edit beside the old key and delete it. Skip this only if something else uses that key.',
    perform: 'Check again',
    short: 'Old key deleted',
  },
};

/** In a self-hosted session this server issues the key itself. */
export const selfHostedStepsEn: Partial<Record<StepId, StepText>> = {
  'dialpad.generate-key': {
    title: 'Create the API key',
    why: 'This server issues the key that JumpCloud will use. It is made once and shown to nobody.',
    byHand: 'The operator of this server can print one: npm run admin -- key create COMPANY --name “JumpCloud SCIM”.',
    perform: 'Create the key…',
    short: 'Generate the key',
  },
  'dialpad.save-key': {
    title: 'Take over the new key',
    why: 'The assistant keeps the key in this browser’s memory until it is in JumpCloud.',
    byHand: 'Paste the key in the assistant’s side panel.',
    perform: 'Take the key',
    short: 'Key taken over',
  },
};

/** When the key of a running integration is replaced. */
export const replaceStepsEn: Partial<Record<StepId, StepText>> = {
  'jumpcloud.activate': {
    title: 'Choose “Update” (or “Activate” after a deactivation)',
    why: 'JumpCloud tries the new key with a test user, which it creates, changes and removes. From then on it uses the new key.',
    byHand:
      'Choose Update, or Activate if you deactivated the integration – not Save, which would throw the key away – and wait. Do not reload the page.',
    perform: 'Switch to the new key…',
    short: 'New key in use',
  },
};
