import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createClicks, type Clicks } from '../../../extension/overlay/clicks.ts';
import type { Verdict } from '../../../extension/overlay/consent.ts';
import { createRemarks, type Remarks } from '../../../extension/overlay/remark.ts';
import { cardOf } from '../../../shared/setup/panel.ts';
import { en } from '../../../shared/texts/en.ts';
import { panelWords } from '../../../shared/texts/panel-words.ts';
import { walkerAt } from '../guide/kit.ts';

const view = walkerAt('jumpcloud.base-url').view();
const CLICK = { isTrusted: true } as MouseEvent;
const onAction = vi.fn();
let verdict: Verdict;
let remarks: Remarks;
let clicks: Clicks;

beforeEach(() => {
  onAction.mockReset();
  verdict = 'genuine';
  remarks = createRemarks(() => undefined);
  clicks = createClicks({
    guard: { judge: () => verdict, isSeenSoon: () => Promise.resolve(true) },
    drawing: { isIntact: () => true, clear: () => undefined },
    remarks,
    document,
    shown: () => ({ view, words: panelWords(view, en, 'en') }),
    began: () => undefined,
    onAction,
  });
});

describe('a click in the card', () => {
  it('is handed on with the card that it was made in', async () => {
    clicks.take('perform', CLICK);
    verdict = 'unsure';
    clicks.take('skip', CLICK);
    await expect
      .poll(() => onAction.mock.calls)
      .toEqual([
        ['perform', cardOf(view)],
        ['skip', cardOf(view)],
      ]);
  });

  it('takes away what was said of the one before', () => {
    verdict = 'lured';
    clicks.take('perform', CLICK);
    expect(remarks.now()?.text).toBe(en.panel.notVerified);
    verdict = 'genuine';
    clicks.take('perform', CLICK);
    expect(remarks.now()).toBeNull();
    expect(onAction).toHaveBeenCalledTimes(1);
  });
});
