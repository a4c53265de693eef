import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isGenuine } from '../../../extension/overlay/consent.ts';
import { createLayer, HOST_STYLE, type Layer } from '../../../extension/overlay/layer.ts';

let layer: Layer;
let button: HTMLButtonElement;
let over: Element | null = null;

beforeEach(() => {
  layer = createLayer(document, '');
  button = document.createElement('button');
  layer.root.append(button);
  over = null;
  // Nothing is laid out here, so what lies at a point is said by the test.
  vi.spyOn(document, 'elementFromPoint').mockImplementation(() => over ?? layer.host);
  layer.root.elementFromPoint = () => button;
});

afterEach(() => {
  layer.remove();
  document.body.innerHTML = '';
  document.documentElement.removeAttribute('style');
  vi.restoreAllMocks();
});

function click(isTrusted = true): boolean {
  const event = { isTrusted, currentTarget: button } as unknown as MouseEvent;
  return isGenuine({ event, host: layer.host, root: layer.root, style: HOST_STYLE });
}

describe('a click that agrees to a step', () => {
  it('counts when a person made it on the button that they saw', () => {
    expect(click()).toBe(true);
  });

  it('does not count when the page made it', () => {
    expect(click(false)).toBe(false);
  });

  it('does not count when the page moved or faded our element', () => {
    layer.host.setAttribute('style', `${HOST_STYLE} opacity: 0;`);
    expect(click()).toBe(false);
  });

  it.each(['opacity: 0', 'opacity: 0.5', 'visibility: hidden', 'filter: opacity(0)', 'clip-path: inset(50%)'])(
    'does not count when the whole page has %s',
    (style) => {
      document.documentElement.setAttribute('style', style);
      expect(click()).toBe(false);
    },
  );

  it('does not count when something of the page lies over the button', () => {
    over = document.body;
    expect(click()).toBe(false);
  });
});

describe('our layer over the page', () => {
  it('is put back when the page throws it out', async () => {
    layer.host.remove();
    await vi.waitFor(() => expect(layer.host.isConnected).toBe(true));
  });

  it('does not fight for ever with a page that throws it out each time', async () => {
    const fight = new MutationObserver(() => layer.host.remove());
    fight.observe(document.documentElement, { childList: true });
    layer.host.remove();
    await vi.waitFor(() => expect(layer.host.isConnected).toBe(false));
    fight.disconnect();
  });

  it('keeps its clicks and keys from the page’s own listeners', () => {
    const heard: string[] = [];
    const listen = (event: Event) => heard.push(event.type);
    for (const name of ['click', 'keydown', 'pointerdown']) document.addEventListener(name, listen);
    for (const name of ['click', 'keydown', 'pointerdown']) {
      button.dispatchEvent(new Event(name, { bubbles: true, composed: true }));
    }
    expect(heard).toEqual([]);
    for (const name of ['click', 'keydown', 'pointerdown']) document.removeEventListener(name, listen);
  });

  it('leaves nothing behind when it is removed', () => {
    layer.remove();
    expect(document.querySelector('setup-assistant')).toBeNull();
  });
});
