import { apiKeyKind, keyWithin } from '../../shared/api-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { KEY_DAMAGED } from '../../shared/setup/key-notes.ts';
import { isMasked, valueOf } from './find/state.ts';

/** What may be told of a token, none of which gives it away: its fingerprint, and that it is a damaged key of ours. */
export type TokenTold = { fingerprint: string | null; note: string | null };

export const NOTHING_TOLD: TokenTold = { fingerprint: null, note: null };

/** What may be told of the token in a field. */
export async function toldOfToken(field: Element): Promise<TokenTold> {
  const value = keyWithin(valueOf(field));
  // A mask is not what will be sent.
  if (value === '' || isMasked(value)) return NOTHING_TOLD;
  return { fingerprint: await fingerprint(value), note: apiKeyKind(value) === 'damaged' ? KEY_DAMAGED : null };
}
