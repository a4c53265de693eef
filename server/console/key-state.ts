import type { KeyResource } from '../../shared/api/keys.ts';

const SOON_MS = 14 * 86_400_000;

export type KeyState = 'active' | 'expiring' | 'expired' | 'revoked';

/** What a key is good for now. One that expires within two weeks says so, so that it is replaced in time. */
export function keyState(key: KeyResource): KeyState {
  if (key.revokedAt !== null) return 'revoked';
  if (key.expiresAt === null) return 'active';
  const left = Date.parse(key.expiresAt) - Date.now();
  if (left <= 0) return 'expired';
  return left < SOON_MS ? 'expiring' : 'active';
}

/** Whether JumpCloud is let in with the key. */
export function isUsable(key: KeyResource): boolean {
  const state = keyState(key);
  return state === 'active' || state === 'expiring';
}
