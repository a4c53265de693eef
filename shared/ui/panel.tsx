import { openMessages } from '../setup/guidance.ts';
import type { PanelAction, PanelStatus, PanelView } from '../setup/panel.ts';
import type { Texts } from '../texts/en.ts';
import { languageOf } from '../texts/languages.ts';
import { problemText, stepText } from '../texts/wording.ts';
import { Actions } from './actions.tsx';
import { Checklist } from './checklist.tsx';
import { Chevron, Mark } from './icons.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ProblemCard } from './problem-card.tsx';
import { ServerSaw } from './server-saw.tsx';
import { SupportMessages } from './support-messages.tsx';

/** A short word to the admin about what they just did, such as "Copied". */
export type Remark = { text: string; tone: 'good' | 'bad' };

export type PanelProps = {
  view: PanelView;
  texts: Texts;
  locale: string;
  remark: Remark | null;
  /** Called with the very event, so that who receives it can tell a person's click from a page's. */
  onAction: (action: PanelAction, event: MouseEvent) => void;
  /** A message of support was read; the same holds for its event. */
  onDismiss: (messageId: string, event: MouseEvent) => void;
};

/** The accessible name is part of the contract, and so the same in every language. */
const PANEL_NAME = 'Setup assistant';

/** The assistant's panel, the same on pages and in the side panel. Needs tokens.css, panel.css, guidance.css and checklist.css. */
export function Panel(props: PanelProps) {
  const { view, texts } = props;
  const { title } = headOf(view, texts);
  return (
    <section
      class="sa-panel"
      lang={languageOf(props.locale)}
      role="region"
      aria-label={PANEL_NAME}
      data-step={view.step}
      data-status={view.status}
      data-problem={view.problem?.code}
      data-site={view.site}
      data-collapsed={view.collapsed ? '' : undefined}
    >
      {view.collapsed ? <Pill {...props} /> : <OpenPanel {...props} />}
      <div class="sa-visually-hidden" role="status" aria-live="polite">
        {texts.live(title, spokenStatus(view, texts))}
      </div>
    </section>
  );
}

function OpenPanel({ view, texts, locale, remark, onAction, onDismiss }: PanelProps) {
  const { position, total } = place(view);
  return (
    <>
      <header class="sa-head">
        <Mark />
        <div class="sa-head-text">
          <p class="sa-head-title">{texts.panel.product}</p>
          <p class="sa-head-company">{view.companyName}</p>
        </div>
        <button
          type="button"
          class="sa-icon-button"
          data-action="collapse"
          aria-expanded="true"
          aria-label={texts.actions.collapse}
          onClick={(event) => onAction('collapse', event)}
        >
          <Chevron up={false} />
        </button>
      </header>
      <div class="sa-bar">
        <div
          class="sa-bar-fill"
          style={{
            inlineSize: `${Math.round(((view.status === 'finished' ? position : position - 1) / total) * 100)}%`,
          }}
        />
      </div>
      <div class="sa-body">
        <SupportMessages
          messages={openMessages(view.guidance)}
          session={view}
          texts={texts}
          locale={locale}
          onDismiss={onDismiss}
        />
        <StepCard view={view} texts={texts} position={position} total={total} />
        <Sections view={view} texts={texts} locale={locale} />
      </div>
      {remark && (
        <p class="sa-toast" role="status" data-tone={remark.tone}>
          {remark.text}
        </p>
      )}
      <Actions view={view} texts={texts} onAction={onAction} />
    </>
  );
}

function StepCard({
  view,
  texts,
  position,
  total,
}: {
  view: PanelView;
  texts: Texts;
  position: number;
  total: number;
}) {
  const text = headOf(view, texts);
  return (
    <>
      <div>
        <div class="sa-eyebrow">
          <span>{texts.panel.progress(position, total)}</span>
          <StatusChip status={view.status} texts={texts} />
        </div>
        <h2 class="sa-title">{text.title}</h2>
        <p class="sa-why">{text.why}</p>
      </div>
      {view.problem && <ProblemCard problem={view.problem} texts={texts} />}
      {view.note && <p class="sa-note">{view.note}</p>}
      {view.preview && <PreviewCard preview={view.preview} texts={texts} />}
    </>
  );
}

function Sections({ view, texts, locale }: { view: PanelView; texts: Texts; locale: string }) {
  const current = view.status === 'finished' ? null : view.step;
  return (
    <div>
      <details class="sa-details">
        <summary>{texts.panel.byHand}</summary>
        <div class="sa-details-body">
          <p>{stepText(view.step, view, texts).byHand}</p>
          {view.heldKey && <p>{texts.panel.heldKey(view.heldKey)}</p>}
        </div>
      </details>
      {view.target !== 'dialpad' && (
        <details class="sa-details" open={showsCalls(view)}>
          <summary>{texts.panel.serverSaw}</summary>
          <div class="sa-details-body">
            <ServerSaw activity={view.activity} texts={texts} locale={locale} />
          </div>
        </details>
      )}
      <details class="sa-details">
        <summary>{texts.panel.checklist}</summary>
        <Checklist steps={view.steps} current={current} session={view} texts={texts} locale={locale} />
      </details>
    </div>
  );
}

function Pill({ view, texts, onAction }: PanelProps) {
  const { position, total } = place(view);
  return (
    <button
      type="button"
      class="sa-pill"
      data-action="collapse"
      data-primary=""
      aria-expanded="false"
      onClick={(event) => onAction('collapse', event)}
    >
      <Mark />
      <span class="sa-visually-hidden">{texts.panel.expand}. </span>
      <span>{texts.panel.progress(position, total)}</span>
      {openMessages(view.guidance).length > 0 ? (
        <span class="sa-chip" data-tone="accent" data-support-waiting="">
          {texts.support.from}
        </span>
      ) : (
        <StatusChip status={view.status} texts={texts} />
      )}
    </button>
  );
}

function StatusChip({ status, texts }: { status: PanelStatus; texts: Texts }) {
  const busy = status === 'working' || status === 'looking';
  return (
    <span class="sa-chip" data-tone={TONES[status]} data-busy={busy ? '' : undefined}>
      {texts.statuses[status]}
    </span>
  );
}

const TONES: Record<PanelStatus, string> = {
  elsewhere: 'neutral',
  looking: 'neutral',
  ready: 'accent',
  ambiguous: 'warn',
  working: 'accent',
  done: 'good',
  problem: 'bad',
  finished: 'good',
};

function headOf(view: PanelView, texts: Texts): { title: string; why: string } {
  if (view.status !== 'finished') return stepText(view.step, view, texts);
  return view.flow === 'replace-key' ? texts.finishedReplacing : texts.finished;
}

/** Where the shown step stands among those that are needed, from 1. */
function place(view: PanelView): { position: number; total: number } {
  const needed = view.steps.filter((entry) => entry.state !== 'not-needed' || entry.step === view.step);
  const total = Math.max(needed.length, 1);
  if (view.status === 'finished') return { position: total, total };
  return { position: needed.findIndex((entry) => entry.step === view.step) + 1, total };
}

function spokenStatus(view: PanelView, texts: Texts): string {
  return view.problem ? problemText(view.problem, texts).title : texts.statuses[view.status];
}

/** Calls are shown unasked where they are what one waits for. */
function showsCalls(view: PanelView): boolean {
  const waits = ['jumpcloud.test-connection', 'jumpcloud.activate', 'jumpcloud.user-groups', 'first-sync'];
  return waits.includes(view.step) && view.activity.length > 0;
}
