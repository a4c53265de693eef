/** Every coded failure of the walk. Each has a plain cause and one next action (texts) and redacted details. */
export const PROBLEM_CODES = [
  'plan-not-eligible',
  'secondary-domain-missing',
  'not-an-admin',
  'signed-out',
  'target-missing',
  'target-ambiguous',
  'fill-reverted',
  'key-not-seen',
  'no-request-arrived',
  'wrong-token',
  'wrong-base-url',
  'test-user-exists',
  'test-user-domain-refused',
  'group-test-failed',
  'scim-version-1',
  'form-wiped',
  'jumpcloud-error',
  'server-unreachable',
  'session-expired',
  'sso-app-missing',
  'sso-not-active',
  'already-active',
  'not-public',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** Named values that a problem's text may speak of. None of them is a secret or a person's data. */
export type ProblemDetails = Partial<{
  domain: string;
  status: number;
  route: string;
  last4: string;
  expected: string;
  seen: string;
  plan: string;
  message: string;
  at: string;
}>;

/** A coded failure: what it is, and what was seen that says so. */
export type Problem = { code: ProblemCode; details: ProblemDetails };
