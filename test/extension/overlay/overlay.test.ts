import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOverlay, type Overlay } from '../../../extension/overlay/overlay.tsx';
import type { PanelAction } from '../../../shared/setup/panel.ts';
import type { StepId } from '../../../shared/setup/steps.ts';
import { en } from '../../../shared/texts/en.ts';
import { panelWords } from '../../../shared/texts/panel-words.ts';
import { JUMPCLOUD_TAB, walkerAt } from '../guide/kit.ts';

let overlay: Overlay;
const actions: PanelAction[] = [];
const located: StepId[] = [];

beforeEach(() => {
  // Nothing is laid out here, so the window's size is said by the test.
  vi.spyOn(document.documentElement, 'clientWidth', 'get').mockReturnValue(1280);
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
  document.body.innerHTML = '<input id="target">';
  actions.length = 0;
  located.length = 0;
  overlay = createOverlay({
    document,
    css: '.x {}',
    locate: (step) => {
      located.push(step);
      return [...document.querySelectorAll('#target, .candidate')];
    },
    openMenus: () => [],
    onAction: (action) => actions.push(action),
    onDismiss: () => undefined,
  });
});
afterEach(() => {
  overlay.remove();
  vi.restoreAllMocks();
});

async function show(step: StepId, collapsed = false) {
  const view = { ...walkerAt(step).view(JUMPCLOUD_TAB), collapsed };
  await act(() => overlay.show(view, panelWords(view, en, 'en')));
}

const region = () => overlay.host.shadowRoot?.querySelector<HTMLElement>('[role=region]');

describe('the overlay', () => {
  it('is one region in one open shadow root, with its state in data attributes', async () => {
    await show('jumpcloud.base-url');
    expect(document.querySelectorAll('setup-assistant')).toHaveLength(1);
    expect(overlay.host.shadowRoot?.querySelectorAll('[role=region]')).toHaveLength(1);
    expect(region()?.getAttribute('aria-label')).toBe('Setup assistant');
    const { step, status, site } = region()?.dataset ?? {};
    expect([step, status, site]).toEqual(['jumpcloud.base-url', 'ready', 'jumpcloud']);
    expect(region()?.dataset['problem']).toBeUndefined();
  });

  it('numbers the controls of which the admin has to pick one, and takes the numbers away again', async () => {
    document.body.innerHTML = '<input class="candidate"><input class="candidate">';
    await show('jumpcloud.base-url');
    const numbers = () =>
      [...(overlay.host.shadowRoot?.querySelectorAll<HTMLElement>('.sa-choice') ?? [])].map(
        ({ dataset }) => dataset['number'],
      );
    expect(numbers()).toEqual(['1', '2']);
    document.body.innerHTML = '<input id="target">';
    overlay.aim();
    expect(numbers()).toEqual([]);
  });

  it('looks for the target of the step that it shows', async () => {
    await show('jumpcloud.base-url');
    expect(located).toContain('jumpcloud.base-url');
  });

  it('does nothing for clicks that a page made', async () => {
    await show('jumpcloud.base-url');
    region()?.querySelector<HTMLElement>('[data-action=perform]')?.click();
    expect(actions).toEqual([]);
  });

  it('collapses to a pill that says where the walk stands', async () => {
    await show('jumpcloud.base-url', true);
    expect(region()?.querySelectorAll('button')).toHaveLength(1);
    expect(region()?.textContent).toContain('Step 13 of 21');
    expect(region()?.dataset['step']).toBe('jumpcloud.base-url');
  });

  it('touches nothing of the page', async () => {
    const before = document.body.innerHTML;
    await show('jumpcloud.base-url');
    expect(document.body.innerHTML).toBe(before);
    overlay.remove();
    expect(document.querySelector('setup-assistant')).toBeNull();
  });

  it('says when the page belongs to an older version of the extension', async () => {
    await show('jumpcloud.base-url');
    await act(() => overlay.sayOrphaned());
    await expect.poll(() => region()?.textContent).toContain('Reload this page');
  });
});
