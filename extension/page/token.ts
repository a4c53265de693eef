import { apiKeyKind, keyWithin } from '../../shared/api-key.ts';
import { fingerprint } from '../../shared/fingerprint.ts';
import { KEY_DAMAGED } from '../../shared/setup/key-notes.ts';
import { isMasked, valueOf } from './find/state.ts';
import type { PageMemory } from './memory.ts';

/** What may be told of a token, none of which gives it away: its fingerprint, and that it is a damaged key of ours. */
export type TokenTold = { fingerprint: string | null; note: string | null };

export const NOTHING_TOLD: TokenTold = { fingerprint: null, note: null };

/** What may be told of the token in a field. A mask is not what will be sent: behind it is what was filled in, if anything was. */
export async function toldOfToken(field: Element, { tokenFilled }: PageMemory): Promise<TokenTold> {
  return isMasked(valueOf(field)) ? tokenFilled : toldOf(valueOf(field));
}

/** What may be told of a token. */
export async function toldOf(typed: string): Promise<TokenTold> {
  const value = keyWithin(typed);
  if (value === '') return NOTHING_TOLD;
  return { fingerprint: await fingerprint(value), note: apiKeyKind(value) === 'damaged' ? KEY_DAMAGED : null };
}
