import { describe, expect, it } from 'vitest';
import { decide, elementOf, isThere } from '../../../extension/page/find/decide.ts';
import type { Scored } from '../../../extension/page/find/find-controls.ts';

function candidate(score: number, more: Partial<Scored> = {}): Scored {
  return {
    element: document.createElement('button'),
    name: String(score),
    score,
    disabled: false,
    behind: false,
    aside: false,
    start: 0,
    end: 1,
    ...more,
  };
}

describe('a control is matched', () => {
  it('when the best candidate is good enough and far enough ahead', () => {
    expect(decide([candidate(1), candidate(0.8)])).toMatchObject({ is: 'unique', name: '1' });
  });

  it('not when it is not good enough', () => {
    expect(decide([candidate(0.6)])).toEqual({ is: 'missing', disabled: null, behind: null });
  });

  it('not when it is only to be chosen from, which it is beside another one', () => {
    expect(decide([candidate(1, { aside: true })])).toEqual({ is: 'missing', disabled: null, behind: null });
    const both = decide([candidate(1), candidate(1, { aside: true })]);
    expect(both).toMatchObject({ is: 'ambiguous', candidates: [{}, {}] });
  });

  it('not when two are as good as each other', () => {
    expect(decide([candidate(1), candidate(0.95)])).toMatchObject({ is: 'ambiguous', candidates: [{}, {}] });
  });

  it('not when a better one is switched off: the lesser one is another', () => {
    const off = candidate(1.2, { disabled: true });
    const match = decide([candidate(0.8), off]);
    expect(match.is).toBe('missing');
    expect(elementOf(match)).toBe(off.element);
  });

  it('not when a dialog lies over it, though it is there', () => {
    const match = decide([candidate(1, { behind: true })]);
    expect(match.is).toBe('missing');
    expect(isThere(match)).toBe(true);
  });
});
