/** English texts that every page of the console and the page behind a setup link have in common. */
export const commonEn = {
  product: 'JumpCloud setup',
  productFor: 'for Dialpad',
  tryAgain: 'Try again',
  loading: 'Loading…',
  working: 'Working…',

  failure: {
    title: 'This could not be loaded',
    offlineTitle: 'The server does not answer',
    offline: 'Check that you are online and that the server runs, then try again. Nothing was changed.',
    notFoundTitle: 'There is nothing here',
    notFound:
      'The address may be mistyped, or what it named was removed, or it belongs to a company that you cannot see.',
    unexpected:
      'The server answered with something that this page does not understand. Reload it; if that does not help, tell support.',
    toStart: 'Go to the start page',
    liveLost: 'The live connection was lost. Trying again…',
    live: 'Live',
  },

  domainRequest: {
    ask: (domain: string) => `Ask support to allow ${domain}`,
    askAgain: 'Ask again',
    asked: 'Asked',
    declined: 'Declined',
    askedText: (domain: string) =>
      `Dialpad Support has been asked to allow ${domain}. This page goes on by itself when they answer.`,
    declinedText: (domain: string) => `Dialpad Support did not allow ${domain}:`,
  },
};

/** Every language has the texts that English has. */
export type CommonTexts = typeof commonEn;
