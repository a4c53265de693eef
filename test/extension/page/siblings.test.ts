import { describe, expect, it } from 'vitest';
import { isOddOneOut, isOneOfAlike } from '../../../extension/page/find/siblings.ts';

/** The element marked `id=it` in that HTML. */
function marked(html: string): Element {
  document.body.innerHTML = html;
  const element = document.querySelector('#it');
  if (!element) throw new Error('There is no #it.');
  return element;
}

describe('an element is one of several alike', () => {
  it.each([
    ['next to one of the same dress', '<p class="row"></p><p class="row" id="it"></p>'],
    ['with stripes', '<p class="row odd" id="it"></p><p class="row even"></p><p class="row odd"></p>'],
    ['with a line between', '<p class="row"></p><hr><p class="row" id="it"></p><hr>'],
  ])('%s', (_, html) => {
    expect(isOneOfAlike(marked(html))).toBe(true);
  });

  it.each([
    ['without a dress, as everything is', '<p></p><p id="it"></p>'],
    ['beside another tag', '<div class="row"></div><p class="row" id="it"></p>'],
    ['dressed otherwise', '<p class="head" id="it"></p><p class="row"></p>'],
    ['far away', '<p class="box" id="it"></p><h2></h2><ul></ul><p class="box"></p>'],
    ['alone', '<p class="row" id="it"></p>'],
  ])('not %s', (_, html) => {
    expect(isOneOfAlike(marked(html))).toBe(false);
  });
});

describe('an element is the odd one out', () => {
  it.each([
    ['with a word more', '<a class="t"></a><a class="t x9" id="it"></a><a class="t"></a>'],
    ['with another word', '<a class="t q"></a><a class="t q"></a><a class="t z" id="it"></a>'],
    ['wrapped', '<p class="t"></p><p class="t"></p><p class="t x9"><a id="it"></a></p>'],
  ])('%s', (_, html) => {
    expect(isOddOneOut(marked(html))).toBe(true);
  });

  it.each([
    ['of two, of which either may be', '<a class="t"></a><a class="t x9" id="it"></a>'],
    ['with a word less', '<a class="t"></a><a id="it"></a><a class="t"></a>'],
    ['as one that is switched off', '<a class="t"></a><a class="t is-disabled" id="it"></a><a class="t"></a>'],
    ['by its place', '<a class="t"></a><a class="t"></a><a class="t last" id="it"></a>'],
    ['among different ones', '<a class="t"></a><a class="u"></a><a class="t x9" id="it"></a>'],
    ['and alike', '<a class="t"></a><a class="t"></a><a class="t" id="it"></a>'],
  ])('not %s', (_, html) => {
    expect(isOddOneOut(marked(html))).toBe(false);
  });
});
