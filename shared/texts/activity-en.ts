import type { ActivityKind, RefusalReason } from '../setup/activity.ts';

/** One sentence for each kind of call: that it was answered, and that it was refused. */
export const activityEn = {
  answered: {
    lookup: 'JumpCloud looked for an account by name.',
    list: 'JumpCloud read a list.',
    read: 'JumpCloud read one account or group.',
    'test-user-create': 'JumpCloud created its test user.',
    'test-user-update': 'JumpCloud changed its test user.',
    'test-user-delete': 'JumpCloud removed its test user.',
    'test-group': 'JumpCloud tried out group management.',
    create: 'JumpCloud created a user.',
    update: 'JumpCloud updated a user.',
    suspend: 'JumpCloud suspended a user.',
    reactivate: 'JumpCloud reactivated a user.',
    delete: 'JumpCloud removed a user.',
    group: 'JumpCloud changed a group or its members.',
    discovery: 'JumpCloud asked what this server can do.',
    refused: 'The call was refused.',
  } satisfies Record<ActivityKind, string>,
  attempted: {
    lookup: 'JumpCloud looked for an account by name',
    list: 'JumpCloud asked for a list',
    read: 'JumpCloud asked for one account or group',
    'test-user-create': 'JumpCloud tried to create its test user',
    'test-user-update': 'JumpCloud tried to change its test user',
    'test-user-delete': 'JumpCloud tried to remove its test user',
    'test-group': 'JumpCloud tried out group management',
    create: 'JumpCloud tried to create a user',
    update: 'JumpCloud tried to update a user',
    suspend: 'JumpCloud tried to suspend a user',
    reactivate: 'JumpCloud tried to reactivate a user',
    delete: 'JumpCloud tried to remove a user',
    group: 'JumpCloud tried to change a group or its members',
    discovery: 'JumpCloud asked what this server can do',
    refused: 'A call was refused',
  } satisfies Record<ActivityKind, string>,
  because: {
    'key-revoked': 'the key was revoked. JumpCloud needs a new one.',
    'key-expired': 'the key has expired. JumpCloud needs a new one.',
    'key-not-bearer': 'the key was not sent as a bearer token. Choose “Bearer token” in JumpCloud.',
    'scope-missing': 'the key lacks the scope for it. Use a key with the default scopes.',
    'plan-not-eligible': 'the company’s plan may not use SCIM.',
    'domain-not-allowed':
      'the address is on a domain that is not allowed for the company. Dialpad Support can allow it.',
    'user-exists': 'an account with that userName exists already.',
    'group-exists': 'a group with that name exists already.',
    'groups-off':
      'the company’s settings refuse groups. Turn group management off in JumpCloud, or allow groups in Settings.',
    'not-a-scim-path': 'there is no such path. Check the Base URL in JumpCloud.',
    'rate-limited': 'too many calls at once. JumpCloud tries again by itself.',
    unavailable: 'this server was busy or its store was away. JumpCloud tries again by itself.',
    'server-error': 'this server failed. Tell support if it happens again.',
    invalid: 'the request was not valid.',
  } satisfies Record<RefusalReason, string>,
  domainNotAllowed: (domain: string) =>
    `its address is on ${domain}, which is not allowed for the company. Dialpad Support can allow it.`,
  notThere: 'there is none. That is expected while JumpCloud checks before it creates or after it removes.',
  otherwise: (status: number) => `it was answered with ${status}.`,
};

/** Every language has the texts that English has. */
export type ActivityTexts = typeof activityEn;
