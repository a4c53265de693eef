import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PROBLEM_CODES, type Problem } from '../../../shared/setup/problems.ts';
import { problemText } from '../../../shared/texts/wording.ts';
import type { PanelAction, PanelView } from '../../../shared/setup/panel.ts';
import { en } from '../../../shared/texts/en.ts';
import { panelWords } from '../../../shared/texts/panel-words.ts';
import { Panel } from '../../../shared/ui/panel.tsx';
import { call, JUMPCLOUD_TAB, KEY, walkerAt } from '../guide/kit.ts';

let root: HTMLElement;
const clicked: PanelAction[] = [];
const dismissed: string[] = [];

beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
  clicked.length = 0;
  dismissed.length = 0;
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.useRealTimers();
});

async function draw(view: PanelView) {
  await act(() =>
    render(
      <Panel
        view={view}
        words={panelWords(view, en, 'en')}
        remark={null}
        onAction={(action) => clicked.push(action)}
        onDismiss={(id) => dismissed.push(id)}
      />,
      root,
    ),
  );
}

const viewAt = (change: Partial<PanelView> = {}): PanelView => ({
  ...walkerAt('jumpcloud.base-url').view(JUMPCLOUD_TAB),
  ...change,
});
const button = (action: PanelAction) => root.querySelector<HTMLButtonElement>(`[data-action=${action}]`);

describe('the panel', () => {
  it('says what to do as a verb and the exact label, and why', async () => {
    await draw(viewAt());
    expect(root.querySelector('h2')?.textContent).toBe('Fill in “Base URL”');
    expect(root.textContent).toContain('Step 13 of 21');
    expect(root.textContent).toContain('This is where JumpCloud sends users');
  });

  it('hands over the click itself', async () => {
    await draw(viewAt());
    button('perform')?.click();
    expect(clicked).toEqual(['perform']);
  });

  it('marks exactly one button as advised', async () => {
    await draw(viewAt());
    expect([...root.querySelectorAll('[data-primary]')].map((one) => one.getAttribute('data-action'))).toEqual([
      'perform-all',
    ]);
  });

  it('lists all steps with their state in words', async () => {
    await draw(viewAt());
    expect(root.querySelectorAll('[data-step-row]')).toHaveLength(21);
    expect(root.querySelector('[aria-current=step]')?.getAttribute('data-step-row')).toBe('jumpcloud.base-url');
    expect(root.querySelector('[data-step-row="dialpad.save-key"]')?.textContent).toContain('done');
  });

  it('says live what changed', async () => {
    await draw(viewAt());
    expect(root.querySelector('[role=status]')?.textContent).toBe('Fill in “Base URL”. Ready');
  });

  it('lets a consent be given only a moment after its preview appeared', async () => {
    vi.useFakeTimers();
    const walk = walkerAt('jumpcloud.activate');
    walk.act(JUMPCLOUD_TAB, 'perform');
    await draw(walk.view(JUMPCLOUD_TAB));
    expect(root.textContent).toContain(KEY.masked);
    expect(button('confirm')?.disabled).toBe(true);
    await act(() => {
      vi.advanceTimersByTime(500);
    });
    expect(button('confirm')?.disabled).toBe(false);
    expect(button('cancel')?.disabled).toBe(false);
  });

  it.each(PROBLEM_CODES)('explains %s: what, why, what next, with details', async (code) => {
    const problem: Problem = { code, details: { domain: 'x.example', status: 400 } };
    await draw(viewAt({ status: 'problem', problem }));
    const card = root.querySelector('.sa-problem');
    expect(card?.querySelector('h3')?.textContent).toBe(problemText(problem, en).title);
    expect(root.querySelector('.sa-chip')?.getAttribute('data-tone')).toBe(card?.getAttribute('data-tone'));
    expect(card?.querySelectorAll('p')).toHaveLength(2);
    expect(card?.querySelector('code')?.textContent).toContain(`${code}\ndomain: x.example`);
    expect(card?.textContent).not.toMatch(/undefined|null|\[object/);
  });

  it('shows the calls that the server saw in plain words', async () => {
    const activity = [
      call({ id: 2, kind: 'test-user-create', status: 201 }),
      call({ id: 1, kind: 'lookup', status: 404 }),
    ];
    await draw(viewAt({ activity }));
    expect(root.textContent).toContain('JumpCloud created its test user.');
  });

  it('shows what support says as theirs, as text alone, until it is dismissed', async () => {
    const message = { id: 'm1', at: '2026-11-24T10:00:00.000Z', by: 'sam@dialpad.example', dismissedAt: null } as const;
    const guidance = {
      sharedAt: message.at,
      sharedBy: 'setup link',
      watching: [message.by],
      messages: [
        { ...message, id: 'm0', text: 'Read already', step: null, dismissedAt: message.at },
        { ...message, text: '<b>Look</b> here', step: 'dialpad.api-keys' as const },
      ],
    };
    await draw(viewAt({ guidance }));
    const shown = root.querySelector('[data-support-message=m1]');
    expect(shown?.textContent).toContain(en.support.from);
    expect(shown?.textContent).toContain('sam@dialpad.example');
    expect(shown?.textContent).toContain('<b>Look</b> here');
    expect(shown?.textContent).toContain(en.steps['dialpad.api-keys'].title);
    expect(root.querySelector('[data-support-message=m0]')).toBeNull();
    expect(root.querySelectorAll('[data-primary]')).toHaveLength(1);
    root.querySelector<HTMLButtonElement>('[data-support-dismiss]')?.click();
    expect(dismissed).toEqual(['m1']);
    expect(clicked).toEqual([]);

    await draw(viewAt({ guidance, collapsed: true }));
    expect(root.querySelector('.sa-pill')?.textContent).toContain(en.support.from);
  });

  it('shows the end as the end', async () => {
    await draw(viewAt({ step: 'first-sync', status: 'finished', actions: [] }));
    expect([...root.querySelectorAll('summary')].map((summary) => summary.textContent)).not.toContain(en.panel.byHand);
    expect(root.querySelector('h2')?.textContent).toBe('JumpCloud is connected');
  });
});
