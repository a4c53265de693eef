import type { ActivityKind } from '../../shared/setup/activity.ts';

/** What the activity page can be narrowed to. */
export const KIND_CHOICES = ['all', 'users', 'groups', 'tests', 'lookups'] as const;
export type KindChoice = (typeof KIND_CHOICES)[number];

const KINDS: Record<Exclude<KindChoice, 'all'>, ActivityKind[]> = {
  users: ['create', 'update', 'suspend', 'reactivate', 'delete'],
  groups: ['group', 'test-group'],
  tests: ['test-user-create', 'test-user-update', 'test-user-delete', 'test-group', 'discovery'],
  lookups: ['lookup', 'list', 'read'],
};

/** What the page shows, as its address says. `user` is the id of a user, or empty. */
export type ActivityChoice = { kind: KindChoice; failedOnly: boolean; user: string };

/** The choice that an address names. */
export function choiceOf(query: URLSearchParams): ActivityChoice {
  return {
    kind: KIND_CHOICES.find((choice) => choice === query.get('kind')) ?? 'all',
    failedOnly: query.get('outcome') === 'failed',
    user: query.get('user') ?? '',
  };
}

/** The same as the server is asked for it. */
export function filterQuery({ kind, failedOnly, user }: ActivityChoice): URLSearchParams {
  const query = new URLSearchParams();
  if (kind !== 'all') query.set('kinds', KINDS[kind].join(','));
  if (failedOnly) query.set('outcome', 'failed');
  if (user !== '') query.set('user', user);
  return query;
}
