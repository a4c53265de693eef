import type { SignInResource } from '../../../shared/api/people.ts';
import { formatMoment } from '../../../shared/ui/format-time.ts';
import { api } from '../api/calls.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { ActionError, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { Moment, Time } from '../components/time.tsx';
import { useAction } from '../hooks/use-action.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useTexts } from '../texts.ts';

/** Where the person is signed in, each of which they can end. */
export function SignInsPage({ onSignedOut }: { onSignedOut: () => void }) {
  const texts = useTexts().console.signIns;
  const { resource, reload } = useResource('sign-ins', api.signIns);
  const columns: Column<SignInResource>[] = [
    {
      id: 'browser',
      label: texts.columns.browser,
      cell: ({ browser, current }) => (
        <>
          {browser ? texts.browser[browser] : texts.unknownBrowser}{' '}
          {current && <Badge tone="good">{texts.current}</Badge>}
        </>
      ),
    },
    { id: 'began', label: texts.columns.began, cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { id: 'ends', label: texts.columns.ends, cell: ({ expiresAt }) => <Time at={expiresAt} /> },
    {
      id: 'actions',
      label: texts.columns.actions,
      quiet: true,
      cell: (signIn) => <EndSignIn signIn={signIn} onEnded={signIn.current ? onSignedOut : reload} />,
    },
  ];
  return (
    <Page title={texts.title} lead={texts.lead} crumbs={[]}>
      <Loaded resource={resource} retry={reload}>
        {({ signIns }) => <Table caption={texts.title} columns={columns} rows={signIns} keyOf={({ id }) => id} />}
      </Loaded>
    </Page>
  );
}

function EndSignIn({ signIn, onEnded }: { signIn: SignInResource; onEnded: () => void }) {
  const { console: all, language } = useTexts();
  const texts = all.signIns;
  const { action, run } = useAction();
  const browser = signIn.browser ? texts.browser[signIn.browser] : texts.unknownBrowser;
  const began = formatMoment(signIn.createdAt, language);
  return (
    <>
      {action.state === 'failed' && <ActionError error={action.error} />}
      <Button
        name={texts.endName(browser, began)}
        busy={action.state === 'working'}
        onClick={() => run(() => api.endSignIn(signIn.id).then(onEnded))}
      >
        {texts.end}
      </Button>
    </>
  );
}
