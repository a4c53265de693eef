import type { PageVerdict } from '../../../shared/setup/observation.ts';
import type { View } from '../view.ts';
import { readMessages } from './messages.ts';
import { readTransitions } from './transitions.ts';

/** What the page says came of the presses: its messages, controls that appeared, controls that went away. */
export function readVerdicts(view: View): PageVerdict[] {
  const verdicts = [...readMessages(view), ...readTransitions(view)];
  const { memory } = view.context;
  for (const { step, says } of verdicts) {
    if (says === 'succeeded') memory.succeeded.add(step);
    if (says === 'failed') {
      memory.failed.add(step);
      memory.succeeded.delete(step);
    }
  }
  return verdicts;
}
