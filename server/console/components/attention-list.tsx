import type { Attention, AttentionCode } from '../../../shared/setup/attention.ts';
import { activitySentence } from '../../../shared/texts/activity-sentence.ts';
import { useCompany } from '../company.ts';
import type { Route } from '../router.ts';
import { useIsSupport } from '../sign-in.ts';
import { useTexts, type Texts } from '../texts.ts';
import { Link } from './link.tsx';
import { Notice } from './notice.tsx';
import { Time } from './time.tsx';

type Target = { to: Route; query?: string };

/** What needs attention, each with its one next action; or that nothing does. */
export function AttentionList({ attention, connected }: { attention: Attention[]; connected: boolean }) {
  const { console: texts } = useTexts();
  const own = texts.overview;
  if (attention.length === 0) {
    return connected ? (
      <Notice tone="good" title={own.calm}>
        {own.calmLead}
      </Notice>
    ) : null;
  }
  return (
    <section class="card" aria-labelledby="attention">
      <h2 id="attention">{own.attention}</h2>
      <ul class="attention">
        {attention.map((matter, index) => (
          <Matter key={index} matter={matter} />
        ))}
      </ul>
    </section>
  );
}

function Matter({ matter }: { matter: Attention }) {
  const texts = useTexts();
  const { company } = useCompany();
  const told = texts.console.attention[matter.code];
  const target = targetOf(matter, company.id, useIsSupport());
  return (
    <li data-attention={matter.code} data-grave={GRAVE.includes(matter.code)}>
      <div class="attention-what">
        <p class="attention-title">{titleOf(matter, texts)}</p>
        <p class="hint">{textOf(matter, texts)}</p>
        <When matter={matter} />
      </div>
      <Link {...target} class="button button-plain">
        {told.action}
      </Link>
    </li>
  );
}

/** What stops everything. */
const GRAVE: AttentionCode[] = ['plan-not-eligible', 'no-key', 'activation-failed'];

function When({ matter }: { matter: Attention }) {
  const at =
    matter.code === 'key-expiring'
      ? matter.expiresAt
      : matter.code === 'activation-failed'
        ? matter.at
        : matter.code === 'no-call-for-a-day'
          ? matter.lastCallAt
          : null;
  return at === null ? null : (
    <p class="hint">
      <Time at={at} />
    </p>
  );
}

function titleOf(matter: Attention, { console: texts }: Texts): string {
  const { title } = texts.attention[matter.code];
  if (matter.code === 'key-expiring') return `${title}: ${texts.attentionKey(matter.name, matter.last4)}`;
  return matter.code === 'failing-calls' ? texts.attentionCount(matter.count) : title;
}

function textOf(matter: Attention, { console: texts, assistant }: Texts): string {
  return 'call' in matter ? activitySentence(matter.call, assistant.activity) : texts.attention[matter.code].text;
}

/** Only an admin adds keys: support sees which there are. */
function targetOf(matter: Attention, companyId: string, isSupport: boolean): Target {
  switch (matter.code) {
    case 'plan-not-eligible':
      return { to: { page: 'settings', companyId } };
    case 'no-key':
      return { to: { page: isSupport ? 'api-keys' : 'add-key', companyId } };
    case 'key-expiring':
      return { to: { page: 'api-keys', companyId }, query: `replace=${matter.keyId}` };
    case 'domain-missing':
      return { to: { page: 'domains', companyId } };
    case 'activation-failed':
      return { to: { page: 'activity', companyId }, query: 'kind=tests' };
    case 'not-set-up':
    case 'no-call-for-a-day':
      return { to: { page: 'setup', companyId } };
    case 'failing-calls':
      return { to: { page: 'activity', companyId }, query: 'outcome=failed' };
  }
}
