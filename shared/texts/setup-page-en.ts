import type { Flow, StepId } from '../setup/steps.ts';

/** English texts of the page behind a setup link: the checklist by hand, which works without the assistant. */
export const setupPageEn = {
  flows: {
    setup: {
      name: 'Set up JumpCloud',
      title: (company: string) => `Connect JumpCloud to Dialpad for ${company}`,
      lead: 'This checklist fills itself in as Dialpad and JumpCloud are set up. Do it by hand from top to bottom, or let the browser assistant do it with you. It takes about ten minutes.',
      finishedTitle: 'JumpCloud is connected',
      finished: 'Users now arrive, change and are suspended as they are in JumpCloud. You can close this page.',
    },
    'replace-key': {
      name: 'Replace the key',
      title: (company: string) => `Replace JumpCloud’s key for ${company}`,
      lead: 'JumpCloud gets a new key, and the old one is deleted once the new one was seen in use. This checklist fills itself in. Do it by hand from top to bottom, or let the browser assistant do it with you.',
      finishedTitle: 'JumpCloud uses the new key',
      finished: 'Users come and go as before. You can close this page.',
    },
  } satisfies Record<Flow, object>,
  copy: 'Copy',
  copied: 'Copied',
  copyByHand: 'The browser does not allow it here. The text is selected: press Ctrl+C (⌘C on a Mac).',
  expires: 'This link expires',
  keepPrivate: 'Keep the link to yourself: whoever has it can follow and report this set-up.',
  progress: (done: number, total: number) => `${done} of ${total} steps done`,

  assistant: {
    title: 'Let the assistant do it with you',
    text: 'The browser extension finds each field on Dialpad’s and JumpCloud’s pages, fills it in, and asks before anything is created, sent or changed.',
    steps: [
      'Install “JumpCloud setup for Dialpad” in Chrome, Edge or Firefox, from your browser’s store or as your contact at Dialpad Support hands it to you.',
      'Open its side panel and paste this page’s link into the field “Setup link”.',
      'Press “Connect”, then open Dialpad. This page follows along.',
    ],
    linkLabel: 'Setup link',
  },

  values: {
    title: 'Values to copy',
    baseUrl: 'Base URL',
    notPublic:
      'JumpCloud’s cloud cannot reach this address: it is on this machine only, or not https. Whoever runs the server sets PUBLIC_URL.',
    keyName: 'Name for the key',
    testAddress: 'Test User Email',
    testAddressHint:
      'Only if your JumpCloud application asks for one. Nobody has this address, and it is removed after the test.',
    makeTestAddress: 'Make a test address',
    anotherTestAddress: 'Make another',
    request: 'Request to Dialpad Support',
    requestHint:
      'Or send this yourself: in Dialpad, Contact us › Submit a request › Account changes › Adding a secondary domain.',
    createKey: 'Create the API key',
    createKeyHint: 'This server makes the key of this set-up once and shows it only now.',
    key: 'API key',
    keyOnce: 'It will not be visible again. Paste it into JumpCloud’s field “Token Key” before you leave this page.',
  },

  groups: { dialpad: 'In Dialpad', jumpcloud: 'In JumpCloud' },
  groupServerFirst: 'Before you begin',
  groupServerLast: 'To finish',
  open: 'Open',

  step: {
    why: 'Why',
    byHand: 'How',
    done: 'I did it',
    skip: 'Skip this step',
    notThere: 'My page does not have this',
    undo: 'Not done after all',
    succeeded: 'JumpCloud says it worked',
    failed: 'JumpCloud says it failed',
    waiting: 'Done by itself as soon as the server sees it.',
    waitingForServer: 'You say that it worked. Waiting for JumpCloud’s calls to arrive here…',
    now: 'Next',
    states: { done: 'Done', open: 'To do', 'not-needed': 'Not needed', skipped: 'Skipped' },
    seenBy: { page: 'seen on the page', admin: 'by your word', server: 'seen by the server' },
  },

  /** Without the assistant there is no side panel to paste the key into. */
  byHand: {
    'dialpad.save-key':
      'Copy the key now (choose “Show value” first if it is hidden): it may not be visible again. Keep it only until you have pasted it into JumpCloud’s field Token Key.',
    'dialpad.generate-key':
      'Type a name such as “JumpCloud SCIM”, leave the default scopes (already selected) as they are, and choose Save.',
  } satisfies Partial<Record<StepId, string>> as Partial<Record<StepId, string>>,

  /** In a self-hosted session the key comes from this page. */
  selfHostedByHand: {
    'dialpad.generate-key':
      'Create the key here. If it was created already and is lost, the operator of this server can print another.',
    'dialpad.save-key':
      'Copy the key when it is shown, and keep it only until you have pasted it into JumpCloud’s field Token Key.',
  } satisfies Partial<Record<StepId, string>> as Partial<Record<StepId, string>>,

  activity: {
    title: 'What the server saw',
    empty: 'No call from JumpCloud yet.',
    lead: 'JumpCloud’s calls, newest first.',
  },

  ended: {
    title: 'This setup link does not work any more',
    text: 'It has expired or was revoked, or it was cut off when it was copied. What was set up so far is kept.',
    next: 'Ask whoever sent it, your admin or Dialpad Support, for a new one. Open that one, or paste it into the assistant; the set-up goes on where it stood.',
    admin: 'If you are the company’s admin, you can make a new one in the console under “Set up JumpCloud”.',
    toConsole: 'Go to the console',
  },
};

/** Every language has the texts that English has. */
export type SetupPageTexts = typeof setupPageEn;
