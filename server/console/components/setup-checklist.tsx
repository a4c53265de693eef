import type { StepProgress } from '../../../shared/setup/progress.ts';
import { stepOf, type Site } from '../../../shared/setup/steps.ts';
import { useSetup } from '../setup-context.ts';
import { useTexts } from '../texts.ts';
import { SetupStep } from './setup-step.tsx';

const CONSOLES = { dialpad: 'https://dialpad.com', jumpcloud: 'https://console.jumpcloud.com' };

type Group = { site: Site; steps: StepProgress[] };

/** All steps in their order, grouped by the site on whose pages they are done. */
export function SetupChecklist() {
  const { progress } = useSetup();
  return (
    <>
      {groups(progress.steps).map((group, index) => (
        <StepGroup key={group.steps[0]?.step} group={group} first={index === 0} />
      ))}
    </>
  );
}

function StepGroup({ group, first }: { group: Group; first: boolean }) {
  const { setupPage } = useTexts();
  const { progress } = useSetup();
  const { site } = group;
  return (
    <section class="card step-group" data-site={site}>
      <header class="card-header">
        <h2>{title(site, first, setupPage)}</h2>
        {site !== 'server' && (
          <a href={CONSOLES[site]} target="_blank" rel="noreferrer noopener">
            {setupPage.open} {new URL(CONSOLES[site]).host}
          </a>
        )}
      </header>
      <ol class="steps">
        {group.steps.map((entry) => (
          <SetupStep key={entry.step} entry={entry} current={entry.step === progress.current} />
        ))}
      </ol>
    </section>
  );
}

function title(site: Site, first: boolean, texts: ReturnType<typeof useTexts>['setupPage']): string {
  if (site !== 'server') return texts.groups[site];
  return first ? texts.groupServerFirst : texts.groupServerLast;
}

function groups(steps: StepProgress[]): Group[] {
  const all: Group[] = [];
  for (const entry of steps) {
    const { site } = stepOf(entry.step);
    const last = all.at(-1);
    if (last?.site === site) last.steps.push(entry);
    else all.push({ site, steps: [entry] });
  }
  return all;
}
