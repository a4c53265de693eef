/** Noted of a key of ours that was cut off or mistyped, whether it was pasted, shown or refused. */
export const KEY_DAMAGED = 'key-damaged';

/** Noted of what the admin showed as the key, and is none. */
export const NO_KEY = 'no-key';
