import { isExpectedMiss, type Activity } from '../setup/activity.ts';
import type { ActivityTexts } from './activity-en.ts';

/** What a sentence is made of. */
type Told = Pick<Activity, 'kind' | 'status' | 'reason' | 'domain'>;

/** What a call was, in one sentence for people, with the cause when it was refused. */
export function activitySentence(call: Told, texts: ActivityTexts): string {
  if (call.status < 400) return texts.answered[call.kind];
  return `${texts.attempted[call.kind]}: ${cause(call, texts)}`;
}

function cause(call: Told, texts: ActivityTexts): string {
  if (isExpectedMiss(call)) return texts.notThere;
  if (call.reason === 'domain-not-allowed' && call.domain) return texts.domainNotAllowed(call.domain);
  return call.reason ? texts.because[call.reason] : texts.otherwise(call.status);
}
