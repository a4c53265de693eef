import type { AuditAction, AuditRole } from '../audit.ts';

type Said = (subject: string) => string;

const actions: Record<AuditAction, Said> = {
  'signed-in': () => 'Signed in',
  'company-created': (name) => `Created the company ${name}`,
  'company-changed': (change) => `Changed name, product or plan: ${change}`,
  'settings-changed': (change) => `Changed settings: ${change}`,
  'domain-asked': (domain) => `Asked support to allow ${domain}`,
  'domain-allowed': (domain) => `Allowed ${domain}`,
  'domain-declined': (domain) => `Declined to allow ${domain}`,
  'domain-revoked': (domain) => `Revoked ${domain}`,
  'key-created': (key) => `Created the API key ${key}`,
  'key-rotated': (key) => `Rotated into the API key ${key}`,
  'key-revoked': (key) => `Revoked the API key ${key}`,
  'setup-link-created': () => 'Created a setup link',
  'setup-link-revoked': () => 'Revoked a setup link',
  'browser-removed': () => 'Removed a browser from a setup session',
  'session-shared': () => 'Shared a setup session with support',
  'session-unshared': () => 'Ended sharing a setup session',
  'session-watched': () => 'Opened a shared setup session',
  'message-sent': () => 'Sent a message to a setup session',
  'person-invited': (email) => `Invited ${email}`,
  'person-link-made': (email) => `Made a new sign-in link for ${email}`,
  'person-disabled': (email) => `Disabled ${email}`,
  'person-enabled': (email) => `Enabled ${email} again`,
  'person-removed': (email) => `Removed ${email}`,
};

const roles: Record<AuditRole, string> = {
  admin: 'Company Admin',
  support: 'Dialpad Support',
  operator: 'Operator of the server',
  'setup-link': 'Holder of a setup link',
};

/** English texts of a company's audit log. */
export const auditLogEn = {
  auditLog: {
    title: 'Audit log',
    lead: 'What persons did here, newest first: your admins, Dialpad Support, and holders of setup links. Nothing can be changed or removed.',
    empty: 'Nothing yet',
    emptyLead: 'What is done with keys, domains, people and setup sessions appears here.',
    columns: { at: 'When', by: 'Who', what: 'What' },
    older: 'Show older',
    actions,
    roles,
  },
};
