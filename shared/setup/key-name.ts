/** The name under which the key of a setup is listed in Dialpad. */
export const KEY_NAME = 'JumpCloud SCIM';
