import { beforeEach, describe, expect, it } from 'vitest';
import { createDrawing, type Drawing } from '../../../extension/overlay/drawing.tsx';
import type { PanelView } from '../../../shared/setup/panel.ts';
import { en } from '../../../shared/texts/en.ts';
import { panelWords } from '../../../shared/texts/panel-words.ts';
import { JUMPCLOUD_TAB, walkerAt, type Walker } from '../guide/kit.ts';
import { CASES } from '../guide/problem-cases.ts';

let drawing: Drawing;

beforeEach(() => {
  const card = { element: document.createElement('div'), isOurs: () => true };
  drawing = createDrawing(card, { onAction: () => undefined, onDismiss: () => undefined });
});

const viewOf = (walk: Walker): PanelView => walk.view(JUMPCLOUD_TAB);
const draw = (view: PanelView) => drawing.draw({ view, words: panelWords(view, en, 'en'), remark: null });

const ready = () => viewOf(walkerAt('jumpcloud.test-connection'));
const VIEWS: [string, () => PanelView][] = [
  ['a step that is ready', ready],
  ['a pill', () => ({ ...ready(), collapsed: true })],
  ...Object.entries(CASES).map(([code, { comes }]): [string, () => PanelView] => [code, () => viewOf(comes())]),
];

describe('a card', () => {
  it.each(VIEWS)('is as it was drawn when it shows %s, then a step that is ready, and that again', (_what, view) => {
    for (const shown of [view(), ready(), view()]) {
      draw(shown);
      expect(drawing.isIntact()).toBe(true);
    }
  });

  it('is not, once the page has changed a word or an attribute of it', () => {
    const panel = draw(ready());
    panel?.setAttribute('data-step', 'jumpcloud.save');
    expect(drawing.isIntact()).toBe(false);
    drawing.clear();
    const title = draw(ready())?.querySelector('h2');
    expect(drawing.isIntact()).toBe(true);
    title?.replaceChildren('Save');
    expect(drawing.isIntact()).toBe(false);
  });
});
