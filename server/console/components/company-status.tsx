import type { Activity } from '../../../shared/setup/activity.ts';
import { activitySentence } from '../../../shared/texts/activity-sentence.ts';
import { api } from '../api/calls.ts';
import { useCompany } from '../company.ts';
import { useResource } from '../hooks/use-resource.ts';
import { isUsable } from '../key-state.ts';
import { useSignIn } from '../sign-in.ts';
import { useTexts } from '../texts.ts';
import { CopyValue } from './copy.tsx';
import { Loaded } from './states.tsx';
import { Time } from './time.tsx';

type Status = { lastCall: Activity | null; usableKeys: number; users: number };

/** Whether JumpCloud calls, with which keys, and how many users came of it. */
export function CompanyStatus() {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const { scimBaseUrl } = useSignIn();
  const { resource, reload } = useResource(`status ${company.id}`, (signal) => loadStatus(company.id, signal));
  return (
    <section class="card">
      <h2>{texts.company.connection}</h2>
      <Loaded resource={resource} retry={reload} rows={3}>
        {(status) => (
          <dl class="facts">
            <dt>{texts.company.lastCall}</dt>
            <dd>
              <LastCall call={status.lastCall} />
            </dd>
            <dt>{texts.company.activeKeys}</dt>
            <dd>{status.usableKeys}</dd>
            <dt>{texts.company.userCount}</dt>
            <dd>{status.users}</dd>
          </dl>
        )}
      </Loaded>
      <CopyValue label={texts.company.baseUrl} value={scimBaseUrl} />
    </section>
  );
}

function LastCall({ call }: { call: Activity | null }) {
  const texts = useTexts();
  if (!call) return <>{texts.console.company.noCall}</>;
  return (
    <>
      <Time at={call.time} />
      <span class="hint">{activitySentence(call, texts.assistant.activity)}</span>
    </>
  );
}

async function loadStatus(companyId: string, signal: AbortSignal): Promise<Status> {
  const [{ lastCall, users }, { keys }] = await Promise.all([
    api.overview(companyId, signal),
    api.keys(companyId, signal),
  ]);
  return { lastCall, usableKeys: keys.filter(isUsable).length, users: users.active + users.suspended };
}
