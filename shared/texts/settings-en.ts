/** English texts of a company's settings and domains. */
export const settingsEn = {
  settings: {
    title: 'Settings',
    lead: 'What this company takes from JumpCloud, and how long it keeps what.',
    groups: 'Groups from JumpCloud',
    groupChoices: {
      accept: {
        label: 'Take groups',
        hint: 'Groups and their members are kept and shown with each user. Dialpad itself does not use them.',
      },
      refuse: {
        label: 'Refuse groups',
        hint: 'Changes of groups are answered with 403; JumpCloud’s test still passes. Turn group management off in JumpCloud.',
      },
    },
    onDelete: 'When JumpCloud deletes a user',
    deleteChoices: {
      remove: { label: 'Remove', hint: 'The user’s data is gone at once.' },
      keep: {
        label: 'Keep a suspended copy',
        hint: 'For JumpCloud the user is gone and the userName is free. You still find the copy under Users > Removed.',
      },
    },
    keepRemoved: 'Keep such copies for',
    keepActivity: 'Keep activity for',
    keepActivityHint: 'Users’ history goes with it. Details of calls are kept for the latest 10,000 calls at most.',
    days: (days: number) => (days === 365 ? 'A year' : `${days} days`),
    forGood: 'For good',
    submit: 'Save settings',
    saved: 'Saved. It counts from now on.',
  },
  domainsPage: {
    title: 'Domains',
    lead: 'On which domains this company’s people may have accounts.',
  },
};
