import type { Activity } from '../setup/activity.ts';
import type { ActivityTexts } from './activity-en.ts';

/** What a call was, in one sentence for people, with the cause when it was refused. */
export function activitySentence(call: Activity, texts: ActivityTexts): string {
  if (call.status < 400) return texts.answered[call.kind];
  return `${texts.attempted[call.kind]}: ${cause(call, texts)}`;
}

/** A 404 to a look-up is an answer, not a failure: JumpCloud asks before it creates and after it removes. */
export function isExpectedMiss(call: Activity): boolean {
  return call.status === 404 && call.reason === null && (call.kind === 'lookup' || call.kind === 'read');
}

function cause(call: Activity, texts: ActivityTexts): string {
  if (isExpectedMiss(call)) return texts.notThere;
  if (call.reason === 'domain-not-allowed' && call.domain) return texts.domainNotAllowed(call.domain);
  return call.reason ? texts.because[call.reason] : texts.otherwise(call.status);
}
