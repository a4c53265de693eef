import { askedAbout } from '../../../shared/setup/question.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import { siteOf } from '../../../shared/setup/steps.ts';
import { questionText } from '../../../shared/texts/wording.ts';
import { useTexts } from '../texts.ts';
import { Notice } from './notice.tsx';

/** Said while the page in the admin's browser asks them something that nobody but they can answer. */
export function PageAsks({ snapshot }: { snapshot: SetupSnapshot }) {
  const { assistant } = useTexts();
  const step = askedAbout(snapshot);
  if (!step) return null;
  return <Notice tone="warn">{questionText(step, siteOf(step, snapshot.session.target), assistant)}</Notice>;
}
