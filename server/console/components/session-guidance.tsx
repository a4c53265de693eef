import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import { openMessages } from '../../../shared/setup/guidance.ts';
import { supportWords } from '../../../shared/texts/panel-words.ts';
import { Sharing } from '../../../shared/ui/sharing.tsx';
import { SupportMessages } from '../../../shared/ui/support-messages.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useTexts } from '../texts.ts';
import { ActionError } from './states.tsx';

type SessionGuidanceProps = {
  snapshot: SetupSnapshot;
  /** Each asks the server, and sees to it that `snapshot` follows. */
  onShare: () => Promise<void>;
  onEnd: () => Promise<void>;
};

/** For the admin: sharing the session with support, who looks on, and ending it. */
export function SessionSharing({ snapshot, onShare, onEnd }: SessionGuidanceProps) {
  const { assistant } = useTexts();
  const { action, run } = useAction();
  return (
    <section class="card">
      <h2>{assistant.support.title}</h2>
      {action.state === 'failed' && <ActionError error={action.error} />}
      <Sharing guidance={snapshot.guidance} texts={assistant} onShare={() => run(onShare)} onEnd={() => run(onEnd)} />
    </section>
  );
}

type MessagesProps = { snapshot: SetupSnapshot; onDismiss: (id: string) => Promise<void> };

/** For the admin: what support says, until it is dismissed. */
export function SessionMessages({ snapshot, onDismiss }: MessagesProps) {
  const { assistant, language } = useTexts();
  const { action, run } = useAction();
  const messages = openMessages(snapshot.guidance);
  return (
    <>
      {action.state === 'failed' && <ActionError error={action.error} />}
      <SupportMessages
        messages={messages}
        words={supportWords(messages, snapshot.session, assistant)}
        locale={language}
        onDismiss={(id) => run(() => onDismiss(id))}
      />
    </>
  );
}
