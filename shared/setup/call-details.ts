/** What a value was; the value itself is never kept. */
export const VALUE_TYPES = ['text', 'number', 'true or false', 'null', 'empty list', 'empty object', 'list'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** A body as the paths of its attributes and the types of their values, such as `name.givenName`: `text`. */
export type Shape = Record<string, ValueType>;

/**
 * What is kept of a call's request and answer: names that the protocol knows and types, never values. A filter is kept with
 * its values left out.
 */
export type CallDetails = {
  /** The query string, such as `filter=userName eq "…"`; null when there was none. */
  query: string | null;
  sent: Shape | null;
  answered: Shape | null;
  /** Of a list: how many fit in all, and how many of them were answered. */
  list: { total: number; shown: number } | null;
};

/** An inbound call as the company's own people see it. */
export type CallEffect = {
  /** The id of the user that the call was about; null when it named none that there was. */
  userId: string | null;
  /** Names of the attributes that it changed; null when it changed no user. */
  changed: string[] | null;
};
