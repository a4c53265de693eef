import { activityPageEn } from './activity-page-en.ts';
import { apiKeyPagesEn } from './api-key-pages-en.ts';
import { auditLogEn } from './audit-log-en.ts';
import { supportPagesEn } from './support-pages-en.ts';
import { overviewEn } from './overview-en.ts';
import { settingsEn } from './settings-en.ts';
import { userPagesEn } from './user-pages-en.ts';

/** English texts of the console for a company's admin and for Dialpad support. */
export const consoleEn = {
  skipToContent: 'Skip to content',
  menu: 'Menu',
  signOut: 'Sign out',
  signOutEverywhere: 'Sign out on all devices',
  role: { admin: 'Company Admin', support: 'Dialpad Support' },
  never: 'Never',
  unknownValue: '—',
  cancel: 'Cancel',
  close: 'Close',
  save: 'Save',

  signedOut: {
    title: 'Sign in with a one-time link',
    lead: 'There is no password here. You sign in with a link that works once and is meant for you alone.',
    steps: [
      'If you are an admin of a company, ask another admin of it, or whoever runs this server, for a sign-in link.',
      'If you run this server, start it with npm start, which prints one, or run the line below.',
      'Open the link and press the button on the page that it shows.',
    ],
    company: 'Sign in with your company account',
    titleWithCompany: 'Sign in',
    leadWithCompany: 'Use your company account, or a link that works once and is meant for you alone.',
    commandLabel: 'Make a sign-in link on the server',
    command: 'npm run --silent admin -- person invite you@example.com --role support',
    expired: 'Sign-ins end after a while, and a link that was used does not work again. Ask for a new one.',
    holdLink: 'Were you sent a setup link instead? Open it as it is; it needs no sign-in.',
  },

  signIns: {
    title: 'Your sign-ins',
    lead: 'Where you are signed in now. End any that you do not know; it stops working at once.',
    columns: { browser: 'Browser', began: 'Signed in', ends: 'Ends', actions: 'Actions' },
    browser: { firefox: 'Firefox', chrome: 'Chrome', edge: 'Edge', safari: 'Safari', opera: 'Opera' },
    unknownBrowser: 'Unknown browser',
    current: 'This browser',
    end: 'End',
    endName: (browser: string, began: string) => `End the sign-in with ${browser} of ${began}`,
  },

  nav: {
    label: 'Main',
    breadcrumb: 'You are here',
    companies: 'Companies',
    requests: 'Requests',
    supportPeople: 'Support people',
    people: 'Admins',
    sessions: 'Live setups',
    adminSettings: 'Admin Settings',
    myCompany: 'My Company',
    authentication: 'Authentication',
    overview: 'Overview',
    users: 'Users',
    activity: 'Activity',
    auditLog: 'Audit log',
    apiKeys: 'API Keys',
    domains: 'Domains',
    settings: 'Settings',
    addKey: 'Add key',
    setup: 'Set up JumpCloud',
  },

  terms: {
    product: { 'ai-voice': 'Ai Voice', 'ai-sales': 'Ai Sales', 'ai-contact-center': 'Ai Contact Center' },
    plan: { standard: 'Standard', pro: 'Pro', enterprise: 'Enterprise' },
    eligible: 'May use SCIM',
    notEligible: 'May not use SCIM',
    connection: {
      'no-key': 'Not connected',
      waiting: 'Waiting for JumpCloud',
      connected: 'Connected',
      silent: 'No call for a day',
    },
  },

  companies: {
    title: 'Companies',
    lead: 'Dialpad customers whose users this server provisions.',
    add: 'Create company',
    search: 'Search by name or domain',
    empty: 'No company yet',
    emptyLead: 'Create the first one with its product, plan and primary domain; then have its admin invited.',
    noMatch: (search: string) => `No company matches “${search}”`,
    noMatchLead: 'Try a part of its name, or its domain.',
    found: (count: number) => (count === 0 ? 'No company matches' : `${count} listed`),
    columns: {
      name: 'Company',
      plan: 'Plan',
      domain: 'Primary domain',
      connection: 'JumpCloud',
      lastCall: 'Last call',
    },
    more: 'Show more',
  },

  newCompany: {
    title: 'Create company',
    lead: 'Product and plan decide whether the company may use SCIM. You can change both later.',
    name: 'Company name',
    domain: 'Primary domain',
    domainHint: 'The domain of its people’s addresses, such as acme.example. It belongs to one company only.',
    product: 'Product',
    plan: 'Plan',
    notEligible:
      'Ai Voice on Standard may not use SCIM. You can create the company all the same; API keys are refused until it is on Pro or Enterprise.',
    submit: 'Create company',
  },

  company: {
    lead: 'What the company bought, on which domains it may have accounts, and what to do next.',
    facts: 'Plan and product',
    change: 'Change',
    changeTitle: 'Change plan and product',
    created: 'Created',
    scim: 'SCIM provisioning',
    notEligibleTitle: 'This plan may not use SCIM',
    notEligible:
      'Ai Voice needs Pro or Enterprise; Ai Sales and Ai Contact Center may use SCIM on every plan. Your Dialpad account team can change the plan. Until then API keys cannot be created, and calls with an existing one are answered with 403.',
    domains: 'Domains',
    domainsLead: 'Accounts are accepted on these domains only.',
    primary: 'Primary',
    secondary: 'Secondary',
    anyDomain: 'Any userName at all (*)',
    allow: 'Allow a domain',
    allowField: 'Domain to allow',
    allowHint:
      'JumpCloud’s Dialpad app tests with an address on jumpcloud.com, so that domain must be allowed before Activate.',
    allowJumpCloud: 'Allow jumpcloud.com',
    allowSubmit: 'Allow',
    revoke: 'Revoke',
    revokeTitle: (domain: string) => `Revoke ${domain}?`,
    revokeText: (domain: string) =>
      `New accounts on ${domain} will be refused from now on. Accounts that exist stay as they are.`,
    revoked: (domain: string) => `${domain} was revoked.`,
    jumpCloudMissing:
      'jumpcloud.com is not allowed yet. Only Dialpad Support can allow it; ask for it before you activate the integration in JumpCloud.',
    next: 'Where to go from here',
    connection: 'Connection',
    lastCall: 'Last call from JumpCloud',
    noCall: 'JumpCloud has not called yet.',
    activeKeys: 'Keys in use',
    userCount: 'Users',
    baseUrl: 'SCIM Base URL',
    links: {
      setup: 'Guide an admin through the whole set-up, or do it yourself.',
      apiKeys: 'Create the key that JumpCloud asks for as Token Key.',
      users: 'Who was provisioned, and who is suspended.',
      activity: 'Every call that JumpCloud makes, as it happens.',
    },
  },

  ...apiKeyPagesEn,
  ...supportPagesEn,
  ...auditLogEn,

  ...userPagesEn,
  ...activityPageEn,
  ...overviewEn,
  ...settingsEn,

  setupLinks: {
    title: 'Set up JumpCloud',
    lead: 'A setup link opens the guided set-up in the browser assistant, or as a checklist by hand. Hand it to whoever administers Dialpad and JumpCloud.',
    supportLead:
      'Only an admin of the company makes setup links: whoever makes one holds it, and could follow a set-up that is not shared. You guide a set-up that the admin shares with you.',
    admins: 'Who the admins of this company are',
    create: 'Create setup link',
    createTitle: 'New setup link',
    flow: 'What is it for?',
    flows: {
      setup: { name: 'Connect JumpCloud', hint: 'From nothing to the first user.' },
      'replace-key': {
        name: 'Replace the key',
        hint: 'For an integration that runs already: another key, then the old one is deleted.',
      },
    },
    target: 'Where does the API key come from?',
    targets: {
      server: {
        name: 'Dialpad’s API Keys page',
        hint: 'The usual way: the key is added in Dialpad and its calls arrive at this server.',
      },
      'self-hosted': {
        name: 'This server',
        hint: 'The key is made here during the set-up; the Dialpad steps are not needed.',
      },
      dialpad: {
        name: 'Dialpad itself',
        hint: 'JumpCloud talks to Dialpad directly. The assistant guides, and the pages’ word counts.',
      },
      'pass-through': {
        name: 'Dialpad, checked by this server',
        hint: 'A key of Dialpad’s that this server passes on.',
      },
    },
    expires: 'The link works for',
    expiries: { '1d': '1 day', '3d': '3 days', '7d': '7 days', '14d': '14 days' },
    createdTitle: 'Give this link to the admin',
    createdLead:
      'It is shown only now. Whoever has it can follow and report this set-up, and nothing else; it needs no sign-in.',
    createdLeadWithKey:
      'It is shown only now. Whoever has it can follow and report this set-up and create its one API key, and nothing else; it needs no sign-in. Send it only to who may hold that key.',
    linkLabel: 'Setup link',
    openIt: 'Open it here',
    linkExpires: 'This link expires',
    empty: 'No setup link yet',
    supportEmptyLead: 'When an admin has made one, it appears here.',
    emptyLead: 'Create one to begin. You can revoke it at any time.',
    columns: { target: 'Key from', created: 'Created', expires: 'Expires', browsers: 'Browsers', state: 'State' },
    states: { open: 'Open', expired: 'Expired', revoked: 'Revoked' },
    revoke: 'Revoke',
    revokeTitle: 'Revoke this setup link?',
    revokeText: 'The link and every browser that is connected by it stop working at once. What was set up stays.',
    revokeConfirm: 'Revoke link',
    revoked: 'The setup link was revoked.',
    open: 'Checklist',
    sessionTitle: 'Checklist of a set-up',
    sessionLead: 'How far this set-up got, live.',
    supportSessionLead: 'What the admin sees, live.',
    browsersTitle: 'Connected browsers',
    noBrowsers: 'No browser is connected with the assistant.',
    lastSeen: 'last seen',
    remove: 'Remove',
    removeNamed: (browser: string) => `Remove ${browser}`,
  },
};

/** Every language has the texts that English has. */
export type ConsoleTexts = typeof consoleEn;
