import { useState } from 'preact/hooks';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useTexts } from '../texts.ts';
import { Button } from './button.tsx';
import { CopyValue } from './copy.tsx';
import { ActionError } from './states.tsx';

/** The redacted report on a session for a ticket: to download, or to copy. */
export function SessionReport({ linkId }: { linkId: string }) {
  const texts = useTexts().console.guidance;
  const { company } = useCompany();
  const [report, setReport] = useState<string | null>(null);
  const { action, run } = useAction();
  const show = () => run(async () => setReport(await api.report(company.id, linkId)));
  return (
    <section class="card">
      <h2>{texts.reportTitle}</h2>
      <p class="hint">{texts.reportLead}</p>
      {action.state === 'failed' && <ActionError error={action.error} />}
      <div class="form-actions">
        <a class="button button-plain" href={api.reportPath(company.id, linkId)} download>
          {texts.download}
        </a>
        <Button busy={action.state === 'working'} onClick={show}>
          {texts.show}
        </Button>
      </div>
      {report !== null && <CopyValue label={texts.report} value={report} long />}
    </section>
  );
}
