/**
 * Whether JumpCloud is connected to a company. `no-key`: it has no key that works. `waiting`: it has one that was never used.
 * `connected`: one was used within the last day. `silent`: none was.
 */
export const CONNECTION_STATES = ['no-key', 'waiting', 'connected', 'silent'] as const;
export type ConnectionState = (typeof CONNECTION_STATES)[number];

/** Times are ISO 8601: `since` is the first use of any key of the company, `lastUsedAt` the latest, known to the minute. */
export type Connection = { state: ConnectionState; since: string | null; lastUsedAt: string | null };
