import { useState } from 'preact/hooks';
import type { SetupLinkResource } from '../../../shared/api/setup-links.ts';
import { api } from '../api/calls.ts';
import { Badge, type Tone } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/dialog.tsx';
import { Link } from '../components/link.tsx';
import { NewSetupLink } from '../components/new-setup-link.tsx';
import { Page } from '../components/page.tsx';
import { Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { Time } from '../components/time.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useResource } from '../hooks/use-resource.ts';
import { useIsSupport } from '../sign-in.ts';
import { useTexts, type Texts } from '../texts.ts';

type LinkState = 'open' | 'expired' | 'revoked';
const TONES: Record<LinkState, Tone> = { open: 'good', expired: 'calm', revoked: 'calm' };

/** Setup links of the company: make one, see what became of it, revoke it. */
export function SetupLinksPage() {
  const texts = useTexts();
  const own = texts.console.setupLinks;
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<string | null>(null);
  const { resource, reload } = useResource(`setup links ${company.id}`, (signal) => api.setupLinks(company.id, signal));
  const isSupport = useIsSupport();
  const create = !isSupport && (
    <Button kind="primary" onClick={() => setCreating(true)}>
      {own.create}
    </Button>
  );
  return (
    <Page title={own.title} lead={isSupport ? own.supportLead : own.lead} crumbs={crumbs} actions={!creating && create}>
      {isSupport && (
        <p>
          <Link to={{ page: 'people', companyId: company.id }}>{own.admins}</Link>
        </p>
      )}
      {creating && <NewSetupLink onCreated={reload} onClose={() => setCreating(false)} />}
      <Loaded resource={resource} retry={reload}>
        {({ setupLinks }) =>
          setupLinks.length === 0 ? (
            !creating && (
              <Empty title={own.empty} lead={isSupport ? own.supportEmptyLead : own.emptyLead}>
                {create}
              </Empty>
            )
          ) : (
            <Table
              caption={own.title}
              columns={columns(texts, company.id, setRevoking)}
              rows={setupLinks}
              keyOf={(link) => link.id}
            />
          )
        }
      </Loaded>
      {revoking !== null && (
        <ConfirmDialog
          title={own.revokeTitle}
          text={own.revokeText}
          confirm={own.revokeConfirm}
          done={own.revoked}
          onConfirm={() => api.revokeSetupLink(company.id, revoking).then(reload)}
          onClose={() => setRevoking(null)}
        />
      )}
    </Page>
  );
}

function columns(
  { console: texts }: Texts,
  companyId: string,
  onRevoke: (linkId: string) => void,
): Column<SetupLinkResource>[] {
  const own = texts.setupLinks;
  return [
    {
      id: 'target',
      label: own.columns.target,
      cell: (link) => (
        <Link to={{ page: 'setup-session', companyId, linkId: link.id }}>{own.targets[link.target].name}</Link>
      ),
    },
    {
      id: 'state',
      label: own.columns.state,
      cell: (link) => <Badge tone={TONES[stateOf(link)]}>{own.states[stateOf(link)]}</Badge>,
    },
    { id: 'browsers', label: own.columns.browsers, cell: (link) => link.browsers },
    { id: 'created', label: own.columns.created, cell: (link) => <Time at={link.createdAt} /> },
    { id: 'expires', label: own.columns.expires, cell: (link) => <Time at={link.expiresAt} /> },
    {
      id: 'actions',
      label: own.revoke,
      quiet: true,
      cell: (link) => stateOf(link) === 'open' && <Button onClick={() => onRevoke(link.id)}>{own.revoke}</Button>,
    },
  ];
}

function stateOf(link: SetupLinkResource): LinkState {
  if (link.revokedAt !== null) return 'revoked';
  return Date.parse(link.expiresAt) <= Date.now() ? 'expired' : 'open';
}
