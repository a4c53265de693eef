import type { EvidenceSource } from '../setup/evidence.ts';
import type { PanelAction, PanelStatus } from '../setup/panel.ts';
import type { Site } from '../setup/steps.ts';
import { activityEn } from './activity-en.ts';
import { problemsEn } from './problem-texts-en.ts';
import { replaceStepsEn, selfHostedStepsEn, stepsEn } from './step-texts-en.ts';

const siteNames: Record<Site, string> = { dialpad: 'Dialpad', jumpcloud: 'JumpCloud', server: 'the setup server' };

const statuses: Record<PanelStatus, string> = {
  elsewhere: 'On another page',
  looking: 'Looking for it…',
  ready: 'Ready',
  ambiguous: 'Needs your help',
  working: 'Working…',
  done: 'Done',
  problem: 'Needs attention',
  finished: 'Finished',
};

/** Those that say the same wherever they are offered. */
const actions: Record<Exclude<PanelAction, 'perform' | 'perform-all'>, string> = {
  confirm: 'Yes, do it',
  cancel: 'Cancel',
  point: 'Show it to the assistant',
  copy: 'Copy',
  done: 'I did it',
  skip: 'Skip',
  back: 'Back',
  undo: 'Undo',
  retry: 'Look again',
  go: 'Take me there',
  collapse: 'Collapse',
};

const seenBy: Record<EvidenceSource, string> = {
  page: 'seen on the page',
  admin: 'by your word',
  server: 'seen by the server',
};

