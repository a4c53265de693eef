/** Noted of a key of ours that was cut off or mistyped, whether it was pasted, shown or refused. */
export const KEY_DAMAGED = 'key-damaged';

/** Why a call was refused that brought its key otherwise than as a bearer token. */
export const KEY_NOT_BEARER = 'key-not-bearer';

/** Noted of what the admin showed as the key, and is none. */
export const NO_KEY = 'no-key';
