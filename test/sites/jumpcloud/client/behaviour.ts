/** The three ways in which a SCIM client may switch `active`; JumpCloud's own way was never recorded. */
export type ActiveForm = 'put' | 'patch-path' | 'patch-pathless';

/** The ways in which a group's membership may be changed; JumpCloud's own way was never recorded. */
export type MemberForm = 'patch-values' | 'patch-filter' | 'patch-replace' | 'patch-replace-pathless' | 'put';

/** What is not known of JumpCloud's client, or differs between tenants, is an option here: a server must serve each. */
export interface ClientBehaviour {
  /** Vendor guides say that Test Connection reads a list; a live tenant was seen running the whole cycle. */
  readonly testConnection: 'list' | 'whole-cycle';
  /** The look-up before the test user is created: one 404 that JumpCloud tolerates was seen, its URL was not. */
  readonly existenceProbe: 'by-id' | 'userName' | 'externalId';
  /** How a person is looked up before create or update. */
  readonly lookup: 'userName' | 'externalId';
  /** Recorded bodies carry JumpCloud's object id; its documentation once said that none is sent. */
  readonly sendExternalId: boolean;
  /** Whether the test group is created with the test user as its member. */
  readonly testGroupMembers: boolean;
  /** Whether the group part runs though group management is off (a refusal is tolerated then). */
  readonly groupTestWhenOff: 'attempt' | 'skip';
  /** Total number of times that a refused call is made. */
  readonly attempts: number;
  /** What happens at 429 and 503: wait as Retry-After says, or abandon at once. */
  readonly onBusy: 'retry' | 'give-up';
  readonly suspendForm: ActiveForm;
  /** `post` creates the person again under the same userName, which a server answers with 409. */
  readonly reactivateForm: ActiveForm | 'post';
  readonly memberForm: MemberForm;
  readonly contentType: 'application/scim+json' | 'application/json';
  readonly timeoutMs: number;
  /** The longest Retry-After that is waited for. */
  readonly longestWaitMs: number;
  /** `count` of the manual import's pages. */
  readonly pageSize: number;
  /**
   * What lies between JumpCloud's cloud and the server: `blocked`, a firewall, so that no call arrives; `elsewhere`, another
   * SCIM server without anybody in it, which answers in its place.
   */
  readonly network: 'open' | 'blocked' | 'elsewhere';
  /** What a proxy on the way puts before the path. */
  readonly proxyPath: string;
  /** Where calls to a public origin go instead, e.g. `https://dialpad.com` to a loopback stand-in. */
  readonly origins: Readonly<Record<string, string>>;
}

/** A tenant as the better half of the sources describes it. */
export const defaultBehaviour: ClientBehaviour = {
  testConnection: 'list',
  existenceProbe: 'by-id',
  lookup: 'userName',
  sendExternalId: true,
  testGroupMembers: false,
  groupTestWhenOff: 'attempt',
  attempts: 2,
  onBusy: 'retry',
  suspendForm: 'put',
  reactivateForm: 'put',
  memberForm: 'patch-values',
  contentType: 'application/scim+json',
  timeoutMs: 10_000,
  longestWaitMs: 5_000,
  pageSize: 100,
  network: 'open',
  proxyPath: '',
  origins: {},
};
