/**
 * English texts of Admin Settings > My Company > Authentication > API Keys > Add key. The labels are the words of Dialpad's
 * article "Manage Users with JumpCloud SCIM", so that who follows the article finds them.
 */
export const apiKeyPagesEn = {
  keys: {
    title: 'API Keys',
    lead: 'JumpCloud uses one of these keys to create and change your users. It asks for it as “Token Key”.',
    supportLead:
      'JumpCloud uses one of these keys to create and change the company’s users. Whoever makes a key sees it, so only an admin of the company adds or replaces one. You can revoke one.',
    add: 'Add key',
    empty: 'No API key yet',
    emptyLead: 'Add a key, save it when it is shown, and paste it into JumpCloud as Token Key.',
    supportEmptyLead: 'An admin of the company adds the first one.',
    columns: {
      name: 'Name and key',
      scopes: 'Scopes',
      created: 'Created',
      expires: 'Expires',
      lastUsed: 'Last used',
      state: 'State',
    },
    states: { active: 'Active', expiring: 'Expires soon', expired: 'Expired', revoked: 'Revoked' },
    showEnded: (count: number) => `Show ${count} revoked or expired`,
    hideEnded: 'Hide revoked and expired',
    revoke: 'Revoke',
    revokeNamed: (name: string) => `Revoke ${name}`,
    revokeTitle: (name: string) => `Revoke “${name}”?`,
    revokeText: (key: string) =>
      `JumpCloud is refused at once when it uses ${key}: no user is created, changed or suspended until it has another key. This cannot be undone.`,
    revokeConfirm: 'Revoke key',
    revoked: (name: string) => `“${name}” was revoked.`,
    rotate: 'Replace',
    rotateNamed: (name: string) => `Replace ${name}`,
    neverUsed: 'Not used yet',
    expiringTitle: 'A key expires soon',
    expiring: (key: string) =>
      `${key} ends soon, and JumpCloud stops provisioning with it. Replace it, and paste the new one into JumpCloud while the old one still works.`,
    createdBy: (who: string) => `by ${who}`,
  },

  rotateKey: {
    title: (name: string) => `Replace “${name}”`,
    text: 'A new key with the same name and scopes is made and shown once. The old one works on for a while, so that nothing stops before JumpCloud has the new one.',
    overlap: 'The old key works for another',
    overlaps: { '1h': 'Hour', '24h': 'Day', '7d': '7 days', '30d': '30 days' },
    submit: 'Make the new key',
    next: 'Copy it and put it into JumpCloud’s Token Key field. A running integration shows that field masked: deactivate it there, change the key, and activate it again. A setup link leads through it.',
  },

  addKey: {
    title: 'Add key',
    lead: 'The key is made for JumpCloud’s Dialpad application. It is shown once, right after you save.',
    name: 'Name',
    nameHint: 'So that you recognise it later, such as “JumpCloud SCIM”.',
    nameDefault: 'JumpCloud SCIM',
    expiration: 'Expiration',
    expirations: { never: 'Never', '30d': '30 days', '90d': '90 days', '365d': '365 days', date: 'On a date' },
    expirationHint: 'When a key expires JumpCloud stops provisioning until it gets a new one.',
    date: 'Expiration date',
    dateHint: 'The key works until the end of that day.',
    datePast: 'Choose a day in the future.',
    scopes: 'Default scopes (already selected)',
    scopesHint: 'JumpCloud needs all four. Leave them as they are.',
    scopeNames: {
      'users:read': 'Read users',
      'users:write': 'Create and change users',
      'groups:read': 'Read groups',
      'groups:write': 'Create and change groups',
    },
    noScope: 'Choose at least one scope.',
    submit: 'Save',
    refusedTitle: 'A key cannot be created',
  },

  createdKey: {
    title: 'Save this key now',
    warning: 'It will not be visible again.',
    lead: 'Copy it and keep it safe until it is in JumpCloud’s Token Key field. Whoever has it can change your users.',
    label: 'API key',
    lost: 'If you lose it, revoke it and add a new one.',
    done: 'I saved the key',
  },
};
