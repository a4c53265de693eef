import type { PanelAction } from '../setup/panel.ts';
import type { ProblemCode, ProblemDetails } from '../setup/problems.ts';
import { hindrancesEn, targetMissing } from './hindrance-texts-en.ts';

/** The same whatever was seen, or not. */
type Told = string | ((details: ProblemDetails) => string);

/** What a card says of a problem: what it is, why, and the one thing to do next. */
export type ProblemText = {
  title: Told;
  cause: (details: ProblemDetails) => string;
  next: Told;
  /** Other words than usual on the buttons that solve it. */
  labels?: Partial<Record<PanelAction, string>>;
  /** A text to send to somebody, which `copy` then copies. */
  request?: (company: { name: string; primaryDomain: string }, details: ProblemDetails) => string;
};

/** To Dialpad Support, in English in every language: that is what Support reads. */
export function domainRequest(company: { name: string; primaryDomain: string }, details: ProblemDetails): string {
  const domain = details.domain ?? 'jumpcloud.com';
  return [
    `To Dialpad Support (Contact us › Submit a request › Account changes › Adding a secondary domain)`,
    '',
    `Please add ${domain} as a secondary domain to our company ${company.name} (${company.primaryDomain}).`,
    `We are setting up user provisioning (SCIM) from JumpCloud. JumpCloud tests the connection with a user of its own at ${domain} and removes it at once.`,
  ].join('\n');
}

/** To Dialpad, in English in every language. */
export function planRequest(company: { name: string; primaryDomain: string }): string {
  return `Please move our company ${company.name} (${company.primaryDomain}) to a plan that may use SCIM provisioning (Ai Voice Pro or Enterprise). We want to connect JumpCloud.`;
}

