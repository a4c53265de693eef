import { useState } from 'preact/hooks';
import type { KeyResource } from '../../../shared/api/keys.ts';
import { API_KEY_PREFIX } from '../../../shared/api-key.ts';
import { api } from '../api/calls.ts';
import { Badge, type Tone } from '../components/badge.tsx';
import { Button } from '../components/button.tsx';
import { ConfirmDialog } from '../components/dialog.tsx';
import { Link } from '../components/link.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { RotateKey } from '../components/rotate-key.tsx';
import { Empty, Loaded } from '../components/states.tsx';
import { Table, type Column } from '../components/table.tsx';
import { Time } from '../components/time.tsx';
import { useCompany, useCompanyCrumbs } from '../company.ts';
import { useResource } from '../hooks/use-resource.ts';
import { isUsable, keyState, type KeyState } from '../key-state.ts';
import { setQuery, useLocation } from '../router.ts';
import { useIsSupport } from '../sign-in.ts';
import { useTexts, type Texts } from '../texts.ts';

const TONES: Record<KeyState, Tone> = { active: 'good', expiring: 'warn', expired: 'calm', revoked: 'calm' };

/** Admin Settings > My Company > Authentication > API Keys. */
export function ApiKeysPage() {
  const { console: texts } = useTexts();
  const { company } = useCompany();
  const crumbs = useCompanyCrumbs({ label: texts.nav.authentication });
  const { resource, reload } = useResource(`keys ${company.id}`, (signal) => api.keys(company.id, signal));
  const isSupport = useIsSupport();
  const add = company.eligible && !isSupport && (
    <Link to={{ page: 'add-key', companyId: company.id }} class="button button-primary">
      {texts.keys.add}
    </Link>
  );
  return (
    <Page
      title={texts.keys.title}
      lead={isSupport ? texts.keys.supportLead : texts.keys.lead}
      crumbs={crumbs}
      actions={add}
    >
      {!company.eligible && (
        <Notice tone="warn" title={texts.company.notEligibleTitle}>
          {texts.company.notEligible}
        </Notice>
      )}
      <Loaded resource={resource} retry={reload}>
        {({ keys }) =>
          keys.length === 0 ? (
            <Empty title={texts.keys.empty} lead={isSupport ? texts.keys.supportEmptyLead : texts.keys.emptyLead}>
              {add}
            </Empty>
          ) : (
            <KeyList keys={keys} reload={reload} />
          )
        }
      </Loaded>
    </Page>
  );
}

function KeyList({ keys, reload }: { keys: KeyResource[]; reload: () => void }) {
  const texts = useTexts();
  const own = texts.console.keys;
  const { company } = useCompany();
  const [revoking, setRevoking] = useState<KeyResource | null>(null);
  const replaced = useLocation().query.get('replace');
  const isSupport = useIsSupport();
  const rotating = isSupport ? undefined : keys.find((key) => key.id === replaced);
  const expiring = keys.filter((key) => keyState(key) === 'expiring');
  const [showEnded, setShowEnded] = useState(false);
  const usable = keys.filter(isUsable);
  const ended = keys.filter((key) => !isUsable(key));
  const shown = showEnded || usable.length === 0 ? [...usable, ...ended] : usable;
  return (
    <>
      {expiring.map((key) => (
        <Notice key={key.id} tone="warn" title={own.expiringTitle}>
          {own.expiring(`${key.name} (${masked(key)})`)}
        </Notice>
      ))}
      <Table
        caption={own.title}
        columns={columns(texts, !isSupport, setRevoking)}
        rows={shown}
        keyOf={(key) => key.id}
      />
      {rotating && (
        <RotateKey
          of={rotating}
          onDone={() => {
            setQuery({ replace: '' });
            reload();
          }}
        />
      )}
      {ended.length > 0 && usable.length > 0 && (
        <Button kind="quiet" onClick={() => setShowEnded(!showEnded)}>
          {showEnded ? own.hideEnded : own.showEnded(ended.length)}
        </Button>
      )}
      {revoking && (
        <ConfirmDialog
          title={own.revokeTitle(revoking.name)}
          text={own.revokeText(masked(revoking))}
          confirm={own.revokeConfirm}
          done={own.revoked(revoking.name)}
          onConfirm={() => api.revokeKey(company.id, revoking.id).then(reload)}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  );
}

function columns(
  { console: texts }: Texts,
  canReplace: boolean,
  onRevoke: (key: KeyResource) => void,
): Column<KeyResource>[] {
  const labels = texts.keys.columns;
  return [
    {
      id: 'name',
      label: labels.name,
      cell: (key) => (
        <>
          <b>{key.name}</b>
          <code class="by">{masked(key)}</code>
        </>
      ),
    },
    { id: 'state', label: labels.state, cell: (key) => <State key={key.id} of={key} /> },
    { id: 'scopes', label: labels.scopes, cell: (key) => <Scopes scopes={key.scopes} /> },
    {
      id: 'created',
      label: labels.created,
      cell: (key) => (
        <>
          <Time at={key.createdAt} />
          <span class="by">{texts.keys.createdBy(key.createdBy)}</span>
        </>
      ),
    },
    {
      id: 'expires',
      label: labels.expires,
      cell: (key) => (key.expiresAt ? <Time at={key.expiresAt} /> : texts.never),
    },
    {
      id: 'last-used',
      label: labels.lastUsed,
      cell: (key) => (key.lastUsedAt ? <Time at={key.lastUsedAt} /> : texts.keys.neverUsed),
    },
    {
      id: 'actions',
      label: texts.keys.revoke,
      quiet: true,
      cell: (key) =>
        key.revokedAt === null && (
          <span class="row-actions">
            {canReplace && isUsable(key) && (
              <Button name={texts.keys.rotateNamed(key.name)} onClick={() => setQuery({ replace: key.id })}>
                {texts.keys.rotate}
              </Button>
            )}
            <Button name={texts.keys.revokeNamed(key.name)} onClick={() => onRevoke(key)}>
              {texts.keys.revoke}
            </Button>
          </span>
        ),
    },
  ];
}

function State({ of: key }: { of: KeyResource }) {
  const { console: texts } = useTexts();
  const state = keyState(key);
  return <Badge tone={TONES[state]}>{texts.keys.states[state]}</Badge>;
}

/** Grouped by what they are for: `users: read, write`. */
function Scopes({ scopes }: { scopes: KeyResource['scopes'] }) {
  const areas = [...new Set(scopes.map((scope) => scope.split(':')[0]))];
  return (
    <span class="scopes">
      {areas.map((area) => (
        <span key={area}>
          {area}:{' '}
          {scopes
            .filter((scope) => scope.startsWith(`${area}:`))
            .map((scope) => scope.split(':')[1])
            .join(', ')}
        </span>
      ))}
    </span>
  );
}

function masked(key: KeyResource): string {
  return `${API_KEY_PREFIX}…${key.last4}`;
}
