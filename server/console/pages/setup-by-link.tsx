import { diagnosis } from '../../../shared/setup/diagnosis.ts';
import { flowOf } from '../../../shared/setup/flow.ts';
import { progress } from '../../../shared/setup/progress.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import { callWords, problemWords } from '../../../shared/texts/panel-words.ts';
import { ProblemCard } from '../../../shared/ui/problem-card.tsx';
import { ServerSaw } from '../../../shared/ui/server-saw.tsx';
import { setupApi } from '../api/calls.ts';
import { AssistantCard } from '../components/assistant-card.tsx';
import { InReadersLanguage } from '../components/in-readers-language.tsx';
import { LiveMark } from '../components/live-mark.tsx';
import { Logo } from '../components/logo.tsx';
import { Notice } from '../components/notice.tsx';
import { PageAsks } from '../components/page-asks.tsx';
import { SessionMessages, SessionSharing } from '../components/session-guidance.tsx';
import { SetupChecklist } from '../components/setup-checklist.tsx';
import { Failed, Loading } from '../components/states.tsx';
import { Time } from '../components/time.tsx';
import { SetupContext } from '../setup-context.ts';
import { useTitle } from '../hooks/use-title.ts';
import { useSetupSession, type SetupSession } from '../hooks/use-setup-session.ts';
import { useTexts } from '../texts.ts';

/** The page behind a setup link: the checklist by hand, which fills itself in. It needs no sign-in. */
export function SetupByLink({ token }: { token: string }) {
  return (
    <InReadersLanguage>
      <SetupPage token={token} />
    </InReadersLanguage>
  );
}

function SetupPage({ token }: { token: string }) {
  const { setupPage } = useTexts();
  const session = useSetupSession(token);
  const { name } = setupPage.flows[session.state === 'open' ? flowOf(session.snapshot) : 'setup'];
  useTitle(name);
  return (
    <div class="public">
      <header class="public-bar">
        <Logo />
        {session.state === 'open' && <LiveMark stream={session.stream} />}
      </header>
      <main class="public-main">
        {session.state === 'opening' && <Loading rows={8} />}
        {session.state === 'failed' && <Failed error={session.error} retry={session.retry} />}
        {session.state === 'ended' && <Ended />}
        {session.state === 'open' && <OpenSession token={token} session={session} />}
      </main>
      <footer class="public-foot">{setupPage.keepPrivate}</footer>
    </div>
  );
}

function Ended() {
  const { setupPage } = useTexts();
  return (
    <section class="card" data-setup="ended">
      <h1>{setupPage.ended.title}</h1>
      <p>{setupPage.ended.text}</p>
      <p>{setupPage.ended.next}</p>
      <p class="hint">{setupPage.ended.admin}</p>
      <a href="/">{setupPage.ended.toConsole}</a>
    </section>
  );
}

type OpenSessionProps = { token: string; session: Extract<SetupSession, { state: 'open' }> };

function OpenSession({ token, session: { snapshot, report } }: OpenSessionProps) {
  const { assistant, setupPage, language } = useTexts();
  const server = setupApi(token);
  const now = progress(snapshot);
  const { finishedTitle, finished } = setupPage.flows[flowOf(snapshot)];
  const problem = diagnosis(snapshot);
  const calls = snapshot.activity.toReversed();
  return (
    <SetupContext.Provider value={{ token, snapshot, progress: now, report }}>
      <Head snapshot={snapshot} />
      {now.current === null && (
        <Notice tone="good" title={finishedTitle}>
          {finished}
        </Notice>
      )}
      <div class="columns columns-uneven">
        <div class="stack">
          <SessionMessages snapshot={snapshot} onDismiss={server.dismissMessage} />
          <PageAsks snapshot={snapshot} />
          {problem && <ProblemCard problem={problem} words={problemWords(problem, assistant)} heading="h2" />}
          <SetupChecklist />
        </div>
        <aside class="stack">
          <AssistantCard />
          <SessionSharing snapshot={snapshot} onShare={server.share} onEnd={server.endSharing} />
          <section class="card">
            <h2>{setupPage.activity.title}</h2>
            <p class="hint">{setupPage.activity.lead}</p>
            <ServerSaw activity={calls} words={callWords(calls, assistant)} locale={language} />
          </section>
        </aside>
      </div>
    </SetupContext.Provider>
  );
}

function Head({ snapshot }: { snapshot: SetupSnapshot }) {
  const { setupPage } = useTexts();
  const counted = progress(snapshot).steps.filter((entry) => entry.state !== 'not-needed');
  const done = counted.filter((entry) => entry.state !== 'open').length;
  const label = setupPage.progress(done, counted.length);
  const { title, lead } = setupPage.flows[flowOf(snapshot)];
  return (
    <header class="setup-head">
      <h1>{title(snapshot.company.name)}</h1>
      <p class="lead">{lead}</p>
      <div class="setup-progress">
        <progress value={done} max={counted.length} aria-label={label} />
        <span role="status">{label}</span>
      </div>
      <p class="hint">
        {setupPage.expires} <Time at={snapshot.session.expiresAt} />
      </p>
    </header>
  );
}