/** Every English sentence of the assistant: panel, overlay, side panel. */
export const en = {
  steps: stepsEn,
  selfHostedSteps: selfHostedStepsEn,
  replaceSteps: replaceStepsEn,
  problems: problemsEn,
  activity: activityEn,
  actions,
  statuses,
  seenBy,
  siteNames,

  panel: {
    product: 'JumpCloud setup for Dialpad',
    progress: (position: number, total: number) => `Step ${position} of ${total}`,
    progressLabel: (done: number, total: number) => `${done} of ${total} steps done`,
    byHand: 'How to do it by hand',
    checklist: 'All steps',
    serverSaw: 'What the server saw',
    nothingSeen: 'No call from JumpCloud yet.',
    lastCall: (time: string, ending: string) => `Last call from JumpCloud at ${time}${ending}`,
    keyEnding: (last4: string) => `, key ends in ${last4}`,
    details: 'Details',
    previewTitle: 'This will happen:',
    expand: 'Open the setup assistant',
    copied: 'Copied',
    copyByHand: 'Press Ctrl+C (⌘C on a Mac) to copy',
    notVerified: 'That click could not be verified. Use the assistant’s side panel instead.',
    reload: 'The assistant was updated. Reload this page to go on.',
    heldKey: (masked: string) => `Key held: ${masked}`,
    next: 'What to do',
    otherConsole: (host: string) => `Open ${host} instead`,
    foreignKey: 'This key was not issued by this server. It will be refused unless the server knows it.',
    pointHint: 'Click the control on the page that is meant. Esc stops.',
    pointKeyHint: 'Click the key itself on the page. Esc stops.',
  },

  allSteps: (site: string) => `Do all steps in ${site}`,
  onlyThis: 'Only this step',
  copyDetails: 'Copy the details',
  goOn: 'Go on',
  finished: {
    title: 'JumpCloud is connected',
    why: 'People in the groups that you chose get Dialpad, and leave it, by themselves. The assistant is not needed any more.',
  },
  finishedReplacing: {
    title: 'JumpCloud uses the new key',
    why: 'Users go on arriving and leaving as before. The assistant is not needed any more.',
  },
  live: (title: string, status: string) => `${title}. ${status}`,

  notes: {
    waitingForPage: (site: string) => `Waiting for ${site}’s page to answer…`,
    windowAsks: (site: string) => `${site}’s page asks something: answer it there, and the setup goes on.`,
    windowWithKey: (site: string) =>
      `${site}’s page asks or shows something. Answer it there; if it shows the key, paste the key in the side panel.`,
    declined: (site: string) =>
      `${site}’s page asked you something, and nothing has come of it yet. If you said yes, wait: this goes on by itself. If you said no, go on here when you are ready.`,
    longAwaited: (site: string) =>
      `${site} may take up to three minutes. If its page already says that it worked, choose “I did it”.`,
    unheard: (site: string) =>
      `${site}’s page has not said how it went, or not in words that the assistant knows. If it worked, choose “I did it”; if not, try again.`,
    unanswered: (site: string) =>
      `${site}’s page does not answer. If it asks something, answer it there; if it hangs, reload it.`,
    waitingForServer: 'JumpCloud says that it worked. Waiting for its calls to arrive…',
    waitingForUser: 'Waiting for the first user to arrive…',
    domainDeclined: (reason: string) => `Dialpad Support declined: ${reason} You can ask again.`,
    tick: 'Tick at least one group on the page.',
    asksFirst: 'You are asked first before anything is created, sent or switched on.',
    occupied: (value: string) => `The field holds “${value}” now. It is replaced only if you agree.`,
    elsewhere: (site: string) => `This step is done in ${site}.`,
    otherPage: 'This step is on another page.',
    nextPage: 'The form goes on on its next page.',
    earlierPage: 'This is on an earlier page of the form.',
    skipped: 'This step was skipped.',
    doneAt: (time: string, who: string) => `Done at ${time}, ${who}.`,
    acknowledging: 'Telling the server, so that it knows what to look for…',
    keyForSession: 'The key of this session was created already and is shown only once. Paste it in the side panel.',
    oldKey: (last4: string) => `The old key ends in ${last4}.`,
  },

  stepState: { done: 'done', open: 'to do', 'not-needed': 'not needed', skipped: 'skipped', current: 'now' },

  preview: {
    on: 'Where',
    action: 'What',
    keyName: 'Name of the key',
    scopes: 'Scopes',
    defaultScopes: 'the default ones, untouched',
    expiry: 'Expiry',
    expiryKept: 'as the page has it',
    baseUrl: 'Base URL',
    key: 'Key',
    keyInField: 'what the field holds',
    testUser: 'Test user',
    testUserByJumpCloud: 'one that JumpCloud makes at jumpcloud.com',
    groups: 'Groups',
    tickedGroups: 'the ones that you ticked',
    now: 'In the field now',
    becomes: 'Becomes',
    freshAddress: 'a fresh test address',
    heldKey: (masked: string) => `the key ${masked}`,
    button: 'Button',
    what: {
      'dialpad.generate-key': 'Fills in the form and saves it. Dialpad creates a new API key.',
      'jumpcloud.test-connection':
        'Presses Test Connection. JumpCloud calls the server, and may create and remove a test user.',
      'jumpcloud.activate': 'Presses Activate. JumpCloud creates, changes and removes a test user, then switches on.',
      update:
        'Presses Update, or Activate after a deactivation. JumpCloud tries the new key with a test user and then uses it.',
      'jumpcloud.save': 'Presses Save. JumpCloud keeps the application’s settings.',
      'jumpcloud.user-groups': 'Presses Save. JumpCloud starts to provision the people of these groups.',
      server: 'This server creates a new API key for JumpCloud and hands it to the assistant.',
      replace: 'Replaces what the field holds.',
    },
  },

  support: {
    title: 'Help from support',
    from: 'Message from Dialpad Support',
    points: (title: string) => `Support points to this step: ${title}`,
    dismiss: 'Dismiss',
    share: 'Share with Dialpad Support',
    shareHint:
      'Support then sees the steps, problems and calls of this set-up, live. They never see the key or the pages, and they cannot do anything for you.',
    shared: 'Shared with Dialpad Support.',
    watching: (who: string) => `Looking on now: ${who}.`,
    nobody: 'Nobody looks on right now.',
    end: 'End sharing',
  },

  sidePanel: {
    title: 'JumpCloud setup for Dialpad',
    replacingTitle: 'Replace the key',
    connectTitle: 'Connect to your setup',
    setupLink: 'Setup link',
    setupLinkHint: 'Paste the link that you got from Dialpad Support or from the console.',
    connect: 'Connect',
    connecting: 'Connecting…',
    linkInvalid:
      'This is not a setup link. It looks like https://…/setup/… and comes whole from the console or from support.',
    linkInsecure: 'This link is not https, so it is not safe to use.',
    linkRefused:
      'This setup link is not valid any more, or it was cut off when it was copied. Copy it once more, whole, or ask for a new one.',
    serverAway: 'The server does not answer. Check your connection and try again.',
    reconnect: 'The setup link has expired or was revoked. Paste a new one to go on; what was done is kept.',
    neededTitle: 'Before you begin',
    neededLead: 'It takes about ten minutes. Plan and domain are checked first, as soon as you connect. You need:',
    needed: [
      'Admin rights in both Dialpad and JumpCloud.',
      'A plan that may use SCIM: Ai Voice on Pro or Enterprise, or any plan of Ai Sales or Ai Contact Center.',
      'jumpcloud.com as a secondary domain in Dialpad. Dialpad Support adds it, which may take a while: ask early.',
      'The Dialpad application in JumpCloud, with its SSO active.',
    ],
    disclosureTitle: 'What the assistant reads and sends',
    disclosure: [
      'It works only on Dialpad’s and JumpCloud’s admin pages, and only after you connect.',
      'It reads the controls of the setup pages, to find fields and to see whether a step is done.',
      'It sends to the setup server that your link names: which steps are done, what the page said when one succeeded or failed, and a short fingerprint of the key that was tested. Nothing goes anywhere else.',
      'The API key stays in this browser’s memory and goes only into JumpCloud’s field Token Key. It is gone when the browser closes.',
      'It never presses Test Connection, Activate or Save without your click, and never anything that deletes.',
    ],
    disclosureAgree: 'By connecting you agree to what is said below.',
    connectedTo: (company: string, host: string) => `${company} · ${host}`,
    apiKey: 'API key',
    apiKeyHint: 'Only if you created the key by hand.',
    useKey: 'Use this key',
    keyTaken: (masked: string) => `Taken over: ${masked}`,
    keyDamaged: 'This key is cut off or mistyped. Copy it again, whole.',
    keyEmpty: 'Paste the key first.',
    copyKey: 'Copy the key',
    copyKeyWarning: 'The key was copied. Clear the clipboard when you are done.',
    clearClipboard: 'Clear the clipboard',
    forget: 'Forget everything',
    forgetConfirm: 'Really forget the connection and the key?',
    grantTitle: 'The assistant may not see the admin pages',
    grant: 'Grant access',
    shortcut: 'On a page, Alt+Shift+S brings the keyboard to the card, and back again.',
    reloadHint: 'If the assistant does not appear on a page that was open before, reload that page.',
  },
};

/** Every language has the texts that English has. */
export type Texts = typeof en;
