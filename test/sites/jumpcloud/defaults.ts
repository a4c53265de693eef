import { defaultBehaviour } from './client/behaviour.ts';
import type { JumpCloudOptions, JumpCloudSettings } from './options.ts';

const defaults: JumpCloudOptions = {
  form: 'classic',
  labels: 'english',
  signedIn: true,
  application: true,
  applicationLabel: 'Dialpad',
  secondDialpad: false,
  otherApplications: 24,
  ssoActive: true,
  unsavedSso: false,
  alreadyActive: null,
  announcement: false,
  asksBefore: 'nothing',
  prefilledBaseUrl: '',
  scimVersion: '2.0',
  revertFills: false,
  wipeForm: 'never',
  forgetsKey: false,
  configurationCollapsed: false,
  answerDelayMs: 0,
  redrawEveryMs: 0,
  successText: true,
  badgeDelayMs: 0,
  modernTab: 'provisioning',
  ownTrouble: false,
  saveFails: false,
  renamed: {},
  userGroups: ['All Employees', 'Engineering', 'Sales', 'Support'],
  people: [
    {
      email: 'maya.lindgren@acme.example',
      givenName: 'Maya',
      familyName: 'Lindgren',
      jobTitle: 'Head of Sales',
      groups: ['Sales'],
    },
    {
      email: 'tom.okafor@acme.example',
      givenName: 'Tom',
      familyName: 'Okafor',
      department: 'Sales',
      groups: ['Sales'],
    },
    {
      email: 'ines.ferreira@acme.example',
      givenName: 'Inês',
      familyName: 'Ferreira',
      workPhone: '+1-415-555-0134',
      groups: ['Support'],
    },
    { email: 'kenji.mori@acme.example', givenName: 'Kenji', familyName: 'Mori', groups: ['Engineering'] },
  ],
  client: defaultBehaviour,
};

/** `settings` over `base`, the client's behaviour merged part by part. */
export function withSettings(settings: JumpCloudSettings, base: JumpCloudOptions = defaults): JumpCloudOptions {
  return { ...base, ...settings, client: { ...base.client, ...settings.client } };
}
