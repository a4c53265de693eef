import { openMessages } from '../setup/guidance.ts';
import { placeIn, type PanelAction, type PanelStatus, type PanelView } from '../setup/panel.ts';
import type { PanelWords } from '../texts/panel-words.ts';
import { Actions } from './actions.tsx';
import { Checklist } from './checklist.tsx';
import { Chevron, Mark } from './icons.tsx';
import { PreviewCard } from './preview-card.tsx';
import { ProblemCard, toneOf } from './problem-card.tsx';
import { ServerSaw } from './server-saw.tsx';
import { SupportMessages } from './support-messages.tsx';

/** A short word to the admin about what they just did, such as "Copied". */
export type Remark = { text: string; tone: 'good' | 'bad' };

export type PanelProps = {
  view: PanelView;
  words: PanelWords;
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
  const { view, words } = props;
  return (
    <section
      class="sa-panel"
      lang={words.language}
      dir={words.direction}
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
        {words.live}
      </div>
    </section>
  );
}

function OpenPanel({ view, words, remark, onAction, onDismiss }: PanelProps) {
  const { position, total } = placeIn(view);
  return (
    <>
      <header class="sa-head">
        <Mark />
        <div class="sa-head-text">
          <p class="sa-head-title">{words.fixed.product}</p>
          <p class="sa-head-company">{view.companyName}</p>
        </div>
        <button
          type="button"
          class="sa-icon-button"
          data-action="collapse"
          aria-expanded="true"
          aria-label={words.collapse}
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
          words={words.support}
          locale={words.locale}
          onDismiss={onDismiss}
        />
        <StepCard view={view} words={words} />
        <Sections view={view} words={words} />
      </div>
      {remark && (
        <p class="sa-toast" role="status" data-tone={remark.tone}>
          {remark.text}
        </p>
      )}
      <Actions view={view} otherConsole={words.otherConsole} onAction={onAction} />
    </>
  );
}

type Parts = Pick<PanelProps, 'view' | 'words'>;

function StepCard({ view, words }: Parts) {
  return (
    <>
      <div>
        <div class="sa-eyebrow">
          <span>{words.progress}</span>
          <StatusChip view={view} text={words.status} />
        </div>
        <h2 class="sa-title">{words.title}</h2>
        <p class="sa-why">{words.why}</p>
      </div>
      {view.problem && words.problem && <ProblemCard problem={view.problem} words={words.problem} />}
      {view.note && <p class="sa-note">{view.note}</p>}
      {view.preview && <PreviewCard preview={view.preview} title={words.fixed.previewTitle} />}
    </>
  );
}

function Sections({ view, words }: Parts) {
  const current = view.status === 'finished' ? null : view.step;
  const { fixed, locale } = words;
  return (
    <div>
      {view.status !== 'finished' && (
        <details class="sa-details">
          <summary>{fixed.byHand}</summary>
          <div class="sa-details-body">
            <p>{words.byHand}</p>
            {words.heldKey && <p>{words.heldKey}</p>}
          </div>
        </details>
      )}
      {view.target !== 'dialpad' && (
        <details class="sa-details" open={showsCalls(view)}>
          <summary>{fixed.serverSaw}</summary>
          <div class="sa-details-body">
            <ServerSaw activity={view.activity} words={words.calls} locale={locale} />
          </div>
        </details>
      )}
      <details class="sa-details">
        <summary>{fixed.checklist}</summary>
        <Checklist steps={view.steps} current={current} words={words.checklist} locale={locale} />
      </details>
    </div>
  );
}

function Pill({ view, words, onAction }: PanelProps) {
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
      <span class="sa-visually-hidden">{words.fixed.expand}. </span>
      <span>{words.progress}</span>
      {openMessages(view.guidance).length > 0 ? (
        <span class="sa-chip" data-tone="accent" data-support-waiting="">
          {words.support.from}
        </span>
      ) : (
        <StatusChip view={view} text={words.status} />
      )}
    </button>
  );
}

function StatusChip({ view: { status, problem }, text }: { view: PanelView; text: string }) {
  const busy = status === 'working' || status === 'looking';
  return (
    <span class="sa-chip" data-tone={problem ? toneOf(problem) : TONES[status]} data-busy={busy ? '' : undefined}>
      {text}
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

/** Calls are shown unasked where they are what one waits for. */
function showsCalls(view: PanelView): boolean {
  const waits = ['jumpcloud.test-connection', 'jumpcloud.activate', 'jumpcloud.user-groups', 'first-sync'];
  return waits.includes(view.step) && view.activity.length > 0;
}
