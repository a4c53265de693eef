/** `accept`: groups and their members are kept. `refuse`: only JumpCloud's test of them is answered. */
export const GROUP_MANAGEMENT = ['accept', 'refuse'] as const;

/** What becomes of an account that JumpCloud deletes: it goes, or it is kept here, suspended, for a while. */
export const ON_DELETE = ['remove', 'keep'] as const;

/** What a company's own people decide. Days are counted from the moment that something was removed, or was called. */
export type CompanySettings = {
  groupManagement: (typeof GROUP_MANAGEMENT)[number];
  onDelete: (typeof ON_DELETE)[number];
  /** How long accounts are kept that JumpCloud deleted; null: for good. */
  keepRemovedDays: number | null;
  keepActivityDays: number;
};

export const DEFAULT_SETTINGS: CompanySettings = {
  groupManagement: 'accept',
  onDelete: 'remove',
  keepRemovedDays: 365,
  keepActivityDays: 90,
};
