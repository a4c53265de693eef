import type { ConnectedBrowser } from '../../../shared/setup/snapshot.ts';
import { flowOf } from '../../../shared/setup/flow.ts';
import { callWords, checklistWords, problemWords } from '../../../shared/texts/panel-words.ts';
import { Checklist } from '../../../shared/ui/checklist.tsx';
import { ProblemCard } from '../../../shared/ui/problem-card.tsx';
import { ServerSaw } from '../../../shared/ui/server-saw.tsx';
import { api } from '../api/calls.ts';
import { Button } from '../components/button.tsx';
import { GuideAdmin } from '../components/guide-admin.tsx';
import { LiveMark } from '../components/live-mark.tsx';
import { PageAsks } from '../components/page-asks.tsx';
import { Page } from '../components/page.tsx';
import { SessionMessages, SessionSharing } from '../components/session-guidance.tsx';
import { SessionReport } from '../components/session-report.tsx';
import { ActionError, Empty, Loaded } from '../components/states.tsx';
import { Time } from '../components/time.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useAction } from '../hooks/use-action.ts';
import { useLiveResource } from '../hooks/use-live-resource.ts';
import type { Resource } from '../hooks/use-resource.ts';
import { useIsSupport } from '../sign-in.ts';
import { useTexts } from '../texts.ts';

type Detail = Awaited<ReturnType<typeof api.setupLink>>;

/** A set-up as its holder sees it, live: the checklist, what stands in the way, what the server saw. */
export function SetupSessionPage({ linkId }: { linkId: string }) {
  const { console: texts } = useTexts();
  const own = texts.setupLinks;
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs({ label: own.title, to: { page: 'setup', companyId: company.id } });
  const isSupport = useIsSupport();
  const { resource, reload, stream } = useLiveResource(
    `setup link ${linkId}`,
    (signal) => api.setupLink(company.id, linkId, signal),
    (shown) => ({ path: isNotShared(shown) ? api.supportStreamPath : api.setupLinkStreamPath(company.id, linkId) }),
  );
  const isHidden = isNotShared(resource);
  return (
    <Page
      title={own.sessionTitle}
      lead={isSupport ? own.supportSessionLead : own.sessionLead}
      crumbs={crumbs}
      actions={<LiveMark stream={stream} />}
    >
      {isHidden ? (
        <Empty title={texts.guidance.notSharedTitle} lead={texts.guidance.notShared} />
      ) : (
        <Loaded resource={resource} retry={reload} rows={8}>
          {(detail) => <SessionView detail={detail} onChanged={reload} />}
        </Loaded>
      )}
    </Page>
  );
}

function isNotShared(resource: Resource<Detail>): boolean {
  return resource.state === 'failed' && resource.error.code === 'not-shared';
}

/** `onChanged`: what somebody changes here is read again at once. The stream tells of a state only once, so that a change and its undoing are silence to it. */
type SessionViewProps = { detail: Detail; onChanged: () => void };

function SessionView({ detail: { setupLink, snapshot, progress, problem }, onChanged }: SessionViewProps) {
  const { console: texts, assistant, setupPage, language } = useTexts();
  const { company } = useCompany();
  const isSupport = useIsSupport();
  const calls = snapshot.activity.toReversed();
  return (
    <div class="columns columns-uneven">
      <section class="card">
        <Checklist
          steps={progress.steps}
          current={progress.current}
          words={checklistWords(
            progress.steps.map(({ step }) => step),
            { target: snapshot.session.target, flow: flowOf(snapshot) },
            assistant,
          )}
          locale={language}
        />
      </section>
      <div class="stack">
        {!isSupport && (
          <SessionMessages
            snapshot={snapshot}
            onDismiss={(id) => api.dismissMessage(company.id, setupLink.id, id).then(onChanged)}
          />
        )}
        <PageAsks snapshot={snapshot} />
        {problem && <ProblemCard problem={problem} words={problemWords(problem, assistant)} heading="h2" />}
        {isSupport ? (
          <GuideAdmin snapshot={snapshot} onSent={onChanged} />
        ) : (
          <SessionSharing
            snapshot={snapshot}
            onShare={() => api.shareSession(company.id, setupLink.id).then(onChanged)}
            onEnd={() => api.endSharing(company.id, setupLink.id).then(onChanged)}
          />
        )}
        <SessionReport linkId={setupLink.id} />
        <section class="card">
          <h2>{texts.setupLinks.browsersTitle}</h2>
          <Browsers linkId={snapshot.session.id} browsers={snapshot.browsers} onRemoved={onChanged} />
        </section>
        <section class="card">
          <h2>{setupPage.activity.title}</h2>
          <ServerSaw activity={calls} words={callWords(calls, assistant)} locale={language} />
        </section>
      </div>
    </div>
  );
}

type BrowsersProps = { linkId: string; browsers: ConnectedBrowser[]; onRemoved: () => void };

function Browsers({ linkId, browsers, onRemoved }: BrowsersProps) {
  const { console: texts } = useTexts();
  const own = texts.setupLinks;
  const { company } = useCompany();
  const { action, run } = useAction();
  if (browsers.length === 0) return <p class="hint">{own.noBrowsers}</p>;
  return (
    <>
      <ul class="row-list">
        {browsers.map((browser) => (
          <li key={browser.id}>
            <span class="row-main">{browser.label}</span>
            <span class="hint">
              {own.lastSeen} <Time at={browser.lastSeenAt} />
            </span>
            <Button
              kind="quiet"
              name={own.removeNamed(browser.label)}
              busy={action.state === 'working'}
              onClick={() => run(() => api.removeBrowser(company.id, linkId, browser.id).then(onRemoved))}
            >
              {own.remove}
            </Button>
          </li>
        ))}
      </ul>
      {action.state === 'failed' && <ActionError error={action.error} />}
    </>
  );
}
