import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitFor } from '../../../extension/page/watch/wait-for.ts';
import { watchPage } from '../../../extension/page/watch/watch-page.ts';

beforeEach(() => {
  document.body.innerHTML = '';
});

afterEach(() => {
  vi.useRealTimers();
});

describe('watching a page', () => {
  it('looks at the start, after a change, and after a change in a shadow root that came later', async () => {
    const looks = vi.fn(() => Promise.resolve(true));
    const stop = new AbortController();
    watchPage(document, looks, stop.signal);
    await expect.poll(() => looks).toHaveBeenCalledTimes(1);
    const host = document.createElement('x-host');
    const root = host.attachShadow({ mode: 'open' });
    document.body.append(host);
    await expect.poll(() => looks).toHaveBeenCalledTimes(2);
    root.append('Active');
    await expect.poll(() => looks).toHaveBeenCalledTimes(3);
    stop.abort();
  });

  it('rests once the page proved to be none of ours, until it is used', async () => {
    vi.useFakeTimers();
    const looks = vi.fn(() => Promise.resolve(false));
    const stop = new AbortController();
    watchPage(document, looks, stop.signal);
    const change = async (afterMs: number): Promise<void> => {
      document.body.append('another line');
      await vi.advanceTimersByTimeAsync(afterMs);
    };
    for (let changes = 0; changes < 40; changes++) await change(20);
    const before = looks.mock.calls.length;
    expect(before).toBeLessThan(30);
    document.body.click();
    await change(20);
    expect(looks.mock.calls.length).toBeGreaterThan(before);
    stop.abort();
  });

  it('leaves nothing planned behind when it ends', async () => {
    vi.useFakeTimers();
    const stop = new AbortController();
    watchPage(document, () => Promise.resolve(false), stop.signal);
    for (let changes = 0; changes < 40; changes++) {
      document.body.append('another line');
      await vi.advanceTimersByTimeAsync(20);
    }
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is over when it is aborted', async () => {
    const looks = vi.fn(() => Promise.resolve(true));
    const stop = new AbortController();
    stop.abort();
    watchPage(document, looks, stop.signal);
    document.body.append('changed');
    await Promise.resolve();
    expect(looks).not.toHaveBeenCalled();
  });
});

describe('waiting', () => {
  it('ends when the condition holds', async () => {
    const waited = waitFor(document, () => document.querySelector('b'), { deadlineMs: 5000 });
    document.body.append(document.createElement('b'));
    expect((await waited)?.tagName).toBe('B');
  });

  it('ends with nothing at the deadline and when aborted', async () => {
    const stop = new AbortController();
    expect(await waitFor(document, () => null, { deadlineMs: 1 })).toBeNull();
    const waited = waitFor(document, () => null, { deadlineMs: 60_000, signal: stop.signal });
    stop.abort();
    expect(await waited).toBeNull();
  });
});
