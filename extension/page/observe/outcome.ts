import type { PageVerdict } from '../../../shared/setup/observation.ts';
import type { Sayings } from '../find/types.ts';
import { isKnownWording } from './known-words.ts';

/** How a sentence begins that tells what to do should something fail. */
const SUPPOSING = /^(if|in case|when|should|falls|wenn|sollte|si|en cas|quand|cuando|en caso)\b|場合/;

/** What has a connection, a test and an activation of its own on the same console. */
const ANOTHERS = /\b(sso|single sign-on|saml|oidc|ldap|radius|mfa)\b/;
const OURS = /scim|\bidm\b|identit|provision|bereitstell|identidad|id ?管理|プロビ/;

/** The sentences of a text, as it is compared. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?…]) +|(?<=[。！？])/).filter((sentence) => sentence.trim() !== '');
}

/**
 * What a sentence says came of a step. A success is told in few words, and all of them are known: any other may deny it, put it
 * off, or say it of something else.
 */
export function outcomeOf(says: Sayings, sentence: string): PageVerdict['says'] | null {
  if (ANOTHERS.test(sentence) && !OURS.test(sentence)) return null;
  if (says.failed.test(sentence)) return SUPPOSING.test(sentence) ? null : 'failed';
  return says.succeeded.test(sentence) && isKnownWording(sentence) ? 'succeeded' : null;
}
