import { useState } from 'preact/hooks';
import { isAllowed, TEST_USER_DOMAIN } from '../../../shared/setup/domains.ts';
import { KEY_NAME } from '../../../shared/setup/key-name.ts';
import type { SetupSnapshot } from '../../../shared/setup/snapshot.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { setupApi } from '../api/calls.ts';
import { useAction } from '../hooks/use-action.ts';
import { useSetup } from '../setup-context.ts';
import { useTexts } from '../texts.ts';
import { Button } from './button.tsx';
import { CopyValue } from './copy.tsx';
import { DomainRequestState } from './domain-request-state.tsx';
import { DomainRequestText } from './domain-request-text.tsx';
import { Notice } from './notice.tsx';
import { ActionError } from './states.tsx';

/** Whether a step has something to copy, so that it is shown open. */
export function hasValue(step: StepId, snapshot: SetupSnapshot): boolean {
  if (step === 'secondary-domain') return !isAllowed(TEST_USER_DOMAIN, snapshot.company);
  return step === 'jumpcloud.base-url' || step === 'dialpad.generate-key' || step === 'jumpcloud.test-user-email';
}

type StepValueProps = {
  step: StepId;
  /** Keeps the step open even when it is done: what it shows is shown only once. */
  keepOpen: () => void;
};

/** What has to be copied for a step, each with its own button. */
export function StepValue({ step, keepOpen }: StepValueProps) {
  const { snapshot } = useSetup();
  if (!hasValue(step, snapshot)) return null;
  if (step === 'jumpcloud.base-url') return <BaseUrl />;
  if (step === 'jumpcloud.test-user-email') return <TestAddress />;
  if (step === 'secondary-domain') return <DomainRequest />;
  return snapshot.session.target === 'self-hosted' ? <SessionKey onCreated={keepOpen} /> : <KeyName />;
}

function BaseUrl() {
  const { setupPage } = useTexts();
  const { snapshot } = useSetup();
  return (
    <>
      <CopyValue label={setupPage.values.baseUrl} value={snapshot.baseUrl} />
      {!snapshot.reachable && <Notice tone="warn">{setupPage.values.notPublic}</Notice>}
    </>
  );
}

function KeyName() {
  const { setupPage } = useTexts();
  return <CopyValue label={setupPage.values.keyName} value={KEY_NAME} />;
}

/** Asking support here, or by Dialpad's own form with a text to copy. */
function DomainRequest() {
  const { token, snapshot } = useSetup();
  return (
    <>
      <DomainRequestState request={snapshot.domainRequest} onAsk={() => setupApi(token).askForDomain()} />
      <DomainRequestText company={snapshot.company} />
    </>
  );
}

function TestAddress() {
  const { setupPage } = useTexts();
  const { snapshot, token } = useSetup();
  const [made, setMade] = useState<string | null>(null);
  const { action, run } = useAction();
  const address = made ?? snapshot.testAddresses.at(-1);
  const make = () => run(async () => setMade((await setupApi(token).testAddress()).address));
  return (
    <>
      <p class="hint">{setupPage.values.testAddressHint}</p>
      {address !== undefined && <CopyValue label={setupPage.values.testAddress} value={address} />}
      {action.state === 'failed' && <ActionError error={action.error} />}
      <Button busy={action.state === 'working'} onClick={make}>
        {address === undefined ? setupPage.values.makeTestAddress : setupPage.values.anotherTestAddress}
      </Button>
    </>
  );
}

/** The one key of a self-hosted session. It stays in this page's memory and is gone when the page is left. */
function SessionKey({ onCreated }: { onCreated: () => void }) {
  const { setupPage } = useTexts();
  const { token, report } = useSetup();
  const own = setupPage.values;
  const [key, setKey] = useState<string | null>(null);
  const { action, run } = useAction();
  const create = () =>
    run(async () => {
      setKey((await setupApi(token).createKey({ name: KEY_NAME })).key);
      onCreated();
      await report('dialpad.generate-key', 'done');
    });
  if (key !== null) {
    return (
      <>
        <CopyValue label={own.key} value={key} />
        <Notice tone="warn">{own.keyOnce}</Notice>
      </>
    );
  }
  return (
    <>
      <p class="hint">{own.createKeyHint}</p>
      {action.state === 'failed' && <ActionError error={action.error} />}
      <Button busy={action.state === 'working'} onClick={create}>
        {own.createKey}
      </Button>
    </>
  );
}
