import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAssistedPage } from '../../../extension/content/assisted-page.ts';
import { jumpcloud } from '../../../extension/sites/jumpcloud/jumpcloud.ts';
import type { PageState } from '../../../extension/platform/page-session.ts';
import type { Observation } from '../../../shared/setup/observation.ts';
import { en } from '../../../shared/texts/en.ts';
import { panelWords } from '../../../shared/texts/panel-words.ts';
import { JUMPCLOUD_TAB, walkerAt } from '../guide/kit.ts';

/** What is at work on the page: observers that observe and intervals that run. */
function spyOnWork(): () => number {
  const observed = vi.spyOn(MutationObserver.prototype, 'observe').mock;
  const disconnected = vi.spyOn(MutationObserver.prototype, 'disconnect').mock;
  const set = vi.spyOn(window, 'setInterval').mock;
  const cleared = vi.spyOn(window, 'clearInterval').mock;
  return () => {
    const observers = observed.contexts.filter((observer) => !disconnected.contexts.includes(observer));
    const ended = cleared.calls.map(([id]) => id);
    return observers.length + set.results.filter(({ value }) => !ended.includes(value as never)).length;
  };
}

beforeEach(() => {
  document.body.innerHTML = '<main><h1>Home</h1></main>';
});
afterEach(() => vi.restoreAllMocks());

const view = walkerAt('jumpcloud.base-url').view(JUMPCLOUD_TAB);
const STATE: PageState = {
  type: 'state',
  view,
  words: panelWords(view, en, 'en'),
  expectations: { baseUrl: '', keyFingerprint: null, testAddresses: [], replacing: false },
  pointed: {},
};

describe('the assistant on a page', () => {
  it('does no work before it is connected, looks while it is, and none when it is told to be idle', async () => {
    const onObservation = vi.fn((observation: Observation) => observation.site);
    const atWork = spyOnWork();
    const nothing = (): void => undefined;
    const page = createAssistedPage({
      document,
      site: jumpcloud,
      onObservation,
      onAction: nothing,
      onDismiss: nothing,
      onPointed: nothing,
    });
    document.body.append('changed');
    page.look();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(atWork()).toBe(0);
    expect(onObservation).not.toHaveBeenCalled();
    expect(document.querySelector('setup-assistant')).toBeNull();

    page.onState(STATE);
    await expect.poll(() => onObservation).toHaveBeenCalled();
    expect(atWork()).toBeGreaterThan(0);
    expect(document.querySelector('setup-assistant')).not.toBeNull();

    page.onIdle();
    const observations = onObservation.mock.calls.length;
    document.body.append('changed again');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(atWork()).toBe(0);
    expect(onObservation).toHaveBeenCalledTimes(observations);
    expect(document.querySelector('setup-assistant')).toBeNull();
  });
});
