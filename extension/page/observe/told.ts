import type { PageVerdict } from '../../../shared/setup/observation.ts';
import type { Sayings, StepFacts } from '../find/types.ts';
import type { View } from '../view.ts';
import { outcomeOf, sentencesOf } from './outcome.ts';

type Speaking = StepFacts & { says: Sayings };

/** What a message says came of a step, and of which; of its sentences, one that tells of a failure counts before the others. */
export function toldBy(view: View, text: string): Pick<PageVerdict, 'step' | 'says'> | null {
  const told = sentencesOf(text).flatMap((sentence) => {
    const facts = spokenOf(view, sentence);
    const says = facts && outcomeOf(facts.says, sentence);
    return facts && says ? [{ step: facts.step, says }] : [];
  });
  return told.find(({ says }) => says === 'failed') ?? told[0] ?? null;
}

/**
 * Which step a sentence speaks of: the one just pressed and not yet answered, else the one that its words are about. One that
 * tells of a Save answers no other press; a test and an activation are answered in the same words.
 */
function spokenOf({ context: { memory }, site, place }: View, sentence: string): Speaking | null {
  const speakers = site.steps.filter((facts): facts is Speaking => 'says' in facts);
  const [pending] = speakers
    .filter(({ step }) => memory.presses.has(step) && !memory.succeeded.has(step) && !memory.failed.has(step))
    .sort((one, other) => (memory.presses.get(other.step) ?? 0) - (memory.presses.get(one.step) ?? 0));
  // "Saved" is said of the groups only where they alone are: beside the form it may be said of that.
  const mayMean = (facts: Speaking): boolean => facts.reads !== 'ticks' || place === facts.at;
  const about = speakers.filter((facts) => facts.says.about.test(sentence) && mayMean(facts));
  const isOfSave = about.length > 0 && about.every(({ reads }) => reads !== 'press');
  if (pending && (!isOfSave || about.includes(pending) || pending.says.failed.test(sentence))) return pending;
  const last = speakers.filter(({ step }) => memory.presses.has(step)).at(-1);
  return about.at(-1) ?? last ?? speakers.find((facts) => facts.reads === 'press') ?? null;
}
