/** Where the key of a setup session comes from, which Base URL is filled and whose word counts. */
export const TARGETS = ['server', 'self-hosted', 'dialpad', 'pass-through'] as const;
export type Target = (typeof TARGETS)[number];

/** Whether sessions of that target can be made: `pass-through` waits for the connector to Dialpad's REST API. */
export function isOffered(target: Target): boolean {
  return target !== 'pass-through';
}

/** Dialpad's own SCIM service: Dialpad's articles for Google and Microsoft name it as the base of all calls. */
export const DIALPAD_SCIM_BASE_URL = 'https://dialpad.com/scim';

/** Whether our server sees the calls that JumpCloud makes, so that its word is part of the evidence. */
export function serverSees(target: Target): boolean {
  return target !== 'dialpad';
}
