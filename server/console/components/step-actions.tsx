import type { EvidenceFact } from '../../../shared/setup/evidence.ts';
import { flowOf } from '../../../shared/setup/flow.ts';
import { lastFact, type StepProgress } from '../../../shared/setup/progress.ts';
import { mayLack, stepOf, type Flow, type StepId } from '../../../shared/setup/steps.ts';
import { useAction } from '../hooks/use-action.ts';
import { useSetup } from '../setup-context.ts';
import { useTexts } from '../texts.ts';
import { Button } from './button.tsx';
import { ActionError } from './states.tsx';

type Offer = { fact: EvidenceFact; label: string; primary: boolean };
type StepTexts = ReturnType<typeof useTexts>['setupPage']['step'];

/** Steps after which JumpCloud itself says whether it worked. */
const ANSWERED_STEPS: StepId[] = ['jumpcloud.test-connection', 'jumpcloud.activate'];

/** What the admin can say of a step. It is their word; what the server can see, it checks. */
export function StepActions({ entry, current }: { entry: StepProgress; current: boolean }) {
  const { setupPage } = useTexts();
  const { report, snapshot } = useSetup();
  const { action, run } = useAction();
  const offers = offersFor(entry, flowOf(snapshot), setupPage.step);
  const waits = entry.state === 'open' && lastWord(entry.step, snapshot) === 'page-succeeded';
  return (
    <>
      {waits && <p class="hint">{setupPage.step.waitingForServer}</p>}
      {entry.state === 'open' && stepOf(entry.step).action === 'wait' && <p class="hint">{setupPage.step.waiting}</p>}
      {action.state === 'failed' && <ActionError error={action.error} />}
      {offers.length > 0 && (
        <div class="step-actions">
          {offers.map((offer) => (
            <Button
              key={offer.fact}
              kind={current && offer.primary ? 'primary' : 'plain'}
              busy={action.state === 'working'}
              onClick={() => run(() => report(entry.step, offer.fact))}
            >
              {offer.label}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}

function offersFor(entry: StepProgress, flow: Flow, texts: StepTexts): Offer[] {
  if (entry.state !== 'open') {
    const isOurs = entry.seenBy === 'server';
    return isOurs ? [] : [{ fact: 'open', label: texts.undo, primary: false }];
  }
  const step = stepOf(entry.step);
  const offers: Offer[] = [];
  if (ANSWERED_STEPS.includes(entry.step)) {
    offers.push({ fact: 'page-succeeded', label: texts.succeeded, primary: true });
    offers.push({ fact: 'page-failed', label: texts.failed, primary: false });
  } else if (step.action !== 'wait') {
    offers.push({ fact: 'done', label: texts.done, primary: true });
  }
  if (mayLack(entry.step, flow)) offers.push({ fact: 'not-needed', label: texts.notThere, primary: false });
  if (step.skippable) offers.push({ fact: 'skipped', label: texts.skip, primary: false });
  return offers;
}

function lastWord(step: StepId, snapshot: Parameters<typeof lastFact>[2]): EvidenceFact | null {
  return lastFact(step, ['page-succeeded', 'page-failed', 'done', 'open'], snapshot)?.fact ?? null;
}
