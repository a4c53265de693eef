/** English texts of the console's pages about users. */
export const userPagesEn = {
  users: {
    title: 'Users',
    lead: 'Accounts that JumpCloud provisioned.',
    search: 'Search by name or userName',
    filter: 'Show',
    states: {
      present: 'Everybody',
      active: 'Active',
      suspended: 'Suspended',
      test: 'Test users',
      removed: 'Removed',
    },
    active: 'Active',
    suspended: 'Suspended',
    testUser: 'Test user',
    removed: 'Removed',
    columns: { user: 'User', userName: 'userName', groups: 'Groups', state: 'State' },
    empty: {
      present: {
        title: 'No user yet',
        lead: 'Users appear here as soon as JumpCloud creates them. Nothing is provisioned before a user group is bound to the Dialpad application in JumpCloud.',
      },
      active: { title: 'Nobody is active', lead: 'Users that JumpCloud creates or reactivates appear here.' },
      suspended: {
        title: 'Nobody is suspended',
        lead: 'Users appear here when JumpCloud suspends them, or takes them out of every bound group.',
      },
      test: {
        title: 'No test user',
        lead: 'JumpCloud makes one while it tests the connection and removes it when the test passed.',
      },
      removed: {
        title: 'Nobody was removed',
        lead: 'Users that JumpCloud deletes are kept here for a while when Settings say so.',
      },
    },
    noMatch: 'No user matches',
    noMatchLead: 'Try a shorter part of the name, or show everybody.',
    pages: 'Pages of users',
    count: (shown: number, total: number) =>
      shown === total ? `${total.toLocaleString('en')} in all` : `${shown} of ${total.toLocaleString('en')}`,
    shown: (shown: number) => `${shown} on this page`,
    previous: 'Previous',
    next: 'Next',
  },

  user: {
    attributes: 'Attributes',
    attributesLead: 'What JumpCloud set, by its SCIM names.',
    groups: 'Groups',
    noGroups: 'In no group.',
    suspendedTitle: 'This user is suspended',
    suspended:
      'JumpCloud sent active = false and gives no reason. It does that when the account was suspended there, when it was taken out of every bound group, and also when its JumpCloud password expired. Look at the account in JumpCloud first: a new password or a bound group brings the user back by itself. The data is kept.',
    testUser:
      'JumpCloud made this account while it tested the connection. It takes no licence and is removed after a day at the latest.',
    removedTitle: 'JumpCloud deleted this user',
    removed:
      'The account is gone for JumpCloud, and its userName is free. This copy stays because Settings keep removed users.',
    removedAt: 'Removed',
    raw: 'As SCIM resource',
    history: 'History',
    historyLead: 'What JumpCloud did to this user, newest first.',
    noHistory: 'Nothing is on record any more: the activity is older than Settings keep it.',
    more: 'Show older',
    everyCall: 'Every call about this user',
    /** How an entry of the history begins; time and key follow. */
    events: {
      create: 'Created by JumpCloud',
      update: 'Updated by JumpCloud',
      suspend: 'Suspended by JumpCloud',
      reactivate: 'Reactivated by JumpCloud',
      delete: 'Deleted by JumpCloud',
      'test-user-create': 'Created by JumpCloud’s test',
      'test-user-update': 'Updated by JumpCloud’s test',
      'test-user-delete': 'Removed by JumpCloud’s test',
    },
    changed: (names: string) => `Changed: ${names}`,
    key: (last4: string) => `key …${last4}`,
  },
};