export const problemsEn: Record<ProblemCode, ProblemText> = {
  'plan-not-eligible': {
    title: 'This plan may not use SCIM',
    cause: ({ plan }) =>
      `Ai Voice may use SCIM on the plans Pro and Enterprise; the company is on ${plan ? `“${plan}”` : 'another one'}.`,
    next: 'Ask your account owner or Dialpad to change the plan. This goes on by itself as soon as it is done.',
    labels: { copy: 'Copy a request for Dialpad' },
    request: planRequest,
  },
  'secondary-domain-missing': {
    title: 'jumpcloud.com is not an allowed domain yet',
    cause: ({ status }) =>
      status
        ? 'JumpCloud tried to create its test user at jumpcloud.com, and it was refused because the domain is not allowed for the company.'
        : 'JumpCloud’s test user lives at jumpcloud.com. Until Dialpad Support adds that domain to the company, activating fails.',
    next: ({ message }) =>
      message === 'asked'
        ? 'Dialpad Support has been asked. This goes on by itself as soon as they allow it.'
        : 'Ask Dialpad Support to allow it, or send them this request yourself: Contact us › Submit a request › Account changes › Adding a secondary domain. This goes on by itself as soon as the domain is allowed.',
    labels: { perform: 'Ask Support to allow jumpcloud.com', copy: 'Copy the request for Support' },
    request: domainRequest,
  },
  'not-an-admin': {
    title: 'This account is not an administrator',
    cause: () => 'The page does not offer the admin settings to the account that is signed in.',
    next: 'Sign in as a Company Admin (in JumpCloud: Administrator), or ask one to open the setup link.',
  },
  'signed-out': {
    title: 'You are signed out',
    cause: () => 'The page asks for a sign-in.',
    next: 'Sign in on the page. The setup goes on where it was.',
  },
  'target-missing': targetMissing(hindrancesEn),
  'target-ambiguous': {
    title: 'Several controls fit',
    cause: ({ seen }) =>
      seen ? `These look alike: ${seen}.` : 'More than one control on the page fits the description.',
    next: 'Show the assistant the right one, so that nothing wrong is touched.',
  },
  'fill-reverted': {
    title: 'The page put the field back',
    cause: ({ message }) =>
      message === 'typed'
        ? 'Something was typed into the field meanwhile, so it was left as it is.'
        : 'The value was filled in, and the page changed it right after.',
    next: 'Try once more, or type the value by hand.',
    labels: { retry: 'Try again' },
  },
  'key-not-seen': {
    title: 'The assistant does not have the key',
    cause: ({ message }) => {
      if (message === 'window-over')
        return 'A window of Dialpad’s page is open. If it asks something, answer it there; if it shows the key, show the key to the assistant.';
      if (message === 'key-damaged') return 'What was shown is only a part of a key, or has a wrong character in it.';
      if (message === 'no-key')
        return 'What was clicked does not look like a key, or the key does not stand alone there.';
      return message ?? 'No API key was read from the page, or the browser was closed since.';
    },
    next: 'Give the assistant the key from Dialpad’s page, or paste it in the side panel under “API key”. A key that is not shown any more has to be made anew.',
    labels: { back: 'Make a new key', point: 'Show it the key' },
  },
  'no-request-arrived': {
    title: 'JumpCloud’s call did not arrive',
    cause: ({ expected, message }) =>
      message === 'answered-elsewhere'
        ? `JumpCloud’s test passed, but nothing arrived here: something else answers${expected ? ` at ${expected}` : ''}, such as a proxy or another server.`
        : `JumpCloud was asked to call, and nothing arrived${expected ? ` at ${expected}` : ''}. A firewall may be in between.`,
    next: ({ message }) =>
      message === 'answered-elsewhere'
        ? 'Have whoever runs the server check where this address leads, then put the Base URL in again and test again.'
        : 'Check that the Base URL in JumpCloud is exactly the one given here, then test again.',
    labels: { retry: 'Test again…', back: 'Put the Base URL in again' },
  },
  'wrong-token': {
    title: 'JumpCloud used a key that is not valid',
    cause: ({ last4, message }) => {
      if (message === 'key-revoked') return 'The key in the field Token Key was revoked.';
      if (message === 'key-expired') return 'The key in the field Token Key has expired.';
      if (message === 'key-not-bearer')
        return 'The call arrived and was refused (401): the key came with it, but not as a bearer token.';
      if (message === 'scope-missing') return 'The key in the field Token Key lacks a scope that JumpCloud needs.';
      if (message === 'key-elsewhere')
        return 'JumpCloud’s call arrived with a key of another company, so nothing was set up for this one.';
      if (message === 'key-damaged')
        return 'The call arrived and was refused (401): the key in the field Token Key is cut off or mistyped.';
      if (message === 'key-foreign') {
        return 'The call arrived and was refused (401): the key in the field Token Key was not issued by this server. It may be a key of Dialpad’s own service, or only part of a key.';
      }
      const ending = last4 ? ` (it ends in ${last4})` : '';
      return `The call arrived and was refused (401): this server does not know the key in the field Token Key${ending}.`;
    },
    next: ({ message }) =>
      message === 'key-not-bearer'
        ? 'Choose “Bearer token” as the authentication method in JumpCloud, with nothing but the key in the field Token Key, then test again.'
        : 'Put the right key in the field Token Key, then test again.',
    labels: { retry: 'Try again…', back: 'Replace the key' },
  },
  'wrong-base-url': {
    title: 'The Base URL is not right',
    cause: ({ seen, expected }) =>
      `JumpCloud called an address that does not exist here${seen ? ` (${seen})` : ''}.${expected ? ` It should be ${expected}.` : ''}`,
    next: 'Put the Base URL in again, then test again.',
    labels: { retry: 'Try again…', back: 'Correct the Base URL' },
  },
  'test-user-exists': {
    title: 'The test user’s address is taken',
    cause: () =>
      'An ordinary account with that address exists in Dialpad, so JumpCloud could not create its test user.',
    next: 'Use a fresh address for the test user, then try again.',
    labels: { retry: 'Try again…', back: 'Use a fresh address' },
  },
  'test-user-domain-refused': {
    title: 'The test user’s domain is not allowed',
    cause: ({ domain }) =>
      `The address was on ${domain ? domain : 'a domain'} that is not allowed for the company, so the test user was refused.`,
    next: 'Use a fresh address on an allowed domain, then try again.',
    labels: { retry: 'Try again…', back: 'Use another address', copy: 'Copy a request for Support' },
    request: domainRequest,
  },
  'group-test-failed': {
    title: 'JumpCloud’s group test failed',
    cause: () => 'JumpCloud tried to manage a group and was refused. Dialpad does not need groups from JumpCloud.',
    next: 'Turn group management off, then activate again.',
    labels: { retry: 'Try again…', back: 'Turn group management off' },
  },
  'scim-version-1': {
    title: 'SCIM 1.1 is chosen',
    cause: () => 'With version 1.1 the connection test fails: Dialpad speaks SCIM 2.0.',
    next: 'Choose SCIM 2.0.',
  },
  'form-wiped': {
    title: 'The form is empty again',
    cause: () => 'JumpCloud throws settings away when the page is reloaded, left or saved before Activate.',
    next: 'The assistant can fill everything in again.',
    labels: { perform: 'Fill it in again', 'perform-all': 'Fill in all of it again' },
  },
  'jumpcloud-error': {
    title: 'JumpCloud says that it did not work',
    cause: ({ message, status }) => {
      if (status) return `A call was answered with ${status}.`;
      return message
        ? `Its message: “${message}”. JumpCloud gives no more of a cause.`
        : 'JumpCloud gives no cause, and nothing wrong was seen here.';
    },
    next: 'Try again. If it stays so, send the details to support.',
    labels: { retry: 'Try again…' },
  },
  'server-unreachable': {
    title: 'The setup server does not answer',
    cause: () => 'This browser cannot reach the server that watches the setup. Nothing was pressed.',
    next: 'Check your connection. This goes on by itself when the server is back.',
    labels: { retry: 'Try now' },
  },
  'session-expired': {
    title: 'The setup link has expired',
    cause: () => 'The link was revoked or its time is over. What was done so far is kept.',
    next: 'Open the assistant’s side panel and paste a new setup link.',
    labels: { retry: 'Check again' },
  },
  'sso-app-missing': {
    title: 'JumpCloud has no Dialpad application yet',
    cause: () => 'Provisioning belongs to the single sign-on application, and there is none for Dialpad.',
    next: 'In JumpCloud choose “Add New Application”, pick Dialpad, tick single sign-on and “Export users to this app”, and save. This goes on by itself.',
  },
  'sso-not-active': {
    title: 'Single sign-on is not active yet',
    cause: () => 'JumpCloud lets provisioning be set up only after the application’s SSO was activated.',
    next: 'On the tab SSO fill in what is missing and activate it. This goes on by itself.',
  },
  'already-active': {
    title: 'The integration is active already',
    cause: () => 'It runs, and JumpCloud does not show its key again.',
    next: 'Replace the key if it is to be another one: the assistant leads through it. Otherwise there is nothing to do.',
    labels: { perform: 'Replace its key' },
  },
  'not-public': {
    title: 'JumpCloud cannot reach this server',
    cause: ({ expected }) =>
      `Nothing arrived, and${expected ? ` ${expected}` : ' the Base URL'} is not a public https address, so JumpCloud’s cloud cannot call it.`,
    next: 'Ask whoever runs the server to set PUBLIC_URL to its public https address, then test again.',
    labels: { retry: 'Test again…' },
  },
};
