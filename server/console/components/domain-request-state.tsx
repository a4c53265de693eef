import { TEST_USER_DOMAIN } from '../../../shared/setup/domains.ts';
import type { DomainRequest } from '../../../shared/setup/domain-request.ts';
import { useAction } from '../hooks/use-action.ts';
import { useTexts } from '../texts.ts';
import { Badge } from './badge.tsx';
import { Button } from './button.tsx';
import { ActionError } from './states.tsx';

type DomainRequestStateProps = {
  /** The newest request for jumpcloud.com, or null. */
  request: DomainRequest | null;
  /** Asks support. What comes of it arrives by itself. */
  onAsk: () => Promise<unknown>;
};

/** Asks support to allow jumpcloud.com with one click, and shows what became of it. */
export function DomainRequestState({ request, onAsk }: DomainRequestStateProps) {
  const texts = useTexts().common.domainRequest;
  const { action, run } = useAction();
  const ask = () =>
    run(async () => {
      await onAsk();
    });
  if (request?.state === 'asked') {
    return (
      <p data-domain-request="asked" role="status">
        <Badge tone="calm">{texts.asked}</Badge> {texts.askedText(TEST_USER_DOMAIN)}
      </p>
    );
  }
  const isDeclined = request?.state === 'declined';
  return (
    <div data-domain-request={isDeclined ? 'declined' : 'none'}>
      {isDeclined && (
        <p role="status">
          <Badge tone="warn">{texts.declined}</Badge> {texts.declinedText(TEST_USER_DOMAIN)} {request.reason}
        </p>
      )}
      {action.state === 'failed' && <ActionError error={action.error} />}
      <Button busy={action.state === 'working'} onClick={ask}>
        {isDeclined ? texts.askAgain : texts.ask(TEST_USER_DOMAIN)}
      </Button>
    </div>
  );
}
