import { useState } from 'preact/hooks';
import type { PersonResource } from '../../../shared/api/people.ts';
import { api } from '../api/calls.ts';
import { Badge } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { CopyValue } from '../components/copy.tsx';
import { ConfirmDialog, Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/field.tsx';
import { Form } from '../components/form.tsx';
import { Page, type Crumb } from '../components/page.tsx';
import { ActionError, Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { issueOf, useAction } from '../hooks/use-action.ts';
import { useArrivalFocus } from '../hooks/use-arrival-focus.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useIsSupport, useSignIn } from '../sign-in.ts';
import { useTexts } from '../texts.ts';

type PeopleTexts = ReturnType<typeof useTexts>['console']['people'];
type Open = { dialog: 'none' } | { dialog: 'invite' } | { dialog: 'remove'; person: PersonResource };

/** The admins of the open company. */
export function CompanyPeoplePage() {
  const { company } = useCompany();
  const texts = useTexts().console.people;
  const isSupport = useIsSupport();
  return (
    <People
      companyId={company.id}
      title={texts.titleAdmins}
      lead={isSupport ? texts.leadAdminsForSupport : texts.leadAdmins}
      crumbs={useCompanyCrumbs()}
      command={isSupport ? texts.inviteCommand(company.primaryDomain) : null}
    />
  );
}

/** Support's own people. */
export function SupportPeoplePage() {
  const texts = useTexts().console.people;
  return <People companyId={null} title={texts.titleSupport} lead={texts.leadSupport} crumbs={[]} command={null} />;
}

type PeopleProps = {
  companyId: string | null;
  title: string;
  lead: string;
  crumbs: Crumb[];
  /** What makes the links for who may not make them here, or null for who may. */
  command: string | null;
};

function People({ companyId, title, lead, crumbs, command }: PeopleProps) {
  const texts = useTexts().console.people;
  const [open, setOpen] = useState<Open>({ dialog: 'none' });
  const [link, setLink] = useState<string | null>(null);
  const { resource, reload } = useResource(`people ${companyId ?? ''}`, (signal) => api.people(companyId, signal));
  const close = () => setOpen({ dialog: 'none' });
  const show = (url: string) => {
    setLink(url);
    reload();
  };
  const invite = command === null && (
    <Button kind="primary" onClick={() => setOpen({ dialog: 'invite' })}>
      {texts.invite}
    </Button>
  );
  return (
    <Page title={title} lead={lead} crumbs={crumbs} actions={invite}>
      {command !== null && (
        <section class="card">
          <CopyValue label={texts.inviteCommandLabel} value={command} />
        </section>
      )}
      {link !== null && <NewLink key={link} url={link} />}
      <Loaded resource={resource} retry={reload}>
        {({ people }) =>
          people.length === 0 ? (
            <Empty title={texts.empty} lead={command === null ? texts.emptyLead : texts.emptyForSupport} />
          ) : (
            <Table
              caption={title}
              columns={columns(texts, {
                companyId,
                canLink: command === null,
                onLink: show,
                onChanged: reload,
                onRemove: (person) => setOpen({ dialog: 'remove', person }),
              })}
              rows={people}
              keyOf={({ id }) => id}
            />
          )
        }
      </Loaded>
      {open.dialog === 'invite' && <InviteDialog companyId={companyId} onLink={show} onClose={close} />}
      {open.dialog === 'remove' && (
        <ConfirmDialog
          title={texts.removeTitle(open.person.email)}
          text={texts.removeText}
          confirm={texts.remove}
          done={texts.removed(open.person.email)}
          onConfirm={() => api.removePerson(companyId, open.person.id).then(reload)}
          onClose={close}
        />
      )}
    </Page>
  );
}

/** The link that was just made: the one time that it is shown. */
function NewLink({ url }: { url: string }) {
  const texts = useTexts().console.people;
  return (
    <section class="card">
      <h2 {...useArrivalFocus()}>{texts.linkTitle}</h2>
      <p class="hint">{texts.linkLead}</p>
      <CopyValue label={texts.link} value={url} />
    </section>
  );
}

type Handlers = {
  companyId: string | null;
  canLink: boolean;
  onLink: (url: string) => void;
  onChanged: () => void;
  onRemove: (person: PersonResource) => void;
};

function columns(texts: PeopleTexts, on: Handlers): Column<PersonResource>[] {
  return [
    { id: 'email', label: texts.columns.email, cell: ({ email }) => email },
    {
      id: 'state',
      label: texts.columns.state,
      cell: ({ disabledAt, signIns }) =>
        disabledAt ? (
          <Badge tone="warn">{texts.disabled}</Badge>
        ) : (
          <Badge tone={signIns > 0 ? 'good' : 'calm'}>{signIns > 0 ? texts.signedIn : texts.notSignedIn}</Badge>
        ),
    },
    {
      id: 'actions',
      label: texts.columns.actions,
      quiet: true,
      cell: (person) => <PersonActions person={person} texts={texts} on={on} />,
    },
  ];
}

function PersonActions({ person, texts, on }: { person: PersonResource; texts: PeopleTexts; on: Handlers }) {
  const me = useSignIn();
  const { action, run } = useAction();
  const isDisabled = person.disabledAt !== null;
  const newLink = () => run(async () => on.onLink((await api.newSignInLink(on.companyId, person.id)).url));
  const toggle = () =>
    run(() => api.updatePerson(on.companyId, person.id, { disabled: !isDisabled }).then(on.onChanged));
  const busy = action.state === 'working';
  return (
    <span class="row-actions">
      {action.state === 'failed' && <ActionError error={action.error} />}
      {on.canLink && !isDisabled && (
        <Button name={`${texts.newLink} ${person.email}`} busy={busy} onClick={newLink}>
          {texts.newLink}
        </Button>
      )}
      {person.id !== me.person.id && (
        <>
          <Button kind="quiet" name={`${isDisabled ? texts.enable : texts.disable} ${person.email}`} onClick={toggle}>
            {isDisabled ? texts.enable : texts.disable}
          </Button>
          <Button kind="quiet" name={`${texts.remove} ${person.email}`} onClick={() => on.onRemove(person)}>
            {texts.remove}
          </Button>
        </>
      )}
    </span>
  );
}

type InviteProps = { companyId: string | null; onLink: (url: string) => void; onClose: () => void };

function InviteDialog({ companyId, onLink, onClose }: InviteProps) {
  const all = useTexts().console;
  const texts = all.people;
  const [email, setEmail] = useState('');
  const { action, run } = useAction();
  const submit = () =>
    run(async () => {
      onLink((await api.invitePerson(companyId, { email })).url);
      onClose();
    });
  return (
    <Dialog title={texts.invite} onClose={onClose}>
      <Form action={action} fields={['email']} onSubmit={submit}>
        <TextField
          label={texts.email}
          hint={texts.emailHint}
          error={issueOf(action, 'email')}
          value={email}
          onValue={setEmail}
          required
        />
        <div class="dialog-actions">
          <Button onClick={onClose}>{all.cancel}</Button>
          <Button kind="primary" type="submit" busy={action.state === 'working'}>
            {texts.inviteSubmit}
          </Button>
        </div>
      </Form>
    </Dialog>
  );
}
