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

  guidance: {
    title: 'Help from support',
    notSharedTitle: 'The admin has not shared this set-up',
    notShared:
      'You see into it as soon as they press “Share with Dialpad Support”: on the page behind the setup link, in the console, or in the assistant’s side panel. This page opens by itself then.',
    supportTitle: 'Guide the admin',
    supportLead:
      'Your message appears in the assistant and on the setup page, marked as yours. It does nothing by itself, and it is kept in the audit log.',
    sharedBy: (who: string) => `Shared by ${who}.`,
    byLink: 'the holder of the setup link',
    message: 'Message',
    messageHint: 'Plain text, up to 500 characters. Never ask for a key.',
    step: 'Step to point to',
    noStep: 'No step',
    send: 'Send',
    sent: 'Sent messages',
    read: 'read',
    unread: 'not read yet',
    reportTitle: 'Report for a ticket',
    reportLead: 'Steps, problem and calls as Markdown, without keys, pages or people’s addresses.',
    download: 'Download',
    report: 'Report',
    show: 'Show to copy',
  },

  sessions: {
    title: 'Live setups',
    lead: 'Setup sessions that somebody is at. You see into one only while its admin shares it.',
    empty: 'Nobody is setting up right now',
    emptyLead: 'A session appears here when a browser connects to it, or when its admin shares it with you.',
    columns: { company: 'Company', state: 'Sharing', browsers: 'Browsers', seen: 'Last seen', created: 'Began' },
    shared: 'Shared with you',
    notShared: 'Not shared',
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
