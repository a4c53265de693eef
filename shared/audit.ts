/** What a person did that a company's audit log keeps. */
export const AUDIT_ACTIONS = [
  'signed-in',
  'company-created',
  'company-changed',
  'settings-changed',
  'domain-asked',
  'domain-allowed',
  'domain-declined',
  'domain-revoked',
  'key-created',
  'key-rotated',
  'key-revoked',
  'setup-link-created',
  'setup-link-revoked',
  'browser-removed',
  'session-shared',
  'session-unshared',
  'session-watched',
  'message-sent',
  'person-invited',
  'person-link-made',
  'person-disabled',
  'person-enabled',
  'person-removed',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Who did it: a signed-in person, the operator at the command line, or the holder of a setup link. */
export const AUDIT_ROLES = ['admin', 'support', 'operator', 'setup-link'] as const;
export type AuditRole = (typeof AUDIT_ROLES)[number];

/** A line of a company's audit log. It holds no secret. */
export type AuditEntry = {
  id: number;
  /** ISO 8601. */
  at: string;
  /** A person's e-mail address, `command line`, or the id of the setup link. */
  by: string;
  role: AuditRole;
  action: AuditAction;
  /** What it was done to, such as a domain, a person's address, or a key's name and last four characters. */
  subject: string | null;
  /** More of it, such as a reason or the text of a message. */
  detail: string | null;
};
