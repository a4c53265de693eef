/**
 * A number that a client gives as an id, bound once, to be compared with one that counts up. It may be greater than any that the
 * column can hold, which PostgreSQL would otherwise refuse rather than compare.
 */
export const GIVEN_ID = 'cast(? as bigint)';
