/** English texts of what a company asks of Dialpad Support, and of support's own pages. */
export const supportPagesEn = {
  domainRequest: {
    ask: (domain: string) => `Ask support to allow ${domain}`,
    askAgain: 'Ask again',
    asked: 'Asked',
    declined: 'Declined',
    askedText: (domain: string) =>
      `Dialpad Support has been asked to allow ${domain}. This page goes on by itself when they answer.`,
    declinedText: (domain: string) => `Dialpad Support did not allow ${domain}:`,
  },

  requests: {
    title: 'Requests',
    lead: 'Domains that companies ask you to allow. The list is live; the admin’s page and assistant go on by themselves when you answer.',
    empty: 'No request waits',
    emptyLead: 'A request appears here as soon as an admin asks for a domain.',
    columns: { company: 'Company', domain: 'Domain', askedBy: 'Asked by', asked: 'Asked', answer: 'Answer' },
    byLink: 'holder of a setup link',
    allow: 'Allow',
    decline: 'Decline…',
    declineTitle: (domain: string, company: string) => `Decline ${domain} for ${company}?`,
    reason: 'Reason',
    reasonHint: 'The admin reads it on their page and in the assistant. Say what they can do.',
    declineSubmit: 'Decline',
  },
};
