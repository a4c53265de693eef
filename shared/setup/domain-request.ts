export const DOMAIN_REQUEST_STATES = ['asked', 'allowed', 'declined'] as const;
export type DomainRequestState = (typeof DOMAIN_REQUEST_STATES)[number];

/** A company's request to Dialpad Support to allow a secondary domain. Times are ISO 8601. */
export type DomainRequest = {
  domain: string;
  state: DomainRequestState;
  askedAt: string;
  decidedAt: string | null;
  /** With `declined`: why, in support's words. */
  reason: string | null;
};
